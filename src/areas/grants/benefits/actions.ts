import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { Forbidden, NotFound } from '#platform/errors.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { asksAt, can, worksAt } from '../access.ts';
import { termsOf } from '../calls/store.ts';
import type { MoveRefusal } from '../ledger/rules.ts';
import { byCall, cancelBenefits, decideFree, openBenefits, refuseBenefits } from './decide.ts';
import { payeesOf } from './payees/actions.ts';
import { type BenefitStep, decideStep, type StepRefusal } from './rules.ts';
import {
  type Benefit,
  insertSteps,
  lockBenefits,
  noMoney,
  readMoney,
  updateBenefits,
  updateChecked,
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
    await updateChecked(tx, payees, personOf(who));
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

/** 不支給, with its reason, which the letter to the person says as it stands. */
export async function refuseBenefit(db: Db, who: Who, input: StepInput, now = new Date()): Done {
  return take(db, who, { ...input, step: 'refuse' }, now, async (tx, benefits) => {
    const decidedOn = tokyoDay(now);
    for (const of of byCall(benefits)) await refuseBenefits(tx, { ...input, benefits: of, decidedOn }, now);
    await updateBenefits(tx, idsOf(benefits), { state: 'refused', decidedOn, decidedBy: personOf(who) });
    return ok('refuse');
  });
}

/** 支給決定: many at once, all or none; each becomes an award whose money is bound, and never more than is free. */
export async function decideBenefits(db: Db, who: Who, input: StepInput, now = new Date()): Done {
  return take(db, who, { ...input, step: 'decide' }, now, async (tx, benefits) => {
    const decidedOn = tokyoDay(now);
    const free = await decideFree(tx, benefits);
    if (!free.ok) return free;
    for (const of of byCall(benefits))
      await openBenefits(tx, { vault: input.vault, benefits: of, decidedOn }, now);
    const decided = { state: 'decided', decidedOn, decidedBy: personOf(who) };
    await updateBenefits(tx, idsOf(benefits), decided);
    return ok('decide');
  });
}

/** 取消, before anything was paid: what was bound is free again. */
export async function cancelBenefit(db: Db, who: Who, input: StepInput, now = new Date()): Done {
  return take(db, who, { ...input, step: 'cancel' }, now, async (tx, benefits) => {
    const decidedOn = tokyoDay(now);
    for (const of of byCall(benefits)) await cancelBenefits(tx, { ...input, benefits: of, decidedOn }, now);
    await updateBenefits(tx, idsOf(benefits), { state: 'cancelled' });
    return ok('cancel');
  });
}

const idsOf = (benefits: readonly Benefit[]) => benefits.map(({ id }) => id);
const personOf = (who: Who) => (who.kind === 'person' ? who.personId : null);

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
