import { Complaint } from '../complaint.ts';

/** Far more than anybody plans: what is pasted by mistake is told as such. */
const MOST_STARTS = 1_000;

/** A line that holds a start of a deploy. */
export interface StartLine {
  /** Without its comment. */
  readonly text: string;
  readonly line: string;
  /** What a problem with it begins with: its number, where there are other lines. */
  readonly subject: string;
}

/**
 * Finds the starts of a text, one a line. Blank lines do not count, and `#` begins a comment.
 * @throws {Complaint} a phrase, when there is none, or more than `MOST_STARTS`
 */
export function startLines(text: string): StartLine[] {
  const lines = text.split(/\r?\n/);
  const starts = lines.flatMap((line, index) => {
    const [start = ''] = line.split('#', 1);
    const subject = lines.length === 1 ? '' : `line ${index + 1}: `;
    return start.trim() === '' ? [] : [{ text: start.trim(), line: line.trim(), subject }];
  });
  if (starts.length === 0)
    throw new Complaint('holds no start: write now, or a date and time such as 2026-03-01T21:00');
  if (starts.length > MOST_STARTS)
    throw new Complaint(
      `holds ${starts.length} starts, and at most ${MOST_STARTS} are accepted: leave out those that are past or far ahead`,
    );
  return starts;
}
