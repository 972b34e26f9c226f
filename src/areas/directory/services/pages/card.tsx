import type { Child } from 'hono/jsx';
import { tokyoDay } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { StatusTag, Tag, type Tone } from '#ui/content.tsx';
import { type Holidays, isAnswered, type Opening, shownUntil } from '../../hours/rules.ts';
import { channelNow, openingNow } from '../../hours/lately.ts';
import { channelWords } from '../../hours/sentence-words.ts';
import { dayText, openingText } from '../../hours/text.ts';
import { findPaths } from '../../paths.ts';
import type { Channel, ServiceContent } from '../content.ts';
import { termName } from '../../taxonomy/terms.ts';
import { cardWords } from './card-words.ts';
import { Said } from './said.tsx';

/** What a card needs of an entry; a row of `services` is one. */
export interface CardService {
  readonly id: string;
  readonly content: ServiceContent;
  readonly capacity: string | null;
}

interface CardProps {
  readonly view: View;
  readonly service: CardService;
  readonly now: Date;
  readonly holidays: Holidays;
  /** みほん市, or how far it is. */
  readonly where?: string | undefined;
  /** The level of its heading. */
  readonly level?: 2 | 3 | 4;
  /** What the list adds: why it was found. */
  readonly children?: Child;
}

/** An entry in a list: its name leads to its page, its telephone number calls. */
export function ServiceCard({ view, service, now, holidays, where, level = 3, children }: CardProps) {
  const { lang } = view;
  const t = cardWords[lang];
  const { content } = service;
  const Heading = `h${level}` as 'h3';
  const { phone, instead } = reachable(content, now, holidays);
  return (
    <article class="card linked entry">
      <div class="row">
        <EntryTag view={view} service={service} now={now} holidays={holidays} />
        <KindTags view={view} content={content} />
        {where && <span class="hint">{where}</span>}
        {content.illustrative && <Tag tone="warn">{t.illustrative}</Tag>}
      </div>
      <Heading>
        <a href={view.href(findPaths.service.to({ id: service.id }))}>
          <Said lang={lang} text={content.name} />
        </a>
      </Heading>
      <p>
        <Said lang={lang} text={content.summary} />
      </p>
      {phone && (
        <p class="call">
          <a href={telephoneUrl(phone.value)}>{phone.value}</a>
          {phone.freeOfCharge && <span class="hint"> {t.freeCall}</span>}
          {instead && <span class="hint"> {t.nowBy(channelWords[lang][instead])}</span>}
        </p>
      )}
      {children}
    </article>
  );
}

/** The number that is answered now, at night that of the night; where none is, the first, and the way that is open instead. */
function reachable(content: ServiceContent, now: Date, holidays: Holidays) {
  const isOpen = (channel: Channel) => {
    const { state } = channelNow(content, channel, now, holidays);
    return state === 'open' || state === 'always';
  };
  const phones = content.channels.filter(({ kind, value }) => kind === 'phone' && value);
  const answered = phones.find(isOpen);
  if (answered) return { phone: answered };
  const instead = content.channels.find((channel) => isAnswered(channel) && isOpen(channel));
  return { phone: phones[0], instead: instead?.kind };
}

/** Until when a card stays as it is: until it, or one of its ways of contact, opens or closes, or the day ends. */
export function cardHoldsUntil(content: ServiceContent, now: Date, holidays: Holidays): Date {
  const openings = content.channels.map((channel) => channelNow(content, channel, now, holidays));
  return [openingNow(content, now, holidays), ...openings]
    .map((opening) => shownUntil(opening, now))
    .reduce((earliest, each) => (each < earliest ? each : earliest));
}

/** What it is; of a place, what kind of place. */
function KindTags({ view: { lang }, content }: { view: View; content: ServiceContent }) {
  if (content.kind !== 'place' || content.placeTypes.length === 0)
    return <Tag>{cardWords[lang].kind[content.kind]}</Tag>;
  return (
    <>
      {content.placeTypes.map((code) => (
        <Tag>{termName(lang, 'place-type', code)}</Tag>
      ))}
    </>
  );
}

/** Whether an entry can be reached now; for one that rests, that it rests; for a scheme, nothing about hours. */
export function EntryTag({
  view,
  service,
  now,
  holidays,
}: Pick<CardProps, 'view' | 'service' | 'now' | 'holidays'>) {
  const t = cardWords[view.lang];
  const { content, capacity } = service;
  if (content.status !== 'active') return <StatusTag tone="warn">{t.status[content.status]}</StatusTag>;
  const period = periodOf(content, tokyoDay(now));
  if (period === 'before' || period === 'after')
    return (
      <StatusTag tone={period === 'after' ? 'warn' : 'neutral'}>
        {period === 'after' ? t.periodOver : t.periodFrom(dayText(view.lang, content.openFrom ?? ''))}
      </StatusTag>
    );
  const opening = openingNow(content, now, holidays);
  const silent = opening.state === 'unknown' && content.kind === 'scheme';
  return (
    <>
      {!silent && <OpeningTag view={view} opening={opening} now={now} />}
      {period === 'during' && <StatusTag tone="good">{t.periodNow}</StatusTag>}
      {capacity === 'waiting' && <StatusTag tone="warn">{t.waiting}</StatusTag>}
      {capacity === 'full' && <StatusTag tone="bad">{t.full}</StatusTag>}
    </>
  );
}

/** Where a day lies between the days on which one can apply; undefined where it is open all the year. */
function periodOf(
  { openFrom, openUntil }: ServiceContent,
  today: string,
): 'before' | 'during' | 'after' | undefined {
  if (openFrom && today < openFrom) return 'before';
  if (openUntil && today > openUntil) return 'after';
  return openFrom || openUntil ? 'during' : undefined;
}

const tones: Record<Opening['state'], Tone> = {
  open: 'good',
  always: 'good',
  closed: 'neutral',
  unknown: 'neutral',
};

export function OpeningTag({ view, opening, now }: { view: View; opening: Opening; now: Date }) {
  return <StatusTag tone={tones[opening.state]}>{openingText(view.lang, opening, now)}</StatusTag>;
}

/** `tel:` with digits, plus, star and sharp only: #8008 is dialled as it stands. */
export function telephoneUrl(number: string): string {
  const digits = number.normalize('NFKC').replace(/[^0-9+*#]/g, '');
  return `tel:${digits.replaceAll('#', '%23')}`;
}
