import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import { seal } from '#platform/vault/seal.ts';
import { newDataKey, type Vault } from '#platform/vault/vault.ts';
import { can } from '../access.ts';
import { stepOf } from '../case-files/rules.ts';
import { keysOf } from '../persons/actions.ts';
import { noIdentity } from '../persons/rules.ts';
import { domains } from '../scales/codes.ts';
import { casesOf, type SyntheticCase, type SyntheticYear } from './rules.ts';
import { insertSynthetic, type SyntheticRows } from './store.ts';

export interface SyntheticCases extends SyntheticYear {
  readonly organisationId: string;
  /** Codes, in turn. */
  readonly sexes: readonly [string, ...string[]];
  /** Who carries them: their ids, in turn. */
  readonly workers: readonly [string, ...string[]];
  /** Given names; whoever comes after the last told none. */
  readonly names: readonly (readonly [name: string, kana: string])[];
  /** What a record of this kind says. */
  readonly words: Readonly<Record<string, readonly [string, ...string[]]>>;
}

/** A year of cases of people who never were, sealed as real ones are. Only the product itself makes them. */
export async function makeSyntheticCases(
  db: Db,
  who: Who,
  { vault, ...year }: { vault: Vault } & SyntheticCases,
  now = new Date(),
): Promise<void> {
  if (who.kind !== 'system') throw new Forbidden(can.openCase.name);
  await inTransaction(db, who, async (tx) => {
    const cases = casesOf(year);
    const parts = cases.map((each) => rowsOf(vault, { ...year, case: each }, now));
    await insertSynthetic(tx, {
      persons: parts.map(({ person }) => person),
      details: parts.map(({ detail }) => detail),
      keys: parts.flatMap(({ keys }) => keys),
      files: parts.map(({ file }) => file),
      records: parts.flatMap(({ records }) => records),
      scales: parts.flatMap(({ scales }) => scales.map(({ scale }) => scale)),
      stages: parts.flatMap(({ scales }) => scales.flatMap(({ stages }) => stages)),
      numbers: { organisationId: year.organisationId, fiscalYear: year.fiscalYear, last: cases.length },
    });
    const facts = { fiscalYear: year.fiscalYear, cases: cases.length };
    await record(
      tx,
      { event: 'case.synthesise', subject: { kind: 'organisation', id: year.organisationId }, facts },
      now,
    );
  });
}

type Made = SyntheticCases & { readonly case: SyntheticCase };

function rowsOf(vault: Vault, year: Made, now: Date) {
  const { organisationId, case: made, fiscalYear, workers } = year;
  const [personId, caseId] = [crypto.randomUUID(), crypto.randomUUID()];
  const [personKey, caseKey] = [newDataKey(vault, `person:${personId}`), newDataKey(vault, `case:${caseId}`)];
  const [name, kana] = year.names[made.at] ?? ['', ''];
  const sex = year.sexes[made.at % year.sexes.length] ?? year.sexes[0];
  const identity = {
    ...noIdentity,
    name,
    kana,
    nickname: name ? '' : `例示${made.at + 1}さん`,
    sex,
  };
  const worker = workers[made.at % workers.length] ?? null;
  const text = JSON.stringify(identity);
  return {
    person: { id: personId, organisationId, sealedKey: personKey.sealed, createdAt: now },
    detail: {
      personId,
      class: 'identity',
      sealed: seal(personKey.key, { text, owner: `person:${personId}:identity` }),
      updatedAt: now,
    },
    keys: keysOf(vault, identity).map((key) => ({ ...key, personId, organisationId })),
    file: {
      id: caseId,
      number: `${fiscalYear}-${String(made.at + 1).padStart(4, '0')}`,
      organisationId,
      personId,
      sealedKey: caseKey.sealed,
      assignedTo: worker,
      ...daysOf(made),
      sex,
      openedAt: now,
      touchedAt: now,
    },
    records: made.records.map((each, at) =>
      recordOf(caseKey.key, { ...year, caseId, worker, each, at }, now),
    ),
    scales: scalesOf(made, { caseId, organisationId, worker }, now),
  };
}

/** Days and codes: received, screened and agreed at once, and for a third of them the end. */
function daysOf({ receivedOn, mainWorry, municipality, closedOn }: SyntheticCase) {
  const facts = {
    receivedOn,
    screening: 'supported',
    screenedOn: receivedOn,
    consentedOn: receivedOn,
    assessedOn: null,
    planRound: 0,
    plannedOn: null,
    metOn: null,
    decidedOn: null,
    reviewedOn: null,
    closedOn,
    closeReason: closedOn ? 'mostly-settled' : null,
  };
  return {
    ...facts,
    step: stepOf(facts),
    worries: [mainWorry],
    mainWorry,
    municipality,
    route: 'self-phone',
  };
}

function recordOf(
  key: Buffer,
  {
    organisationId,
    words,
    caseId,
    worker,
    each,
    at,
  }: Made & { caseId: string; worker: string | null; each: SyntheticCase['records'][number]; at: number },
  now: Date,
): SyntheticRows['records'][number] {
  const id = crypto.randomUUID();
  const said = words[each.service] ?? [''];
  const texts = { body: said[at % said.length] ?? '', placeText: '', names: '', next: '' };
  const lasts = each.service === 'protection' || each.service === 'independence';
  return {
    id,
    caseId,
    homeId: organisationId,
    kind: each.kind,
    withWhom: ['person'],
    startedAt: new Date(`${each.on}T${String(each.hour).padStart(2, '0')}:00:00+09:00`),
    minutes: each.minutes,
    place: each.place,
    service: each.service,
    fromOn: lasts ? each.on : null,
    untilOn: lasts ? each.on : null,
    sealed: seal(key, { text: JSON.stringify(texts), owner: `record:${id}` }),
    writtenBy: worker,
    writtenAt: now,
  };
}

function scalesOf(
  { receivedOn, lookedBackOn, before, after }: SyntheticCase,
  { caseId, organisationId, worker }: { caseId: string; organisationId: string; worker: string | null },
  now: Date,
) {
  const asked = [
    { askedOn: receivedOn, at: 'intake', stages: before },
    ...(after ? [{ askedOn: lookedBackOn, at: 'review', stages: after }] : []),
  ];
  return asked.map(({ askedOn, at, stages }) => {
    const id = crypto.randomUUID();
    return {
      scale: {
        id,
        caseId,
        homeId: organisationId,
        askedOn,
        at,
        withPerson: true,
        writtenBy: worker,
        writtenAt: now,
      },
      stages: domains.map((domain, n) => ({
        scaleId: id,
        caseId,
        domain,
        class: domain === 'health' ? 'health' : 'basic',
        stage: stages[n] ?? 1,
      })),
    };
  });
}
