import type { PersonWho, Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import type { Result } from '#platform/result.ts';
import { readYear } from '#areas/programs/index.ts';
import { can, mustHold } from '../access.ts';
import { makeContent } from '../editions/make-content.ts';
import {
  decideException,
  decideProposal,
  type DecideRefusal,
  decideThreshold,
  type ProposeExceptionRefusal,
  type ProposeThresholdRefusal,
  type Verdict,
} from './decisions/rules.ts';
import { readFacts } from './apply.ts';
import { fewFigures } from './rules.ts';
import {
  insertException,
  insertThreshold,
  listExceptions,
  listThresholds,
  lockProposal,
  type ProposalKind,
  readFewest,
  updateProposal,
} from './store.ts';

const signed = (person: PersonWho, now: Date) => ({
  proposedBy: person.personId,
  proposedByName: person.name,
  proposedAt: now,
});

/** Asks for another threshold; it holds for editions made after a second person approved it. */
export async function proposeThreshold(
  db: Db,
  who: Who,
  { fewest, reason }: { fewest: number; reason: string },
  now = new Date(),
): Promise<Result<'propose', ProposeThresholdRefusal>> {
  const person = mustHold(who, can.proposeDisclosure);
  return inTransaction(db, who, async (tx) => {
    const thresholds = await listThresholds(tx);
    const current = await readFewest(tx);
    const open = thresholds.some(({ status }) => status === 'proposed');
    const decision = decideThreshold({ fewest, current, open });
    if (!decision.ok) return decision;
    const id = await insertThreshold(tx, { fewest, reason, ...signed(person, now) });
    const event = { event: 'disclosure.propose' as const, subject: { kind: 'threshold', id } };
    await record(tx, { ...event, facts: { before: current, fewest } }, now);
    return decision;
  });
}

/** Asks that a number of few people is published as it stands now. */
export async function proposeException(
  db: Db,
  who: Who,
  input: { fiscalYear: number; measureId: string; period: string; reason: string },
  now = new Date(),
): Promise<Result<number, ProposeExceptionRefusal>> {
  const person = mustHold(who, can.proposeDisclosure);
  const { fiscalYear, measureId, period, reason } = input;
  return inTransaction(db, who, async (tx) => {
    const figure = (await listFewOfYear(tx, fiscalYear)).find(
      (each) => each.measure.id === measureId && each.period === period,
    );
    const before = (await listExceptions(tx)).filter(
      (each) => each.measureId === measureId && each.period === period,
    );
    const decision = decideException({ value: figure?.value ?? null, before });
    if (!decision.ok || !figure) return decision;
    const name = `${figure.program.name.ja} ${figure.measure.label.ja}`;
    const proposal = { fiscalYear, measureId, period, reason, name, value: decision.value };
    const id = await insertException(tx, { ...proposal, ...signed(person, now) });
    const event = { event: 'disclosure.propose' as const, subject: { kind: 'exception', id } };
    await record(tx, { ...event, facts: { fiscalYear, measureId, period } }, now);
    return decision;
  });
}

/** A second person approves or refuses. */
export async function decideOnDisclosure(
  db: Db,
  who: Who,
  { kind, id, verdict }: { kind: ProposalKind; id: string; verdict: Verdict },
  now = new Date(),
): Promise<Result<'decide', DecideRefusal>> {
  const person = mustHold(who, can.approveDisclosure);
  return inTransaction(db, who, async (tx) => {
    const proposal = await lockProposal(tx, { kind, id });
    const decision = decideProposal({ ...proposal, person: person.personId });
    if (!decision.ok) return decision;
    const change = {
      status: verdict,
      decidedBy: person.personId,
      decidedByName: person.name,
      decidedAt: now,
    };
    await updateProposal(tx, { kind, id }, change);
    const event = verdict === 'approved' ? 'disclosure.approve' : 'disclosure.refuse';
    const facts = { proposedBy: proposal.proposedBy, decidedBy: person.personId };
    await record(tx, { event, subject: { kind, id }, facts }, now);
    return decision;
  });
}

/** Numbers of few people as they are registered now, and those that would not be told beside them. */
export async function listFewOfYear(tx: Tx, fiscalYear: number) {
  const nothing = { ja: '', en: '' };
  const { programs } = makeContent(await readYear(tx, fiscalYear), {
    kind: 'results',
    operator: nothing,
    headquarters: nothing,
    note: '',
    withoutReason: '',
    publishedBefore: new Map(),
  });
  return fewFigures(programs, await readFacts(tx, fiscalYear));
}
