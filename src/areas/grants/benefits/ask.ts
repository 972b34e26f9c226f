import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { Forbidden } from '#platform/errors.ts';
import { findOrganisation } from '#platform/people/organisations.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { blindIndex, type Vault } from '#platform/vault/vault.ts';
import { ageBandOf, ageOn, foldName, readPlanFact } from '#areas/cases/index.ts';
import { asksAt, can } from '../access.ts';
import { findCall, findPublishedTerms, termsOf } from '../calls/store.ts';
import type { CallTerms } from '../calls/terms.ts';
import { decideSchedule, type Instalment, type InterestRefusal, subsidyOf } from './instalments/rules.ts';
import { replaceInstalments } from './instalments/store.ts';
import {
  type AmountRefusal,
  checkConditions,
  type Checked,
  decideAmount,
  decideAsk,
  decideLimit,
  decideStep,
  type AskRefusal,
  type StepRefusal,
} from './rules.ts';
import {
  countBefore,
  insertBenefits,
  insertSteps,
  knowRecipients,
  lockBenefits,
  lockRecipient,
  updateBenefits,
} from './store.ts';
import type { BenefitTerms } from './terms.ts';
import { newBenefitKey, sealTold, type Told } from './told.ts';

export type BenefitRefusal = AskRefusal | AmountRefusal | InterestRefusal | StepRefusal;

export interface Asked extends Omit<Told, 'plan'> {
  /** Number of the case at the asking organisation, where the call wants a plan; ''. */
  readonly planNumber: string;
  readonly use: string;
  /** The person was told what is kept and why, and agrees. */
  readonly consented: boolean;
}

/** Asks for a benefit together with the person. What does not meet the conditions is told in whole, and nothing of it is kept. */
export async function askForPerson(
  db: Db,
  who: Who,
  input: { vault: Vault; callId: string; organisationId: string; asked: Asked },
  now = new Date(),
): Promise<Result<{ benefitId: string }, BenefitRefusal>> {
  const made = await askForPersons(db, who, { ...input, all: [{ asked: input.asked, now }] });
  if (!made.ok) return made;
  const [benefitId = ''] = made.value.benefitIds;
  return ok({ benefitId });
}

/** The same for many of one group, each at its moment: all of them or none. */
export async function askForPersons(
  db: Db,
  who: Who,
  {
    vault,
    callId,
    organisationId,
    all,
  }: {
    vault: Vault;
    callId: string;
    organisationId: string;
    all: readonly { readonly asked: Asked; readonly now: Date }[];
  },
): Promise<Result<{ benefitIds: readonly string[] }, BenefitRefusal>> {
  if (!asksAt(who, organisationId)) throw new Forbidden(can.askForPerson.name);
  return inTransaction(db, who, async (tx) => {
    const call = await findCall(tx, callId);
    const { versionId, terms } = await findPublishedTerms(tx, callId);
    // Weighed before anybody is looked up: of a person who is refused, not even a key is kept.
    const weighed = [];
    for (const { asked, now } of all) {
      const on = tokyoDay(now);
      const one = await weigh(tx, { asked, terms, state: call.state, organisationId, on });
      if (!one.ok) return one;
      weighed.push({ ...one.value, asked, on, now });
    }
    const recipientIds = await knowRecipients(
      tx,
      all.map(({ asked }) => keyOf(vault, asked)),
    );
    const within = await decideLimits(tx, {
      callId,
      rules: terms.benefit,
      asked: weighed.map(({ yen }, at) => ({ yen, recipientId: recipientIds[at] ?? '' })),
    });
    if (!within.ok) return within;
    const of = { bureauId: call.bureauId, organisationId };
    const rows = weighed.map(({ asked, on, now, yen, checked, told }, at) => {
      const key = newBenefitKey(vault);
      const recipientId = recipientIds[at] ?? '';
      const sealed = sealTold(vault, key, told);
      const ageBand = ageBandOf(ageOn(asked.birth, on));
      const by = { askedBy: personOf(who), askedOn: on, createdAt: now };
      return {
        ...key,
        ...of,
        ...by,
        callId,
        versionId,
        recipientId,
        use: asked.use,
        ageBand,
        yen,
        checked,
        sealed,
      };
    });
    const benefitIds = await insertBenefits(tx, rows);
    const steps = rows.map(({ id: benefitId, createdAt: at, askedBy: personId }) => ({
      benefitId,
      ...of,
      step: 'ask',
      personId,
      at,
    }));
    await insertSteps(tx, steps);
    for (const [at, { schedule }] of weighed.entries())
      if (schedule.length > 0)
        await replaceInstalments(tx, { benefitId: rows[at]?.id ?? '', ...of, schedule });
    await say(tx, { callId, step: 'ask', benefits: benefitIds, organisationId }, all.at(-1)?.now);
    return ok({ benefitIds });
  });
}

/** What was returned is put right and asked again, under the rules that it was begun under. */
export async function askAgain(
  db: Db,
  who: Who,
  { vault, benefitId, asked }: { vault: Vault; benefitId: string; asked: Asked },
  now = new Date(),
): Promise<Result<{ benefitId: string }, BenefitRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const [benefit] = await lockBenefits(tx, [benefitId]);
    if (!benefit || !asksAt(who, benefit.organisationId)) throw new Forbidden(can.askForPerson.name);
    const moved = decideStep({ step: 'ask', reason: '', personId: personOf(who), paidYen: 0, ...benefit });
    if (!moved.ok) return moved;
    const terms = await termsOf(tx, benefit.versionId);
    const { callId, bureauId, organisationId, askedOn: on } = benefit;
    const weighed = await weigh(tx, { asked, terms, state: 'published', organisationId, on });
    if (!weighed.ok) return weighed;
    const { yen, checked, told, schedule } = weighed.value;
    const [recipientId = ''] = await knowRecipients(tx, [keyOf(vault, asked)]);
    const limit = { callId, rules: terms.benefit, asked: [{ yen, recipientId }], but: benefitId };
    const within = await decideLimits(tx, limit);
    if (!within.ok) return within;
    await updateBenefits(tx, [benefitId], {
      state: moved.value,
      recipientId,
      use: asked.use,
      ageBand: ageBandOf(ageOn(asked.birth, on)),
      yen,
      checked,
      sealed: sealTold(vault, benefit, told),
    });
    const of = { benefitId, bureauId, organisationId };
    await replaceInstalments(tx, { ...of, schedule });
    await insertSteps(tx, [{ ...of, step: 'ask', personId: personOf(who), at: now }]);
    await say(tx, { callId, step: 'ask-again', benefits: [benefitId], organisationId }, now);
    return ok({ benefitId });
  });
}

const personOf = (who: Who) => (who.kind === 'person' ? who.personId : null);

function keyOf(vault: Vault, { name, birth }: Pick<Asked, 'name' | 'birth'>): string {
  return blindIndex(vault, { purpose: 'benefit-recipient', value: `${foldName(name)}\n${birth}` });
}

/** What each person had before in the call, and has in the same breath; two groups that ask at once wait for each other. */
async function decideLimits(
  tx: Tx,
  given: {
    callId: string;
    rules: BenefitTerms | undefined;
    asked: readonly { readonly yen: number; readonly recipientId: string }[];
    but?: string;
  },
): Promise<Result<'within', BenefitRefusal>> {
  const { callId, rules, asked, but = null } = given;
  if (!rules) return refuse('not-for-persons');
  const before = new Map<string, { times: number; yen: number }>();
  for (const { recipientId } of asked.toSorted((a, b) => a.recipientId.localeCompare(b.recipientId)))
    if (!before.has(recipientId)) {
      await lockRecipient(tx, recipientId);
      before.set(recipientId, await countBefore(tx, { recipientId, callId, but }));
    }
  for (const { yen, recipientId } of asked) {
    const had = before.get(recipientId) ?? { times: 0, yen: 0 };
    const within = decideLimit(rules.limit, had, yen);
    if (!within.ok) return within;
    before.set(recipientId, { times: had.times + 1, yen: had.yen + yen });
  }
  return ok('within');
}

interface Weighed {
  readonly yen: number;
  readonly checked: readonly Checked[];
  readonly told: Told;
  readonly schedule: readonly Instalment[];
}

/** Everything that decides whether it can be asked, and for how much. Of a case no more is read than that a plan exists. */
async function weigh(
  tx: Tx,
  given: {
    asked: Asked;
    terms: CallTerms;
    state: string;
    organisationId: string;
    on: string;
  },
): Promise<Result<Weighed, BenefitRefusal>> {
  const { asked, terms, organisationId, on } = given;
  const { planNumber, use, consented, ...facts } = asked;
  const rules = terms.benefit;
  const open = decideAsk({ state: given.state, windows: terms.windows, rules, on, use, consented, ...facts });
  if (!open.ok || !rules) return refuse(open.ok ? 'not-for-persons' : open.refusal);
  const plan = await planOf(tx, rules, { organisationId, number: planNumber });
  const age = ageOn(asked.birth, on);
  const checked = checkConditions(rules.conditions, { ...facts, on, age, plan: plan !== null });
  const unmet = checked.filter(({ met }) => !met).map(({ code }) => code);
  if (unmet.length > 0) return refuse('not-eligible', { codes: unmet.join(',') });
  const amount = decideAmount(rules.amount, { yen: asked.askedYen, items: asked.items });
  if (!amount.ok) return amount;
  const credit = asked.credit;
  const interest = rules.amount.kind === 'share' ? rules.amount.interest : null;
  const schedule = credit ? decideSchedule(interest, credit) : ok([] as readonly Instalment[]);
  if (!schedule.ok) return schedule;
  const yen = amount.value + subsidyOf(schedule.value);
  const within = decideLimit(rules.limit, { times: 0, yen: 0 }, yen);
  if (!within.ok) return within;
  return ok({ yen, checked, told: { ...facts, plan }, schedule: schedule.value });
}

async function planOf(
  tx: Tx,
  rules: BenefitTerms,
  { organisationId, number }: { organisationId: string; number: string },
): Promise<Told['plan']> {
  if (!number || !rules.conditions.some(({ kind }) => kind === 'plan')) return null;
  const { code: organisation } = await findOrganisation(tx, organisationId);
  const fact = await readPlanFact(tx, { organisation, number });
  return fact.exists ? { number, agency: fact.agency, decidedOn: fact.decidedOn } : null;
}

async function say(
  tx: Tx,
  {
    callId,
    step,
    benefits,
    organisationId,
  }: { callId: string; step: string; benefits: readonly string[]; organisationId: string },
  now = new Date(),
): Promise<void> {
  const [only, ...more] = benefits;
  const subject =
    only && more.length === 0 ? { kind: 'benefit', id: only } : { kind: 'grant-call', id: callId };
  const facts = { step, organisationId, benefits: benefits.length };
  await record(tx, { event: 'benefit.ask', subject, facts }, now);
}
