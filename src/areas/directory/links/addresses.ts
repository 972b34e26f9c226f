import { BlockList, isIP } from 'node:net';

/**
 * Networks that are nobody's website: our own machine, private and link-local ones, those for documentation, carriers and
 * broadcast. What a name resolves to is held against them, so that no entry makes this server ask its neighbours.
 */
const closed = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  closed.addSubnet(network, bits, 'ipv4');

/** Of IPv6 only the global unicast space is public, without its tunnels and examples: they may end anywhere. */
const open6 = new BlockList();
open6.addSubnet('2000::', 3, 'ipv6');
const closed6 = new BlockList();
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  closed6.addSubnet(network, bits, 'ipv6');

export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').split('%', 1)[0] ?? '';
  const version = isIP(bare);
  if (version === 4) return !closed.check(bare, 'ipv4');
  return version === 6 && open6.check(bare, 'ipv6') && !closed6.check(bare, 'ipv6');
}

/** An address that may be asked at all: http or https on its own port, without a password in it. */
export function mayAsk(url: URL): boolean {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return false;
  if (url.port !== '' || url.username !== '' || url.password !== '') return false;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(host)
    ? isPublicAddress(host)
    : host.includes('.') && !/\.(local|internal|localhost|home\.arpa)\.?$/i.test(host);
}
