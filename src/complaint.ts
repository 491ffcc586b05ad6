/**
 * What a person wrote cannot be used, and the message says why: a phrase without a full stop, which whoever shows it
 * adds. Anything else that is thrown is a defect, and never told as somebody's mistake.
 */
export class Complaint extends Error {
  override readonly name = 'Complaint';
}
