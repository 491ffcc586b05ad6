import { autoDefer } from './autoDefer.ts';
import { defer } from './defer.ts';
import { gate } from './gate/gate.ts';
import { get } from './get.ts';
import type { Operation } from './operation.ts';
import { reset } from './reset.ts';
import { update } from './update.ts';

/** Every operation, by the name that a user writes. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  get,
  update,
  defer,
  autoDefer,
  reset,
  gate,
};
