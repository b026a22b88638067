import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A delivery as it came. */
export interface Received {
  id: string;
  body: string;
  headers: Record<string, string>;
}

/** A receiver of webhooks on this machine; `answer` decides what becomes of each delivery, 204 when left out. */
export interface Receiver {
  url: string;
  received: Received[];
  answer: (response: ServerResponse, delivery: Received) => void;
  close(): Promise<void>;
}

export async function receiver(answer: Receiver['answer'] = taken): Promise<Receiver> {
  const made: Receiver = { url: '', received: [], answer, close: () => closed(server) };
  const server = createServer((request, response) => {
    void read(request).then((delivery) => {
      made.received.push(delivery);
      made.answer(response, delivery);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  made.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?token=t`;
  return made;
}

/** 204: it was taken. */
export const taken: Receiver['answer'] = (response) => void response.writeHead(204).end();

/** A status without more. */
export const status =
  (code: number, headers: Record<string, string> = {}): Receiver['answer'] =>
  (response) =>
    void response.writeHead(code, headers).end('What a receiver says is shown to nobody.');

async function read(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = request.headers as Record<string, string>;
  return { id: headers['webhook-id'] ?? '', body: Buffer.concat(chunks).toString(), headers };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
