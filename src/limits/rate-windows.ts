import { isIPv6 } from 'node:net';
import { LRUCache } from 'lru-cache';
import { limits } from './limits.js';

/** Rest of a quota: requests, and seconds until a new window. */
export interface RateStatus {
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

/** Counter of requests by caller, in windows that begin with a first request. In the memory of this process only. */
export class RateWindows {
  private readonly windows = new LRUCache<string, Window>({ max: limits.countedCallers });

  constructor(readonly quota: number) {}

  /** Counts one request. */
  count(caller: string, now: number): RateStatus {
    const known = this.windows.get(caller);
    const window = known && known.until > now ? known : { used: 0, until: now + limits.rateWindow * 1000 };
    if (window !== known) this.windows.set(caller, window);
    const above = window.used >= this.quota;
    if (!above) window.used += 1;
    return { requests: this.quota - window.used, seconds: Math.ceil((window.until - now) / 1000), above };
  }

  /** Moves one request from a caller to another. */
  reassign(from: string, to: string, now: number): void {
    const window = this.windows.get(from);
    if (window && window.used > 0) window.used -= 1;
    this.count(to, now);
  }
}

/** Address as an identity of a caller: an IPv6 address counts by its /64 network. */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [left = [], right = []] = address.split('::').map((part) => part.split(':').filter(Boolean));
  const groups = [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right];
  return groups.slice(0, 4).join(':');
}
