import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { fiscalYearOf, tokyoDay } from '#platform/dates.ts';
import { testApp } from '#src/app.testing.ts';
import { makeProgram } from '#areas/programs/programs/fixtures.ts';
import { grantApprover, grantOfficer, grantPartner } from '../access.ts';
import { exampleAccount, exampleApplicant } from '../applications/fixtures.ts';
import { makeAward } from '../awards/fixtures.ts';
import { checkBenefits, decideBenefits } from '../benefits/actions.ts';
import { askForPersons } from '../benefits/ask.ts';
import { exampleAsked, makeYouthCall } from '../benefits/fixtures.ts';
import { keepPayee } from '../benefits/payees/actions.ts';
import { countGrantsOfProgram } from '../counts/read.ts';
import { grantDataPaths } from '../paths.ts';

const app = await testApp();
const { db, tools } = app;
const { vault } = tools;
const it = system('test');
const partner = await app.signIn(grantPartner, { kind: 'npo' });
const officer = await app.signIn(grantOfficer);
const approver = await app.signIn(grantApprover, { organisationId: officer.organisationId });
const { callId } = await makeYouthCall(db, { bureauId: officer.organisationId });
const { organisationId } = partner;

/** `exam` and `work` of so many people each, decided. */
async function decide(uses: Readonly<Record<string, number>>): Promise<void> {
  const all = Object.entries(uses).flatMap(([use, people]) =>
    Array.from({ length: people }, (_, at) => ({
      asked: { ...exampleAsked, name: `見本 ${use}${at}`, use, askedYen: 10_000 },
      now: new Date(),
    })),
  );
  const asked = await askForPersons(db, it, { vault, callId, organisationId, all });
  if (!asked.ok) throw new Error(asked.refusal);
  const { benefitIds } = asked.value;
  expect((await checkBenefits(db, officer.who, { vault, benefitIds })).ok).toBe(true);
  expect((await decideBenefits(db, approver.who, { vault, benefitIds })).ok).toBe(true);
}
const read = async (name: string) => (await app.get(grantDataPaths.file.to({ name }))).text();

test('machines are told of both files and their columns, at the addresses of the files', async () => {
  const told = await (await app.get(grantDataPaths.dataPackage.to({}))).json();
  const resources: { path: string; schema: { fields: { name: string }[] } }[] = told.resources;
  for (const { path, schema } of resources) {
    const [heading = ''] = (await (await app.get(new URL(path).pathname)).text())
      .replace('\uFEFF', '')
      .split('\r\n');
    expect(schema.fields.map(({ name }) => name)).toEqual(heading.split(','));
  }
  expect(resources).toHaveLength(2);
});

test('awards to groups are told one by one; a person is in no row, and few people are in no number', async () => {
  const given = { facts: exampleApplicant(), account: exampleAccount() };
  expect((await keepPayee(db, partner.who, { vault, organisationId, ...given })).ok).toBe(true);
  // A person alone may ask too, as the one who runs a place: that is no group to be named.
  const alone = await makeAward({ db, vault }, { yen: 90_000 });
  await inTransaction(db, it, (tx) =>
    tx.$client.query(`update grant_applicants set kind = 'individual' where id = $1`, [alone.applicantId]),
  );
  const award = await makeAward({ db, vault }, { yen: 150_000 });
  await decide({ exam: 12, work: 3 });
  const awards = await read('awards');
  expect(awards).toContain(award.number);
  expect(awards).toContain('見本の子ども食堂');
  expect(awards).not.toContain(',90000,');
  expect(awards.trim().split('\r\n')).toHaveLength(2);
  const few = await read('benefits');
  expect(few).toContain('合計,15,15,150000,false');
  // 3 are few; and 12 beside 15 would tell them.
  expect(few).toContain('就職活動,,,,true');
  expect(few).toContain('受験・進学,,,,true');
  const page = await (await app.get(grantDataPaths.page.to({}))).text();
  expect(page).toContain('少数');
  expect(page).not.toMatch(/>12</);
});

test('when enough have it, it is told, also where the file was kept before', async () => {
  await decide({ home: 11, other: 10 });
  const told = await read('benefits');
  expect(told).toContain('合計,36,36,360000,false');
  expect(told).toContain('一人暮らしを始める,11,11,110000,false');
  const schema = await (await app.get(grantDataPaths.schema.to({ name: 'benefits' }))).json();
  const [heading = ''] = told.replace('\uFEFF', '').split('\r\n');
  expect(schema.fields.map(({ name }: { name: string }) => name)).toEqual(heading.split(','));
});

test('the program behind a call gets its numbers by the door: 延べ, 実, yen and months', async () => {
  const fiscalYear = fiscalYearOf(tokyoDay(new Date()));
  const programId = await makeProgram(db, {
    year: fiscalYear,
    nameJa: '巣立ちの給付',
    organisationId: officer.organisationId,
  });
  await inTransaction(db, it, async (tx) => {
    await tx.execute(`update grant_calls set program_id = '${programId}' where id = '${callId}'`);
    const counts = await countGrantsOfProgram(tx, { programId, fiscalYear });
    expect(counts.recipients.total).toBe(36);
    expect(counts.people.total).toBe(36);
    expect(counts.decidedYen.total).toBe(360_000);
    expect(counts.decidedYen.months.reduce((sum, yen) => sum + yen, 0)).toBe(360_000);
    expect(counts.groups.total).toBe(0);
  });
});
