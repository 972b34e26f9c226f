import { beforeAll, expect, test } from 'vitest';
import { type PersonWho, system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { Forbidden, NotFound } from '#platform/errors.ts';
import { type SignedIn, testApp } from '#src/app.testing.ts';
import { caseSupervisor, caseWorker } from '../access.ts';
import { saveAnswers } from '../answers/actions.ts';
import { makeCase } from '../case-files/fixtures.ts';
import { standingOf } from '../case-files/read.ts';
import { findCaseFile, updateCaseFile } from '../case-files/store.ts';
import { answerPaths, personPaths, protectionPaths, recordPaths, sheetPaths } from '../paths.ts';
import { readPersons } from '../persons/actions.ts';
import { changePerson } from '../persons/change.ts';
import { noIdentity } from '../persons/rules.ts';
import { writeRecord } from '../records/actions.ts';
import { recordClasses } from '../records/rules.ts';
import { type CaseAction, type FieldClass, fieldClasses, mayDo, type RelationKind } from './rules.ts';
import { insertRelation } from './store.ts';

/** The access table once more, cell by cell, of the pages and of the actions; of the database alone: access.test.ts. */
const app = await testApp();
const { db } = app;
const { vault } = app.tools;
const it = system('test');
const day = 86_400_000;
const [from, until] = [new Date(Date.now() - day), new Date(Date.now() + day)];
const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
const marked = (fieldClass: FieldClass) => `しるし・${fieldClass}`;

const chief = await app.signIn(caseSupervisor, { kind: 'npo' });
const { organisationId: home } = chief;
const worker = (role = caseWorker) => app.signIn(role, { organisationId: home });
const guest = (role = caseWorker) => app.signIn(role, { kind: 'npo' });
const people = {
  supervisor: chief,
  assigned: await worker(),
  worker: await worker(),
  member: await guest(),
  urgent: await guest(),
  revealed: await worker(),
  barred: await worker(caseSupervisor),
  'was a member': await guest(),
  'a supervisor elsewhere': await guest(caseSupervisor),
} satisfies Record<string, SignedIn>;

type State = 'open' | 'faded' | 'protected';
type Cell = `${State} ${FieldClass} ${CaseAction}`;
const cases: Record<State, string> = { open: '', faded: '', protected: '' };
const states = Object.keys(cases) as State[];
const blank = { service: '', place: '', minutes: null, placeText: '', names: '', next: '' };
const undated = { fromOn: null, untilOn: null, nextOn: null, isMonitoring: false, withWhom: [], related: [] };
function recordOf(caseId: string, fieldClass: FieldClass) {
  const said = { class: fieldClass, body: marked(fieldClass), kind: 'interview', startedAt: from };
  return { ...blank, ...undated, ...said, vault, caseId };
}

async function fill(state: State): Promise<string> {
  const identity = { ...noIdentity, name: marked('identity') };
  const place = { postalCode: '', address: marked('place') };
  const given = { organisationId: home, assignedTo: people.assigned.who.personId, identity, place };
  const { id: caseId } = await makeCase({ db, vault }, given);
  await saveAnswers(db, it, {
    vault,
    caseId,
    form: 'reception',
    mine: { request: marked('basic') },
    base: {},
  });
  for (const fieldClass of recordClasses) await writeRecord(db, it, recordOf(caseId, fieldClass));
  if (state === 'protected') {
    const fields = { ground: 'dv', beginsOn: today, workplace: marked('protected'), otherName: '相手' };
    const sealed = await app.post(protectionPaths.protection.to({ caseId }), fields, people.assigned);
    expect(sealed.status).toBe(303);
  }
  const faded = state === 'faded' ? { fadesAt: from } : {};
  await inTransaction(db, it, async (tx) => {
    await updateCaseFile(tx, caseId, { hasBarred: true, ...faded });
    const row = (
      kind: RelationKind,
      { who }: SignedIn,
      classes: FieldClass[] = [],
      endsAt: Date | null = until,
    ) =>
      insertRelation(tx, {
        caseId,
        homeId: home,
        kind,
        personId: who.personId,
        classes,
        beginsAt: from,
        endsAt,
      });
    await row('member', people.member, ['identity', 'health', 'place']);
    await row('member', people['was a member'], ['identity'], from);
    await row('urgent', people.urgent, ['identity', 'violence', 'place']);
    await row('revealed', people.revealed, ['protected']);
    await row('barred', people.barred, [], null);
  });
  return caseId;
}
beforeAll(async () => {
  for (const state of states) cases[state] = await fill(state);
});

const sorted = (cells: readonly Cell[]) =>
  [...new Set(cells)].toSorted((one, other) => one.localeCompare(other));

/** What the table says; where somebody protected lives counts as protected. */
async function byTable({ who }: SignedIn, action: CaseAction, asked: readonly State[]) {
  const cells: Cell[] = [];
  for (const state of asked) {
    const standing = await inTransaction(db, it, async (tx) =>
      standingOf(tx, { who, caseFile: await findCaseFile(tx, cases[state]), now: new Date() }),
    );
    // Only somebody protected has anything of that class.
    const held = fieldClasses.filter((each) => each !== 'protected' || state === 'protected');
    const may = held.filter((each) => mayDo(standing, action, each));
    cells.push(...may.map((each): Cell => `${state} ${each} ${action}`));
  }
  return sorted(cells);
}

async function shown(as: SignedIn, state: State, urls: readonly string[], action: CaseAction) {
  const pages: string[] = [];
  for (const url of urls) pages.push(await (await app.get(url, as)).text());
  const html = pages.join('');
  return fieldClasses
    .filter((each) => html.includes(marked(each)))
    .map((each): Cell => `${state} ${each} ${action}`);
}

/** Everything that the pages of a case show somebody. */
async function onPages(as: SignedIn): Promise<readonly Cell[]> {
  const cells: Cell[] = [];
  for (const state of states) {
    const at = { caseId: cases[state] };
    const pages = [personPaths.person, recordPaths.timeline, protectionPaths.protection];
    const urls = [...pages.map((page) => page.to(at)), answerPaths.form.to({ ...at, form: 'reception' })];
    cells.push(...(await shown(as, state, urls, 'see')));
  }
  return sorted(cells);
}

const onPaper: readonly State[] = ['open', 'faded'];
async function onSheets(as: SignedIn): Promise<readonly Cell[]> {
  const cells: Cell[] = [];
  for (const state of onPaper) {
    const sheets = ['reception', 'records'].map((sheet) =>
      sheetPaths.sheet.to({ caseId: cases[state], sheet }),
    );
    cells.push(...(await shown(as, state, sheets, 'export')));
  }
  return sorted(cells);
}

/** Whether an action is done; refused is whatever it throws to somebody who may not. */
async function isDone(acting: Promise<{ ok: boolean }>): Promise<boolean> {
  try {
    return (await acting).ok;
  } catch (error) {
    if (error instanceof Forbidden || error instanceof NotFound) return false;
    throw error;
  }
}

async function person(who: PersonWho, caseId: string, change: 'identity' | 'place') {
  const known = await inTransaction(db, it, async (tx) => {
    const { personId } = await findCaseFile(tx, caseId);
    return (await readPersons(tx, vault, [personId ?? ''])).get(personId ?? '');
  });
  const identity = { ...noIdentity, ...known?.identity };
  const place = { postalCode: '', address: known?.place?.address ?? '' };
  const versions = { identity: known?.versions.identity ?? 0, place: known?.versions.place ?? 0 };
  const changed =
    change === 'identity'
      ? { identity: { ...identity, nickname: `${identity.nickname}あ` }, place }
      : { identity, place: { ...place, address: `${place.address}あ` } };
  return changePerson(db, who, { vault, caseId, versions, ...changed });
}

/** Every class that is written by an action; the protected place by one of its own, with a second person: protections/routes.test.ts. */
async function byActions({ who }: SignedIn): Promise<readonly Cell[]> {
  const cells: Cell[] = [];
  for (const state of states) {
    const caseId = cases[state];
    const request = { mine: { request: `${marked('basic')}。` }, base: { request: marked('basic') } };
    const acting = {
      identity: () => person(who, caseId, 'identity'),
      ...(state === 'protected' ? {} : { place: () => person(who, caseId, 'place') }),
      basic: () => saveAnswers(db, who, { vault, caseId, form: 'reception', ...request }),
      ...Object.fromEntries(
        recordClasses.map((each) => [each, () => writeRecord(db, who, recordOf(caseId, each))]),
      ),
    };
    for (const [fieldClass, act] of Object.entries(acting))
      if (await isDone(act())) cells.push(`${state} ${fieldClass as FieldClass} write`);
  }
  return sorted(cells);
}

const secretPlaces: readonly Cell[] = ['protected protected write', 'protected place write'];

test.each(Object.entries(people))('%s sees on the pages what the table says, cell by cell', async (_, as) => {
  expect(await onPages(as)).toEqual(await byTable(as, 'see', states));
});

test.each(Object.entries(people))('%s takes onto paper what the table says, cell by cell', async (_, as) => {
  expect(await onSheets(as)).toEqual(await byTable(as, 'export', onPaper));
});

test.each(Object.entries(people))(
  '%s writes by the actions what the table says, cell by cell',
  async (_, as) => {
    const table = await byTable(as, 'write', states);
    expect(await byActions(as)).toEqual(table.filter((cell) => !secretPlaces.includes(cell)));
  },
);
