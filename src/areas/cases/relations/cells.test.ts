import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { type SignedIn, testApp } from '#src/app.testing.ts';
import { caseSupervisor, caseWorker } from '../access.ts';
import { readAnswers, saveAnswers } from '../answers/actions.ts';
import { makeCase } from '../case-files/fixtures.ts';
import { standingOf } from '../case-files/read.ts';
import { findCaseFile, updateCaseFile } from '../case-files/store.ts';
import { listOf, optionOf } from '../forms/rules.ts';
import { standardSet } from '../forms/standard/set.ts';
import { answerPaths, casePaths } from '../paths.ts';
import { noIdentity } from '../persons/rules.ts';
import { type FieldClass, mayDo, maySeeCase, type RelationKind } from './rules.ts';
import { insertRelation } from './store.ts';

const app = await testApp();
const { db } = app;
const { vault } = app.tools;
const it = system('test');
const assigned = await app.signIn(caseWorker, { kind: 'npo' });
const { organisationId } = assigned;
const here = (role = caseWorker) => app.signIn(role, { organisationId });
const elsewhere = (role = caseWorker) => app.signIn(role, { kind: 'npo' });
const people = {
  assigned,
  supervisor: await here(caseSupervisor),
  worker: await here(),
  barred: await here(caseSupervisor),
  member: await elsewhere(),
  urgent: await elsewhere(),
  'a supervisor elsewhere': await elsewhere(caseSupervisor),
} satisfies Record<string, SignedIn>;

/** One answer of each class that stands on a form: an option of the 27 issues tells of the class of its own. */
const told: Readonly<Partial<Record<FieldClass, string>>> = {
  basic: 'poverty',
  health: 'illness',
  violence: 'dv_abuse',
  immigration: 'foreign',
  debts: 'debt',
  offence: 'ex_offender',
};
const codes = Object.values(told);
const { id: caseId } = await makeCase(
  { db, vault },
  {
    organisationId,
    assignedTo: assigned.who.personId,
    identity: { ...noIdentity, name: '升目 川子' },
    place: { postalCode: '', address: '見本町升目九番' },
  },
);
const write = (as: typeof assigned.who | typeof it, issues: readonly string[], base: readonly string[]) =>
  saveAnswers(db, as, {
    vault,
    caseId,
    form: 'assessment',
    mine: { issues: [...issues] },
    base: { issues: [...base] },
  });
await write(it, codes, []);
await inTransaction(db, it, async (tx) => {
  const common = { caseId, homeId: organisationId, beginsAt: new Date(0) };
  const give = (kind: RelationKind, { who }: SignedIn, classes: readonly FieldClass[]) =>
    insertRelation(tx, { ...common, kind, personId: who.personId, classes: [...classes] });
  await give('member', people.member, ['identity', 'basic', 'health']);
  await give('urgent', people.urgent, ['identity', 'place', 'basic', 'violence']);
  await give('barred', people.barred, []);
  await updateCaseFile(tx, caseId, { hasBarred: true });
});
const stored = () =>
  inTransaction(db, it, async (tx) => {
    const caseFile = await findCaseFile(tx, caseId);
    const found = await readAnswers(tx, vault, { caseFile, forms: ['assessment'] });
    return [...(found.get('assessment')?.answers.values() ?? [])].flatMap(({ issues }) => issues ?? []);
  });

test.each(Object.entries(people))(
  '%s: every cell that the table forbids is refused by the pages and by the action',
  async (_, as) => {
    const standing = await inTransaction(db, it, async (tx) =>
      standingOf(tx, { who: as.who, caseFile: await findCaseFile(tx, caseId), now: new Date() }),
    );
    const may = (action: 'see' | 'write', fieldClass: string) =>
      mayDo(standing, action, fieldClass as FieldClass);
    const pages = [
      await app.get(casePaths.case.to({ caseId }), as),
      await app.get(answerPaths.form.to({ caseId, form: 'assessment' }), as),
    ];
    const status = maySeeCase(standing) ? 200 : 404;
    expect(pages.map((page) => page.status)).toEqual([status, status]);
    const [file = '', form = ''] = await Promise.all(pages.map((page) => page.text()));
    const shown = {
      identity: file.includes('升目 川子'),
      place: file.includes('見本町升目九番'),
      ...Object.fromEntries(
        Object.entries(told).map(([fieldClass, code]) => [
          fieldClass,
          form.includes(optionOf(listOf(standardSet, 'issue'), code)?.name.ja ?? code),
        ]),
      ),
    };
    for (const [fieldClass, isShown] of Object.entries(shown))
      expect([fieldClass, isShown]).toEqual([fieldClass, may('see', fieldClass)]);

    // Everything is taken away, as far as the action lets them: what stays is what they may not write.
    await write(as.who, [], codes).catch(() => {});
    const kept = Object.entries(told).filter(([fieldClass]) => !may('write', fieldClass));
    expect((await stored()).toSorted()).toEqual(kept.map(([, code]) => code).toSorted());
    await write(it, codes, await stored());
  },
);
