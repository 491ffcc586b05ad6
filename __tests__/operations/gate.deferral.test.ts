import { describe, expect, it } from 'vitest';
import { withDeferral } from '../../src/operations/gate/deferral.ts';
import type { Look } from '../../src/operations/gate/view.ts';

describe('a look after a deferral of this step', () => {
  const deferred = (created: number) => ({ created, eventTypeName: 'ATLAS_MAINTENANCE_DEFERRED' });
  const seen = (...events: ReturnType<typeof deferred>[]): Look => ({
    window: { configured: false },
    events,
  });
  const unreadable: Look = { window: { configured: false }, events: { unreadable: 'It is gone' } };
  const now = 1000;

  it('knows of it where the feed of events lags, and of an older one that is no news', () => {
    expect(withDeferral(seen(), seen(), now)).toEqual(seen(deferred(now)));
    expect(withDeferral(seen(deferred(1)), seen(deferred(1)), now)).toEqual(seen(deferred(1), deferred(now)));
  });

  it('knows of it whatever else the feed tells that is new', () => {
    const announced = { created: 999, eventTypeName: 'MAINTENANCE_IN_ADVANCED' };
    expect(withDeferral(seen(announced), seen(), now)).toEqual(seen(announced, deferred(now)));
    // Of the same moment as the deferral.
    expect(withDeferral(seen(deferred(999)), seen(announced), now)).toEqual(seen(deferred(999)));
  });

  it('is taken as it is where the feed tells of it', () => {
    const after = seen(deferred(999), deferred(1));
    expect(withDeferral(after, seen(deferred(1)), now)).toBe(after);
    expect(withDeferral(after, unreadable, now)).toBe(after);
  });

  it('stays unknown where the events cannot be read', () => {
    expect(withDeferral(unreadable, seen(), now)).toBe(unreadable);
  });
});
