import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isGlobal } from './global-address.rules.js';
import type { Outcome } from './webhook-delivery.entity.js';
import { hostOf, mayBeGlobal, readRetryAfter } from './webhook.rules.js';

/** Receiver's answer, of which only the status is looked at. */
export interface Reply {
  outcome: Outcome;
  status: number | null;
  /** Milliseconds that the receiver asked to wait. */
  retryAfter: number;
}

export interface Post {
  url: URL;
  headers: Readonly<Record<string, string>>;
  body: string;
}

export interface Guard {
  /** A development setting: http and local addresses, too. */
  anyAddress: boolean;
  /** Milliseconds for all of it: look-up, connection, answer. */
  timeout: number;
  signal: AbortSignal;
  /** Look-up of names; the system's when left out. */
  lookUp?: typeof lookup;
}

/** Bytes of an answer that are taken off the wire before the connection is cut. */
const mostOfReply = 16_384;

class AddressRefused extends Error {}

/**
 * Posts a body once: redirects are not followed, the answer is thrown away. The address is checked inside the step that
 * connects: what the look-up gives is what is connected to, so a name cannot change between check and connection.
 */
export function guardedPost({ url, headers, body }: Post, guard: Guard): Promise<Reply> {
  const { anyAddress, timeout, signal } = guard;
  const nothing = (outcome: Outcome): Reply => ({ outcome, status: null, retryAfter: 0 });
  // An address needs no look-up, so that Node would connect unchecked.
  if (!anyAddress && (url.protocol !== 'https:' || !mayBeGlobal(hostOf(url))))
    return Promise.resolve(nothing('ADDRESS_REFUSED'));
  return new Promise((resolve) => {
    const send = url.protocol === 'http:' ? requestHttp : requestHttps;
    const options = { method: 'POST', agent: false as const, signal, lookup: checkedLookup(guard) };
    const length = { 'content-length': String(Buffer.byteLength(body)) };
    const request = send(url, { ...options, headers: { ...headers, ...length } });
    const timer = setTimeout(() => {
      resolve(nothing('TIMED_OUT'));
      request.destroy();
    }, timeout);
    request.on('response', (response) => {
      const status = response.statusCode ?? 0;
      resolve({ outcome: outcomeOf(status), status, retryAfter: readRetryAfter(response.headers['retry-after']) });
      let taken = 0;
      response.on('data', ({ length }: Buffer) => (taken += length) > mostOfReply && request.destroy());
      response.on('error', () => undefined);
    });
    request.on('error', (error) =>
      resolve(nothing(error instanceof AddressRefused ? 'ADDRESS_REFUSED' : 'UNREACHABLE')),
    );
    request.on('close', () => {
      clearTimeout(timer);
      resolve(nothing('UNREACHABLE'));
    });
    request.end(body);
  });
}

const outcomeOf = (status: number): Outcome =>
  status >= 200 && status < 300 ? 'DELIVERED' : status >= 300 && status < 400 ? 'REDIRECTED' : 'REFUSED';

/** Look-up that gives no address unless all that a name leads to are global. */
function checkedLookup({ anyAddress, lookUp = lookup }: Guard): LookupFunction {
  return (name, options, answer) => {
    const all = { ...(options as LookupOptions), all: true } as const;
    lookUp(name, all, (error, addresses: LookupAddress[]) => {
      const refused = !error && !anyAddress && addresses.some(({ address }) => !isGlobal(address));
      const [first] = addresses ?? [];
      const failure = refused ? new AddressRefused() : (error ?? (first ? null : new Error('No address.')));
      if (failure) answer(failure, []);
      else if (options.all) answer(null, addresses);
      else answer(null, first?.address ?? '', first?.family);
    });
  };
}
