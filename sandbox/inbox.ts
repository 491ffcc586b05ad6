import { parseJson } from './http.ts';
import { type Listening, listen, readBody } from './listen.ts';

/** What a chat's webhook points to in a test: it takes every JSON body that comes, and keeps it. */
export interface Inbox extends Listening {
  /** In the order of their arrival. */
  messages: unknown[];
}

export const startInbox = async (): Promise<Inbox> => {
  const messages: unknown[] = [];
  const server = await listen((request, response) => {
    readBody(request).then(
      body => {
        const message = parseJson(body);
        if (message !== undefined) messages.push(message);
        response.writeHead(message === undefined ? 400 : 200).end();
      },
      () => response.destroy(),
    );
  });
  return { ...server, messages };
};
