/** Servers and runners that are stranger than the sandbox plays: what the bundle makes of them. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { generate } from 'selfsigned';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { projectId } from '../../sandbox/server.ts';
import type { Step } from '../../sandbox/step.ts';
import { OUTPUTS } from '../../src/report/outputs.ts';
import { credentials, stage } from './stage.ts';
import { rehearse, watched } from './watched.ts';
import { perform } from './way.ts';

vi.setConfig({ testTimeout: 30_000 });

const WINDOW = {
  dayOfWeek: 1,
  hourOfDay: 2,
  timeZoneId: 'UTC',
  autoDeferOnceEnabled: false,
  numberOfDeferrals: 0,
  startASAP: false,
};
const [ONE, TWO, THREE] = [projectId(0), projectId(1), projectId(2)];

type Handler = (request: IncomingMessage, response: ServerResponse) => void;
const json = (response: ServerResponse, body: unknown, status = 200) =>
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));

/** A server of its own; `lines` are the requests that it was sent. */
async function serve(handler: Handler, tls?: { key: string; cert: string }) {
  const lines: string[] = [];
  const sockets = new Set<Duplex>();
  const server = (tls ? createTlsServer(tls) : createServer()).on(
    'request',
    (request: IncomingMessage, response: ServerResponse) => {
      lines.push(`${request.method} ${request.url?.replace(/\?.*/, '').split('/').slice(-2).join('/')}`);
      request.resume();
      handler(request, response);
    },
  );
  server.on('connection', (socket: Duplex) => sockets.add(socket));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // a TCP server that listens has one
  return { url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`, lines };
}

const step = (
  baseUrl: string,
  inputs: Record<string, string>,
  env: Record<string, string> = {},
  started?: Step['started'],
) =>
  perform({
    with: { groupId: ONE, baseUrl, ...credentials.accessToken, ...inputs },
    env,
    ...(started ? { started } : {}),
  });

describe('an answer that changes the protocol (101)', () => {
  const upgrade = (request: IncomingMessage) =>
    request.socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n');
  const withTokens =
    (more: (url: string) => boolean): Handler =>
    (request, response) => {
      const url = String(request.url);
      if (more(url)) upgrade(request);
      else if (url.endsWith('/token')) json(response, { access_token: 'eyJ.minted', token_type: 'Bearer' });
      else json(response, {});
    };
  const account = { ...credentials.serviceAccount, accessToken: '' };

  it('fails the step with a sentence, and the token is revoked', async () => {
    const server = await serve(withTokens(url => url.includes('groups')));
    const result = await step(server.url, { operation: 'gate', ...account });
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail' } });
    expect(result.outputs.message).toContain('wants to speak another protocol (101)');
    expect(server.lines).toEqual(['POST oauth/token', `GET ${ONE}/maintenanceWindow`, 'POST oauth/revoke']);
    expect(result.log).not.toContain('could not be revoked');
  });

  it('to the revoking itself is a warning', async () => {
    const server = await serve(withTokens(url => url.includes('groups') || url.endsWith('/revoke')));
    const result = await step(server.url, { operation: 'get', ...account });
    expect(result.exitCode).toBe(1);
    expect(result.log).toMatch(/^::warning .*could not be revoked.*101/m);
  });

  it('to a write says that it may have taken effect', async () => {
    const server = await serve((request, response) =>
      request.method === 'GET' ? json(response, WINDOW) : upgrade(request),
    );
    const result = await step(server.url, { operation: 'update', hourOfDay: '5' });
    expect(result.outputs.message).toMatch(/another protocol \(101\).*may have taken effect all the same/);
  });
});

describe('the events come', () => {
  const at = (index: number) => ({
    id: `${index}`,
    created: new Date(Date.UTC(2026, 2, 1) - index * 1000).toISOString(),
    eventTypeName: 'MAINTENANCE_AUTO_DEFERRED',
  });
  const gate = { operation: 'gate', deployStart: '2099-03-08T01:00Z', timeout: '20s' };
  const withEvents = (eventsOf: (page: number) => unknown[]) =>
    serve((request, response) => {
      const { pathname, searchParams } = new URL(String(request.url), 'http://x');
      if (!pathname.endsWith('events')) return json(response, WINDOW);
      return json(response, { results: eventsOf(Number(searchParams.get('pageNum'))) });
    });

  it('on a page of 20,000, each a part of the size that is allowed: one page is enough to refuse them', async () => {
    const page = Array.from({ length: 20_000 }, (_, index) => ({ ...at(index), id: undefined }));
    const server = await withEvents(() => page);
    const result = await step(server.url, gate);
    expect(result.log).toContain('not a list of at most 500 events');
    expect(server.lines.filter(line => line.endsWith('events'))).toHaveLength(1);
  });

  it('that each add a start to all before: judged, and not a defect', async () => {
    const types = [
      'ATLAS_MAINTENANCE_WINDOW_MODIFIED',
      'ATLAS_MAINTENANCE_DEFERRED',
      'ATLAS_MAINTENANCE_SCHEDULED_FOR_NEXT_WINDOW',
    ];
    const server = await withEvents(page =>
      Array.from({ length: page === 2 ? 300 : 500 }, (_, index) => {
        const place = (page - 1) * 500 + index;
        return {
          id: String(place),
          created: new Date(Date.now() - (place + 2) * 1000).toISOString(),
          eventTypeName: types[place === 0 ? 0 : 1 + (place % 2)],
        };
      }),
    );
    const result = await step(server.url, { ...gate, deployStart: 'now' });
    expect(result.outputs).toMatchObject({ verdict: 'fail', overlap: 'true' });
    expect(result.outputs.message).not.toContain('defect');
  });

  it('on full pages without end: refused after 10,000', async () => {
    const server = await withEvents(page =>
      Array.from({ length: 500 }, (_, index) => at(page * 500 + index)),
    );
    const result = await step(server.url, gate);
    expect(result.log).toContain('Atlas lists more than 10000 maintenance events');
    expect(server.lines.filter(line => line.endsWith('events'))).toHaveLength(21);
  });
});

describe('of several projects the first', () => {
  const groupId = `${ONE},${TWO},${THREE}`;

  it('is silent: the others are asked all the same', async () => {
    const server = await serve((request, response) => {
      if (!request.url?.includes(ONE)) json(response, WINDOW);
    });
    const result = await step(server.url, { operation: 'get', groupId, timeout: '6s' });
    const results = JSON.parse(result.outputs.results ?? '');
    expect(results).toMatchObject([
      { error: { code: 'TIMEOUT' } },
      { configured: true, error: null },
      { configured: true, error: null },
    ]);
  });

  it('are silent, as many as are asked at a time: the others are asked all the same', async () => {
    const silent = Array.from({ length: 10 }, (_, index) => ONE.slice(0, -1) + index.toString(16));
    const server = await serve((request, response) => {
      if (!silent.some(id => request.url?.includes(id))) json(response, WINDOW);
    });
    const ids = [...new Set([...silent, TWO, THREE])].join();
    const result = await step(server.url, { operation: 'get', groupId: ids, timeout: '8s' });
    const results: { error: unknown }[] = JSON.parse(result.outputs.results ?? '');
    expect(results.map(({ error }) => error !== null)).toEqual([...silent.map(() => true), false, false]);
  });

  it('is answered 401 with a code that nobody knows: that is not about the credential', async () => {
    const server = await serve((request, response) =>
      request.url?.includes(ONE)
        ? json(response, { error: 401, errorCode: 'PROJECT_IN_MAINTENANCE', detail: 'Later.' }, 401)
        : json(response, WINDOW),
    );
    const result = await step(server.url, { operation: 'get', groupId });
    const results = JSON.parse(result.outputs.results ?? '');
    expect(results).toMatchObject([
      { error: { code: 'PROJECT_IN_MAINTENANCE', message: expect.stringContaining('Atlas says: Later') } },
      { configured: true, error: null },
      { configured: true, error: null },
    ]);
  });
});

describe('NODE_TLS_REJECT_UNAUTHORIZED=0', () => {
  it('is ignored, with a word in the log: nothing is sent to a server that nobody vouches for', async () => {
    const pems = await generate([{ name: 'commonName', value: 'localhost' }]);
    const server = await serve((_, response) => json(response, WINDOW), {
      key: pems.private,
      cert: pems.cert,
    });
    const result = await step(server.url, { operation: 'get' }, { NODE_TLS_REJECT_UNAUTHORIZED: '0' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs.message).toContain('no trusted TLS connection');
    expect(result.log).toContain('NODE_TLS_REJECT_UNAUTHORIZED is ignored');
    expect(server.lines).toEqual([]);
  });
});

/** Runs this before the bundle, in its process. */
const beforehand = (code: string) => ({
  NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(code)}`,
});

describe('the Node that runs the action', () => {
  const asVersion = (version: string) =>
    beforehand(
      `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`,
    );

  it.each(['16.20.2', '18.20.4', '20.20.2', '22.2.0'])(
    'is %s: said at once, with the version that is needed, and nothing is asked',
    async version => {
      const server = await serve((_, response) => json(response, WINDOW));
      const result = await step(server.url, { operation: 'get' }, asVersion(version));
      expect(result.exitCode).toBe(1);
      expect(result.log).toMatch(/^::error title=[^:]*::This action needs Node 24, or at least 22\.3/m);
      expect(result.log).toContain(`Node ${version}`);
      expect(result.outputs.message).toContain('needs Node 24');
      expect(Object.keys(result.outputs)).toEqual([...OUTPUTS]);
      expect(server.lines).toEqual([]);
    },
  );

  it.each(['22.3.0', '24.0.0', '26.1.0'])('is %s: good enough', async version => {
    const server = await serve((_, response) => json(response, WINDOW));
    expect(await step(server.url, { operation: 'get' }, asVersion(version))).toMatchObject({ exitCode: 0 });
  });
});

it.each(['new TypeError("x is not a function")', 'new Error("odd")'])(
  'a defect of the action (%s) is not tried again, nor told as a silence of Atlas',
  async thrown => {
    const server = await serve((_, response) => json(response, WINDOW));
    const result = await step(
      server.url,
      { operation: 'gate' },
      beforehand(`import http from 'node:http';
        import { syncBuiltinESMExports } from 'node:module';
        http.request = () => { throw ${thrown}; };
        syncBuiltinESMExports();`),
    );
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail' } });
    expect(result.outputs.message).toMatch(/^A defect in this action/);
    expect(result.log).not.toMatch(/Attempt 1|gave no answer/);
  },
);

describe('the time', () => {
  const at = stage();
  const gate = { operation: 'gate', ...credentials.accessToken, deployDuration: '1h' };

  it('is Atlas’s for a runner that is less than a minute off, too', async () => {
    const date = new Date(Date.now() + 50_000);
    const result = await rehearse(
      [
        {
          name: 'answer',
          value: { headers: { Date: date.toUTCString() }, body: JSON.stringify({ ...WINDOW, results: [] }) },
        },
      ],
      { ...gate, deployStart: 'now' },
    );
    expect(Date.parse(result.outputs.clearAt ?? '')).toBeGreaterThanOrEqual(Math.floor(+date / 1000) * 1000);
    expect(result.log).not.toContain("runner's clock");
  });

  it('is the runner’s, with a warning, where Atlas tells none', async () => {
    at.sandbox.faults.push({
      name: 'answer',
      value: { headers: { Date: 'noon' }, body: JSON.stringify({ ...WINDOW, results: [] }) },
    });
    const result = await watched(at.sandbox, { ...gate, deployStart: 'now' });
    expect(result.log).toMatch(/^::warning .*Atlas sent no usable Date, so the runner's clock is used/m);
  });
});
