import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, connect as connectSocket, type Server, type Socket } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { generate } from 'selfsigned';
import { beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { API_KEY, challenged, connect, GROUP, json, serve, WINDOW } from './server.ts';

let pems: Awaited<ReturnType<typeof generate>>;

beforeAll(async () => {
  pems = await generate([{ name: 'commonName', value: 'atlas.test' }], {
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'atlas.test' }] }],
  });
});

beforeEach(() => {
  for (const name of ['http_proxy', 'https_proxy', 'no_proxy']) {
    vi.stubEnv(name, '');
    vi.stubEnv(name.toUpperCase(), '');
  }
  return () => vi.unstubAllEnvs();
});

async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', socket => sockets.add(socket.on('close', () => sockets.delete(socket))));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port; // a listening TCP server has one
}

/** Atlas over TLS under a name that only the proxy can reach. */
async function serveTls({ trusted = true } = {}) {
  const requests: string[] = [];
  const port = await listen(
    createHttpsServer({ key: pems.private, cert: pems.cert }, (request, response) => {
      requests.push(`${request.method} ${request.headers.host}${request.url}`);
      if (request.headers.authorization) json(response, 200, WINDOW);
      else challenged(response);
    }),
  );
  if (trusted) {
    const before = getCACertificates('default');
    setDefaultCACertificates([...before, pems.cert]);
    onTestFinished(() => setDefaultCACertificates(before));
  }
  return { port, url: `https://atlas.test:${port}`, requests };
}

/** A proxy that opens tunnels to loopback, whatever the name; `answer` overrides what it says. */
async function serveProxy(answer?: (socket: Socket) => void) {
  const tunnels: { to: string | undefined; authorization: string | undefined }[] = [];
  const server = createHttpServer((_, response) => response.writeHead(405).end());
  server.on('connect', (request, socket: Socket, head) => {
    tunnels.push({ to: request.url, authorization: request.headers['proxy-authorization'] });
    if (answer) return answer(socket);
    const target = connectSocket(Number(request.url?.split(':')[1]), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      target.write(head);
      target.pipe(socket).pipe(target);
    });
    target.on('error', () => socket.destroy());
    socket.on('error', () => target.destroy());
  });
  const port = await listen(server);
  return { url: `http://127.0.0.1:${port}`, port, tunnels };
}

describe('behind a proxy', () => {
  test('all requests go through the tunnel that https_proxy names', async () => {
    const atlasServer = await serveTls();
    const proxy = await serveProxy();
    vi.stubEnv('https_proxy', proxy.url);
    const { atlas } = connect(atlasServer.url, { credential: API_KEY });
    await expect(atlas.getWindow(GROUP)).resolves.toMatchObject({ configured: true });
    const path = `atlas.test:${atlasServer.port}/api/atlas/v2/groups/${GROUP}/maintenanceWindow`;
    expect(atlasServer.requests).toEqual([`GET ${path}`, `GET ${path}`]);
    expect(new Set(proxy.tunnels.map(({ to }) => to))).toEqual(new Set([`atlas.test:${atlasServer.port}`]));
  });

  test('thirty projects at the same time get through', async () => {
    const atlasServer = await serveTls();
    const proxy = await serveProxy();
    vi.stubEnv('https_proxy', proxy.url);
    const { atlas, log } = connect(atlasServer.url);
    const reads = Array.from({ length: 30 }, (_, index) => atlas.getWindow(String(index)));
    await expect(Promise.all(reads)).resolves.toHaveLength(30);
    expect(log.info).toEqual([]);
  });

  test('its user and password are sent to it, and nothing of them is shown', async () => {
    const atlasServer = await serveTls();
    const proxy = await serveProxy(socket =>
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'),
    );
    vi.stubEnv('https_proxy', `http://user:p%40ss@127.0.0.1:${proxy.port}`);
    const failure = connect(atlasServer.url).atlas.getWindow(GROUP);
    await expect(failure).rejects.toMatchObject({
      code: 'PROXY_FAILED',
      outcome: 'refused',
      message:
        'The proxy that https_proxy names opened no connection to Atlas (it answered 407). Check the variable, the proxy and its list of allowed hosts. Code: PROXY_FAILED',
    });
    expect(proxy.tunnels).toEqual([
      { to: `atlas.test:${atlasServer.port}`, authorization: `Basic ${btoa('user:p@ss')}` },
    ]);
  });

  test('one that never opens the tunnel is given up at the deadline', async () => {
    const proxy = await serveProxy(() => {});
    vi.stubEnv('https_proxy', proxy.url);
    const { atlas } = connect('https://atlas.test', { timeout: 120 });
    await expect(atlas.getWindow(GROUP)).rejects.toMatchObject({ code: 'TIMEOUT' });
  });

  test('one that is not there, or whose address is not a URL, is named as the cause', async () => {
    vi.stubEnv('https_proxy', 'http://127.0.0.1:1');
    const { atlas } = connect('https://atlas.test', { timeout: 100 });
    await expect(atlas.defer(GROUP).send()).rejects.toMatchObject({ code: 'PROXY_FAILED', retryable: true });
    vi.stubEnv('https_proxy', 'not a url');
    await expect(atlas.defer(GROUP).send()).rejects.toMatchObject({ code: 'PROXY_FAILED', retryable: false });
  });

  test('no_proxy goes around it', async () => {
    const proxy = await serveProxy();
    vi.stubEnv('https_proxy', proxy.url);
    vi.stubEnv('no_proxy', 'example.org, .invalid');
    await connect('https://atlas.invalid', { timeout: 100 })
      .atlas.defer(GROUP)
      .send()
      .catch(() => {});
    expect(proxy.tunnels).toEqual([]);
  });

  test('loopback is never proxied', async () => {
    const proxy = await serveProxy();
    vi.stubEnv('https_proxy', proxy.url);
    vi.stubEnv('http_proxy', proxy.url);
    const server = await serve((_, response) => json(response, 200, WINDOW));
    await connect(server.url).atlas.getWindow(GROUP);
    expect(proxy.tunnels).toEqual([]);
    expect(server.received).toHaveLength(1);
  });

  test('a certificate that nobody trusts is an error that names the way out', async () => {
    const atlasServer = await serveTls({ trusted: false });
    const proxy = await serveProxy();
    vi.stubEnv('https_proxy', proxy.url);
    const failure = connect(atlasServer.url).atlas.getWindow(GROUP);
    await expect(failure).rejects.toMatchObject({ code: 'TLS_FAILED', outcome: 'refused', retryable: false });
    await expect(failure).rejects.toThrow('NODE_EXTRA_CA_CERTS');
    expect(atlasServer.requests).toEqual([]);
  });
});
