import { createHmac } from 'node:crypto';
import ipaddr from 'ipaddr.js';
import { point, points, type Point } from '../points.js';
import { isGlobal } from './global-address.rules.js';
import type { Pause } from './webhook.entity.js';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** Time after the first failure at which a webhook is given up. */
const longestFailure = 72 * hour;

/** Pauses before the second, third, … attempt; the last one goes on. */
const pauses = [5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour];

/** Points against an address: it is https without a user, and leads to a global address as far as it shows. */
export function brokenAddress(address: string | undefined, { anyAddress }: { anyAddress: boolean }): Point[] {
  if (address === undefined) return [];
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const schemes = anyAddress ? ['https:', 'http:'] : ['https:'];
  return points(
    (!url || !schemes.includes(url.protocol) || url.username !== '' || url.password !== '' || url.hash !== '') &&
      point('/url', 'WEBHOOK_URL', 'Give an address that begins with https://, without user, password and fragment.'),
    url &&
      !anyAddress &&
      !mayBeGlobal(hostOf(url)) &&
      point('/url', 'NOT_GLOBAL', 'This address is not one of the internet: nothing is sent into a local network.'),
  );
}

/** Name or address of a URL, without the brackets of IPv6. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1');

/** Whether a host is a name, which is looked up when something is sent, or a global address. */
export const mayBeGlobal = (host: string): boolean => (ipaddr.isValid(host) ? isGlobal(host) : host !== 'localhost');

/** A failed delivery: how often this position was tried, how long deliveries fail, and what the receiver said last. */
export interface Failure {
  attempts: number;
  failingFor: number;
  status: number | null;
  /** Milliseconds that the receiver asked to wait. */
  retryAfter: number;
}

/**
 * Milliseconds until the next attempt, or the reason of a pause. `random` from 0 to 1 spreads the attempts over
 * 80–120 % of the pause, so that receivers that were down together are not asked together.
 */
export function afterFailure(
  { attempts, failingFor, status, retryAfter }: Failure,
  random: number,
): { wait: number } | { pause: Pause } {
  if (status === 410) return { pause: 'GONE' };
  const usual = (pauses[attempts - 1] ?? pauses.at(-1) ?? hour) * (0.8 + 0.4 * random);
  const wait = Math.round(Math.max(usual, Math.min(retryAfter, 24 * hour)));
  return failingFor + wait > longestFailure ? { pause: 'GIVEN_UP' } : { wait };
}

/** Milliseconds of a header Retry-After in seconds; 0 where it says none. */
export const readRetryAfter = (header: string | undefined): number =>
  /^\d{1,9}$/.test(header ?? '') ? Number(header) * second : 0;

/** Headers of a delivery by Standard Webhooks: the id stays the same for all attempts at a position. */
export function signedHeaders(
  body: string,
  { id, at, secrets }: { id: string; at: Date; secrets: readonly Buffer[] },
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / second));
  const signatures = secrets.map((secret) =>
    ['v1', createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')].join(),
  );
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}
