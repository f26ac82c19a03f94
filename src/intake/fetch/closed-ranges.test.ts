import { describe, expect, it } from 'vitest';
import { rangeFinder } from './closed-ranges.ts';

const rangeOf = rangeFinder();

describe('the ranges that are never asked', () => {
  it.each([
    ['127.0.0.1', 'loopback'],
    ['127.255.255.254', 'loopback'],
    ['10.1.2.3', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.1.1', 'private'],
    ['169.254.169.254', 'link-local, where clouds keep their metadata'],
    ['100.64.0.1', 'shared by a carrier’s customers'],
    ['0.0.0.0', 'this host'],
    ['224.0.0.1', 'multicast'],
    ['255.255.255.255', 'reserved or broadcast'],
    ['::1', 'loopback'],
    ['::', 'no public address (mapped, translated or reserved)'],
    ['fe80::1%eth0', 'link-local'],
    ['fd00:ec2::254', 'private'],
    ['ff02::1', 'multicast'],
    ['64:ff9b::7f00:1', 'no public address (mapped, translated or reserved)'],
    ['2002:7f00:1::', 'a tunnel to an IPv4 address'],
    ['2001:db8::1', 'for examples'],
    ['localhost', 'no address at all'],
  ])('%s is %s', (address, says) => {
    expect(rangeOf(address)?.says).toBe(says);
  });

  it.each(['::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:10.0.0.1', '::127.0.0.1'])(
    '%s, an IPv4 address in IPv6, is closed',
    (address) => {
      expect(rangeOf(address)).not.toBeNull();
    },
  );

  it.each(['1.1.1.1', '8.8.8.8', '172.32.0.1', '100.128.0.1', '169.253.0.1', '2606:4700::1111', '2a00:1450::1'])(
    '%s is open',
    (address) => {
      expect(rangeOf(address)).toBeNull();
    },
  );
});
