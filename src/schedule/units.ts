/** Milliseconds. A day is 24 hours here: days on the calendar are the business of zones. */
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;

/** The longest duration and the longest deploy that are accepted. */
export const LONGEST = 31 * DAY;

/** How far ahead a standing deploy window is judged and a clear start is looked for: a year, and both ends of it. */
export const HORIZON = 53 * WEEK;
