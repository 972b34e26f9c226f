import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, formProblem, type Typed } from '#platform/web/form.ts';
import { type RefusalWords, sayRefusal } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, worksAt } from '../../access.ts';
import { findCall, findPublishedTerms } from '../../calls/store.ts';
import { readBudget } from '../../ledger/store.ts';
import { benefitPaths } from '../../paths.ts';
import { decideBenefits } from '../actions.ts';
import { benefitPage } from '../gather.tsx';
import { payBenefits, payInstalment, seeInstalment } from '../pay.ts';
import { refusals as benefitRefusals } from '../refusals.ts';
import { countRecipients, listBenefits, listUnordered } from '../store.ts';
import { trayOf } from '../../applications/papers/upload.ts';
import { confirm, handOn, takeBack, tellOutcome } from './actions.ts';
import { largestReceipt, readReceipt } from './receipts.ts';
import { takeDonation } from './donate.ts';
import { CallPage } from './pages/call.tsx';
import { donorKinds, ways } from './rules.ts';
import { listDonations, listUnconfirmed } from './store.ts';
import { refusals as ownRefusals } from './refusals.ts';
import { words } from './words.ts';

const needed = formProblem({ ja: words.ja.chooseOne, en: words.en.chooseOne });
const some = (name: string) =>
  z.object({ [name]: field.choices().refine((chosen) => chosen.length > 0, needed) });
const payForm = z.object({
  pay: field.choices().refine((chosen) => chosen.length > 0, needed),
  dueOn: field.day(),
});
const donationForm = z.object({
  kind: field.choice(donorKinds),
  donor: field.optionalText(120),
  donatedYen: field.whole({ min: 1 }),
  receivedOn: field.day(),
});
const handOnForm = z.object({
  yen: field.whole({ min: 1 }),
  on: field.day(),
  way: field.choice(ways),
  seenYen: field.wholeOrNull(),
  receipt: field.upload(),
});
const outcomeForm = z.object({
  outcome: field.text(60),
  outcomeOn: field.day(),
  outcomeWords: field.optionalText(2000),
});
const returnForm = z.object({
  returnedYen: field.whole({ min: 1 }),
  returnedOn: field.day(),
  seenYen: field.wholeOrNull(),
});
/** A little more than the largest receipt, so that a larger one is answered in words and not cut off. */
const maxBody = largestReceipt + 2 * 1_048_576;

type CallVisit = Visit<{ callId: string }>;
type BenefitVisit = Visit<{ benefitId: string }>;

export const handOnRoutes = new Routes()
  .get(benefitPaths.call, can.readBenefits, (visit) => callPage(visit, emptyForm, ''))
  .post(benefitPaths.decide, can.decideBenefit, (visit) =>
    onCall(visit, 'decide', some('decide'), async ({ decide: benefitIds = [] }) => ({
      answer: await decideBenefits(
        visit.db,
        visit.who,
        { vault: visit.tools.vault, benefitIds: await ofCall(visit, benefitIds) },
        visit.now,
      ),
      notice: words[visit.lang].decideDone(benefitIds.length),
    })),
  )
  .post(benefitPaths.pay, can.orderPayment, (visit) =>
    onCall(visit, 'pay', payForm, async ({ pay, dueOn }) => ({
      answer: await payBenefits(
        visit.db,
        visit.who,
        { benefitIds: await ofCall(visit, pay), dueOn },
        visit.now,
      ),
      notice: words[visit.lang].payManyDone(pay.length),
    })),
  )
  .post(benefitPaths.confirm, can.confirmHandOn, (visit) =>
    onCall(visit, 'confirm', some('confirm'), async ({ confirm: chosen }) => {
      const handOnIds = (chosen ?? []) as readonly string[];
      const answer = await confirm(visit.db, visit.who, { handOnIds }, visit.now);
      return { answer, notice: words[visit.lang].confirmDone(handOnIds.length) };
    }),
  )
  .post(benefitPaths.donate, can.keepDonation, (visit) =>
    onCall(visit, 'donate', donationForm, async ({ donatedYen: yen, ...gift }) => ({
      answer: await takeDonation(visit.db, visit.who, { ...visit.params, ...gift, yen }, visit.now),
      notice: words[visit.lang].donateDone,
    })),
  )
  .post(
    benefitPaths.handOn,
    can.handOn,
    (visit) =>
      onBenefit(visit, 'hand-on', handOnForm, async ({ receipt, ...given }) => {
        const content = receipt && new Uint8Array(await receipt.arrayBuffer());
        const paper = receipt && content ? { content, name: receipt.name } : null;
        const all = [{ ...visit.params, ...given, receipt: paper }];
        return handOn(visit.db, visit.who, { tray: trayOf(visit), all }, visit.now);
      }),
    { maxBody },
  )
  .post(benefitPaths.outcome, can.handOn, (visit) =>
    onBenefit(visit, 'outcome', outcomeForm, ({ outcome, outcomeOn: on, outcomeWords }) => {
      const told = { vault: visit.tools.vault, ...visit.params, outcome, on, words: outcomeWords };
      return tellOutcome(visit.db, visit.who, told, visit.now);
    }),
  )
  .post(benefitPaths.takeBack, can.confirmHandOn, (visit) =>
    onBenefit(visit, 'return-money', returnForm, ({ returnedYen: yen, returnedOn: on, seenYen }) =>
      takeBack(visit.db, visit.who, { ...visit.params, yen, on, seenYen }, visit.now),
    ),
  )
  .get(benefitPaths.receipt, can.readBenefits, receipt)
  .post(benefitPaths.seeInstalment, can.handOn, async (visit) => {
    const seen = await seeInstalment(visit.db, visit.who, visit.params, visit.now);
    return instalmentAnswer(visit, seen, words[visit.lang].seeDone);
  })
  .post(benefitPaths.payInstalment, can.orderPayment, async (visit) => {
    const input = { ...visit.params, dueOn: tokyoDay(visit.now) };
    const paid = await payInstalment(visit.db, visit.who, input, visit.now);
    return instalmentAnswer(visit, paid, words[visit.lang].payDone);
  }).list;

const allRefusals: RefusalWords<keyof (typeof ownRefusals)['ja'] | keyof (typeof benefitRefusals)['ja']> = {
  ja: { ...ownRefusals.ja, ...benefitRefusals.ja },
  en: { ...ownRefusals.en, ...benefitRefusals.en },
};
type Refusal = keyof (typeof allRefusals)['ja'];
type Answer =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly refusal: Refusal;
      readonly facts?: Readonly<Record<string, string | number>>;
    };

const fieldOf: Partial<Record<string, Partial<Record<Refusal, string>>>> = {
  'hand-on': {
    'yen-not-positive': 'yen',
    'more-than-held': 'yen',
    'day-to-come': 'on',
    'before-payment': 'on',
    'receipt-missing': 'receipt',
    'file-empty': 'receipt',
    'file-too-large': 'receipt',
    'file-kind-not-taken': 'receipt',
    infected: 'receipt',
    'scanner-silent': 'receipt',
  },
  'return-money': { 'yen-not-positive': 'returnedYen', 'more-than-held': 'returnedYen' },
  donate: { 'donor-missing': 'donor', 'day-to-come': 'receivedOn', 'yen-not-positive': 'donatedYen' },
  outcome: { 'outcome-unknown': 'outcome' },
};

function stateOf(visit: Visit, form: string, answer: Answer & { ok: false }, typed: Typed): FormState {
  const message = sayRefusal(allRefusals, visit.lang, answer);
  return { values: typed, problems: [{ field: fieldOf[form]?.[answer.refusal] ?? '', message }] };
}

async function onCall<Schema extends z.ZodType>(
  visit: CallVisit,
  form: string,
  schema: Schema,
  act: (values: z.output<Schema>) => Promise<{ answer: Answer; notice: string }>,
): Promise<Response> {
  const typed = await visit.form(schema);
  if (!typed.ok) return callPage(visit, typed.state, form);
  const { answer, notice } = await act(typed.values);
  if (answer.ok) return visit.go(benefitPaths.call.to(visit.params), notice);
  return callPage(visit, stateOf(visit, form, answer, typed.typed), form);
}

async function onBenefit<Schema extends z.ZodType>(
  visit: BenefitVisit,
  form: 'hand-on' | 'outcome' | 'return-money',
  schema: Schema,
  act: (values: z.output<Schema>) => Promise<Answer>,
): Promise<Response> {
  const { benefitId } = visit.params;
  const typed = await visit.form(schema);
  if (!typed.ok) return benefitPage(visit, { benefitId, state: typed.state, tried: form });
  const answer = await act(typed.values);
  const t = words[visit.lang];
  const notices = { 'hand-on': t.handOnDone, outcome: t.outcomeDone, 'return-money': t.takeBackDone };
  if (answer.ok) return visit.go(benefitPaths.benefit.to({ benefitId }), notices[form]);
  const state = stateOf(visit, form, answer, typed.typed);
  return benefitPage(visit, { benefitId, state, tried: form });
}

async function instalmentAnswer(
  visit: Visit<{ instalmentId: string }>,
  answer: Answer & { value?: { benefitId: string } },
  notice: string,
): Promise<Response> {
  if (answer.ok) {
    const benefitId = (answer as { value: { benefitId: string } }).value.benefitId;
    return visit.go(benefitPaths.benefit.to({ benefitId }), notice);
  }
  return visit.go(benefitPaths.list.to({}), sayRefusal(allRefusals, visit.lang, answer));
}

/** Only benefits of this call, whatever was posted. */
async function ofCall({ db, who, params }: CallVisit, ids: readonly string[]): Promise<readonly string[]> {
  const asked = z.array(z.uuid()).safeParse(ids);
  if (!asked.success) throw new NotFound('benefit');
  const known = await inTransaction(db, who, (tx) =>
    listBenefits(tx, { ...params, ids: asked.data, limit: asked.data.length, offset: 0 }),
  );
  if (known.length < new Set(asked.data).size) throw new NotFound('benefit');
  return asked.data;
}

async function callPage(visit: CallVisit, state: FormState, tried: string): Promise<Response> {
  const { who, now } = visit;
  const { callId } = visit.params;
  const page = await inTransaction(visit.db, who, async (tx) => {
    const call = await findCall(tx, callId);
    if (!worksAt(who, call.bureauId)) throw new NotFound('grant call');
    const { terms } = await findPublishedTerms(tx, callId);
    const waiting = { callId, states: ['checked'], limit: 200, offset: 0 };
    return (
      <CallPage
        view={visit.view}
        state={state}
        tried={tried}
        callId={callId}
        terms={terms}
        balance={await readBudget(tx, callId)}
        counts={await countRecipients(tx, callId)}
        toDecide={await listBenefits(tx, waiting)}
        toPay={await listUnordered(tx, callId)}
        toConfirm={await listUnconfirmed(tx, callId)}
        donations={await listDonations(tx, callId)}
        mayDecide={can.decideBenefit.allows(who)}
        mayPrepare={can.checkBenefit.allows(who)}
        today={tokyoDay(now)}
      />
    );
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

async function receipt(visit: Visit<{ handOnId: string }>): Promise<Response> {
  const { vault, files } = visit.tools;
  const { mediaType, content } = await readReceipt(visit.db, visit.who, { vault, files, ...visit.params });
  return visit.c.body(new Uint8Array(content), 200, {
    'content-type': mediaType,
    'content-disposition': 'inline; filename="receipt"',
    'cache-control': 'private, no-store',
  });
}
