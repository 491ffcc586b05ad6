/** A text as a sentence: with one full stop. */
export const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

export const times = (count: number): string =>
  count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;

/** `21:00` */
export const hourText = (hourOfDay: number): string => `${String(hourOfDay).padStart(2, '0')}:00`;

/** Of a message of several lines what holds for all. */
export const firstLine = (message: string): string => (message.split('\n')[0] ?? '').replace(/:$/, '.');
