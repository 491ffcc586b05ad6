import { AtlasError } from '../atlas/client.ts';
import { pause, retry } from '../atlas/retry.ts';
import type { MaintenanceWindow } from '../atlas/window.ts';
import { type Project, read } from './project.ts';

/** A request whose answer was lost may still be at work in Atlas: time to settle before the read that decides. */
const SETTLE_MS = 500;

/**
 * Sends a request that must not take effect twice (Atlas's defer counts, its autoDefer toggles), then reads the
 * window, which must show the effect. After a failure that may or may not have reached Atlas the request is sent
 * again only if a read shows that it did not take.
 *
 * @throws {AtlasError} Atlas's refusal, or `NOT_TAKEN` where Atlas said yes and the window shows no effect
 */
export async function sendOnce(
  project: Project,
  send: () => Promise<void>,
  took: (window: MaintenanceWindow) => boolean,
): Promise<void> {
  let attempts = 0;
  /** It may have taken effect, and no read has told yet. */
  let uncertain = false;
  try {
    await retry(
      async () => {
        attempts += 1;
        if (attempts > 1) {
          await pause(SETTLE_MS, project.deadline);
          if (took(await read(project))) return;
        }
        uncertain = true;
        await send().catch((error: unknown) => {
          uncertain = !(error instanceof AtlasError && error.outcome === 'refused');
          throw error;
        });
      },
      { deadline: project.deadline, log: project.log },
    );
    if (took(await read(project))) return;
  } catch (error) {
    if (!uncertain || !(error instanceof AtlasError)) throw error;
    throw error
      .as('unknown')
      .with(
        'It may have taken effect all the same: look at the project in Atlas before you run the step again',
      );
  }
  throw new AtlasError({
    code: 'NOT_TAKEN',
    message:
      'Atlas accepted the request, but a read afterwards shows no effect: look at the project in Atlas before you rely on it',
    outcome: 'unknown',
  });
}
