import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Stands between the pool and PostgreSQL, and can fail as networks do. */
export interface Proxy {
  /** The same URL, through the proxy. */
  url: string;
  /** Cuts every connection. */
  cut(): void;
  /** From the first message that holds these words on, nothing passes any more and nobody is told. */
  swallow(words: string): void;
  /** How many connections have fallen silent. */
  silent(): number;
  close(): void;
}

export async function proxied(url: string): Promise<Proxy> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let swallowed: string | undefined;
  let silent = 0;
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    let dead = false;
    near.on('data', (chunk) => {
      if (!dead && swallowed !== undefined && chunk.includes(swallowed)) {
        dead = true;
        silent += 1;
      }
      if (!dead) far.write(chunk);
    });
    far.on('data', (chunk) => dead || near.write(chunk));
    for (const [one, other] of [[near, far], [far, near]] as const) {
      sockets.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const through = new URL(url);
  through.port = String((server.address() as AddressInfo).port);
  const cut = () => sockets.forEach((socket) => socket.destroy());
  return {
    url: through.href,
    cut,
    swallow: (words) => (swallowed = words),
    silent: () => silent,
    close: () => {
      cut();
      server.close();
    },
  };
}
