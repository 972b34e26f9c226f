import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { Forbidden, NotFound } from '#platform/errors.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { newDataKey, type Vault } from '#platform/vault/vault.ts';
import { asksAt, can, worksAt } from '../access.ts';
import { openAwards } from '../awards/actions.ts';
import { termsOf } from '../calls/store.ts';
import { moveMoney } from '../ledger/actions.ts';
import type { MoveRefusal } from '../ledger/rules.ts';
import { lockBudget } from '../ledger/store.ts';
import { writeDecisions } from './letters.ts';
import { payeesOf } from './payees/actions.ts';
import { type BenefitStep, decideStep, numberOf, type StepRefusal } from './rules.ts';
import {
  type Benefit,
  insertApplications,
  insertSteps,
  linkAwards,
  lockBenefits,
  noMoney,
  readMoney,
  updateBenefits,
} from './store.ts';
import { sealWords } from './told.ts';

export type BenefitStepRefusal = StepRefusal | MoveRefusal | 'payee-missing';
type Done = Promise<Result<{ benefitIds: readonly string[] }, BenefitStepRefusal>>;

interface StepInput {
  readonly vault: Vault;
  readonly benefitIds: readonly string[];
  readonly reason?: string;
}

/** The office has looked at what was asked, and knows who is paid: from here the approver decides. */
export async function checkBenefits(db: Db, who: Who, input: StepInput, now = new Date()): Done {
  return take(db, who, { ...input, step: 'check' }, now, async (tx, benefits) => {
    const payees = await payeesOf(tx, input.vault, benefits, now);
    if (payees.size < benefits.length) return refuse('payee-missing');
    for (const [payeeId, some] of Map.groupBy(payees, ([, id]) => id)) {
      const ids = some.map(([benefitId]) => benefitId);
      await updateBenefits(tx, ids, { state: 'checked', payeeId, checkedBy: personOf(who) });
    }
    return ok('check');
  });
}

/** 差戻し: nothing that was written is lost. */
export async function returnBenefit(db: Db, who: Who, input: StepInput, now = new Date()): Done {
  return take(db, who, { ...input, step: 'return' }, now, async (tx, benefits) => {
    await updateBenefits(tx, idsOf(benefits), { state: 'returned', checkedBy: null, payeeId: null });
    return ok('return');
  });
}

export async function withdrawBenefit(db: Db, who: Who, input: StepInput, now = new Date()): Done {
  return take(db, who, { ...input, step: 'withdraw' }, now, async (tx, benefits) => {
    await updateBenefits(tx, idsOf(benefits), { state: 'withdrawn' });
    return ok('withdraw');
  });
}

/** 不支給, with its reason. */
export async function refuseBenefit(db: Db, who: Who, input: StepInput, now = new Date()): Done {
  return take(db, who, { ...input, step: 'refuse' }, now, async (tx, benefits) => {
    const decided = { decidedOn: tokyoDay(now), decidedBy: personOf(who) };
    await updateBenefits(tx, idsOf(benefits), { state: 'refused', ...decided });
    return ok('refuse');
  });
}

/** 支給決定: many at once, all or none; each becomes an award whose money is bound, and never more than is free. */
export async function decideBenefits(db: Db, who: Who, input: StepInput, now = new Date()): Done {
  return take(db, who, { ...input, step: 'decide' }, now, async (tx, benefits) => {
    const decidedOn = tokyoDay(now);
    const free = await decideFree(tx, benefits);
    if (!free.ok) return free;
    for (const of of byCall(benefits)) await openOf(tx, input.vault, { benefits: of, decidedOn }, now);
    const decided = { state: 'decided', decidedOn, decidedBy: personOf(who) };
    await updateBenefits(tx, idsOf(benefits), decided);
    return ok('decide');
  });
}

/** Asked of every call before anything is written: a refusal leaves nothing behind. The budgets stay locked. */
async function decideFree(tx: Tx, benefits: readonly Benefit[]): Promise<Result<'free', MoveRefusal>> {
  for (const of of byCall(benefits)) {
    const { budget, decided } = await lockBudget(tx, of[0]?.callId ?? '');
    const yen = of.reduce((sum, benefit) => sum + benefit.yen, 0);
    if (yen > budget - decided) return refuse('more-than-free');
  }
  return ok('free');
}

async function openOf(
  tx: Tx,
  vault: Vault,
  { benefits, decidedOn }: { benefits: readonly Benefit[]; decidedOn: string },
  now: Date,
): Promise<void> {
  const [first] = benefits;
  if (!first) return;
  const { callId, bureauId } = first;
  const made = benefits.map((benefit) => {
    const id: string = crypto.randomUUID();
    const sealedKey = newDataKey(vault, `grant-application:${id}`).sealed;
    return { benefit, application: { id, sealedKey } };
  });
  await insertApplications(tx, made.map(applicationOf));
  const awards = made.map(({ benefit: { versionId, yen }, application }) => ({
    applicationId: application.id,
    versionId,
    yen,
  }));
  const opened = await openAwards(tx, { callId, bureauId, decidedOn, kind: 'benefit', awards }, now);
  if (!opened.ok) throw new Error(`benefits were free and are not: ${opened.refusal}`);
  const documents = new Map(opened.value.map((document) => [document.applicationId, document]));
  const letters = made.flatMap((each) => {
    const document = documents.get(each.application.id);
    return document ? [{ ...each, document }] : [];
  });
  await writeDecisions(tx, vault, { bureauId, issuedOn: decidedOn, letters }, now);
  const linked = letters.map(({ benefit, document }) => ({
    benefitId: benefit.id,
    awardId: document.awardId,
  }));
  await linkAwards(tx, linked);
}

/** What is decided on as an application, so that money and letters go the same way as those of groups. */
function applicationOf({
  benefit,
  application,
}: {
  benefit: Benefit;
  application: { readonly id: string; readonly sealedKey: string };
}) {
  const { callId, bureauId, versionId, payeeId, recipientId, yen, createdAt } = benefit;
  return {
    ...application,
    callId,
    bureauId,
    versionId,
    applicantId: payeeId,
    recipientId,
    door: 'partner',
    state: 'checked',
    number: numberOf(benefit),
    unitKey: benefit.id,
    askedYen: yen,
    submittedAt: createdAt,
    createdAt,
  };
}

/** 取消, before anything was paid: what was bound is free again. */
export async function cancelBenefit(db: Db, who: Who, input: StepInput, now = new Date()): Done {
  return take(db, who, { ...input, step: 'cancel' }, now, async (tx, benefits) => {
    for (const of of byCall(benefits)) {
      const moves = of.map(({ awardId, id, yen }) => ({
        awardId,
        kind: 'release' as const,
        yen,
        sourceId: id,
      }));
      const moved = await moveMoney(tx, { callId: of[0]?.callId ?? '', moves }, now);
      if (!moved.ok) throw new Error(`nothing was paid and something is not owed: ${moved.refusal}`);
    }
    await updateBenefits(tx, idsOf(benefits), { state: 'cancelled' });
    return ok('cancel');
  });
}

const idsOf = (benefits: readonly Benefit[]) => benefits.map(({ id }) => id);
const personOf = (who: Who) => (who.kind === 'person' ? who.personId : null);

function byCall(benefits: readonly Benefit[]): readonly (readonly Benefit[])[] {
  return Object.values(Object.groupBy(benefits, ({ callId }) => callId)).flatMap((of) => (of ? [of] : []));
}

const permissions = {
  ask: can.askForPerson,
  check: can.checkBenefit,
  return: can.checkBenefit,
  decide: can.decideBenefit,
  refuse: can.decideBenefit,
  cancel: can.decideBenefit,
  withdraw: can.askForPerson,
} as const satisfies Record<BenefitStep, unknown>;

/** Locks, asks who may and whether it is time, acts, and says so: for all of them or for none. */
async function take(
  db: Db,
  who: Who,
  { vault, benefitIds, reason = '', step }: StepInput & { step: BenefitStep },
  now: Date,
  act: (tx: Tx, benefits: readonly Benefit[]) => Promise<Result<BenefitStep, BenefitStepRefusal>>,
): Done {
  const permission = permissions[step];
  return inTransaction(db, who, async (tx) => {
    const benefits = await lockBenefits(tx, benefitIds);
    const money = await readMoney(tx, idsOf(benefits));
    for (const benefit of benefits) {
      mustBeTheirs(who, benefit, step);
      const { paidYen } = money.get(benefit.id) ?? noMoney;
      const decision = decideStep({ step, reason, personId: personOf(who), paidYen, ...benefit });
      if (!decision.ok) return decision;
    }
    const done = await act(tx, benefits);
    if (!done.ok) return done;
    await insertSteps(
      tx,
      benefits.map((benefit) => ({
        benefitId: benefit.id,
        bureauId: benefit.bureauId,
        organisationId: benefit.organisationId,
        step,
        personId: personOf(who),
        sealedReason: reason ? sealWords(vault, benefit, { place: 'reason', words: reason }) : null,
        at: now,
      })),
    );
    for (const [first, ...more] of byCall(benefits)) {
      if (!first) continue;
      const subject =
        more.length === 0 ? { kind: 'benefit', id: first.id } : { kind: 'grant-call', id: first.callId };
      const facts = { step, benefits: more.length + 1 };
      await record(tx, { event: permission.name as `${string}.${string}`, subject, facts }, now);
    }
    return ok({ benefitIds: idsOf(benefits) });
  });
}

function mustBeTheirs(who: Who, benefit: Benefit, step: BenefitStep): void {
  const permission = permissions[step];
  const theirs =
    step === 'withdraw' || step === 'ask'
      ? asksAt(who, benefit.organisationId)
      : worksAt(who, benefit.bureauId);
  if (!theirs || !(who.kind === 'system' || permission.allows(who))) throw new Forbidden(permission.name);
}

/** The rules under which a benefit was asked for. */
export async function rulesOf(tx: Tx, { versionId }: Pick<Benefit, 'versionId'>) {
  const terms = await termsOf(tx, versionId);
  if (!terms.benefit) throw new NotFound('rules of a benefit');
  return { terms, rules: terms.benefit };
}
