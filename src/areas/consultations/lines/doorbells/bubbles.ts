import type { messagingApi } from '@line/bot-sdk';
import type { Lang } from '#platform/i18n.ts';
import { type AskedTurn, type CrisisKind, linesFor } from '#areas/directory/index.ts';
import type { LineMessage } from '../api.ts';
import { pressData, type Press } from '../events/rules.ts';
import { words } from './words.ts';

/** How the messages look. Each is a bubble: what a locked screen shows of it is the same neutral notice, always. */

type Part = messagingApi.FlexComponent;
/** Letters that LINE takes as the name of an action. */
const longestLabel = 20;

function bubble(lang: Lang, title: string, body: readonly Part[], footer: readonly Part[]): LineMessage {
  const heading: Part = { type: 'text', text: title, weight: 'bold', size: 'md', wrap: true };
  return {
    type: 'flex',
    altText: words[lang].notice,
    contents: {
      type: 'bubble',
      body: { type: 'box', layout: 'vertical', spacing: 'md', contents: [heading, ...body] },
      ...(footer.length > 0
        ? { footer: { type: 'box', layout: 'vertical', spacing: 'sm', contents: [...footer] } }
        : {}),
    },
  };
}

const line = (text: string): Part => ({ type: 'text', text, size: 'sm', wrap: true, color: '#333333' });

function button(label: string, press: Press, style: 'primary' | 'secondary' = 'secondary'): Part {
  return {
    type: 'button',
    style,
    height: 'sm',
    action: { type: 'postback', label: clip(label), data: pressData(press) },
  };
}

const clip = (label: string) =>
  label.length > longestLabel ? `${label.slice(0, longestLabel - 1)}…` : label;

/** What can be pressed below the last message. */
function menu(lang: Lang, presses: readonly Press['button'][]): messagingApi.QuickReply {
  const t = words[lang];
  const label = {
    open: t.open,
    hours: t.hours,
    place: t.place,
    danger: t.danger,
    guide: t.guide,
    human: t.human,
    ja: t.japanese,
    en: t.english,
    choice: '',
  };
  return {
    items: presses.map((pressed) => ({
      type: 'action',
      action: { type: 'postback', label: clip(label[pressed]), data: pressed },
    })),
  };
}

const otherLanguage = { ja: 'en', en: 'ja' } as const;

export interface Standing {
  readonly mode: 'doorbell' | 'direct';
  /** 「いま受け付けています…」. */
  readonly hours: string;
  /** Where the person stands: 「相談員を待っています。…」, '' where nothing goes on. */
  readonly place: string;
}

function withMenu(lang: Lang, message: LineMessage, { mode }: Pick<Standing, 'mode'>): LineMessage {
  const first = mode === 'doorbell' ? 'open' : 'human';
  return {
    ...message,
    quickReply: menu(lang, [first, 'guide', 'place', 'hours', 'danger', otherLanguage[lang]]),
  };
}

export function welcome(
  lang: Lang,
  { desk, retentionDays, ...standing }: Standing & { desk: string; retentionDays: number },
): LineMessage {
  const t = words[lang];
  const direct = standing.mode === 'direct';
  const body = [line(direct ? t.welcomeDirect(retentionDays) : t.welcomeDoorbell), line(standing.hours)];
  const first = direct
    ? button(t.human, { button: 'human' }, 'primary')
    : button(t.open, { button: 'open' }, 'primary');
  return withMenu(
    lang,
    bubble(lang, t.welcome(desk), body, [first, button(t.danger, { button: 'danger' })]),
    standing,
  );
}

/** The way to our own page. */
export function entrance(
  lang: Lang,
  { url, minutes, wrote, ...standing }: Standing & { url: string; minutes: number; wrote: boolean },
): LineMessage {
  const t = words[lang];
  const said = [wrote ? t.entranceWords : '', standing.place, standing.hours, t.entranceLife(minutes)];
  const open: Part = {
    type: 'button',
    style: 'primary',
    height: 'sm',
    action: { type: 'uri', label: clip(t.open), uri: url },
  };
  return withMenu(lang, bubble(lang, t.entrance, said.filter(Boolean).map(line), [open]), standing);
}

/** Says that there is something to read; what, nobody who looks over a shoulder learns. */
export function ring(lang: Lang): LineMessage {
  const t = words[lang];
  return bubble(lang, t.ring, [line(t.ringWords)], [button(t.openNow, { button: 'open' }, 'primary')]);
}

/** National numbers for what cannot wait: a press calls. */
export function numbers(
  lang: Lang,
  kinds: readonly CrisisKind[],
  standing: Pick<Standing, 'mode'>,
): LineMessage {
  const t = words[lang];
  const lines = kinds.length > 0 ? kinds.flatMap((kind) => linesFor(kind)) : linesFor();
  const rows = [...new Set(lines)].slice(0, 8).map(
    (each): Part => ({
      type: 'box',
      layout: 'vertical',
      paddingAll: 'sm',
      action: { type: 'uri', label: clip(each.number), uri: `tel:${each.number.replace('#', '%23')}` },
      contents: [
        { type: 'text', text: each.number, weight: 'bold', size: 'lg', color: '#0017c1' },
        line(`${each.name[lang]}（${each.hoursText[lang]}）`),
      ],
    }),
  );
  return withMenu(lang, bubble(lang, t.numbers, [line(t.numbersWords), ...rows], []), standing);
}

/** A short answer: hours, the place in the queue. */
export function told(
  lang: Lang,
  title: string,
  lines: readonly string[],
  standing: Pick<Standing, 'mode'>,
): LineMessage {
  return withMenu(lang, bubble(lang, title, lines.filter(Boolean).map(line), []), standing);
}

/** A question of the guide, with its choices to press. */
export function question(lang: Lang, asked: AskedTurn, standing: Pick<Standing, 'mode'>): LineMessage {
  const rows = [...asked.choices, asked.skip, asked.advice].slice(0, 24).map(
    ({ value, label }): Part => ({
      type: 'box',
      layout: 'vertical',
      paddingAll: 'md',
      backgroundColor: '#f2f2f2',
      cornerRadius: 'md',
      action: { type: 'postback', label: clip(label), data: pressData({ button: 'choice', value }) },
      contents: [line(label)],
    }),
  );
  const [title = '', ...rest] = asked.text.split('\n');
  return withMenu(lang, bubble(lang, title, [...rest.filter(Boolean).map(line), ...rows], []), standing);
}

/** Words as they are: in direct mode alone. */
export function plain(lang: Lang, text: string): LineMessage {
  return { type: 'text', text, quickReply: menu(lang, ['human', 'place', 'danger']) };
}
