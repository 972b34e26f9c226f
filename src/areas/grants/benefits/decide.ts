import type { Tx } from '#platform/database/database.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { newDataKey, type Vault } from '#platform/vault/vault.ts';
import { openAwards } from '../awards/actions.ts';
import { moveMoney } from '../ledger/actions.ts';
import type { MoveRefusal } from '../ledger/rules.ts';
import { lockBudget } from '../ledger/store.ts';
import { dayFact, plainFact, yenFact } from '../letters/facts.ts';
import type { LetterKind } from '../letters/kinds/rules.ts';
import { numberDocuments } from '../letters/numbers.ts';
import { writeToPersons } from './letters.ts';
import { numberOf } from './rules.ts';
import { type Benefit, insertApplications, linkDecided, listDecidedOn } from './store.ts';

export interface Deciding {
  readonly vault: Vault;
  readonly benefits: readonly Benefit[];
  readonly decidedOn: string;
  readonly reason?: string;
}

export function byCall(benefits: readonly Benefit[]): readonly (readonly Benefit[])[] {
  return Object.values(Object.groupBy(benefits, ({ callId }) => callId)).flatMap((of) => (of ? [of] : []));
}

/** Asked of every call before anything is written: a refusal leaves nothing behind. The budgets stay locked. */
export async function decideFree(tx: Tx, benefits: readonly Benefit[]): Promise<Result<'free', MoveRefusal>> {
  for (const of of byCall(benefits)) {
    const { budget, decided } = await lockBudget(tx, of[0]?.callId ?? '');
    const yen = of.reduce((sum, benefit) => sum + benefit.yen, 0);
    if (yen > budget - decided) return refuse('more-than-free');
  }
  return ok('free');
}

/** 支給決定 of benefits of one call, whose money is free: an award, a number and a letter for each. */
export async function openBenefits(
  tx: Tx,
  { vault, benefits, decidedOn }: Deciding,
  now: Date,
): Promise<void> {
  const [first] = benefits;
  if (!first) return;
  const { callId, bureauId } = first;
  const made = await applyFor(tx, vault, benefits, 'checked');
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
  await writeToPersons(tx, vault, { bureauId, issuedOn: decidedOn, kind: 'benefit', letters }, now);
  await linkDecided(
    tx,
    letters.map(({ benefit, application, document: { awardId } }) => ({
      benefitId: benefit.id,
      applicationId: application.id,
      awardId,
    })),
  );
}

/** 不支給 of benefits of one call: a number and a letter with its reason for each, and no money. */
export async function refuseBenefits(
  tx: Tx,
  { vault, benefits, decidedOn, reason }: Deciding,
  now: Date,
): Promise<void> {
  const made = await applyFor(tx, vault, benefits, 'refused');
  await tell(tx, { vault, kind: 'benefit-refusal', decidedOn, reason, made }, now);
  await linkDecided(
    tx,
    made.map(({ benefit, application }) => ({
      benefitId: benefit.id,
      applicationId: application.id,
      awardId: null,
    })),
  );
}

/** 取消 of benefits of one call of which nothing was paid: the money is free again, and each person has a letter. */
export async function cancelBenefits(
  tx: Tx,
  { vault, benefits, decidedOn, reason }: Deciding,
  now: Date,
): Promise<void> {
  const callId = benefits[0]?.callId ?? '';
  const moves = benefits.map(({ awardId, id, yen }) => ({
    awardId,
    kind: 'release' as const,
    yen,
    sourceId: id,
  }));
  const moved = await moveMoney(tx, { callId, moves }, now);
  if (!moved.ok) throw new Error(`nothing was paid and something is not owed: ${moved.refusal}`);
  const decided = await listDecidedOn(
    tx,
    benefits.map(({ id }) => id),
  );
  const made = benefits.flatMap((benefit) => {
    const on = decided.get(benefit.id);
    if (!on) return [];
    const { award, application } = on;
    const awardedOn = benefit.decidedOn ? { awardedOn: dayFact(benefit.decidedOn) } : {};
    const facts = { award: plainFact(award), before: yenFact(benefit.yen), ...awardedOn };
    return [{ benefit, application, facts }];
  });
  await tell(tx, { vault, kind: 'benefit-cancellation', decidedOn, reason, made }, now);
}

type Made = Omit<Parameters<typeof writeToPersons>[2]['letters'][number], 'document'>;

/** Numbers and writes a letter about each, in the order given. */
async function tell(
  tx: Tx,
  {
    vault,
    kind,
    decidedOn,
    reason = '',
    made,
  }: Omit<Deciding, 'benefits'> & {
    readonly kind: Extract<LetterKind, 'benefit-refusal' | 'benefit-cancellation'>;
    readonly made: readonly Made[];
  },
  now: Date,
): Promise<void> {
  const bureauId = made[0]?.benefit.bureauId;
  if (!bureauId) return;
  const documents = made.map(({ application }) => ({ applicationId: application.id, kind }));
  const numbered = await numberDocuments(tx, { bureauId, issuedOn: decidedOn, documents }, now);
  const letters = made.flatMap((each, at) => {
    const document = numbered[at];
    return document ? [{ ...each, document }] : [];
  });
  await writeToPersons(tx, vault, { bureauId, issuedOn: decidedOn, kind, reason, letters }, now);
}

/** What is decided on as an application, so that money and letters go the same way as those of groups. */
async function applyFor(
  tx: Tx,
  vault: Vault,
  benefits: readonly Benefit[],
  state: 'checked' | 'refused',
): Promise<readonly Made[]> {
  const made = benefits.map((benefit) => {
    const id: string = crypto.randomUUID();
    const sealedKey = newDataKey(vault, `grant-application:${id}`).sealed;
    return { benefit, application: { id, sealedKey } };
  });
  await insertApplications(
    tx,
    made.map(({ benefit, application }) => {
      const { callId, bureauId, versionId, payeeId, recipientId, yen, createdAt } = benefit;
      const of = { callId, bureauId, versionId, applicantId: payeeId, recipientId, createdAt };
      const asked = { unitKey: benefit.id, askedYen: yen, submittedAt: createdAt };
      return { ...application, ...of, ...asked, door: 'partner', state, number: numberOf(benefit) };
    }),
  );
  return made;
}
