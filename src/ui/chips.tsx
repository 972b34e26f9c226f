import { raw } from 'hono/html';
import { escapeToBuffer } from 'hono/utils/html';

export interface Chip {
  readonly href: string;
  readonly text: string;
  /** Of the text, where it is not the page's. */
  readonly lang?: string | undefined;
  readonly current?: boolean;
  /** How much stands behind it, as it is read. */
  readonly count?: string | undefined;
}

/** Links in a row. Written as text and not as elements: a page of the search has seventy of them. */
export function Chips({ items }: { items: readonly Chip[] }) {
  return raw(`<ul class="chips">${items.map(written).join('')}</ul>`);
}

function written({ href, text, lang, current, count }: Chip): string {
  const language = lang === undefined ? '' : ` lang="${escaped(lang)}"`;
  const counted = count === undefined ? '' : `<span class="count">${escaped(count)}</span>`;
  const here = current ? ' aria-current="true"' : '';
  return `<li><a href="${escaped(href)}"${here}><span${language}>${escaped(text)}</span>${counted}</a></li>`;
}

function escaped(text: string): string {
  const buffer: [string] = [''];
  escapeToBuffer(text, buffer);
  return buffer[0];
}
