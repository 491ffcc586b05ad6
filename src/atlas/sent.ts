import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

const CREATED = 'http.client.request.created';

/** Calls back when the next request that this process makes has been written; to a proxy where one stands in between. */
export function onceSent(callback: () => void): void {
  const created = (message: unknown) => {
    unsubscribe(CREATED, created);
    const { request } = message as { request: ClientRequest }; // Node's promise for this channel
    request.once('finish', callback);
  };
  subscribe(CREATED, created);
}
