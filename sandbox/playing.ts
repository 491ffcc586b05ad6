import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Sandbox } from './sandbox.ts';

export interface Played {
  /** Variables for a process whose pauses move the sandbox's clock instead of taking their time. */
  readonly env: Readonly<Record<string, string>>;
  /** Milliseconds that have been skipped so far. */
  skipped(): number;
  close(): void;
}

/**
 * Lets the sandbox's clock run ahead while a process waits.
 *
 * @param events what happens meanwhile, by the minutes that have passed then, in their order
 */
export async function playAhead(
  sandbox: Sandbox,
  events: readonly (readonly [minutes: number, happens: () => void])[] = [],
): Promise<Played> {
  sandbox.clock.run(sandbox.clock.now());
  let skipped = 0;
  const due = [...events];
  const server = createServer((request, response) => {
    const goal = skipped + Number(new URL(request.url ?? '', 'http://localhost').searchParams.get('ms'));
    for (let next = due[0]; next !== undefined && next[0] * 60_000 <= goal; next = due[0]) {
      sandbox.clock.advance(Math.max(0, next[0] * 60_000 - skipped));
      skipped = Math.max(skipped, next[0] * 60_000);
      due.shift();
      next[1]();
    }
    sandbox.clock.advance(goal - skipped);
    skipped = goal;
    response.end();
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    env: {
      NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, 'fastForward.ts')).href}`,
      FAST_FORWARD: `http://127.0.0.1:${port}/`,
    },
    skipped: () => skipped,
    close: () => server.close(),
  };
}
