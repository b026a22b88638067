import ipaddr from 'ipaddr.js';

/** Addresses of the internet that are handed out to anybody: all of IPv6 lie in this block. */
const handedOut = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];
/** Documentation (RFC 9637), inside of it. */
const documentation = ipaddr.parseCIDR('3fff::/20') as [ipaddr.IPv6, number];

/**
 * Whether an address is one of the internet: no loopback, private, link-local, carrier's, multicast, reserved or
 * documentation address, and none that carries such a one inside (mapped, translated, 6to4, Teredo).
 */
export function isGlobal(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return !(parsed instanceof ipaddr.IPv6) || (parsed.match(handedOut) && !parsed.match(documentation));
}
