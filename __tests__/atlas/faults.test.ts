import { createServer, type Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Atlas } from '../../src/atlas/client.ts';
import {
  API_KEY,
  challenged,
  connect,
  GROUP,
  json,
  refuse,
  SERVICE_ACCOUNT,
  serve,
  WINDOW,
} from './server.ts';

/** A server that speaks raw TCP: `answer` gets each connection once a request has come over it. */
async function serveRaw(
  answer: (socket: Socket, count: number) => void,
): Promise<{ url: string; count(): number }> {
  let count = 0;
  const sockets = new Set<Socket>();
  const server = createServer(socket => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('data', () => {
      count += 1;
      answer(socket, count);
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`, count: () => count };
}

const BODY = JSON.stringify(WINDOW);
const WHOLE = `HTTP/1.1 200 OK\r\nContent-Length: ${BODY.length}\r\nConnection: close\r\n\r\n${BODY}`;

const BROKEN: [string, (socket: Socket) => void][] = [
  ['reset before any answer', socket => socket.resetAndDestroy()],
  ['closed before any answer', socket => socket.end()],
  ['closed in the middle of the headers', socket => socket.end('HTTP/1.1 200 OK\r\nContent-Le')],
  ['reset after the headers', socket => socket.write(WHOLE.slice(0, 40), () => socket.resetAndDestroy())],
  ['closed in the middle of the body', socket => socket.end(WHOLE.slice(0, -10))],
  [
    'closed in the middle of a chunked body',
    socket => socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"day\r\n'),
  ],
];

describe('a broken connection', () => {
  test.each(BROKEN)('%s: a read is made again', async (_, breakOff) => {
    const server = await serveRaw((socket, count) => (count < 3 ? breakOff(socket) : socket.end(WHOLE)));
    const { atlas, log } = connect(server.url);
    await expect(atlas.getWindow(GROUP)).resolves.toMatchObject({ configured: true });
    expect(server.count()).toBe(3);
    expect(log.info).toEqual([
      expect.stringMatching(
        /^Attempt 1 failed: Atlas gave no answer.*\. Code: NO_ANSWER\. Trying again in [\d.]+ s\.$/,
      ),
      expect.stringMatching(/^Attempt 2 failed: /),
    ]);
  });

  test.each(BROKEN)('%s: PATCH and DELETE are sent again, defer and toggle are not', async (_, breakOff) => {
    const server = await serveRaw((socket, count) => (count < 2 ? breakOff(socket) : socket.end(WHOLE)));
    const { atlas } = connect(server.url);
    await atlas.updateWindow(GROUP, { dayOfWeek: 1, hourOfDay: 1 }).send();
    expect(server.count()).toBe(2);

    for (const act of ['defer', 'toggleAutoDefer'] as const) {
      const broken = await serveRaw(breakOff);
      await expect(connect(broken.url).atlas[act](GROUP).send()).rejects.toMatchObject({
        code: 'NO_ANSWER',
        outcome: 'unknown',
        retryable: true,
      });
      expect(broken.count()).toBe(1);
    }
  });

  test('for ever: the read fails when the deadline has no room for another attempt', async () => {
    const server = await serveRaw(socket => socket.destroy());
    const failure = connect(server.url, { timeout: 150 }).atlas.getWindow(GROUP);
    await expect(failure).rejects.toMatchObject({ code: expect.stringMatching(/^(NO_ANSWER|TIMEOUT)$/) });
    expect(server.count()).toBeGreaterThan(1);
  });

  test('refused: nothing was sent, so a defer surely had no effect', async () => {
    const server = await serveRaw(() => {});
    const url = server.url.replace(/:\d+$/, ':1');
    await expect(connect(url).atlas.defer(GROUP).send()).rejects.toMatchObject({
      code: 'NO_ANSWER',
      outcome: 'refused',
      retryable: true,
      message:
        'Atlas gave no answer to the request to defer the maintenance: the connection was refused (ECONNREFUSED). Code: NO_ANSWER',
    });
  });

  test('to something that speaks no HTTP is not tried again', async () => {
    const server = await serveRaw(socket => socket.end('220 smtp.example.org ESMTP\r\n'));
    await expect(connect(server.url).atlas.getWindow(GROUP)).rejects.toMatchObject({
      code: 'UNREADABLE_ANSWER',
      retryable: false,
    });
    expect(server.count()).toBe(1);
  });

  test('for another protocol, which nobody asked for, ends in an error, and not in silence', async () => {
    const server = await serveRaw(socket =>
      socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n'),
    );
    const { atlas } = connect(server.url, { timeout: 60_000 });
    for (const call of [atlas.getWindow, (id: string) => atlas.defer(id).send()])
      await expect(call(GROUP)).rejects.toMatchObject({
        code: 'UNREADABLE_ANSWER',
        status: 101,
        outcome: 'unknown',
        retryable: false,
      });
    expect(server.count()).toBe(2);
  });

  test('in answer to the challenge: the read starts over', async () => {
    let cut = false;
    const server = await serve((received, response, request) => {
      if (!received.headers.authorization) return challenged(response);
      if (cut) return json(response, 200, WINDOW);
      cut = true;
      return request.socket.destroy();
    });
    await connect(server.url, { credential: API_KEY }).atlas.getWindow(GROUP);
    expect(server.received).toHaveLength(4);
  });
});

/** Drips for ever; the test's end closes the connection. */
const drip = (socket: Socket, chunk: string) => {
  const timer = setInterval(() => (socket.destroyed ? clearInterval(timer) : socket.write(chunk)), 5);
};

const ENDLESS: [string, (socket: Socket) => void][] = [
  ['never comes', () => {}],
  ['stops after the headers', socket => socket.write(WHOLE.slice(0, 70))],
  [
    'drips its headers',
    socket => {
      socket.write('HTTP/1.1 200 OK\r\n');
      drip(socket, 'X-A: b\r\n');
    },
  ],
  [
    'drips its body',
    socket => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      drip(socket, ' ');
    },
  ],
  [
    'drips a challenge',
    socket => {
      socket.write('HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Digest realm="r", nonce="n"\r\n\r\n');
      drip(socket, ' ');
    },
  ],
];

const CALLS: [string, (atlas: Atlas) => Promise<unknown>][] = [
  ['read', atlas => atlas.getWindow(GROUP)],
  ['defer', atlas => atlas.defer(GROUP).send()],
];

describe('an answer that', () => {
  test.each(ENDLESS.flatMap(([what, act]) => CALLS.map(([name, call]) => [what, name, act, call] as const)))(
    '%s ends at the deadline: %s',
    async (_what, _name, act, call) => {
      const server = await serveRaw(act);
      const { atlas } = connect(server.url, { timeout: 120, credential: API_KEY });
      const failure = call(atlas);
      await expect(failure).rejects.toMatchObject({ code: 'TIMEOUT', outcome: 'unknown', retryable: false });
      await expect(failure).rejects.toThrow(/timeout of 0\.2 s was over before Atlas had answered/);
      expect(server.count()).toBe(1);
    },
  );

  test.each(ENDLESS)('%s ends at once when the run is cancelled', async (_, act) => {
    const cancel = new AbortController();
    const server = await serveRaw(socket => {
      act(socket);
      cancel.abort();
    });
    const { atlas } = connect(server.url, { cancelled: cancel.signal });
    await expect(atlas.getWindow(GROUP)).rejects.toMatchObject({ code: 'CANCELLED' });
  });

  test('nobody waits for any more: nothing is sent', async () => {
    const server = await serve((_, response) => json(response, 200, WINDOW));
    const cancelled = AbortSignal.abort();
    await expect(connect(server.url, { cancelled }).atlas.defer(GROUP).send()).rejects.toMatchObject({
      code: 'CANCELLED',
      outcome: 'refused',
    });
    expect(server.received).toEqual([]);
  });
});

describe('a passing fault of Atlas', () => {
  test.each([
    [429, 'RATE_LIMITED'],
    [405, 'WRITES_NOT_ALLOWED_DURING_APP_UPGRADES'],
    [500, 'UNEXPECTED_ERROR'],
    [502, 'UNEXPECTED_ERROR'],
    [503, 'SERVICE_UNAVAILABLE'],
    [504, 'UNEXPECTED_ERROR'],
  ])('%s %s: read, PATCH and DELETE are sent again, defer is not', async (status, code) => {
    let failures = 0;
    const server = await serve((_, response) => {
      failures += 1;
      if (failures % 3 !== 0) return refuse(response, status, code);
      return json(response, 200, WINDOW);
    });
    const { atlas, log } = connect(server.url);
    await atlas.getWindow(GROUP);
    await atlas.updateWindow(GROUP, { dayOfWeek: 1, hourOfDay: 0 }).send();
    await atlas.resetWindow(GROUP).send();
    expect(server.received.map(({ method }) => method)).toEqual([
      ...Array(3).fill('GET'),
      ...Array(3).fill('PATCH'),
      ...Array(3).fill('DELETE'),
    ]);
    expect(log.info).toHaveLength(6);
    expect(log.info[0]).toContain(code);

    await expect(atlas.defer(GROUP).send()).rejects.toMatchObject({
      code,
      retryable: true,
      outcome: status >= 500 ? 'unknown' : 'refused',
    });
    expect(server.received).toHaveLength(10);
  });

  test.each([400, 403, 404, 405, 406, 409, 410])('%s is none: nothing is sent again', async status => {
    const server = await serve((_, response) => refuse(response, status, 'OTHER'));
    await expect(connect(server.url).atlas.getWindow(GROUP)).rejects.toMatchObject({
      status,
      retryable: false,
    });
    expect(server.received).toHaveLength(1);
  });

  test.each<[string, object, object]>([
    ['Retry-After in seconds', {}, { 'retry-after': '300' }],
    ['Retry-After as a date', {}, { 'retry-after': new Date(Date.now() + 310_000).toUTCString() }],
    ['seconds in the body', { parameters: ['atlas', 300, 1200, 500, 'minute'] }, {}],
    ['seconds in the body as text', { parameters: ['atlas', '300'] }, {}],
  ])(
    'that asks, by %s, to wait longer than there is time: the step says so at once',
    async (_, more, headers) => {
      const server = await serve((__, response) =>
        refuse(response, 429, 'RATE_LIMITED_TOKEN_BUCKET', more, headers),
      );
      const failure = connect(server.url).atlas.getWindow(GROUP);
      await expect(failure).rejects.toMatchObject({ code: 'RATE_LIMITED_TOKEN_BUCKET', status: 429 });
      await expect(failure).rejects.toThrow(
        /after one attempt, as the wait of 3\d\d s that Atlas asks for is longer than what is left of the timeout \([\d.]+ s of 5 s are left\)/,
      );
      expect(server.received).toHaveLength(1);
    },
  );

  test('whose parameters are a limit and not a time is waited for no longer than usual', async () => {
    let count = 0;
    const server = await serve((_, response) => {
      count += 1;
      if (count > 1) return json(response, 200, WINDOW);
      return refuse(response, 429, 'RATE_LIMITED', { parameters: ['/api/oauth/token', 50, 1] });
    });
    await expect(connect(server.url).atlas.getWindow(GROUP)).resolves.toBeDefined();
  });

  test('that names a date counts from the date of the same answer, not from the clock of the runner', async () => {
    let count = 0;
    const server = await serve((_, response) => {
      count += 1;
      if (count > 1) return json(response, 200, WINDOW);
      const date = new Date(Date.now() + 7_200_000).toUTCString();
      return refuse(response, 429, 'RATE_LIMITED', {}, { date, 'retry-after': date });
    });
    await expect(connect(server.url).atlas.getWindow(GROUP)).resolves.toBeDefined();
  });

  test.each(['', '-1', '1.5', 'soon', 'Mon, 99 Foo 2026 00:00:00 GMT'])(
    'with the Retry-After %j waits as if it had none',
    async value => {
      let count = 0;
      const server = await serve((_, response) => {
        count += 1;
        if (count > 1) return json(response, 200, WINDOW);
        return refuse(response, 429, 'RATE_LIMITED', { parameters: ['x', -1] }, { 'retry-after': value });
      });
      await expect(connect(server.url).atlas.getWindow(GROUP)).resolves.toBeDefined();
    },
  );

  test('while a token is minted: the mint is tried again', async () => {
    let count = 0;
    const server = await serve((received, response) => {
      count += 1;
      if (count === 1) return refuse(response, 503, 'SERVICE_UNAVAILABLE');
      return received.url === '/api/oauth/token'
        ? json(response, 200, { access_token: 't', token_type: 'Bearer' })
        : json(response, 200, WINDOW);
    });
    await connect(server.url, { credential: SERVICE_ACCOUNT }).atlas.getWindow(GROUP);
    expect(server.lines().slice(0, 2)).toEqual(['POST /api/oauth/token', 'POST /api/oauth/token']);
  });
});
