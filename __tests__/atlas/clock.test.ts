import { describe, expect, test } from 'vitest';
import { createDeadline } from '../../src/atlas/deadline.ts';
import { connect, GROUP, json, serve, WINDOW } from './server.ts';

const HOUR = 3_600_000;

/** The client after answers with these `Date` headers; `null` stands for none. */
const answered = async (...dates: (string | null)[]) => {
  let count = 0;
  const server = await serve((_, response) => {
    const date = dates[count];
    count += 1;
    if (date === null) response.sendDate = false;
    json(response, 200, WINDOW, date ? { date } : {});
  });
  const { atlas } = connect(server.url);
  for (const _ of dates) await atlas.getWindow(GROUP);
  return atlas;
};

const utc = (offset: number) => new Date(Date.now() + offset).toUTCString();

/** Whether the client takes it to be `offset` from the runner's time, give or take half a minute. */
const ahead = (now: number, offset: number) => Math.abs(now - Date.now() - offset) < 30_000;

describe('the time', () => {
  test("is the runner's before any answer", () => {
    const { atlas } = connect('http://127.0.0.1:1');
    expect(ahead(atlas.now(), 0)).toBe(true);
    expect(atlas.clockSkew()).toBeUndefined();
  });

  test.each([
    ['a little ahead', utc(30_000)],
    ['a little behind', utc(-30_000)],
    ['absent', null],
    ['no date', 'yesterday'],
    ['a date of another form', new Date(Date.now() + HOUR).toISOString()],
    ['a day that does not exist', 'Mon, 99 Foo 2026 00:00:00 GMT'],
  ])("stays the runner's where Atlas's Date is %s", async (_, date) => {
    const atlas = await answered(date);
    expect(ahead(atlas.now(), 0)).toBe(true);
    expect(atlas.clockSkew()).toBeUndefined();
  });

  test.each([
    ['a runner that is behind', 2 * HOUR],
    ['a runner that is ahead', -2 * HOUR],
    ['a date that is absurd', 20 * 365 * 24 * HOUR],
  ])("is Atlas's for %s, and the difference is known", async (_, offset) => {
    const atlas = await answered(utc(offset));
    expect(ahead(atlas.now(), offset)).toBe(true);
    expect(Math.abs((atlas.clockSkew() ?? 0) + offset)).toBeLessThan(30_000);
    const first = atlas.now();
    expect(atlas.now()).toBeGreaterThanOrEqual(first);
  });

  test('follows the newest answer', async () => {
    const atlas = await answered(utc(2 * HOUR), utc(0));
    expect(ahead(atlas.now(), 0)).toBe(true);
    expect(atlas.clockSkew()).toBeUndefined();
  });

  test('keeps what it knows when an answer names none', async () => {
    const atlas = await answered(utc(2 * HOUR), null);
    expect(ahead(atlas.now(), 2 * HOUR)).toBe(true);
  });
});

describe('a deadline', () => {
  test('counts down and never below zero', async () => {
    const deadline = createDeadline(20);
    expect(deadline.total).toBe(20);
    expect(deadline.remaining()).toBeLessThanOrEqual(20);
    await new Promise(resolve => deadline.signal.addEventListener('abort', resolve));
    expect(deadline.signal.reason).toMatchObject({ name: 'TimeoutError' });
    expect(createDeadline(0).remaining()).toBe(0);
  });

  test('of more than the longest timer does not fire at once', async () => {
    const deadline = createDeadline(60 * 24 * HOUR);
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    expect(deadline.signal.aborted).toBe(false);
    expect(deadline.remaining()).toBeGreaterThan(59 * 24 * HOUR);
  });

  test('ends with the run, before or after it has begun', () => {
    const cancel = new AbortController();
    const deadline = createDeadline(HOUR, cancel.signal);
    cancel.abort('SIGTERM');
    expect(deadline.signal.reason).toBe('SIGTERM');
    expect(createDeadline(HOUR, cancel.signal).signal.aborted).toBe(true);
  });
});
