/** The days of the week, as people write them: 0 = Sunday. Atlas counts from 1. */
export const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** `Sun` … `Sat`. */
export const SHORT_DAYS = DAYS.map(day => day.slice(0, 3));

/** The index of the day that is called so, in full or in short and in any case; below 0 where none is. */
export function dayCalled(text: string): number {
  const named = (day: string) => day.toLowerCase() === text.toLowerCase();
  return Math.max(DAYS.findIndex(named), SHORT_DAYS.findIndex(named));
}
