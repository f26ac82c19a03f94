// Addresses that no request may reach unless their host is allowed by name: everything but the public internet.
// Invariant: of IPv6 only what is handed out as global unicast is open, so that a range nobody thought of is closed.
import { BlockList, isIP, isIPv6 } from 'node:net';

export interface ClosedRange {
  readonly range: string;
  readonly says: string;
}

/** IANA's special-purpose registries, and for IPv6 whatever lies outside 2000::/3 (mapped, local, multicast …). */
export const CLOSED_RANGES: readonly ClosedRange[] = [
  { range: '0.0.0.0/8', says: 'this host' },
  { range: '10.0.0.0/8', says: 'private' },
  { range: '100.64.0.0/10', says: 'shared by a carrier’s customers' },
  { range: '127.0.0.0/8', says: 'loopback' },
  { range: '169.254.0.0/16', says: 'link-local, where clouds keep their metadata' },
  { range: '172.16.0.0/12', says: 'private' },
  { range: '192.0.0.0/24', says: 'of a protocol' },
  { range: '192.0.2.0/24', says: 'for examples' },
  { range: '192.31.196.0/24', says: 'of a protocol' },
  { range: '192.52.193.0/24', says: 'of a protocol' },
  { range: '192.88.99.0/24', says: 'of a relay' },
  { range: '192.168.0.0/16', says: 'private' },
  { range: '192.175.48.0/24', says: 'of a protocol' },
  { range: '198.18.0.0/15', says: 'for measurements' },
  { range: '198.51.100.0/24', says: 'for examples' },
  { range: '203.0.113.0/24', says: 'for examples' },
  { range: '224.0.0.0/4', says: 'multicast' },
  { range: '240.0.0.0/4', says: 'reserved or broadcast' },
  { range: '::1/128', says: 'loopback' },
  { range: 'fc00::/7', says: 'private' },
  { range: 'fe80::/10', says: 'link-local' },
  { range: 'ff00::/8', says: 'multicast' },
  { range: '::/3', says: 'no public address (mapped, translated or reserved)' },
  { range: '4000::/2', says: 'reserved' },
  { range: '8000::/1', says: 'reserved' },
  { range: '2001::/23', says: 'of a protocol' },
  { range: '2001:db8::/32', says: 'for examples' },
  { range: '2002::/16', says: 'a tunnel to an IPv4 address' },
  { range: '3fff::/20', says: 'for examples' },
];

const listOf = ({ range }: ClosedRange): BlockList => {
  const [net = '', bits] = range.split('/');
  const list = new BlockList();
  list.addSubnet(net, Number(bits), isIPv6(net) ? 'ipv6' : 'ipv4');
  return list;
};

/** The closed range that an IP address lies in; null where it is open. */
export type RangeOf = (address: string) => ClosedRange | null;

/** The first of the ranges that holds an address; an IPv4 address inside an IPv6 one is judged as itself. */
export const rangeFinder = (ranges: readonly ClosedRange[] = CLOSED_RANGES): RangeOf => {
  const lists = ranges.map((range) => ({ range, list: listOf(range), ipv6: isIPv6(range.range.split('/')[0] ?? '') }));
  return (address) => {
    const bare = address.replace(/%.*$/, '');
    const version = isIP(bare);
    if (version === 0) return { range: address, says: 'no address at all' };
    // Node holds an IPv4 address against IPv6 ranges as its mapped form, which would close all of them.
    const fitting = lists.filter(({ ipv6 }) => version === 6 || !ipv6);
    return fitting.find(({ list }) => list.check(bare, version === 6 ? 'ipv6' : 'ipv4'))?.range ?? null;
  };
};
