import { z } from 'zod';
import { tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { ok } from '#platform/result.ts';
import type { FormState } from '#platform/web/form-state.ts';
import { field, type Typed } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import type { Visit } from '#platform/web/visit.ts';
import { findApplicant } from '../applicants/store.ts';
import { deadPage, hidden, isDead } from '../applications/link.tsx';
import type { Place } from '../settlements/place.ts';
import { readReport } from '../settlements/report.ts';
import { readReturns } from '../settlements/returns/shown.ts';
import { taxMethods } from '../settlements/taxes/rules.ts';
import { askChange } from './changes/actions.ts';
import { AskPage } from './changes/pages/ask.tsx';
import { refusals } from './changes/refusals.ts';
import { type ChangeKind, mostAdvance } from './changes/rules.ts';
import { readChanges } from './changes/shown.ts';
import { words as changeWords } from './changes/words.ts';
import { type AwardEntrance, enterAward } from './open.ts';
import { findUnderWay } from './store.ts';

export type AskVisit<P> = Visit<P & { kind: string }>;
type Refusal = keyof (typeof refusals)['ja'];

const amount = field.whole({ max: 99_999_999_999 });
const share = field.wholeOrNull({ max: 99_999_999_999 });
const optionalDay = z.union([z.literal(''), field.day()]).default('');
const askForm = z.object({
  yen: amount,
  startsOn: optionalDay,
  endsOn: optionalDay,
  dueOn: optionalDay,
  reason: field.text(4_000),
});
const taxForm = z.object({
  method: field.choice(taxMethods),
  at10: share,
  at8: share,
  common10: share,
  common8: share,
  ratio: field.numberOrNull(),
  reason: field.text(4_000),
});

/** An award with everything that a page of it may show. */
export async function look(visit: Visit, entrance: AwardEntrance) {
  const { db, tools, now } = visit;
  return enterAward(db, { entrance, vault: tools.vault }, async (tx, opened) => {
    const { applicantId } = opened.application;
    const office = entrance.by === 'office' && applicantId;
    return ok({
      opened,
      report: await readReport(tx, opened),
      changes: await readChanges(tx, opened),
      returns: await readReturns(tx, opened.award.id, tokyoDay(now)),
      groupName: office ? (await findApplicant(tx, applicantId)).name : null,
      underWay: await findUnderWay(tx, opened.award.id),
    });
  });
}

export async function ask(visit: AskVisit<unknown>, place: Place): Promise<Response> {
  const kind = visit.params.kind as ChangeKind;
  const { vault } = visit.tools;
  const form = kind === 'tax' ? await visit.form(taxForm) : await visit.form(askForm);
  if (!form.ok) return askPage(visit, place, form.state);
  const { values } = form;
  const change =
    'method' in values
      ? { yen: 0, reason: values.reason, tax: taxFacts(values) }
      : {
          ...values,
          startsOn: values.startsOn || null,
          endsOn: values.endsOn || null,
          dueOn: values.dueOn || null,
        };
  const asked = await askChange(visit.db, place.entrance, { vault, kind, ...change }, visit.now);
  if (asked.ok)
    return hidden(
      visit.go(
        `${place.award}${place.award.includes('?') ? '&' : '?'}said=asked`,
        changeWords[visit.lang].asked,
      ),
    );
  if (isDead(asked.refusal)) return deadPage(visit, asked.refusal);
  const fields: Partial<Record<string, string>> = {
    'reason-missing': 'reason',
    'period-reversed': 'endsOn',
    'day-outside': 'endsOn',
  };
  const onYen = [
    'above-ceiling',
    'below-paid',
    'advance-too-much',
    'yen-missing',
    'more-than-decided',
    'nothing-changes',
  ];
  const at = fields[asked.refusal] ?? (onYen.includes(asked.refusal) && kind !== 'tax' ? 'yen' : '');
  return askPage(visit, place, refused(visit, asked, form.typed, at));
}

function taxFacts({ method, ratio, ...shares }: z.output<typeof taxForm>) {
  const { at10, at8, common10, common8 } = shares;
  const hundredths = Math.min(10_000, Math.round((ratio ?? 0) * 100));
  return {
    method,
    at10: at10 ?? 0,
    at8: at8 ?? 0,
    common10: common10 ?? 0,
    common8: common8 ?? 0,
    ratio: hundredths,
  };
}

export async function askPage(visit: AskVisit<unknown>, place: Place, state: FormState): Promise<Response> {
  const kind = visit.params.kind as ChangeKind;
  const seen = await look(visit, place.entrance);
  if (!seen.ok) {
    if (isDead(seen.refusal)) return deadPage(visit, seen.refusal);
    throw new NotFound('grant award');
  }
  const { opened, underWay } = seen.value;
  const { award, terms } = opened;
  const stand = { decided: award.decidedYen, paid: award.paidYen, ordered: underWay.ordered };
  const most = mostAdvance(stand, terms.advance.upToPercent);
  const page = (
    <AskPage view={visit.view} state={state} place={place} opened={opened} kind={kind} most={most} />
  );
  return hidden(await visit.page(page, state.problems.length > 0 ? 422 : 200));
}

export function refused(
  visit: Visit,
  refusal: { readonly ok: false; readonly refusal: Refusal },
  typed: Typed,
  at = '',
): FormState {
  const state = refusedForm<Refusal>({ words: refusals, lang: visit.lang, refused: refusal, typed });
  return { ...state, problems: state.problems.map((problem) => ({ ...problem, field: at })) };
}
