import { plain } from '../text.ts';

/** A project as people know it: by its name, where that was looked up and can be shown. */
export const projectCalled = (groupId: string, name: string | null | undefined): string =>
  plain(name ?? '', 80) || groupId;

export const NO_CLUSTERS = 'The project has no clusters, so there is nothing to maintain.';

/** A text as a sentence: with one full stop. */
export const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

export const times = (count: number): string =>
  count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;

/** `21:00` */
export const hourText = (hourOfDay: number): string => `${String(hourOfDay).padStart(2, '0')}:00`;

/** Of a message of several lines what holds for all. */
export const firstLine = (message: string): string => (message.split('\n')[0] ?? '').replace(/:$/, '.');
