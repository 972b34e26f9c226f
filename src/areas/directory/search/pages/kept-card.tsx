import { tokyoDay } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { type KeptHtml, keptHtml } from '#ui/kept.ts';
import { StaleTag } from '../../freshness/pages/line.tsx';
import type { Holidays } from '../../hours/rules.ts';
import { cardHoldsUntil, ServiceCard } from '../../services/pages/card.tsx';
import type { Service } from '../../services/store.ts';

interface CardProps {
  readonly view: View;
  readonly service: Service;
  readonly now: Date;
  readonly holidays: Holidays;
  readonly level: 3 | 4;
  /** The town where it is, or whom it is for. */
  readonly where: string;
}

interface Kept {
  readonly holidays: Holidays;
  readonly from: Date;
  readonly until: Date;
  readonly html: KeptHtml;
}

/** By the entry, for as long as somebody holds it, and by all else that a card shows. */
const cards = new WeakMap<Service, Map<string, Kept>>();
const mostOfOne = 16;

/** The card of an entry that is found again and again: rendered once, and anew when somebody begins or ceases to answer, or the day ends. */
export function KeptCard(props: CardProps) {
  const { view, service, now, holidays, level, where } = props;
  const own = cards.get(service) ?? new Map<string, Kept>();
  cards.set(service, own);
  const key = `${view.lang} ${level} ${where}`;
  const before = own.get(key);
  if (before?.holidays === holidays && before.from <= now && now < before.until) return before.html;
  const html = keptHtml(<FoundCard {...props} />);
  const until = cardHoldsUntil(service.content, now, holidays);
  if (own.size >= mostOfOne) own.clear();
  own.set(key, { holidays, from: now, until, html });
  return html;
}

function FoundCard(props: CardProps) {
  const { view, service, now } = props;
  return (
    <ServiceCard {...props}>
      <StaleTag view={view} entry={service} today={tokyoDay(now)} />
    </ServiceCard>
  );
}
