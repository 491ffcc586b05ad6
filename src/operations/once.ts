import { AtlasError, type Write } from '../atlas/client.ts';
import { seconds } from '../atlas/errors.ts';
import { pause, retry } from '../atlas/retry.ts';
import type { MaintenanceWindow } from '../atlas/window.ts';
import { Failure } from './failure.ts';
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
 * @returns the window that shows the effect
 * @throws {AtlasError} Atlas's refusal; a failure of unknown outcome where nobody can tell
 * @throws {Failure} `NOT_TAKEN` where Atlas said yes and the window shows no effect
 */
export async function sendOnce(
  project: Project,
  write: Write,
  took: (window: MaintenanceWindow) => boolean,
): Promise<MaintenanceWindow> {
  const missing = await retry(() => unanswered(write), { deadline: project.deadline, log: project.log });
  if (missing !== undefined) {
    const shown = await readUntil(project, missing, took);
    if (shown === undefined) throw missing.uncertain();
    return shown;
  }
  const window = await readBack(project);
  if (took(window)) return window;
  throw Failure.because(
    'NOT_TAKEN',
    'Atlas accepted the request, but a read afterwards shows no effect: look at the project in Atlas before you rely on it',
  );
}

/**
 * Sends; a failure that may have reached Atlas is returned, so that nobody sends again.
 *
 * @throws {AtlasError} where the request surely had no effect
 */
async function unanswered(write: Write): Promise<AtlasError | undefined> {
  try {
    await write.send();
    return undefined;
  } catch (error) {
    if (error instanceof AtlasError && error.outcome === 'unknown') return error;
    throw error;
  }
}

/** Reads until the window shows the effect; nothing, where the time is over or the window cannot be read. */
async function readUntil(
  project: Project,
  missing: AtlasError,
  took: (window: MaintenanceWindow) => boolean,
): Promise<MaintenanceWindow | undefined> {
  const { deadline, log } = project;
  log.info(
    `Whether the request took effect is unknown: ${missing.message}. It is not sent again; the window is read until it shows the effect, for ${seconds(deadline.remaining())} at most.`,
  );
  for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(2 * wait, LONGEST_PAUSE_MS)) {
    // Never more than half of what is left: the last read, too, needs its time.
    const next = Math.min(wait, deadline.remaining() / 2);
    if (next < LAST_READ_MS) return undefined;
    try {
      await pause(next, deadline);
      const window = await read(project);
      if (took(window)) return window;
      log.info(`The window shows no effect yet; ${seconds(deadline.remaining())} are left.`);
    } catch (error) {
      if (!(error instanceof AtlasError)) throw error;
      log.info(`The window could not be read: ${error.message}.`);
      // Before a gateway in trouble the next answer may be Atlas's own again.
      if (error.code !== 'UNREADABLE_ANSWER') return undefined;
    }
  }
}

/**
 * Sends a request that may be sent again, and reads the window. Where the answer is missing, a window that shows the
 * effect is answer enough.
 *
 * @throws {AtlasError} also where nobody can tell whether the request took effect, and says so
 */
export async function sendAndRead(
  project: Project,
  write: Write,
  took: (window: MaintenanceWindow) => boolean,
): Promise<MaintenanceWindow> {
  try {
    await write.send();
  } catch (error) {
    if (!(error instanceof AtlasError) || error.outcome === 'refused') throw error;
    const window = await read(project).catch(() => {
      throw error;
    });
    if (!took(window)) throw error;
    project.log.info(`The window shows what was asked for, although the request failed: ${error.message}.`);
    return window;
  }
  return readBack(project);
}

/** A read after a write that Atlas accepted: where it fails, nobody knows what the write did. */
const readBack = (project: Project): Promise<MaintenanceWindow> =>
  read(project).catch((error: unknown) => {
    throw error instanceof AtlasError ? Failure.after({ changed: true }, error.uncertain()) : error;
  });
