import { AtlasError } from '../atlas/client.ts';
import { seconds } from '../atlas/errors.ts';
import { pause, retry } from '../atlas/retry.ts';
import type { MaintenanceWindow } from '../atlas/window.ts';
import { type Project, read } from './project.ts';

/** A request whose answer is missing may still be at work in Atlas: the first pause before a read; later ones grow. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8000;
/** With less time left than this no further read would end in time. */
const LAST_READ_MS = 100;

/**
 * Sends a request that must not take effect twice (Atlas's defer counts, its autoDefer toggles), then reads the
 * window, which must show the effect. It is sent again only where it surely did nothing; after any other failure reads
 * decide, for as long as the timeout leaves.
 *
 * @throws {AtlasError} Atlas's refusal; `NOT_TAKEN` where Atlas said yes and the window shows no effect; a failure of
 *   unknown outcome where nobody can tell
 */
export async function sendOnce(
  project: Project,
  send: () => Promise<void>,
  took: (window: MaintenanceWindow) => boolean,
): Promise<void> {
  const missing = await retry(() => unanswered(send), { deadline: project.deadline, log: project.log });
  if (missing !== undefined) {
    if (await shows(project, missing, took)) return;
    throw uncertain(missing);
  }
  const window = await readBack(project);
  if (took(window)) return;
  throw new AtlasError({
    code: 'NOT_TAKEN',
    message:
      'Atlas accepted the request, but a read afterwards shows no effect: look at the project in Atlas before you rely on it',
    outcome: 'unknown',
  });
}

/**
 * Sends; a failure that may have reached Atlas is returned, so that nobody sends again.
 *
 * @throws {AtlasError} where the request surely had no effect
 */
async function unanswered(send: () => Promise<void>): Promise<AtlasError | undefined> {
  try {
    await send();
    return undefined;
  } catch (error) {
    if (error instanceof AtlasError && error.outcome === 'unknown') return error;
    throw error;
  }
}

/** Reads until the window shows the effect, or the time is over, or the window cannot be read. */
async function shows(
  project: Project,
  missing: AtlasError,
  took: (window: MaintenanceWindow) => boolean,
): Promise<boolean> {
  const { deadline, log } = project;
  log.info(
    `Whether the request took effect is unknown: ${missing.message}. It is not sent again; the window is read until it shows the effect, for ${seconds(deadline.remaining())} at most.`,
  );
  for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(2 * wait, LONGEST_PAUSE_MS)) {
    // Never more than half of what is left: the last read, too, needs its time.
    const next = Math.min(wait, deadline.remaining() / 2);
    if (next < LAST_READ_MS) return false;
    try {
      await pause(next, deadline);
      if (took(await read(project))) return true;
      log.info(`The window shows no effect yet; ${seconds(deadline.remaining())} are left.`);
    } catch (error) {
      if (!(error instanceof AtlasError)) throw error;
      log.info(`The window could not be read: ${error.message}.`);
      // Before a gateway in trouble the next answer may be Atlas's own again.
      if (error.code !== 'UNREADABLE_ANSWER') return false;
    }
  }
}

/** What a second attempt is told where the first one, whose answer was lost, has done all there was to do. */
const NOTHING_LEFT = ['ATLAS_MAINTENANCE_NOT_SCHEDULED', 'ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED'];

/**
 * Sends a request that may be sent again, and reads the window. Where the answer is missing, a window that shows the
 * effect is answer enough.
 *
 * @throws {AtlasError} also where nobody can tell whether the request took effect, and says so
 */
export async function sendAndRead(
  project: Project,
  send: () => Promise<void>,
  took: (window: MaintenanceWindow) => boolean,
): Promise<MaintenanceWindow> {
  const { log, outcome } = project;
  try {
    await send();
    outcome.changed = true;
  } catch (error) {
    if (!(error instanceof AtlasError)) throw error;
    if (error.outcome === 'refused' && !NOTHING_LEFT.includes(error.code)) throw error;
    const failure = error.outcome === 'refused' ? error : uncertain(error);
    const window = await readBack(project).catch(() => {
      throw failure;
    });
    if (!took(window)) throw failure;
    log.info(`The window shows what was asked for, although the request failed: ${error.message}.`);
    outcome.changed = true;
    return window;
  }
  return readBack(project);
}

/** A read after a write: where it fails, nobody knows what the write did. */
const readBack = (project: Project): Promise<MaintenanceWindow> =>
  read(project).catch((error: unknown) => {
    throw error instanceof AtlasError ? uncertain(error) : error;
  });

/** The sentence that every write whose effect nobody knows of ends with. */
const uncertain = (error: AtlasError) =>
  error.message.includes('may have taken effect')
    ? error.as('unknown')
    : error
        .as('unknown')
        .with(
          'It may have taken effect all the same: look at the project in Atlas before you run the step again',
        );
