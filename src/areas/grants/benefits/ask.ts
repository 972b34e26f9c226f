import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { Forbidden } from '#platform/errors.ts';
import { ok, type Result } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { ageBandOf, ageOn } from '#areas/cases/index.ts';
import { asksAt, can } from '../access.ts';
import { findCall, findPublishedTerms, termsOf } from '../calls/store.ts';
import { replaceInstalments } from './instalments/store.ts';
import { decideStep } from './rules.ts';
import {
  type Benefit,
  insertBenefits,
  insertSteps,
  knowRecipients,
  listBenefits,
  lockBenefits,
  lockForm,
  type NewBenefit,
  updateBenefits,
} from './store.ts';
import { newBenefitKey, openTold, sealTold } from './told.ts';
import {
  type Asked,
  type BenefitRefusal,
  caseKeyOf,
  decideLimits,
  keyOf,
  weigh,
  type Weighed,
} from './weigh.ts';

/**
 * Asks for a benefit together with the person. What does not meet the conditions is told in whole, and nothing of it is kept. `once`
 * names the form: sent twice it is one benefit, which has that id.
 */
export async function askForPerson(
  db: Db,
  who: Who,
  input: { vault: Vault; callId: string; organisationId: string; asked: Asked; once: string | null },
  now = new Date(),
): Promise<Result<{ benefitId: string }, BenefitRefusal>> {
  const { vault, asked, once } = input;
  return inTransaction(db, who, async (tx) => {
    if (once) await lockForm(tx, once);
    const [sent] = once ? await listBenefits(tx, { ids: [once], limit: 1, offset: 0 }) : [];
    if (sent && isSame(vault, sent.benefit, asked)) return ok({ benefitId: sent.benefit.id });
    const one = { asked, now, ...(once && !sent && { id: once }) };
    const made = await askForPersons(tx, who, { ...input, all: [one] });
    if (!made.ok) return made;
    const [benefitId = ''] = made.value.benefitIds;
    return ok({ benefitId });
  });
}

/** Word for word what was asked for; whoever goes back and writes for another person, or other costs, asks anew. */
function isSame(vault: Vault, benefit: Benefit, asked: Asked): boolean {
  const told = openTold(vault, benefit);
  const { use, municipality, worry, planNumber, consented, ...facts } = asked;
  if (!told || !consented || use !== benefit.use || planNumber !== (told.plan?.number ?? '')) return false;
  if (municipality !== benefit.municipality || worry !== benefit.worry) return false;
  return JSON.stringify({ ...told, plan: undefined }) === JSON.stringify(facts);
}

/** The same for many of one group, each at its moment: all of them or none. */
export async function askForPersons(
  db: Db,
  who: Who,
  { vault, callId, organisationId, all }: AskingMany,
): Promise<Result<{ benefitIds: readonly string[] }, BenefitRefusal>> {
  if (!asksAt(who, organisationId)) throw new Forbidden(can.askForPerson.name);
  return inTransaction(db, who, async (tx) => {
    const call = await findCall(tx, callId);
    const { versionId, terms } = await findPublishedTerms(tx, callId);
    // Weighed before anybody is looked up: of a person who is refused, not even a key is kept.
    const weighed: (Weighed & AskingMany['all'][number])[] = [];
    for (const each of all) {
      const { state } = call;
      const on = tokyoDay(each.now);
      const one = await weigh(tx, { asked: each.asked, terms, state, organisationId, on });
      if (!one.ok) return one;
      weighed.push({ ...one.value, ...each });
    }
    const blinds = all.map(({ asked }) => keyOf(vault, asked));
    const recipientIds = await knowRecipients(tx, blinds);
    const wanted = weighed.map(({ yen }, at) => ({ yen, recipientId: recipientIds[at] ?? '' }));
    const within = await decideLimits(tx, { callId, rules: terms.benefit, asked: wanted });
    if (!within.ok) return within;
    const of = { callId, versionId, bureauId: call.bureauId, organisationId };
    const rows = weighed.map((one, at) => rowOf(vault, one, { ...of, recipientId: recipientIds[at] ?? '' }));
    const benefitIds = await write(
      tx,
      rows.map((row) => ({ ...row, askedBy: personOf(who) })),
      weighed,
    );
    await say(tx, { callId, step: 'ask', benefits: benefitIds, organisationId }, all.at(-1)?.now);
    return ok({ benefitIds });
  });
}

interface AskingMany {
  readonly vault: Vault;
  readonly callId: string;
  readonly organisationId: string;
  readonly all: readonly { readonly asked: Asked; readonly now: Date; readonly id?: string }[];
}

function rowOf<Of extends { readonly organisationId: string }>(
  vault: Vault,
  { asked, now, yen, checked, told, id }: Weighed & AskingMany['all'][number],
  of: Of,
) {
  const key = newBenefitKey(vault, id);
  const askedOn = tokyoDay(now);
  const ageBand = ageBandOf(ageOn(asked.birth, askedOn));
  const sealed = sealTold(vault, key, told);
  const caseKey = caseKeyOf(vault, of.organisationId, told.plan);
  const { use, municipality, worry } = asked;
  const codes = { use, municipality, worry, ageBand, yen, checked };
  return { ...of, ...key, ...codes, sealed, caseKey, askedOn, createdAt: now };
}

/** The benefits, their first step and the schedules of their instalments. */
async function write(
  tx: Tx,
  rows: readonly (NewBenefit & { id: string })[],
  weighed: readonly Weighed[],
): Promise<readonly string[]> {
  const benefitIds = await insertBenefits(tx, rows);
  await insertSteps(
    tx,
    rows.map(({ id: benefitId, bureauId, organisationId, createdAt: at, askedBy: personId = null }) => ({
      benefitId,
      bureauId,
      organisationId,
      step: 'ask',
      personId,
      at,
    })),
  );
  for (const [at, { schedule }] of weighed.entries()) {
    const row = rows[at];
    if (!row || schedule.length === 0) continue;
    const { id: benefitId, bureauId, organisationId } = row;
    await replaceInstalments(tx, { benefitId, bureauId, organisationId, schedule });
  }
  return benefitIds;
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
      municipality: asked.municipality,
      worry: asked.worry,
      ageBand: ageBandOf(ageOn(asked.birth, on)),
      yen,
      checked,
      sealed: sealTold(vault, benefit, told),
      caseKey: caseKeyOf(vault, organisationId, told.plan),
    });
    const of = { benefitId, bureauId, organisationId };
    await replaceInstalments(tx, { ...of, schedule });
    await insertSteps(tx, [{ ...of, step: 'ask', personId: personOf(who), at: now }]);
    await say(tx, { callId, step: 'ask-again', benefits: [benefitId], organisationId }, now);
    return ok({ benefitId });
  });
}

const personOf = (who: Who) => (who.kind === 'person' ? who.personId : null);

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
