import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Stands between two ends, and can fail as networks do. */
export interface Proxy {
  /** The same URL, through the proxy. */
  url: string;
  /** How many answers were eaten, by the name of their kind. */
  readonly eaten: Readonly<Record<string, number>>;
  /** Cuts every connection. */
  cut(): void;
  /** From the first message that holds these words on, nothing passes any more and nobody is told. */
  swallow(words: string): void;
  /** How many connections have fallen silent. */
  silent(): number;
  /** How many connections are open. */
  open(): number;
  close(): void;
}

/** Answers that are eaten: they were produced, the connection ends, nobody hears them. */
export interface Appetite {
  kind: string;
  /** Whether a piece of what the far end sends is an answer of this kind. */
  is(piece: Buffer): boolean;
  /** Eats each so many-th of them. */
  each: number;
  /** Until it is full. */
  most: number;
}

export async function proxied(url: string, appetites: readonly Appetite[] = []): Promise<Proxy> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  const { eaten, eats } = eater(appetites);
  let swallowed: string | undefined;
  let silent = 0;
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    let dead = false;
    near.on('data', (piece) => {
      if (!dead && swallowed !== undefined && piece.includes(swallowed)) {
        dead = true;
        silent += 1;
      }
      if (!dead) far.write(piece);
    });
    far.on('data', (piece) => {
      if (dead || near.destroyed) return;
      if (eats(piece)) near.destroy();
      else near.write(piece);
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
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
    eaten,
    cut,
    swallow: (words) => (swallowed = words),
    silent: () => silent,
    open: () => sockets.size / 2,
    close: () => {
      cut();
      server.close();
    },
  };
}

/** Counts the answers that come by, and says which are eaten. */
function eater(appetites: readonly Appetite[]) {
  const seen = new Map<string, number>();
  const eaten: Record<string, number> = Object.fromEntries(appetites.map(({ kind }) => [kind, 0]));
  const eats = (piece: Buffer): boolean => {
    const appetite = appetites.find(({ is }) => is(piece));
    if (!appetite) return false;
    const { kind, each, most } = appetite;
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    if (seen.get(kind)! % each !== 0 || eaten[kind] === most) return false;
    eaten[kind]! += 1;
    return true;
  };
  return { eaten, eats };
}
