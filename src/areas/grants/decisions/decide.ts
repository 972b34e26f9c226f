import type { Who } from '#platform/access.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { Conflict } from '#platform/errors.ts';
import { ok, type Result } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { readApplication } from '../applications/open.ts';
import { moveApplication } from '../applications/sending/actions.ts';
import { openAwards } from '../awards/actions.ts';
import { type Call, findCall } from '../calls/store.ts';
import { lockBudget } from '../ledger/store.ts';
import { addresseeOf, contactOf, factsOf, periodFacts, yenFact } from '../letters/facts.ts';
import { type NewLetter, writeLetters } from '../letters/issue.ts';
import { numberDocuments } from '../letters/numbers.ts';
import { asItem, mustDecide, personOf, recordPack } from './actions.ts';
import { decideDecision, type PackRefusal, periodOf } from './rules.ts';
import { openReason, openWords, sealWords } from './sealed.ts';
import {
  type ItemLine,
  listHands,
  listItems,
  lockPack,
  type Pack,
  updateOutcomes,
  updatePack,
} from './store.ts';

export interface PackDecision {
  readonly vault: Vault;
  readonly packId: string;
  readonly revision: number;
  readonly decidedOn: string;
  readonly reason: string;
  /** Applications that wait for another decision. */
  readonly deferred: readonly string[];
}

/**
 * 決裁: everything of a pack that is not put off, at once and whole: applications moved, awards opened with their money bound,
 * numbers given, letters written. Beyond the free money nothing is decided at all.
 */
export async function decidePack(
  db: Db,
  who: Who,
  { packId, revision, decidedOn, reason, deferred, vault }: PackDecision,
  now = new Date(),
): Promise<Result<{ awards: number; refusals: number; deferred: number }, PackRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const pack = await lockPack(tx, packId);
    mustDecide(who, pack.bureauId);
    const all = (await listItems(tx, packId)).filter(({ outcome }) => outcome === null);
    const items = all.filter(({ applicationId }) => !deferred.includes(applicationId));
    // The money is held from here on: what is free now is free until the end.
    const { budget, decided } = await lockBudget(tx, pack.callId);
    const decision = decideDecision({
      pack,
      board: pack,
      revision,
      items: items.map(asItem),
      preparers: await preparersOf(tx, pack, items),
      personId: personOf(who),
      decidedOn,
      today: tokyoDay(now),
      freeYen: budget - decided,
    });
    if (!decision.ok) return decision;
    const call = await findCall(tx, pack.callId);
    const counts = await carryOut(tx, who, { vault, call, pack, items, decidedOn }, now);
    const put = all.filter((item) => !items.includes(item)).map(({ applicationId }) => applicationId);
    await updateOutcomes(tx, packId, { outcome: 'defer', applicationIds: put });
    const sealedBoard = sealWords(vault, pack, { ...openWords(vault, pack), reason });
    await updatePack(tx, packId, { state: 'decided', decidedOn, decidedBy: personOf(who), sealedBoard });
    const done = { ...counts, deferred: put.length };
    await recordPack(tx, 'grant-award.decide', pack, { ...done, yen: decision.value.needed }, now);
    return ok(done);
  });
}

/** Everybody who wrote on the pack, proposed it, or checked one of its applications. */
async function preparersOf(tx: Tx, pack: Pack, items: readonly ItemLine[]): Promise<readonly string[]> {
  const hands = await listHands(
    tx,
    items.map(({ applicationId }) => applicationId),
  );
  const written = items.flatMap(({ preparedBy }) => preparedBy ?? []);
  return [...hands, ...written, pack.createdBy, pack.proposedBy].filter((id): id is string => id !== null);
}

interface Carrying {
  readonly vault: Vault;
  readonly call: Call;
  readonly pack: Pack;
  readonly items: readonly ItemLine[];
  readonly decidedOn: string;
}

async function carryOut(
  tx: Tx,
  who: Who,
  { vault, call, pack, items, decidedOn }: Carrying,
  now: Date,
): Promise<{ awards: number; refusals: number }> {
  const { bureauId } = pack;
  const awarded = items.filter(({ proposal }) => proposal === 'award');
  const refused = items.filter(({ proposal }) => proposal === 'refuse');
  for (const item of items) await moveOn(tx, who, { vault, item }, now);
  const kind = call.shape === 'one-shot' ? ('support' as const) : ('award' as const);
  const period = kind === 'award' ? periodOf(decidedOn, call) : undefined;
  const opened = await openAwards(
    tx,
    {
      callId: call.id,
      bureauId,
      decidedOn,
      kind,
      awards: awarded.map(({ applicationId, versionId, proposedYen: yen }) => ({
        applicationId,
        versionId,
        yen,
        ...period,
      })),
    },
    now,
  );
  if (!opened.ok) throw new Error(`the money was held, and is not free: ${opened.refusal}`);
  const documents = refused.map(({ applicationId }) => ({ applicationId, kind: 'refusal' as const }));
  const numbered = await numberDocuments(tx, { bureauId, issuedOn: decidedOn, documents }, now);
  const letters: NewLetter[] = [];
  for (const [at, document] of opened.value.entries())
    letters.push(await letterOf(tx, { vault, item: awarded[at], document, kind, period }));
  for (const [at, document] of numbered.entries())
    letters.push(await letterOf(tx, { vault, item: refused[at], document, kind: 'refusal' }));
  await writeLetters(tx, vault, { bureauId, issuedOn: decidedOn, letters }, now);
  for (const [outcome, some] of [
    ['award', awarded],
    ['refuse', refused],
  ] as const)
    await updateOutcomes(tx, pack.id, {
      outcome,
      applicationIds: some.map(({ applicationId }) => applicationId),
    });
  return { awards: awarded.length, refusals: refused.length };
}

async function moveOn(
  tx: Tx,
  who: Who,
  { vault, item }: { vault: Vault; item: ItemLine },
  now: Date,
): Promise<void> {
  const { applicationId, sealedKey, sealedReason } = item;
  const reason = openReason(vault, { id: applicationId, sealedKey }, sealedReason);
  const move = item.proposal === 'award' ? 'decide' : 'refuse';
  const moved = await moveApplication(tx, who, { vault, applicationId, move, reason }, now);
  // It was checked when the pack was read, a moment ago, in this transaction: somebody was faster.
  if (!moved.ok) throw new Conflict('grant application');
}

async function letterOf(
  tx: Tx,
  {
    vault,
    item,
    document: { documentId, number },
    kind,
    period,
  }: {
    vault: Vault;
    item: ItemLine | undefined;
    document: { documentId: string; number: string };
    kind: 'award' | 'support' | 'refusal';
    period?: { startsOn: string; endsOn: string } | undefined;
  },
): Promise<NewLetter> {
  if (!item) throw new Error('a document of no application');
  const { application, terms, applicant } = await readApplication(tx, vault, item.applicationId);
  const reason = openReason(vault, application, item.sealedReason);
  return {
    documentId,
    number,
    application,
    kind,
    addressee: applicant ? addresseeOf(applicant) : [item.name ?? ''],
    facts: {
      ...factsOf({ terms, application, reason }),
      ...(kind !== 'refusal' && { yen: yenFact(item.proposedYen) }),
      ...(period && periodFacts(terms, period)),
    },
    conditions: kind === 'refusal' ? [] : terms.conditions,
    contact: contactOf(terms),
  };
}
