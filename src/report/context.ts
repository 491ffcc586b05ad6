import type { OperationName } from '../inputs/table.ts';
import type { GateTask } from '../operations/gate.ts';

/** What the report needs to know besides the outcomes. */
export interface ReportContext {
  /** Milliseconds. */
  readonly maintenanceDuration: number;
  /** Epoch milliseconds, by Atlas's clock where the runner's is off. */
  readonly now: number;
  /** Of Atlas, without a trailing slash. */
  readonly baseUrl: string;
  readonly operation: OperationName;
  readonly dryRun: boolean;
  /** Present when the operation is `gate`. */
  readonly gate?: GateTask;
}
