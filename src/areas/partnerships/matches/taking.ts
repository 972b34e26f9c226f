import { z } from 'zod';
import type { Database } from '#platform/database/database.ts';
import { field } from '#platform/web/form.ts';
import type { Result, RefusalFacts } from '#platform/result.ts';
import {
  acceptMatch,
  confirmAgreement,
  declineMatch,
  draftAgreement,
  say,
  stepBack,
  withdrawMatch,
} from './actions.ts';
import { finish, receive, showThanks, thank } from './deliveries/actions.ts';
import { blockMember, reportMatch, resumeFromThread } from './discipline/actions.ts';
import type { DeadLink, Entrance } from './enter.ts';
import { reportReasons } from './reports.ts';
import { declineReasons, type MatchRefusal } from './rules.ts';

type Answer = Result<unknown, MatchRefusal | DeadLink> & { readonly facts?: RefusalFacts };

interface Taking<Schema extends z.ZodType> {
  readonly form: Schema;
  readonly act: (db: Database, entrance: Entrance, values: z.output<Schema>, now: Date) => Promise<Answer>;
}

function taking<Schema extends z.ZodType>(form: Schema, act: Taking<Schema>['act']): Taking<z.ZodType> {
  return { form, act } as unknown as Taking<z.ZodType>;
}

const nothing = z.object({});
const words = field.optionalText(2000);

/** The steps of a thread as forms, by the last part of their URL; the same signed in and by a mailed link. */
export const takings = {
  accept: taking(nothing, (db, entrance, _, now) => acceptMatch(db, entrance, now)),
  decline: taking(
    z.object({ reason: field.choice(declineReasons), declineWords: words }),
    (db, entrance, { reason, declineWords }, now) =>
      declineMatch(db, entrance, { reason, words: declineWords }, now),
  ),
  withdraw: taking(z.object({ withdrawWords: words }), (db, entrance, values, now) =>
    withdrawMatch(db, entrance, { words: values.withdrawWords }, now),
  ),
  say: taking(z.object({ words: field.text(2000) }), (db, entrance, values, now) =>
    say(db, entrance, values, now),
  ),
  draft: taking(
    z.object({
      text: field.text(2000),
      quantity: field.wholeOrNull({ min: 1, max: 1_000_000_000 }),
      dueOn: field.day(),
    }),
    (db, entrance, values, now) => draftAgreement(db, entrance, values, now),
  ),
  confirm: taking(z.object({ seenVersion: field.whole() }), (db, entrance, values, now) =>
    confirmAgreement(db, entrance, values, now),
  ),
  'step-back': taking(z.object({ stepBackWords: field.text(1000) }), (db, entrance, values, now) =>
    stepBack(db, entrance, { words: values.stepBackWords }, now),
  ),
  receive: taking(
    z.object({
      on: field.day(),
      received: field.numberOrNull(),
      unit: z.string().max(20).default(''),
      yen: field.wholeOrNull({ max: 100_000_000_000 }),
      last: field.checkbox(),
    }),
    (db, entrance, { received, ...values }, now) =>
      receive(db, entrance, { ...values, quantity: received ?? 0 }, now),
  ),
  finish: taking(nothing, (db, entrance, _, now) => finish(db, entrance, now)),
  thank: taking(
    z.object({ thankWords: field.text(1000), offered: field.checkbox() }),
    (db, entrance, { thankWords, offered }, now) => thank(db, entrance, { words: thankWords, offered }, now),
  ),
  show: taking(nothing, (db, entrance, _, now) => showThanks(db, entrance, { shown: true }, now)),
  hide: taking(nothing, (db, entrance, _, now) => showThanks(db, entrance, { shown: false }, now)),
  report: taking(
    z.object({
      why: field.choice(reportReasons),
      reportWords: field.optionalText(1000),
      reportBlock: field.checkbox(),
    }),
    (db, entrance, { why, reportWords, reportBlock }, now) =>
      reportMatch(db, entrance, { why, words: reportWords, block: reportBlock }, now),
  ),
  block: taking(nothing, (db, entrance, _, now) => blockMember(db, entrance, now)),
  resume: taking(nothing, (db, entrance, _, now) => resumeFromThread(db, entrance, now)),
} as const;
export type TakingName = keyof typeof takings;

export function isTaking(name: string): name is TakingName {
  return Object.hasOwn(takings, name);
}

/** The field that a refusal is about. */
export const refusedFields: Partial<Record<MatchRefusal, string>> = {
  'amount-missing': 'received',
};
