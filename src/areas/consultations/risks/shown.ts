import type { Lang } from '#platform/i18n.ts';
import { clockOf, type ClockState } from './rules.ts';
import type { OpenCall } from './store.ts';
import { words } from './words.ts';

/** A call as the board shows it on top: made here for the page, sent as it is by the live events. */
export interface ShownCall {
  readonly contactId: string;
  readonly state: ClockState;
  readonly text: string;
}

export function shownCalls(
  lang: Lang,
  { calls, limitMinutes, now }: { calls: readonly OpenCall[]; limitMinutes: number; now: Date },
): readonly ShownCall[] {
  return calls.map((call) => ({
    contactId: call.contactId,
    state: clockOf({ ...call, limitMinutes, now }).state,
    text: `${words[lang].open(call.number)}　${callText(lang, call, { limitMinutes, now })}`,
  }));
}

/** 「責任者を呼んでいます（段階 4）3分経過」. */
export function callText(
  lang: Lang,
  call: Pick<OpenCall, 'raisedAt' | 'acknowledgedAt' | 'resolvedAt' | 'level'>,
  { limitMinutes, now }: { limitMinutes: number; now: Date },
): string {
  const t = words[lang];
  const { state, minutes, over } = clockOf({ ...call, limitMinutes, now });
  const level = call.level === null ? '' : ` ${t.risk(t.levels[call.level as 0] ?? '')}`;
  if (state === 'acknowledged') return `${t.callSeen}${level}`;
  if (state === 'over')
    return `${t.callOver}${level}　${t.minutes(minutes)}（${over > 0 ? t.over(over) : t.overNow}）`;
  return `${t.call}${level}　${t.minutes(minutes)}`;
}
