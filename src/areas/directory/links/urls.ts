import type { ServiceContent } from '../services/content.ts';

/** Addresses of pages that an entry shows. */
export function urlsOf(content: ServiceContent): readonly string[] {
  const { website, sourceUrl, documents, channels } = content;
  const ways = channels.filter(({ kind }) => kind === 'form' || kind === 'chat').map(({ value }) => value);
  const all = [website, sourceUrl, ...documents.map(({ url }) => url), ...ways];
  return [...new Set(all.filter((url) => /^https?:\/\//.test(url)))];
}
