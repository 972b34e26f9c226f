import { escapeXml } from '../office/xml.ts';
import { type Box, lineOf, type Paragraph, type Run } from './deck.ts';
import { colors } from './palette.ts';

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

export const emu = (points: number) => Math.round(points * 12_700);

/** What links on a slide are known by: the file keeps them beside the slide. */
export type LinkId = (url: string) => string;

/** Faces of the theme, so that whoever changes it changes every slide; said with each text, for programs that look nowhere else. */
export const faces = {
  heading: '<a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-cs"/>',
  body: '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>',
} as const;

interface Setting {
  readonly lang: 'ja' | 'en';
  readonly link: LinkId;
  /** Without: body. */
  readonly face?: keyof typeof faces;
}

/** `<a:p>` for each paragraph; lines have a fixed height, so that no font makes them taller than they were measured. */
export function paragraphsXml(paragraphs: readonly Paragraph[], setting: Setting): string {
  return paragraphs
    .map((paragraph, index) => {
      const { size, align = 'left', bullet, before = 0 } = paragraph;
      const marks = bullet ? ` marL="${emu(14)}" indent="${emu(-14)}"` : ' marL="0" indent="0"';
      const side = { left: 'l', right: 'r', center: 'ctr' }[align];
      const properties = [
        `<a:pPr${marks} algn="${side}">`,
        `<a:lnSpc><a:spcPts val="${lineOf(size) * 100}"/></a:lnSpc>`,
        `<a:spcBef><a:spcPts val="${index > 0 ? Math.round(before * 100) : 0}"/></a:spcBef>`,
        bullet ? '<a:buFont typeface="Arial"/><a:buChar char="•"/>' : '<a:buNone/>',
        '</a:pPr>',
      ].join('');
      const runs = paragraph.runs
        .filter(({ text }) => text !== '')
        .map((run) => runXml(run, { ...setting, size }))
        .join('');
      return `<a:p>${properties}${runs}<a:endParaRPr ${langs(setting.lang)} sz="${sizeOf(size)}"/></a:p>`;
    })
    .join('');
}

function runXml(run: Run, { size, lang, link, face = 'body' }: Setting & { size: number }): string {
  const color = colors[run.color ?? 'ink'];
  const click = run.link ? `<a:hlinkClick r:id="${link(run.link)}"/>` : '';
  const properties = `<a:rPr ${langs(lang, run.text)} sz="${sizeOf(size)}" b="${run.bold ? 1 : 0}"><a:solidFill><a:srgbClr val="${color}"/></a:solidFill>${faces[face]}${click}</a:rPr>`;
  // A line break inside a paragraph is an element of its own.
  return run.text
    .split('\n')
    .map((line) => (line === '' ? '' : `<a:r>${properties}<a:t>${escapeXml(line)}</a:t></a:r>`))
    .join(`<a:br>${properties.replace(/<a:hlinkClick[^>]*\/>/, '')}</a:br>`);
}

/** Japanese letters are Japanese in an English deck too: what is read aloud and what is checked go by it. */
export function langs(lang: 'ja' | 'en', text = ''): string {
  return lang === 'ja' || japanese.test(text)
    ? 'lang="ja-JP" altLang="en-US"'
    : 'lang="en-US" altLang="ja-JP"';
}

const sizeOf = (points: number) => Math.round(points * 100);

export function placeXml({ x, y, width, height }: Box, tag: 'a:xfrm' | 'p:xfrm' = 'a:xfrm'): string {
  return `<${tag}><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></${tag}>`;
}
