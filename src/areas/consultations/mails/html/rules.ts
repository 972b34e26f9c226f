/** Elements whose content is never read by people. */
const silent = [
  'script',
  'style',
  'head',
  'title',
  'template',
  'noscript',
  'svg',
  'object',
  'iframe',
  'select',
];
const lines = [
  'br',
  'p',
  'div',
  'tr',
  'table',
  'ul',
  'ol',
  'blockquote',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'pre',
  'section',
  'article',
];

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: '　',
  yen: '¥',
  copy: '©',
  reg: '®',
  trade: '™',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  middot: '·',
  bull: '•',
  laquo: '«',
  raquo: '»',
  times: '×',
  deg: '°',
  plusmn: '±',
  zwnj: '',
  zwj: '',
  shy: '',
};

/**
 * The words of an HTML mail as plain text: no markup, no script, no style; pictures are not asked for and links only written out.
 * Reads each letter once, however the markup is broken.
 */
export function plainText(html: string): string {
  const out: string[] = [];
  const links: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) {
      out.push(wordsOf(html.slice(at)));
      break;
    }
    out.push(wordsOf(html.slice(at, open)));
    const tag = tagAt(html, open);
    at = tag.end;
    if (silent.includes(tag.name) && !tag.isEnd) at = afterSilent(html, tag.name, at);
    else out.push(markOf(tag, links));
  }
  return out
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly inside: string;
  readonly end: number;
}

/** A comment, a tag, or a bare `<` that is a letter like any other. */
function tagAt(html: string, open: number): Tag {
  if (html.startsWith('<!--', open)) {
    const end = html.indexOf('-->', open + 4);
    return { name: '!', isEnd: false, inside: '', end: end < 0 ? html.length : end + 3 };
  }
  const start = /^<(\/?)([a-z][a-z0-9:-]*|[!?])/i.exec(html.slice(open, open + 40));
  if (!start) return { name: '<', isEnd: false, inside: '', end: open + 1 };
  const close = html.indexOf('>', open);
  const end = close < 0 ? html.length : close + 1;
  const inside = html.slice(open + start[0].length, Math.min(end - 1, open + 4000));
  return { name: (start[2] ?? '').toLowerCase(), isEnd: start[1] === '/', inside, end };
}

function afterSilent(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}[\\s>/]`, 'gi');
  end.lastIndex = from;
  const found = end.exec(html);
  if (!found) return html.length;
  const close = html.indexOf('>', found.index);
  return close < 0 ? html.length : close + 1;
}

function markOf({ name, isEnd, inside }: Tag, links: string[]): string {
  if (name === '<') return '<';
  if (name === 'li') return isEnd ? '' : '\n・';
  if (name === 'td' || name === 'th') return isEnd ? ' ' : '';
  if (name === 'a') {
    if (!isEnd) links.push(/\bhref\s*=\s*["']?(https?:\/\/[^"'\s>]{1,300})/i.exec(inside)?.[1] ?? '');
    const link = isEnd ? links.pop() : undefined;
    return link ? `（${link}）` : '';
  }
  return lines.includes(name) ? '\n' : '';
}

function wordsOf(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});?/gi, (whole, entity: string) => {
      if (!entity.startsWith('#')) return named[entity.toLowerCase()] ?? whole;
      const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
        ? String.fromCodePoint(code)
        : '';
    });
}
