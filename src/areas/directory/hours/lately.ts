import type { Channel, ServiceContent } from '../services/content.ts';
import { type Holidays, type HoursSource, type Opening, openingOf, shownUntil, sourcesOf } from './rules.ts';

type Reachable = Pick<ServiceContent, 'hours' | 'channels'>;

interface Known {
  readonly hours: Reachable['hours'];
  readonly holidays: Holidays;
  readonly from: Date;
  readonly until: Date;
  readonly opening: Opening;
}

/** By the entry, or its way of contact, for as long as somebody holds it. */
const known = new WeakMap<object, Known>();

/** `openingOf` for an entry that is looked at again and again: what was found holds until it opens or closes, or the day ends. */
export function openingNow(content: Reachable, now: Date, holidays: Holidays): Opening {
  return lately(content, { hours: content.hours, now, holidays }, () => sourcesOf(content));
}

/** The same for one of its ways of contact. */
export function channelNow(content: Reachable, channel: Channel, now: Date, holidays: Holidays): Opening {
  return lately(channel, { hours: content.hours, now, holidays }, () =>
    sourcesOf({ ...content, channels: [channel] }),
  );
}

function lately(
  of: object,
  { hours, now, holidays }: Pick<Known, 'hours' | 'holidays'> & { readonly now: Date },
  sources: () => readonly HoursSource[],
): Opening {
  const before = known.get(of);
  if (before?.holidays === holidays && before.hours === hours && before.from <= now && now < before.until)
    return before.opening;
  const opening = openingOf(sources(), now, { holidays });
  known.set(of, { hours, holidays, from: now, until: shownUntil(opening, now), opening });
  return opening;
}
