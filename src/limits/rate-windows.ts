import { isIP, isIPv6 } from 'node:net';
import { LRUCache } from 'lru-cache';
import { limits } from './limits.js';

/** Rest of a quota: requests, and seconds until a new window. */
export interface RateStatus {
  quota: number;
  requests: number;
  seconds: number;
  /** Whether this request is above the quota. */
  above: boolean;
}

interface Window {
  used: number;
  /** Milliseconds, on the clock of the argument `now`. */
  until: number;
}

/**
 * Counter of requests by caller (`actor …`, `network …`), in windows that begin with a first request. In the memory
 * of this process only.
 */
export class RateWindows {
  private readonly windows = new LRUCache<string, Window>({ max: limits.countedCallers });

  constructor(private readonly quotas: Readonly<Record<string, number>>) {}

  /** Counts one request. */
  count(caller: string, now: number): RateStatus {
    const { quota, window } = this.windowOf(caller, now);
    const above = window.used >= quota;
    if (!above) window.used += 1;
    return { ...leftOf(quota, window, now), above };
  }

  /** Moves the request already counted for `counted` to `caller`, and adds `more` requests. */
  charge(counted: string, caller: string, { more, now }: { more: number; now: number }): RateStatus {
    const before = this.windowOf(counted, now).window;
    const { quota, window } = this.windowOf(caller, now);
    if (before !== window && before.used > 0) {
      before.used -= 1;
      window.used += 1;
    }
    window.used += more;
    return { ...leftOf(quota, window, now), above: false };
  }

  private windowOf(caller: string, now: number): { quota: number; window: Window } {
    const quota = this.quotas[caller.slice(0, caller.indexOf(' '))] ?? 0;
    const known = this.windows.get(caller);
    if (known && known.until > now) return { quota, window: known };
    const window = { used: 0, until: now + limits.rateWindow * 1000 };
    this.windows.set(caller, window);
    return { quota, window };
  }
}

const leftOf = (quota: number, { used, until }: Window, now: number) => ({
  quota,
  requests: Math.max(0, quota - used),
  seconds: Math.ceil((until - now) / 1000),
});

/**
 * Address as an identity of a caller: an IPv6 address counts by its /64 network. `unknown` for a text that is no
 * address: behind a proxy the address is a header.
 */
export function networkOf(address: string): string {
  if (isIP(address) === 0) return 'unknown';
  if (!isIPv6(address) || address.includes('.')) return address;
  const [left = [], right = []] = address.split('::').map((part) => part.split(':').filter(Boolean));
  const groups = [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right];
  return groups.slice(0, 4).join(':');
}
