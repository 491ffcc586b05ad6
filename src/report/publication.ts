/** The verdict of the step, as it is published beside the commit. */
export interface Publication {
  readonly state: 'success' | 'pending' | 'failure';
  /** In a sentence or two; cut to GitHub's length. */
  readonly description: string;
  /** Does anything stand in the way of the deploy? */
  readonly inTheWay: boolean;
  /** The text of the comment, in at most so many bytes. */
  comment(most: number): string;
}

export interface Publisher {
  /** How it ended. A failure that was told stays, whatever is told later. */
  conclude(publication: Publication): Promise<void>;
}
