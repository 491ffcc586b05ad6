import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { onceSent } from '../../src/atlas/sent.ts';

test('work that can wait begins when the first request is on its way, once, and before its answer', async () => {
  const told: string[] = [];
  const { promise: sent, resolve } = Promise.withResolvers<void>();
  const server = createServer(async (_, response) => {
    // It keeps the answer back until the work was begun.
    await sent;
    response.end();
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise(done => server.once('listening', done));
  const { port } = server.address() as AddressInfo; // a TCP server that listens has one
  const request = () =>
    new Promise<void>((done, failed) =>
      get({ host: '127.0.0.1', port }, answer => answer.resume().on('end', done)).on('error', failed),
    );

  onceSent(() => {
    told.push('sent');
    resolve();
  });
  expect(told).toEqual([]);
  for (const _ of [1, 2]) {
    await request();
    told.push('answered');
  }
  expect(told).toEqual(['sent', 'answered', 'answered']);
});
