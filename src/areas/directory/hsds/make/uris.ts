import { email, uri } from '../model/values.ts';

/** What RFC 3986 lets stand in a URI without being encoded, the percent sign aside. */
const forbidden = /[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]/gu;

/**
 * An address of a page as the standard takes it: the host in punycode, everything else that is not ASCII percent-encoded.
 * Undefined for what is no such address.
 */
export function uriOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, origin, href, username } = new URL(address);
  if ((protocol !== 'http:' && protocol !== 'https:') || username !== '') return undefined;
  const [path = '', ...fragment] = href.slice(origin.length).split('#');
  const encoded = [path, fragment.join('%23')].map((part) =>
    part
      .replace(forbidden, (letter) => encodeURIComponent(letter))
      .replace(/[[\]]/g, (bracket) => encodeURIComponent(bracket))
      .replace(/%(?![0-9A-Fa-f]{2})/g, '%25'),
  );
  const found = `${origin}${encoded[0]}${encoded[1] ? `#${encoded[1]}` : ''}`;
  return uri.safeParse(found).success ? found : undefined;
}

export function emailOf(address: string): string | undefined {
  return email.safeParse(address).success ? address : undefined;
}
