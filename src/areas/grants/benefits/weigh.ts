import type { Tx } from '#platform/database/database.ts';
import { findOrganisation } from '#platform/people/organisations.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { blindIndex, type Vault } from '#platform/vault/vault.ts';
import { ageOn, foldName, readPlanFact } from '#areas/cases/index.ts';
import type { CallTerms } from '../calls/terms.ts';
import { decideSchedule, type Instalment, type InterestRefusal, subsidyOf } from './instalments/rules.ts';
import {
  type AmountRefusal,
  type AskRefusal,
  checkConditions,
  type Checked,
  decideAmount,
  decideAsk,
  decideLimit,
  type StepRefusal,
} from './rules.ts';
import { countBefore, lockRecipient } from './store.ts';
import type { BenefitTerms } from './terms.ts';
import type { Told } from './told.ts';

export type BenefitRefusal = AskRefusal | AmountRefusal | InterestRefusal | StepRefusal;

export interface Asked extends Omit<Told, 'plan'> {
  /** Number of the case at the asking organisation, where the call wants a plan; ''. */
  readonly planNumber: string;
  readonly use: string;
  /** Codes of the municipality and of the worry for which it is counted; '' where the person does not tell. */
  readonly municipality: string;
  readonly worry: string;
  /** The person was told what is kept and why, and agrees. */
  readonly consented: boolean;
}

/** By name and birth, however the name is written. */
export function keyOf(
  vault: Vault,
  { name, birth }: { readonly name: string; readonly birth: string },
): string {
  return blindIndex(vault, { purpose: 'benefit-recipient', value: `${foldName(name)}\n${birth}` });
}

/** By the desk and number of a case, for the person's own page: it leads nobody to the case. Null: it stands on none. */
export function caseKeyOf(
  vault: Vault,
  organisationId: string,
  plan: { readonly number: string } | null,
): string | null {
  return plan && blindIndex(vault, { purpose: 'benefit-case', value: `${organisationId}\n${plan.number}` });
}

/** What each person had before in the call, and has in the same breath; two groups that ask at once wait for each other. */
export async function decideLimits(
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

export interface Weighed {
  readonly yen: number;
  readonly checked: readonly Checked[];
  readonly told: Told;
  readonly schedule: readonly Instalment[];
}

/** Everything that decides whether it can be asked, and for how much. Of a case no more is read than that a plan exists. */
export async function weigh(
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
  const { planNumber, use, municipality: _place, worry: _worry, consented, ...facts } = asked;
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
