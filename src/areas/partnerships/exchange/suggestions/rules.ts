/** What of a post speaks for bringing it together with another one. */
export interface Fit {
  readonly postId: string;
  readonly organisationId: string;
  readonly topics: readonly string[];
  readonly municipalities: readonly string[];
  readonly startsOn: string;
  readonly lastOn: string;
  /** What is left of it; null: not said. */
  readonly quantity: number | null;
  readonly unit: string;
  /** Requests that an offer still takes on this month; null of a need. */
  readonly free: number | null;
}

export type Reason =
  | { readonly is: 'topic'; readonly topics: readonly string[] }
  | { readonly is: 'any-topic' }
  | { readonly is: 'place'; readonly municipalities: readonly string[] }
  | { readonly is: 'everywhere' }
  | { readonly is: 'time'; readonly from: string; readonly until: string }
  | { readonly is: 'enough'; readonly quantity: number; readonly unit: string }
  | { readonly is: 'part'; readonly quantity: number; readonly unit: string }
  | { readonly is: 'free'; readonly free: number };

export interface Suggestion {
  readonly postId: string;
  readonly points: number;
  readonly reasons: readonly Reason[];
}

/** Each what it is worth; a worry in common says most, then a place in common. */
const worth = {
  topic: 40,
  secondTopic: 8,
  anyTopic: 10,
  place: 20,
  everywhere: 12,
  enough: 15,
  part: 8,
} as const;
/** Days in common count up to so many. */
const longestDays = 30;

/** Those of the other side that fit, the best first, each with its reasons. */
export function suggest(
  own: Fit,
  others: readonly Fit[],
  { today, limit }: { today: string; limit: number },
): readonly Suggestion[] {
  return others
    .map((other) => suggestionOf(own, other, today))
    .filter((each): each is Suggestion => each !== undefined)
    .sort((a, b) => b.points - a.points || (a.postId < b.postId ? -1 : 1))
    .slice(0, limit);
}

/** Undefined where one thing is missing without which it cannot be: a place, a day, or room this month in common. */
export function suggestionOf(own: Fit, other: Fit, today: string): Suggestion | undefined {
  if (own.organisationId === other.organisationId) return undefined;
  const place = placeIn(own, other);
  const time = timeIn(own, other, today);
  const offered = own.free === null ? other : own;
  if (!place || !time || offered.free === 0) return undefined;
  const topic = topicIn(own, other);
  const found = [topic, place, quantityIn(own, other), time].filter((each) => each !== undefined);
  const free: Reason[] = other.free === null ? [] : [{ is: 'free', free: other.free }];
  return {
    postId: other.postId,
    points: found.reduce((sum, { points }) => sum + points, 0),
    reasons: [...found.map(({ reason }) => reason), ...free],
  };
}

interface Found {
  readonly reason: Reason;
  readonly points: number;
}

function topicIn(own: Fit, other: Fit): Found | undefined {
  const topics = own.topics.filter((topic) => other.topics.includes(topic));
  if (topics.length > 0)
    return { reason: { is: 'topic', topics }, points: worth.topic + worth.secondTopic * (topics.length - 1) };
  return own.topics.length === 0 || other.topics.length === 0
    ? { reason: { is: 'any-topic' }, points: worth.anyTopic }
    : undefined;
}

function placeIn(own: Fit, other: Fit): Found | undefined {
  const common = own.municipalities.filter((code) => other.municipalities.includes(code));
  if (common.length > 0) return { reason: { is: 'place', municipalities: common }, points: worth.place };
  return own.municipalities.length === 0 || other.municipalities.length === 0
    ? { reason: { is: 'everywhere' }, points: worth.everywhere }
    : undefined;
}

function timeIn(own: Fit, other: Fit, today: string): Found | undefined {
  const from = [own.startsOn, other.startsOn, today].toSorted().at(-1) as string;
  const until = own.lastOn < other.lastOn ? own.lastOn : other.lastOn;
  if (until < from) return undefined;
  const days = (Date.parse(until) - Date.parse(from)) / 86_400_000 + 1;
  return { reason: { is: 'time', from, until }, points: Math.min(days, longestDays) / 3 };
}

/** Of the same unit only: kilograms are not compared with boxes. */
function quantityIn(own: Fit, other: Fit): Found | undefined {
  if (own.quantity === null || other.quantity === null || own.unit !== other.unit) return undefined;
  const [need, offer] = own.free === null ? [own.quantity, other.quantity] : [other.quantity, own.quantity];
  const { unit } = own;
  return offer >= need
    ? { reason: { is: 'enough', quantity: need, unit }, points: worth.enough }
    : { reason: { is: 'part', quantity: offer, unit }, points: worth.part };
}
