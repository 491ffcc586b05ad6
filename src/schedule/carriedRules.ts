/** Newer rules than a runner may have, of the zones that they change. */
export interface CarriedRules {
  readonly release: string;
  /** They tell from here to there; before and after it the runner's are all that is known. */
  readonly from: string;
  readonly to: string;
  /** `-08:00 2026-03-08T10:00Z -07:00`: an offset, and what it became when; or the name of the zone with the rules. */
  readonly zones: Readonly<Record<string, string>>;
}
