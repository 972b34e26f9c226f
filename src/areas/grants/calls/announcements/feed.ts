import { contentIn } from '#platform/i18n.ts';
import { callPaths } from '../../paths.ts';
import type { CallLine } from '../store.ts';
import { words } from './words.ts';

type Entry = Pick<CallLine, 'id' | 'slug' | 'terms' | 'createdAt'> & { readonly publishedAt: Date };

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const xml = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** An Atom feed (RFC 4287) of the calls, newest change first. */
export function atomFeed(
  entries: readonly Entry[],
  { publicUrl, author }: { publicUrl: string; author: string },
): string {
  const home = `${publicUrl}${callPaths.list.to({})}`;
  const updated = entries[0]?.publishedAt ?? new Date(0);
  const items = entries.map(({ id, slug, terms, createdAt, publishedAt }) =>
    [
      '<entry>',
      `<id>urn:uuid:${id}</id>`,
      `<title>${xml(contentIn('ja', terms.name))}</title>`,
      `<link href="${xml(`${publicUrl}${callPaths.call.to({ slug })}`)}"/>`,
      `<published>${createdAt.toISOString()}</published>`,
      `<updated>${publishedAt.toISOString()}</updated>`,
      `<summary>${xml(contentIn('ja', terms.summary))}</summary>`,
      '</entry>',
    ].join(''),
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja">',
    `<id>${xml(home)}</id>`,
    `<title>${xml(words.ja.feedTitle)}</title>`,
    `<link href="${xml(home)}"/>`,
    `<link rel="self" type="application/atom+xml" href="${xml(`${publicUrl}${callPaths.feed.to({})}`)}"/>`,
    `<author><name>${xml(author)}</name></author>`,
    `<updated>${updated.toISOString()}</updated>`,
    ...items,
    '</feed>',
  ].join('\n');
}
