import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { answerDigest, chooseDigest, parseChallenges } from '../../src/atlas/digest.ts';
import {
  API_KEY,
  challenge,
  challenged,
  connect,
  GROUP,
  json,
  parameter,
  refuse,
  serve,
  WINDOW,
} from './server.ts';

const RFC_NONCE = '7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v';
const RFC_OPAQUE = 'FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS';
const rfcChallenge = (algorithm: string) =>
  `Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=${algorithm}, nonce="${RFC_NONCE}", opaque="${RFC_OPAQUE}"`;

const choose = (...headers: string[]) => {
  const chosen = chooseDigest(parseChallenges(headers.join(', ')));
  if (!chosen) throw new Error('nothing to answer');
  return chosen;
};

const md5 = (...parts: string[]) => createHash('md5').update(parts.join(':')).digest('hex');

const request = {
  username: 'Mufasa',
  password: 'Circle of Life',
  method: 'GET',
  uri: '/dir/index.html',
  body: '',
  count: 1,
  cnonce: 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ',
};

describe('RFC 7616, section 3.9.1', () => {
  test.each([
    ['MD5', '8ca523f5e9506fed4657c9700eebdbec'],
    ['SHA-256', '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1'],
  ])('its example for %s is answered as printed there', (algorithm, response) => {
    expect(answerDigest({ ...request, challenge: choose(rfcChallenge(algorithm)) })).toBe(
      `Digest username="Mufasa", realm="http-auth@example.org", nonce="${RFC_NONCE}", uri="/dir/index.html", ` +
        `algorithm=${algorithm}, qop=auth, nc=00000001, cnonce="${request.cnonce}", response="${response}", opaque="${RFC_OPAQUE}"`,
    );
  });

  test('of its two challenges the first counts, as the server prefers it', () => {
    expect(choose(rfcChallenge('SHA-256'), rfcChallenge('MD5')).algorithm).toBe('SHA-256');
    expect(choose(rfcChallenge('MD5'), rfcChallenge('SHA-256')).algorithm).toBe('MD5');
  });
});

describe('challenges', () => {
  test('the recorded challenge of Atlas is understood', () => {
    expect(choose(challenge())).toEqual({
      realm: 'MMS Public API',
      nonce: '89FU+zZ06zgKynmobMhdFzhWpORw6cYM',
      opaque: undefined,
      algorithm: 'MD5',
      hash: 'md5',
      session: false,
      qop: 'auth',
      stale: false,
    });
  });

  test('several in one header are told apart, quoted commas, escapes and token68 included', () => {
    const header =
      'Negotiate YWJj==, Basic realm="a, \\"quoted\\" realm", Newest abc/+=,, Digest realm = "r\\\\,x" , nonce="n=" ,qop="auth-int,auth",STALE=TRUE, Bearer';
    expect(parseChallenges(header).map(({ scheme }) => scheme)).toEqual([
      'negotiate',
      'basic',
      'newest',
      'digest',
      'bearer',
    ]);
    expect(parseChallenges(header)[1]?.parameters.get('realm')).toBe('a, "quoted" realm');
    expect(choose(header)).toMatchObject({ realm: 'r\\,x', nonce: 'n=', qop: 'auth', stale: true });
  });

  test('one that breaks the grammar is left out, and what stands before it is kept', () => {
    expect(parseChallenges('Digest realm="r", nonce="n", Basic realm="open')).toMatchObject([
      { scheme: 'digest' },
    ]);
    expect(parseChallenges('Digest realm="r", nonce="n')).toEqual([]);
    expect(parseChallenges('')).toEqual([]);
    expect(parseChallenges('"')).toEqual([]);
  });

  test.each([
    ['an unknown algorithm', 'Digest realm="r", nonce="n", algorithm=SHA-512-256, qop="auth"'],
    ['an unknown quality of protection', 'Digest realm="r", nonce="n", qop="auth-conf"'],
    ['no nonce', 'Digest realm="r", qop="auth"'],
    ['no realm', 'Digest nonce="n", qop="auth"'],
    ['another scheme', 'Basic realm="r"'],
  ])('%s is not answered', (_, header) => {
    expect(chooseDigest(parseChallenges(header))).toBeUndefined();
  });

  test('one that is not understood gives way to the next', () => {
    expect(
      choose('Digest realm="r", nonce="1", algorithm=SHA-512-256, qop="auth"', challenge('2')).nonce,
    ).toBe('2');
  });
});

describe('answers', () => {
  test('without qop have the form of RFC 2069', () => {
    const answer = answerDigest({ ...request, challenge: choose('Digest realm="r", nonce="n"') });
    const response = md5(md5('Mufasa', 'r', 'Circle of Life'), 'n', md5('GET', '/dir/index.html'));
    expect(answer).toBe(
      `Digest username="Mufasa", realm="r", nonce="n", uri="/dir/index.html", response="${response}"`,
    );
  });

  test('to auth-int cover the body', () => {
    const asked = choose('Digest realm="r", nonce="n", qop="auth-int"');
    const answer = answerDigest({
      ...request,
      challenge: asked,
      method: 'PATCH',
      body: '{"hourOfDay":0}',
      cnonce: 'c',
    });
    const target = md5('PATCH', '/dir/index.html', md5('{"hourOfDay":0}'));
    expect(answer).toContain(
      `response="${md5(md5('Mufasa', 'r', 'Circle of Life'), 'n', '00000001', 'c', 'auth-int', target)}"`,
    );
  });

  test('to a -sess algorithm derive the key from both nonces', () => {
    const asked = choose('Digest realm="r", nonce="n", algorithm=MD5-sess, qop="auth"');
    const answer = answerDigest({ ...request, challenge: asked, cnonce: 'c', count: 255 });
    const key = md5(md5('Mufasa', 'r', 'Circle of Life'), 'n', 'c');
    expect(answer).toContain('algorithm=MD5-sess, qop=auth, nc=000000ff');
    expect(answer).toContain(
      `response="${md5(key, 'n', '000000ff', 'c', 'auth', md5('GET', '/dir/index.html'))}"`,
    );
  });

  test('quote what needs quoting', () => {
    const asked = choose('Digest realm="a \\"b\\" \\\\ c", nonce="n"');
    expect(answerDigest({ ...request, username: 'x"y', challenge: asked })).toContain(
      'username="x\\"y", realm="a \\"b\\" \\\\ c"',
    );
  });
});

/** Whether an answer holds for the recorded challenge, recomputed. */
const holds = (received: Parameters<typeof parameter>[0]) => {
  const get = (name: string) => parameter(received, name) ?? '';
  const key = md5('abcdefgh', 'MMS Public API', 'key-0123-secret');
  const target = md5(received.method, received.url);
  return get('response') === md5(key, get('nonce'), get('nc'), get('cnonce'), 'auth', target);
};

describe('with an API key', () => {
  test('a read takes two requests over one connection, and each further one a single request', async () => {
    const server = await serve((received, response) =>
      holds(received) ? json(response, 200, WINDOW) : challenged(response),
    );
    const { atlas } = connect(server.url, { credential: API_KEY });
    await atlas.getWindow(GROUP);
    expect(server.received.map(it => parameter(it, 'nc'))).toEqual([undefined, '00000001']);
    await atlas.getWindow('f'.repeat(24));
    await atlas.updateWindow(GROUP, { dayOfWeek: 1, hourOfDay: 0 }).send();
    expect(server.received.map(it => parameter(it, 'nc'))).toEqual([
      undefined,
      '00000001',
      '00000002',
      '00000003',
    ]);
    expect(server.received.at(-1)?.body).toBe('{"dayOfWeek":1,"hourOfDay":0}');
    expect(server.connections()).toBe(1);
  });

  test('the address that is signed is the path with its query', async () => {
    const server = await serve((received, response) =>
      holds(received) && parameter(received, 'uri') === received.url
        ? json(response, 200, { results: [] })
        : challenged(response),
    );
    const { atlas } = connect(server.url, { credential: API_KEY });
    expect(await atlas.listEvents(GROUP, { eventTypes: ['A'], minDate: 0 })).toEqual([]);
    expect(server.received.at(-1)?.url).toContain('?eventType=A&minDate=');
  });

  test('ten first reads at the same time share one challenge, and no count is used twice', async () => {
    const server = await serve((received, response) =>
      holds(received) ? json(response, 200, WINDOW) : challenged(response),
    );
    const { atlas } = connect(server.url, { credential: API_KEY });
    await Promise.all(Array.from({ length: 10 }, (_, index) => atlas.getWindow(String(index))));
    const counts = server.received.map(it => parameter(it, 'nc'));
    expect(counts.filter(nc => nc === undefined)).toHaveLength(1);
    expect(new Set(counts).size).toBe(11);
  });

  test('a nonce that has become too old is replaced at the cost of one request', async () => {
    let nonce = 'first';
    const server = await serve((received, response) =>
      holds(received) && parameter(received, 'nonce') === nonce
        ? json(response, 200, WINDOW)
        : challenged(response, challenge(nonce, received.headers.authorization !== undefined)),
    );
    const { atlas } = connect(server.url, { credential: API_KEY });
    await atlas.getWindow(GROUP);
    nonce = 'second';
    await atlas.getWindow(GROUP);
    await atlas.getWindow(GROUP);
    expect(server.received.map(it => [parameter(it, 'nonce'), parameter(it, 'nc')])).toEqual([
      [undefined, undefined],
      ['first', '00000001'],
      ['first', '00000002'],
      ['second', '00000001'],
      ['second', '00000002'],
    ]);
  });

  test('a first answer called stale is given once more with the new nonce', async () => {
    const server = await serve((received, response) =>
      parameter(received, 'nonce') === 'second'
        ? json(response, 200, WINDOW)
        : challenged(
            response,
            received.headers.authorization ? challenge('second', true) : challenge('first'),
          ),
    );
    const { atlas } = connect(server.url, { credential: API_KEY });
    await atlas.getWindow(GROUP);
    expect(server.received).toHaveLength(3);
  });

  test('a server that calls every nonce stale is not answered for ever', async () => {
    let count = 0;
    const server = await serve((_, response) => {
      count += 1;
      challenged(response, challenge(`nonce-${count}`, true));
    });
    const { atlas } = connect(server.url, { credential: API_KEY });
    await expect(atlas.getWindow(GROUP)).rejects.toThrow('the public or the private key is wrong');
    expect(server.received).toHaveLength(3);
  });

  test('a server that accepts counts only in rising order serves all reads all the same', async () => {
    const highest = new Map<string, number>();
    let nonces = 0;
    const server = await serve((received, response) => {
      const nonce = parameter(received, 'nonce') ?? '';
      const nc = Number.parseInt(parameter(received, 'nc') ?? '0', 16);
      if (holds(received) && nc > (highest.get(nonce) ?? Number.POSITIVE_INFINITY)) {
        highest.set(nonce, nc);
        return json(response, 200, WINDOW);
      }
      nonces += 1;
      highest.set(`nonce-${nonces}`, 0);
      return challenged(response, challenge(`nonce-${nonces}`));
    });
    const { atlas } = connect(server.url, { credential: API_KEY });
    const reads = Array.from({ length: 40 }, (_, index) => atlas.getWindow(String(index)));
    await expect(Promise.all(reads)).resolves.toHaveLength(40);
  });

  test('wrong keys are tried once, however many projects wait', async () => {
    let count = 0;
    const server = await serve((_, response) => {
      count += 1;
      challenged(response, challenge(`nonce-${count}`));
    });
    const { atlas } = connect(server.url, { credential: API_KEY });
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => atlas.getWindow(GROUP)));
    expect(results.map(({ status }) => status)).toEqual(Array(10).fill('rejected'));
    expect(server.received).toHaveLength(2);
  });

  test('a 401 about rights says so, and other projects are still read', async () => {
    const server = await serve((received, response) => {
      if (!holds(received)) return challenged(response);
      return received.url.includes('bad')
        ? refuse(response, 401, 'NOT_IN_GROUP')
        : json(response, 200, WINDOW);
    });
    const { atlas } = connect(server.url, { credential: API_KEY });
    await expect(atlas.getWindow('bad')).rejects.toMatchObject({ code: 'NOT_IN_GROUP', outcome: 'refused' });
    await expect(atlas.getWindow('good')).resolves.toMatchObject({ configured: true });
    expect(server.received).toHaveLength(3);
  });

  test('a value of a service account given as public key is pointed out', async () => {
    const server = await serve((_, response) => challenged(response));
    const { atlas } = connect(server.url, {
      credential: { kind: 'apiKey', publicKey: 'mdb_sa_id_0', privateKey: 'x' },
    });
    await expect(atlas.getWindow(GROUP)).rejects.toThrow('give it as clientId');
  });

  test.each([
    ['without qop', 'Digest realm="MMS Public API", nonce="n"', undefined],
    ['with auth-int only', 'Digest realm="MMS Public API", nonce="n", qop="auth-int"', '00000001'],
    [
      'with SHA-256 only',
      'Digest realm="MMS Public API", nonce="n", qop="auth", algorithm=SHA-256',
      '00000001',
    ],
    ['among others in one header', `Basic realm="x", ${challenge('n')}, Bearer`, '00000001'],
    ['in one of several headers', ['Basic realm="x"', 'Negotiate', challenge('n')], '00000001'],
  ])('a challenge %s is answered', async (_, header, nc) => {
    const server = await serve((received, response) =>
      received.headers.authorization ? json(response, 200, WINDOW) : challenged(response, header),
    );
    const { atlas } = connect(server.url, { credential: API_KEY });
    await atlas.getWindow(GROUP);
    expect(server.received).toHaveLength(2);
    expect(parameter(server.received[1] ?? raise(), 'nonce')).toBe('n');
    expect(parameter(server.received[1] ?? raise(), 'nc')).toBe(nc);
  });

  test('a challenge that cannot be answered is an error that says why', async () => {
    const server = await serve((_, response) =>
      challenged(response, 'Digest realm="r", nonce="n", algorithm=X'),
    );
    const { atlas } = connect(server.url, { credential: API_KEY });
    await expect(atlas.getWindow(GROUP)).rejects.toMatchObject({
      code: 'UNSUPPORTED_CHALLENGE',
      outcome: 'refused',
    });
    expect(server.received).toHaveLength(1);
  });
});

function raise(): never {
  throw new Error('no such request');
}
