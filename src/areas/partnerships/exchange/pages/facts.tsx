import { dayName } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { StatusTag, Tag, type Term, type Tone } from '#ui/content.tsx';
import { kindOf } from '../kind-table.ts';
import type { State } from '../rules.ts';
import { type PlaceNames, saidAmount, saidDetails, saidPlaces, saidTopics } from '../said.ts';
import type { Post } from '../store.ts';
import { words } from '../words.ts';

const tones: Record<State, Tone> = { draft: 'warn', published: 'good', paused: 'info', closed: 'neutral' };

export function PostTags({ view, post, withState }: { view: View; post: Post; withState?: boolean }) {
  const t = words[view.lang];
  return (
    <>
      <Tag tone={post.side === 'need' ? 'info' : 'good'}>{t.sides[post.side as 'need']}</Tag>
      <Tag>{kindOf(post.kind).name[view.lang]}</Tag>
      {withState && <StatusTag tone={tones[post.state as State]}>{t.states[post.state as State]}</StatusTag>}
      {post.illustrative && <Tag>{t.illustrative}</Tag>}
    </>
  );
}

/** Everything that a post tells beside its text; contact stays inside. */
export function factsOf(
  { lang }: View,
  post: Post,
  { names, taken }: { names: PlaceNames; taken: number },
): readonly Term[] {
  const t = words[lang];
  const amount = saidAmount(lang, post);
  const left = post.quantity === null || post.usedQuantity === 0 ? null : post.quantity - post.usedQuantity;
  const cap = post.monthlyCap;
  const items = [
    {
      term: kindOf(post.kind).quantity.label[lang],
      value: left === null ? amount : `${amount}（${t.left(saidAmount(lang, { ...post, quantity: left }))}）`,
    },
    ...saidDetails(lang, post),
    { term: t.topic, value: saidTopics(lang, post.topics) },
    { term: t.municipality, value: saidPlaces(lang, post.municipalities, names) },
    { term: t.period, value: t.from(dayName(lang, post.startsOn), dayName(lang, post.endsOn)) },
    {
      term: t.cap,
      value: cap === null ? '' : `${t.capOf(cap)}（${t.capLeft(Math.max(0, cap - taken))}）`,
    },
    { term: t.conditions, value: post.conditions },
  ];
  return items.filter(({ value }) => value !== '');
}
