import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { type Atlas, AtlasError } from '../../src/atlas/client.ts';
import {
  API_KEY,
  challenged,
  connect,
  GROUP,
  type Handler,
  json,
  type Received,
  refuse,
  serve,
  TOKEN,
  WINDOW,
} from './server.ts';

const MEDIA_TYPE = 'application/vnd.atlas.2023-01-01+json';

/** Error of a single attempt that is answered so. */
const refusalOf = async (status: number, errorCode: string, more = {}): Promise<AtlasError> => {
  const server = await serve((_, response) => refuse(response, status, errorCode, more));
  const error = await connect(server.url)
    .atlas.defer(GROUP)
    .send()
    .catch((thrown: unknown) => thrown);
  if (!(error instanceof AtlasError)) throw error;
  return error;
};

test('each call is the request that the reference describes', async () => {
  const server = await serve((received, response) => {
    if (received.method === 'GET') return json(response, 200, WINDOW);
    response.writeHead(received.method === 'DELETE' ? 204 : 200).end();
  });
  const { atlas } = connect(`${server.url}/behind/a/path`);
  await atlas.getWindow(GROUP);
  await atlas
    .updateWindow(GROUP, { dayOfWeek: 1, hourOfDay: 0, protectedHours: {}, waveAssignment: null })
    .send();
  await atlas.resetWindow(GROUP).send();
  await atlas.defer(GROUP).send();
  await atlas.toggleAutoDefer(GROUP).send();
  const path = `/behind/a/path/api/atlas/v2/groups/${GROUP}/maintenanceWindow`;
  expect(server.received.map(({ method, url, body }) => [method, url, body])).toEqual([
    ['GET', path, ''],
    ['PATCH', path, '{"dayOfWeek":1,"hourOfDay":0,"protectedHours":{},"waveAssignment":null}'],
    ['DELETE', path, ''],
    ['POST', `${path}/defer`, ''],
    ['POST', `${path}/autoDefer`, ''],
  ]);
  expect(server.received.map(({ headers }) => [headers.accept, headers['content-type']])).toEqual([
    [MEDIA_TYPE, undefined],
    [MEDIA_TYPE, MEDIA_TYPE],
    [MEDIA_TYPE, undefined],
    [MEDIA_TYPE, undefined],
    [MEDIA_TYPE, undefined],
  ]);
  expect(server.received.every(({ headers }) => headers.authorization === 'Bearer eyJ.ready.made')).toBe(
    true,
  );
  expect(server.received.every(({ headers }) => headers['user-agent']?.startsWith('test'))).toBe(true);
  expect(server.connections()).toBe(1);
});

describe('a refusal tells the user what to do', () => {
  test.each([
    [400, 'ATLAS_MAINTENANCE_NOT_SCHEDULED', {}, 'nothing to defer or to start'],
    [400, 'ATLAS_NUM_MAINTENANCE_DEFERRALS_EXCEEDED', {}, 'deferred twice already'],
    [400, 'ATLAS_MAINTENANCE_ALREADY_SCHEDULED', {}, 'until it completes the window is frozen'],
    [400, 'ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED', {}, 'Set one first'],
    [400, 'ATLAS_INVALID_MAINTENANCE_WINDOW_DAY_OF_WEEK', { detail: 'Day 9.' }, '1 (Sunday) to 7 (Saturday)'],
    [
      400,
      'ATLAS_INVALID_MAINTENANCE_WINDOW_HOUR_OF_DAY',
      { detail: 'Hour 42.' },
      'Atlas says: Hour 42. Code: ',
    ],
    [400, 'NON_COMPLIANT_ATLAS_MAINTENANCE_WINDOW', { detail: 'Due 2026-09-09.' }, 'Due 2026-09-09. Code: '],
    [400, 'SOMETHING_NEW', { detail: 'Too late to defer.' }, '400 to the request to defer the maintenance'],
    [400, 'SOMETHING_NEW', { detail: 'Too late to defer.' }, 'Atlas says: Too late to defer. Code: '],
    [
      400,
      'INVALID_ATTRIBUTE',
      { badRequestDetail: { fields: [{ field: 'timeZoneId', description: 'is read-only' }] } },
      'timeZoneId: is read-only',
    ],
    [401, 'USER_UNAUTHORIZED', {}, 'changing takes Project Owner'],
    [401, 'NOT_IN_GROUP', {}, 'No such project'],
    [401, 'USER_CANNOT_ACCESS_GROUP', {}, 'No such project'],
    [401, 'UNEXPECTED_ERROR', {}, 'expired'],
    [
      403,
      'IP_ADDRESS_NOT_ON_ACCESS_LIST',
      { parameters: ['203.0.113.7'] },
      ', 203.0.113.7, is not on the API access',
    ],
    [403, 'ORG_REQUIRES_ACCESS_LIST', { parameters: ['::1'] }, ', ::1, is not on the API access list'],
    [
      403,
      'IP_ADDRESS_NOT_ON_WHITELIST',
      { parameters: ['<b>'] },
      'of this runner is not on the API access list',
    ],
    [404, 'GROUP_NOT_FOUND', {}, 'Check groupId'],
    [404, 'RESOURCE_NOT_FOUND', {}, 'Check groupId'],
    [404, 'UNKNOWN', {}, 'Check groupId and baseUrl'],
    [405, 'WRITES_NOT_ALLOWED_DURING_APP_UPGRADES', {}, 'being upgraded'],
    [406, 'UNEXPECTED_ERROR', {}, '406'],
    [429, 'RATE_LIMITED', {}, 'no more requests at the moment'],
    [500, 'UNEXPECTED_ERROR', {}, 'Atlas answered 500 to the request to defer the maintenance'],
  ])('%s %s %j', async (status, errorCode, more, sentence) => {
    const error = await refusalOf(status, errorCode, more);
    expect(error.message).toContain(sentence);
    expect(error).toMatchObject({ status, code: errorCode, outcome: status >= 500 ? 'unknown' : 'refused' });
    expect(error.message.endsWith(`. Code: ${errorCode}`)).toBe(true);
  });

  test('without a body, by its status', async () => {
    const server = await serve((_, response) => response.writeHead(409).end());
    await expect(connect(server.url).atlas.getWindow(GROUP)).rejects.toMatchObject({
      code: 'HTTP_409',
      message: 'Atlas answered 409 to the request to read the maintenance window. Code: HTTP_409',
    });
  });

  test.each([
    '[]',
    'null',
    '7',
    '"x"',
    '{"errorCode":7,"parameters":7,"badRequestDetail":{"fields":[null,{}]}}',
  ])('with the body %s, by its status', async body => {
    const server = await serve((_, response) => response.writeHead(400).end(body));
    await expect(connect(server.url).atlas.getWindow(GROUP)).rejects.toMatchObject({ code: 'HTTP_400' });
  });

  test('when a gateway answers with HTML, that it did', async () => {
    const server = await serve((_, response) =>
      response.writeHead(403).end('<html><h1>Forbidden</h1></html>'),
    );
    await expect(connect(server.url).atlas.getWindow(GROUP)).rejects.toThrow(
      '403 to the request to read the maintenance window, with an HTML page',
    );
  });
});

describe('an answer that cannot be used is an error and never "no window"', () => {
  test.each<[string, string | Buffer, string]>([
    ['nothing', '', 'it is empty'],
    ['white space', ' \n', 'it is empty'],
    ['HTML', '<!doctype html><p>Sign in', 'it is an HTML page'],
    ['half of a JSON object', '{"dayOfWeek":1', 'it is not valid JSON'],
    ['null', 'null', 'it is null'],
    ['a list', '[]', 'it is Array'],
    ['an hour out of range', JSON.stringify({ ...WINDOW, hourOfDay: 42 }), 'hourOfDay is 42'],
    ['brackets 100,000 deep', '['.repeat(100_000), 'it is not valid JSON'],
    ['a list 100,000 deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'it is'],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'not valid UTF-8'],
  ])('%s', async (_, body, problem) => {
    const server = await serve((_received, response) => response.end(body));
    const { atlas } = connect(server.url);
    const failure = atlas.getWindow(GROUP);
    await expect(failure).rejects.toMatchObject({ code: 'UNREADABLE_ANSWER', retryable: false });
    await expect(failure).rejects.toThrow(problem);
    expect(server.received).toHaveLength(1);
  });

  test('more than 2 MiB', async () => {
    const server = await serve((_, response) => response.end(Buffer.alloc(3 * 1024 * 1024, 32)));
    await expect(connect(server.url).atlas.getWindow(GROUP)).rejects.toMatchObject({ code: 'TOO_LARGE' });
    expect(server.received).toHaveLength(1);
  });

  test('HTML in answer to a write, which leaves open whether Atlas got it', async () => {
    const server = await serve((_, response) => response.end('<html>'));
    const { atlas } = connect(server.url);
    for (const failure of [
      atlas.updateWindow(GROUP, { startASAP: true }).send(),
      atlas.resetWindow(GROUP).send(),
      atlas.defer(GROUP).send(),
      atlas.toggleAutoDefer(GROUP).send(),
    ])
      await expect(failure).rejects.toMatchObject({ code: 'UNREADABLE_ANSWER', outcome: 'unknown' });
  });
});

describe('a redirect is never followed', () => {
  test.each([301, 302, 303, 307, 308])('%s', async status => {
    const other = await serve((_, response) => json(response, 200, WINDOW));
    const server = await serve((_, response) =>
      response.writeHead(status, { location: `${other.url}/path?token=x` }).end(),
    );
    const failure = connect(server.url).atlas.getWindow(GROUP);
    await expect(failure).rejects.toMatchObject({
      code: 'REDIRECT',
      status,
      outcome: 'refused',
      retryable: false,
    });
    await expect(failure).rejects.toThrow(`to ${new URL(other.url).host}, which is never followed`);
    expect(other.received).toEqual([]);
    expect(server.received).toHaveLength(1);
  });

  test('to the same host, or to nowhere', async () => {
    const server = await serve((received, response) =>
      response.writeHead(301, received.url.includes('nowhere') ? {} : { location: '/elsewhere' }).end(),
    );
    const { atlas } = connect(server.url);
    await expect(atlas.getWindow('nowhere')).rejects.toThrow('a redirect (301), which is never followed');
    await expect(atlas.getWindow(GROUP)).rejects.toThrow('a redirect (301), which is never followed');
    expect(server.received).toHaveLength(2);
  });
});

describe('events', () => {
  const event = (id: string) => ({
    id,
    created: '2026-08-10T03:06:44Z',
    eventTypeName: 'MAINTENANCE_STARTED',
  });
  const pageOf = (url: string) => Number(new URL(url, 'http://x').searchParams.get('pageNum'));
  const query = { eventTypes: ['A', 'B'], minDate: Date.UTC(2026, 6, 1) };

  test('are asked for by type and date, and come as instants', async () => {
    const server = await serve((_, response) =>
      json(response, 200, { totalCount: 0, results: [event('1')] }),
    );
    expect(await connect(server.url).atlas.listEvents(GROUP, query)).toEqual([
      { created: Date.UTC(2026, 7, 10, 3, 6, 44), eventTypeName: 'MAINTENANCE_STARTED' },
    ]);
    expect(server.lines()).toEqual([
      `GET /api/atlas/v2/groups/${GROUP}/events?eventType=A&eventType=B&minDate=2026-07-01T00%3A00%3A00.000Z&itemsPerPage=500&pageNum=1`,
    ]);
  });

  test('are read page by page until a short page, whatever the total says', async () => {
    const server = await serve((received, response) => {
      const results = Array.from({ length: pageOf(received.url) < 3 ? 500 : 7 }, (_, index) =>
        event(`${pageOf(received.url)}-${index}`),
      );
      json(response, 200, { totalCount: 0, results });
    });
    expect(await connect(server.url).atlas.listEvents(GROUP, query)).toHaveLength(1007);
    expect(server.received).toHaveLength(3);
  });

  test('that shift onto the next page between two reads count once', async () => {
    const server = await serve((received, response) => {
      const first = Array.from({ length: 500 }, (_, index) => event(String(index)));
      json(response, 200, { results: pageOf(received.url) === 1 ? first : [event('499'), event('500')] });
    });
    expect(await connect(server.url).atlas.listEvents(GROUP, query)).toHaveLength(501);
  });

  test('come newest first, those of one moment in the order of Atlas', async () => {
    const at = (created: string, eventTypeName: string) => ({ created, eventTypeName });
    const server = await serve((_, response) =>
      json(response, 200, {
        results: [
          at('2026-08-10T03:00:00Z', 'B'),
          at('2026-08-10T04:00:00Z', 'A'),
          at('2026-08-10T05:00:00+02:00', 'C'),
          at('2026-08-09T23:00:00-05:00', 'D'),
        ],
      }),
    );
    const events = await connect(server.url).atlas.listEvents(GROUP, query);
    expect(events.map(({ eventTypeName }) => eventTypeName).join('')).toBe('ADBC');
  });

  test('are refused on a page that is longer than was asked for, before one of them is looked at', async () => {
    for (const results of [
      Array.from({ length: 501 }, (_, index) => event(String(index))),
      Array(400_000).fill(0),
    ]) {
      const server = await serve((_, response) => json(response, 200, { results }));
      await expect(connect(server.url).atlas.listEvents(GROUP, query)).rejects.toMatchObject({
        code: 'UNREADABLE_ANSWER',
        message: expect.stringContaining('results is Array, not a list of at most 500 events'),
      });
      expect(server.received).toHaveLength(1);
    }
  });

  test.each([
    [10_000, true],
    [10_001, false],
  ])('%i in all: %s', async (count, taken) => {
    const server = await serve((received, response) => {
      const from = (pageOf(received.url) - 1) * 500;
      const length = Math.max(0, Math.min(500, count - from));
      json(response, 200, { results: Array.from({ length }, (_, index) => event(String(from + index))) });
    });
    const list = connect(server.url).atlas.listEvents(GROUP, query);
    if (taken) expect(await list).toHaveLength(count);
    else await expect(list).rejects.toMatchObject({ code: 'TOO_MANY_EVENTS' });
  });

  test('without end are an error', async () => {
    const server = await serve((_, response) =>
      json(response, 200, { results: Array.from({ length: 500 }, (__, index) => event(String(index))) }),
    );
    await expect(connect(server.url).atlas.listEvents(GROUP, query)).rejects.toMatchObject({
      code: 'TOO_MANY_EVENTS',
    });
    expect(server.received).toHaveLength(21);
  });

  test.each([
    ['no results', {}],
    ['results that are no list', { results: {} }],
    ['an event that is no object', { results: [[]] }],
    ['an event without a date', { results: [{ eventTypeName: 'A' }] }],
    ['a date that is no instant', { results: [{ eventTypeName: 'A', created: '2026-08-10' }] }],
    ['a date that is no date', { results: [{ eventTypeName: 'A', created: '2026-13-40T00:00:00Z' }] }],
    ['a date as a number', { results: [{ eventTypeName: 'A', created: 1 }] }],
    ['a type that is no text', { results: [{ eventTypeName: 1, created: '2026-08-10T03:06:44Z' }] }],
  ])('with %s are an error', async (_, body) => {
    const server = await serve((__, response) => json(response, 200, body));
    await expect(connect(server.url).atlas.listEvents(GROUP, query)).rejects.toMatchObject({
      code: 'UNREADABLE_ANSWER',
    });
  });
});

test('an access token that Atlas refuses is tried once, however many projects wait', async () => {
  const server = await serve((_, response) => refuse(response, 401, 'UNEXPECTED_ERROR'));
  const { atlas } = connect(server.url, { credential: TOKEN });
  const results = await Promise.allSettled(Array.from({ length: 10 }, () => atlas.getWindow(GROUP)));
  expect(results.every(({ status }) => status === 'rejected')).toBe(true);
  expect(server.received).toHaveLength(1);
});

describe('one project does not speak for the others', () => {
  const project = (url: string) => /groups\/(\w+)/.exec(url)?.[1];

  test.each([
    [
      'answers 401 with a code that nobody knows',
      (response: ServerResponse) => refuse(response, 401, 'SOMETHING_NEW'),
    ],
    [
      "answers 401 with a gateway's page",
      (response: ServerResponse) => response.writeHead(401).end('<html>'),
    ],
  ])('that %s', async (_, answer) => {
    const server = await serve((received, response) =>
      project(received.url) === '1' ? answer(response) : json(response, 200, WINDOW),
    );
    const { atlas } = connect(server.url);
    const [first, ...others] = await Promise.allSettled(['1', '2', '3'].map(atlas.getWindow));
    expect(others.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect(first).toMatchObject({
      reason: { status: 401, message: expect.stringContaining('may be wrong, or may lack a right') },
    });
  });

  test('where 401 comes for a key that Atlas has taken before', async () => {
    const server = await serve((received, response) => {
      if (!received.headers.authorization) return challenged(response);
      return project(received.url) === '2' ? challenged(response) : json(response, 200, WINDOW);
    });
    const { atlas } = connect(server.url, { credential: API_KEY });
    const results = await Promise.allSettled(['1', '2', '3'].map(atlas.getWindow));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  test('but a wrong key is tried once', async () => {
    const server = await serve((_, response) => challenged(response));
    const { atlas } = connect(server.url, { credential: API_KEY });
    const results = await Promise.allSettled(['1', '2', '3'].map(atlas.getWindow));
    for (const result of results)
      expect(result).toMatchObject({ reason: { message: expect.stringContaining('refused the API key') } });
    expect(server.received).toHaveLength(2);
  });

  test('that is silent keeps none of them from being asked', async () => {
    const server = await serve((received, response) => {
      if (project(received.url) !== '1') json(response, 200, WINDOW);
    });
    const cancel = new AbortController();
    const { atlas } = connect(server.url, { cancelled: cancel.signal, timeout: 60_000 });
    const silent = atlas.getWindow('1');
    await Promise.all(['2', '3'].map(atlas.getWindow));
    cancel.abort();
    await expect(silent).rejects.toMatchObject({ code: 'CANCELLED' });
  });
});

describe('a write whose answer is missing says that it may have taken effect', () => {
  const LOOK =
    'It may have taken effect all the same: look at the project in Atlas before you run the step again';
  const lost = (_: Received, response: ServerResponse) => response.destroy();
  const gateway = (_: Received, response: ServerResponse) => response.writeHead(504).end('<html>');
  const refused = (_: Received, response: ServerResponse) => refuse(response, 400, 'NO');
  const limited = (_: Received, response: ServerResponse) => refuse(response, 429, 'RATE_LIMITED');
  const page = (_: Received, response: ServerResponse) => response.end('<html>');

  const WRITES: [string, (atlas: Atlas) => Promise<void>][] = [
    ['an update', atlas => atlas.updateWindow(GROUP, { dayOfWeek: 1, hourOfDay: 1 }).send()],
    ['a start', atlas => atlas.updateWindow(GROUP, { startASAP: true }).send()],
    ['a reset', atlas => atlas.resetWindow(GROUP).send()],
  ];
  describe.each(WRITES)('%s', (_, write) => {
    test.each<[string, Handler[], string]>([
      ['lost, then refused', [lost, refused], 'NO'],
      ['answered 504, then refused', [gateway, refused], 'NO'],
      ['lost, then limited, then refused', [lost, limited, refused], 'NO'],
      ['answered by somebody else', [page], 'UNREADABLE_ANSWER'],
      ['limited, then answered by somebody else', [limited, page], 'UNREADABLE_ANSWER'],
    ])('%s', async (_when, answers, code) => {
      let count = 0;
      const server = await serve((...given) => answers[count++]?.(...given));
      const failure = write(connect(server.url).atlas);
      await expect(failure).rejects.toMatchObject({ code, outcome: 'unknown' });
      const message = await failure.catch(String);
      expect(String(message).split(LOOK)).toHaveLength(2);
    });

    test.each<[string, Handler[]]>([
      ['refused', [refused]],
      ['limited, then refused', [limited, refused]],
    ])('not where it was %s', async (_when, answers) => {
      let count = 0;
      const server = await serve((...given) => answers[count++]?.(...given));
      const failure = write(connect(server.url).atlas);
      await expect(failure).rejects.toMatchObject({ code: 'NO', outcome: 'refused' });
      await expect(failure).rejects.not.toThrow('may have taken effect');
    });

    test('never answered', async () => {
      const server = await serve(() => {});
      const failure = write(connect(server.url, { timeout: 150 }).atlas);
      await expect(failure).rejects.toMatchObject({ code: 'TIMEOUT', outcome: 'unknown' });
      await expect(failure).rejects.toThrow(LOOK);
    });
  });
});

test('a server that says its limit is reached is asked again only when it can serve one more', async () => {
  const server = await serve((received, response) =>
    json(
      response,
      200,
      { results: [] },
      { 'ratelimit-remaining': received.url.includes('/full/') ? '0' : '7' },
    ),
  );
  const { atlas } = connect(server.url, { timeout: 400 });
  const list = (groupId: string) => atlas.listEvents(groupId, { eventTypes: ['A'], minDate: 0 });
  await list('full');
  // Events refill at one in 600 ms, which is later than the deadline; other projects have limits of their own.
  const waiting = list('full');
  await list('other');
  await list('other');
  await expect(waiting).rejects.toMatchObject({ code: 'TIMEOUT', outcome: 'refused' });
  expect(server.received).toHaveLength(3);
});

test('every request is in the debug log with method, path, status and time, and without headers', async () => {
  const server = await serve((_, response) => json(response, 200, WINDOW));
  const { atlas, log } = connect(server.url);
  await atlas.getWindow(GROUP);
  expect(log.debug).toEqual([
    expect.stringMatching(
      /^GET \/api\/atlas\/v2\/groups\/5f0c3a9e8b1d2c4e6f708192\/maintenanceWindow: 200 after \d+ ms$/,
    ),
  ]);
});

test('a credential that no header can carry is an error that does not show it', async () => {
  const server = await serve((_, response) => json(response, 200, WINDOW));
  const { atlas } = connect(server.url, { credential: { kind: 'accessToken', accessToken: 'eyJ\nsecret' } });
  const failure = atlas.getWindow(GROUP);
  await expect(failure).rejects.toMatchObject({ code: 'INVALID_CREDENTIAL', outcome: 'refused' });
  await expect(failure).rejects.not.toThrow('secret\\b.*eyJ');
  expect(server.received).toEqual([]);
});
