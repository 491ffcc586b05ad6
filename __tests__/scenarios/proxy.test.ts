/** Runners in closed networks reach Atlas through a proxy. The host name here is one that only the proxy can reach. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type SandboxOptions, startSandbox } from '../../sandbox/server.ts';
import { type CredentialKind, credentials, kinds, NOON, signedIn } from './stage.ts';
import { watched } from './watched.ts';

vi.setConfig({ testTimeout: 30_000 });

const certificate = (name: string) =>
  generate([{ name: 'commonName', value: name }], {
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: name }] }],
  }).then(({ private: key, cert }) => ({ key, cert }));

let folder = '';
let atlas: NonNullable<SandboxOptions['tls']>;
let other: NonNullable<SandboxOptions['tls']>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proxy-'));
  [atlas, other] = await Promise.all([certificate('atlas.test'), certificate('other.test')]);
  await writeFile(join(folder, 'trusted.pem'), `${atlas.cert}\n${other.cert}`);
});
afterAll(() => rm(folder, { recursive: true }));

/** Atlas over TLS. */
async function serve(tls = atlas) {
  const sandbox = await startSandbox({ now: NOON, tls });
  onTestFinished(() => sandbox.close());
  const { port } = new URL(sandbox.url);
  return { sandbox, host: `atlas.test:${port}` };
}

interface Tunnel {
  readonly to: string | undefined;
  readonly authorization: string | undefined;
}

/** A proxy that opens tunnels to loopback, whatever the host; `refuse` answers in its own way. */
async function startProxy(refuse?: (socket: Socket) => void) {
  const tunnels: Tunnel[] = [];
  const others: (string | undefined)[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    others.push(request.url);
    response.writeHead(405).end();
  });
  server.on('connection', (socket: Socket) => sockets.add(socket));
  server.on('connect', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    tunnels.push({ to: request.url, authorization: request.headers['proxy-authorization'] });
    socket.on('error', () => socket.destroy());
    if (refuse) return refuse(socket);
    const target = connect(Number(request.url?.split(':')[1]), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      target.write(head);
      target.pipe(socket).pipe(target);
    });
    sockets.add(target);
    target.on('error', () => socket.destroy());
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // a TCP server that listens has one
  return { address: `127.0.0.1:${port}`, tunnels, others };
}

const GATE = { operation: 'gate', deployStart: '2026-03-08T01:00Z' };
const wellRead = ['GET …01/maintenanceWindow → 200', 'GET …01/events?… → 200'];

/** A gate on an address that only a proxy reaches, in this environment. */
async function gate(
  env: Record<string, string>,
  { tls = atlas, trusted = true, kind = 'accessToken' as CredentialKind, timeout = '20s' } = {},
) {
  const { sandbox, host } = await serve(tls);
  const result = await watched(
    sandbox,
    { ...credentials[kind], ...GATE, timeout, baseUrl: `https://${host}` },
    { env: { ...(trusted ? { NODE_EXTRA_CA_CERTS: join(folder, 'trusted.pem') } : {}), ...env } },
  );
  return { ...result, host };
}

describe('a proxy', () => {
  it.each(kinds)('that https_proxy names carries every request, signed in with %s', async kind => {
    const proxy = await startProxy();
    const result = await gate({ https_proxy: `http://${proxy.address}` }, { kind });
    expect(result).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' } });
    expect(result.sent).toEqual(signedIn(kind, wellRead));
    expect(new Set(proxy.tunnels.map(({ to }) => to))).toEqual(new Set([result.host]));
    // Nothing that could be read on the way.
    expect(proxy.others).toEqual([]);
  });

  it('is found by HTTPS_PROXY, and without a scheme', async () => {
    const proxy = await startProxy();
    expect(await gate({ HTTPS_PROXY: proxy.address })).toMatchObject({ exitCode: 0 });
    expect(proxy.tunnels).not.toEqual([]);
  });

  it('gets the user and the password that its address holds, and nobody else does', async () => {
    const proxy = await startProxy();
    const result = await gate({ https_proxy: `http://carrier:p%40ss-word-of-proxy@${proxy.address}` });
    expect(result.exitCode).toBe(0);
    for (const { authorization } of proxy.tunnels)
      expect(authorization).toBe(`Basic ${btoa('carrier:p@ss-word-of-proxy')}`);
    for (const { headers } of result.sandbox.requests)
      expect(headers).not.toHaveProperty('proxy-authorization');
  });

  it.each([
    ['atlas.test', 'the host'],
    ['.test', 'its domain'],
    ['example.com,ATLAS.TEST', 'a list, in capitals'],
    ['*', 'everything'],
  ])('is gone around where no_proxy says %s (%s)', async no_proxy => {
    const proxy = await startProxy();
    const result = await gate({ https_proxy: `http://${proxy.address}`, no_proxy }, { timeout: '1s' });
    // Without the proxy nobody knows the name.
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail' } });
    expect(result.outputs.message).toMatch(/host name|TIMEOUT/);
    expect(proxy.tunnels).toEqual([]);
    expect(result.sent).toEqual([]);
  });

  it('is not asked for loopback', async () => {
    const proxy = await startProxy();
    const sandbox = await startSandbox({ now: NOON });
    onTestFinished(() => sandbox.close());
    const address = `http://${proxy.address}`;
    const result = await watched(
      sandbox,
      { ...credentials.accessToken, ...GATE },
      { env: { https_proxy: address, http_proxy: address, HTTP_PROXY: address } },
    );
    expect(result.exitCode).toBe(0);
    expect([...proxy.tunnels, ...proxy.others]).toEqual([]);
  });

  it.each([
    ['refuses to carry it', 'HTTP/1.1 403 Forbidden\r\n\r\n', /proxy that https_proxy names.*answered 403/],
    ['asks for a password', 'HTTP/1.1 407 Proxy Authentication Required\r\n\r\n', /answered 407/],
    ['says nothing that is HTTP', '::error::hostile\r\n\r\n', /proxy|TIMEOUT|HTTP/],
  ])('that %s closes the gate', async (_what, answer, says) => {
    const proxy = await startProxy(socket => socket.end(answer));
    const result = await gate({ https_proxy: `http://${proxy.address}` }, { timeout: '1s' });
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail' } });
    expect(result.outputs.message).toMatch(says);
    expect(result.sent).toEqual([]);
  });

  it('that never answers closes the gate at the deadline', async () => {
    const proxy = await startProxy(() => {});
    const result = await gate({ https_proxy: `http://${proxy.address}` }, { timeout: '1s' });
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail' } });
    expect(result.outputs.message).toContain('TIMEOUT');
  });

  it.each([
    ['is not there', 'http://127.0.0.1:1'],
    ['is no address', 'the one at the gate'],
  ])('that %s closes the gate, and is named as the cause', async (_what, https_proxy) => {
    const result = await gate({ https_proxy }, { timeout: '1s' });
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail' } });
    expect(result.outputs.message).toContain('https_proxy');
  });
});

describe('somebody in between who speaks for Atlas is not believed', () => {
  it('without a certificate that the runner trusts', async () => {
    const proxy = await startProxy();
    const result = await gate({ https_proxy: `http://${proxy.address}` }, { trusted: false });
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail' } });
    expect(result.outputs.message).toMatch(/no trusted TLS connection.*NODE_EXTRA_CA_CERTS/);
    expect(result.sent).toEqual([]);
  });

  it('though NODE_TLS_REJECT_UNAUTHORIZED=0 would believe anybody', async () => {
    const proxy = await startProxy();
    const unchecked = { https_proxy: `http://${proxy.address}`, NODE_TLS_REJECT_UNAUTHORIZED: '0' };
    const result = await gate(unchecked, { trusted: false });
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail' } });
    expect(result.outputs.message).toMatch(/no trusted TLS connection.*NODE_EXTRA_CA_CERTS/);
    expect(result.sent).toEqual([]);
    // Whom NODE_EXTRA_CA_CERTS names is trusted as ever.
    expect(await gate(unchecked)).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' } });
  });

  it('with a trusted certificate of another name', async () => {
    const proxy = await startProxy();
    const result = await gate({ https_proxy: `http://${proxy.address}` }, { tls: other });
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail' } });
    expect(result.outputs.message).toMatch(/no trusted TLS connection/);
    expect(result.sent).toEqual([]);
  });
});
