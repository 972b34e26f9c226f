import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anonymous, type PersonWho, system, type Who } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { testDatabase } from '#platform/testing/database.ts';
import { makeVault } from '#platform/vault/vault.ts';
import { caseSupervisor, caseWorker } from '../access.ts';
import { caseAnswers } from '../answers/tables.ts';
import { makeCase, makeOrganisation, makeWorker } from '../case-files/fixtures.ts';
import { standingOf } from '../case-files/read.ts';
import { findCaseFile, updateCaseFile } from '../case-files/store.ts';
import { caseFiles } from '../case-files/tables.ts';
import { caseViews, viewAlerts } from '../views/tables.ts';
import {
  accessTable,
  type CaseAction,
  type FieldClass,
  fieldClasses,
  mayDo,
  maySeeCase,
  type RelationKind,
} from './rules.ts';
import { insertRelation } from './store.ts';

const db = await testDatabase();
const vault = makeVault(randomBytes(32));
const [home, elsewhere] = [await makeOrganisation(db), await makeOrganisation(db)];
const it = system('test');
const day = 86_400_000;

const { id: caseId } = await makeCase({ db, vault }, { organisationId: home });
const { id: fadedId } = await makeCase({ db, vault }, { organisationId: home });
const { id: protectedId } = await makeCase({ db, vault }, { organisationId: home });
const worker = (role = caseWorker, organisationId = home) => makeWorker(db, { role, organisationId });
const people = {
  supervisor: await worker(caseSupervisor),
  assigned: await worker(),
  worker: await worker(),
  'a member by organisation': await worker(caseWorker, elsewhere),
  member: await worker(caseWorker, await makeOrganisation(db)),
  urgent: await worker(caseWorker, await makeOrganisation(db)),
  revealed: await worker(caseWorker, await makeOrganisation(db)),
  barred: await worker(caseSupervisor),
  'barred and assigned': await worker(),
  'was a member': await worker(caseWorker, await makeOrganisation(db)),
  'will be a member': await worker(caseWorker, await makeOrganisation(db)),
  'a worker elsewhere': await worker(caseWorker, await makeOrganisation(db)),
  'a supervisor elsewhere': await worker(caseSupervisor, await makeOrganisation(db)),
} satisfies Record<string, PersonWho>;

const given: FieldClass[] = ['identity', 'health', 'place'];
const from = new Date(Date.now() - day);
const until = new Date(Date.now() + day);
const row = (kind: RelationKind, who: PersonWho, change = {}) => ({
  caseId,
  homeId: home,
  kind,
  personId: who.personId,
  classes: given,
  beginsAt: from,
  endsAt: until,
  ...change,
});

await inTransaction(db, it, async (tx) => {
  await updateCaseFile(tx, caseId, { assignedTo: people.assigned.personId, hasBarred: true });
  await updateCaseFile(tx, fadedId, { assignedTo: people.assigned.personId, fadesAt: from });
  await updateCaseFile(tx, protectedId, { assignedTo: people.assigned.personId, isProtected: true });
  const organisation = { personId: null, organisationId: elsewhere };
  await insertRelation(tx, row('member', people['a member by organisation'], organisation));
  await insertRelation(tx, row('member', people.member));
  await insertRelation(tx, row('urgent', people.urgent));
  await insertRelation(tx, row('revealed', people.revealed, { classes: ['protected'] }));
  await insertRelation(tx, row('barred', people.barred, { classes: [], endsAt: null }));
  await insertRelation(tx, row('barred', people['barred and assigned'], { classes: [], endsAt: null }));
  await insertRelation(tx, row('member', people['was a member'], { endsAt: from }));
  await insertRelation(tx, row('member', people['will be a member'], { beginsAt: until, endsAt: null }));
  const ofProtected = { caseId: protectedId };
  await insertRelation(tx, row('member', people.member, ofProtected));
  await insertRelation(tx, row('urgent', people.urgent, ofProtected));
  await insertRelation(tx, row('revealed', people.revealed, { ...ofProtected, classes: ['protected'] }));
  for (const id of [caseId, fadedId, protectedId])
    for (const fieldClass of fieldClasses)
      await tx.insert(caseAnswers).values({
        caseId: id,
        form: 'intake',
        class: fieldClass,
        sealed: 'x',
        updatedAt: from,
      });
});

type State = 'open' | 'faded' | 'protected';
type Cell = `${State} ${FieldClass} ${CaseAction}`;
const states: readonly (readonly [string, State])[] = [
  [caseId, 'open'],
  [fadedId, 'faded'],
  [protectedId, 'protected'],
];
const stateOf = new Map(states);

/** What the rule answers for every cell. */
async function bySentence(who: PersonWho): Promise<readonly Cell[]> {
  const cells: Cell[] = [];
  for (const [id, state] of states) {
    const standing = await inTransaction(db, it, async (tx) =>
      standingOf(tx, { who, caseFile: await findCaseFile(tx, id), now: new Date() }),
    );
    for (const fieldClass of fieldClasses)
      for (const action of ['see', 'write'] as const)
        if (mayDo(standing, action, fieldClass)) cells.push(`${state} ${fieldClass} ${action}`);
  }
  return cells.toSorted((one, other) => one.localeCompare(other));
}

/** What row-level security alone lets through. */
async function byDatabase(who: Who): Promise<readonly Cell[]> {
  const columns = { id: caseAnswers.caseId, fieldClass: caseAnswers.class };
  const [seen, written] = await inTransaction(db, who, async (tx) => [
    await tx.select(columns).from(caseAnswers),
    await tx.update(caseAnswers).set({ round: 0 }).returning(columns),
  ]);
  const cell = (action: CaseAction) => (row: { id: string; fieldClass: string }) =>
    `${stateOf.get(row.id)} ${row.fieldClass} ${action}` as Cell;
  return [...seen.map(cell('see')), ...written.map(cell('write'))].toSorted((one, other) =>
    one.localeCompare(other),
  );
}

const lineOf = (who: Who) =>
  inTransaction(db, who, (tx) =>
    tx.select({ id: caseFiles.id }).from(caseFiles).where(eq(caseFiles.id, caseId)),
  );

/** Every cell of the access table, asked of the rule and of the database alone. */
test.each(Object.entries(people))(
  '%s finds in the database what the table says, cell by cell',
  async (_, who) => {
    expect(await byDatabase(who)).toEqual(await bySentence(who));
  },
);

test.each(Object.entries(people))(
  '%s sees the line of the case when they stand to it, and only then',
  async (_, who) => {
    const standing = await inTransaction(db, it, async (tx) =>
      standingOf(tx, { who, caseFile: await findCaseFile(tx, caseId), now: new Date() }),
    );
    expect((await lineOf(who)).length === 1).toBe(maySeeCase(standing));
  },
);

test.each<[string, Who]>([
  ['nobody', anonymous],
  ['a barred supervisor', people.barred],
  ['a supervisor elsewhere', people['a supervisor elsewhere']],
  ['whose meeting is over', people['was a member']],
  ['whose meeting has not begun', people['will be a member']],
])('for %s the case does not exist', async (_, who) => {
  expect(await lineOf(who)).toEqual([]);
});

test('whoever is shut out by name sees no look at the case and no alert about it, by the database alone', async () => {
  const look = { caseId, organisationId: home, personId: people.worker.personId, at: from };
  const alert = { ...look, rule: 'own-name', day: '2026-04-01', count: 1, raisedAt: from };
  await inTransaction(db, it, async (tx) => {
    await tx.insert(caseViews).values({ ...look, what: 'case', as: 'worker' });
    await tx.insert(viewAlerts).values(alert);
  });
  const seen = (who: Who) =>
    inTransaction(db, who, async (tx) => [
      (await tx.select({ id: caseViews.id }).from(caseViews)).length,
      (await tx.select({ id: viewAlerts.id }).from(viewAlerts)).length,
    ]);
  expect(await seen(people.supervisor)).toEqual([1, 1]);
  expect(await seen(people.barred)).toEqual([0, 0]);
  expect(await seen(people['a supervisor elsewhere'])).toEqual([0, 0]);
});

test('the protected class stands in no row of the table: it opens by a second person only', () => {
  const everywhere = Object.values(accessTable).flatMap(({ see, write }) => [see, write]);
  expect(everywhere.filter((each) => each !== 'given' && each.includes('protected'))).toEqual([]);
});

test('where a protected person lives is shown to nobody but whom a second person lets see it', async () => {
  const seeing = await Promise.all(
    Object.entries(people).map(async ([name, who]) => ({ name, cells: await byDatabase(who) })),
  );
  expect(seeing.filter(({ cells }) => cells.includes('protected place see')).map(({ name }) => name)).toEqual(
    ['revealed'],
  );
});

test('nobody opens the protected class for themselves, or takes away what bars them', async () => {
  const reveal = inTransaction(db, people.supervisor, (tx) =>
    insertRelation(tx, row('revealed', people.supervisor, { classes: ['protected'] })),
  );
  await expect(reveal).rejects.toMatchObject({ cause: { code: '42501' } });
  const removed = await inTransaction(db, people.barred, (tx) =>
    tx.update(caseFiles).set({ hasBarred: false }).where(eq(caseFiles.id, caseId)).returning(),
  );
  expect(removed).toEqual([]);
});
