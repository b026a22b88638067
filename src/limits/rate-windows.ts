import { isIPv6 } from 'node:net';
import { LRUCache } from 'lru-cache';
import { limits } from './limits.js';

/** What a caller has left: requests, and seconds until it begins anew. */
export interface RateStatus {
  requests: number;
  seconds: number;
  /** This one was above the quota. */
  above: boolean;
}

interface Window {
  used: number;
  /** Milliseconds on the clock it was asked with. */
  until: number;
}

/** Counts requests by caller in windows that begin with a first request. Kept by this process alone. */
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

  /** What was counted for one caller turns out to be another's. */
  reassign(from: string, to: string, now: number): void {
    const window = this.windows.get(from);
    if (window && window.used > 0) window.used -= 1;
    this.count(to, now);
  }
}

/** An address as far as it tells callers apart: whoever has one IPv6 address has the 2⁶⁴ beside it. */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [left = [], right = []] = address.split('::').map((part) => part.split(':').filter(Boolean));
  const groups = [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right];
  return groups.slice(0, 4).join(':');
}
