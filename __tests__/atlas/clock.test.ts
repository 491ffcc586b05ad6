import { describe, expect, test } from 'vitest';
import { createClock } from '../../src/atlas/clock.ts';
import { createDeadline } from '../../src/deadline.ts';
import { connect, GROUP, json, refuse, serve, WINDOW } from './server.ts';

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
    ['absent', null],
    ['no date', 'yesterday'],
    ['a date of another form', new Date(Date.now() + HOUR).toISOString()],
    ['a day that does not exist', 'Mon, 99 Foo 2026 00:00:00 GMT'],
  ])("stays the runner's where Atlas's Date is %s, and that is known", async (_, date) => {
    const atlas = await answered(date);
    expect(ahead(atlas.now(), 0)).toBe(true);
    expect(atlas.clockSkew()).toBeUndefined();
    expect(atlas.clockKnown()).toBe(false);
  });

  test.each([
    ['a runner that is a little behind', 50_000],
    ['a runner that is a little ahead', -50_000],
    ['a runner that is behind', 2 * HOUR],
    ['a runner that is ahead', -2 * HOUR],
    ['a date that is absurd', 20 * 365 * 24 * HOUR],
    ['the year 1970', -Date.now()],
  ])("is Atlas's for %s", async (_, offset) => {
    const atlas = await answered(utc(offset));
    expect(ahead(atlas.now(), offset)).toBe(true);
    expect(atlas.clockKnown()).toBe(true);
    const first = atlas.now();
    expect(atlas.now()).toBeGreaterThanOrEqual(first);
    // Under a minute is not worth a word.
    if (Math.abs(offset) < 60_000) expect(atlas.clockSkew()).toBeUndefined();
    else expect(Math.abs((atlas.clockSkew() ?? 0) + offset)).toBeLessThan(30_000);
  });

  test('is no news from the page of a gateway, nor from a redirect or an error', async () => {
    let count = 0;
    const server = await serve((_, response) => {
      count += 1;
      const date = { date: utc(2 * HOUR) };
      if (count === 1) return response.writeHead(200, date).end('<html>Sign in</html>');
      if (count === 2) return response.writeHead(301, date).end();
      return refuse(response, 403, 'OTHER', {}, date);
    });
    const { atlas } = connect(server.url);
    for (let asked = 0; asked < 3; asked += 1) await expect(atlas.getWindow(GROUP)).rejects.toThrow();
    expect(count).toBe(3);
    expect(atlas.clockKnown()).toBe(false);
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

describe('whole seconds, which are all that a Date has', () => {
  const NOON = Date.UTC(2026, 2, 6, 12);
  /** What the clock shows, in ms after noon less those that passed, after answers: seconds of the Date, when asked, when told. */
  const shown = (...answers: [date: number, sent: number, received: number][]) => {
    let elapsed = 0;
    const clock = createClock(() => elapsed);
    for (const [date, sent, received] of answers) {
      elapsed = received;
      clock.heard({ headers: { date: new Date(NOON + date * 1000).toUTCString() }, sent, received });
    }
    return clock.now() - NOON - elapsed;
  };

  test('are taken for the earliest that it may be: what is to come is not past', () => {
    expect(shown([0, -50, 0])).toBe(0);
  });

  test('do not take the clock back within a second', () => {
    // The second answer was written at 0.9 s, and says 0.
    expect(shown([0, -50, 0], [0, 850, 900])).toBe(0);
  });

  test('move it on where a later answer knows better', () => {
    expect(shown([0, -50, 0], [1, 150, 200])).toBe(800);
  });

  test('do not take it back for an answer that was long on its way', () => {
    expect(shown([0, -50, 0], [0, 100, 5000])).toBe(0);
  });

  test('take it back where the newest answer says that it is too late', () => {
    expect(shown([10, -50, 0], [0, 100, 150])).toBe(-150);
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
