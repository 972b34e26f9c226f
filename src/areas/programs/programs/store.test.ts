import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { anonymous, type Membership, system, type Who } from '#platform/access.ts';
import { inTransaction, type Tx } from '#platform/database/database.ts';
import { testDatabase } from '#platform/testing/database.ts';
import { approver, mayWriteProgram, reporter, secretariat } from '../access.ts';
import { addVoice } from '../voices/actions.ts';
import { granted, makeBureau, makeYear } from '../years/fixtures.ts';
import { makeMeasure, makeProgram, makeResult } from './fixtures.ts';

const db = await testDatabase();
const it = system('test');
const own = await makeBureau(db, '自分の局');
const other = await makeBureau(db, 'ほかの局');
await makeYear(db, { year: 2024, bureaus: [own, other] });
const programId = await makeProgram(db, { organisationId: own, pillars: ['p1'], partners: [other] });
await makeMeasure(db, { programId, values: { '2024': 1 } });
await makeResult(db, programId);
const voice = { speaker: '対象者', words: 'よかった', consentOn: '2025-01-01', consentHow: '書面' };
granted(await addVoice(db, it, { programId, ...voice }));
await inTransaction(db, it, (tx) =>
  tx.execute(
    sql`insert into pictures (program_id, file_id, alternative) values (${programId}, gen_random_uuid(), '絵')`,
  ),
);

function person(...held: readonly [role: string, organisationId: string][]): Who {
  const memberships = held.map(
    ([role, organisationId]): Membership => ({
      role,
      organisationId,
      organisationKind: 'bureau',
      organisationName: '局',
    }),
  );
  return { kind: 'person', personId: crypto.randomUUID(), name: '試験', sessionId: 's', memberships };
}

const examples: readonly [string, Who][] = [
  ['the product itself', it],
  ['nobody', anonymous],
  ['somebody without a role', person()],
  ['the secretariat', person([secretariat.name, other])],
  ['the approver', person([approver.name, own])],
  ['the reporter of the bureau', person([reporter.name, own])],
  ['the reporter of another bureau', person([reporter.name, other])],
  ['a reporter of both', person([reporter.name, other], [reporter.name, own])],
  ['an approver here who reports elsewhere', person([approver.name, own], [reporter.name, other])],
];

/** Every table of a program, changed without changing anything. */
const touches: Readonly<Record<string, ReturnType<typeof sql>>> = {
  programs: sql`update programs set division = division where id = ${programId}`,
  pillars: sql`update program_pillars set pillar = pillar where program_id = ${programId}`,
  partners: sql`update program_partners set organisation_id = organisation_id where program_id = ${programId}`,
  measures: sql`update measures set definition = definition where program_id = ${programId}`,
  values: sql`update measure_values set value = value where measure_id in (select id from measures where program_id = ${programId})`,
  results: sql`update results set summary = summary where program_id = ${programId}`,
  voices: sql`update voices set words = words where program_id = ${programId}`,
  pictures: sql`update pictures set caption = caption where program_id = ${programId}`,
};

describe('the sentence «who may write a program» and PostgreSQL say the same', () => {
  test.each(examples)('of %s', async (_, who) => {
    const may = mayWriteProgram(who, { organisationId: own });
    for (const [table, touch] of Object.entries(touches)) {
      const { rowCount } = await inTransaction(db, who, (tx: Tx) => tx.execute(touch));
      expect([table, rowCount]).toEqual([table, may ? 1 : 0]);
    }
  });

  test('whoever works here reads every program; nobody else reads any', async () => {
    for (const [name, who] of examples) {
      const { rows } = await inTransaction(db, who, (tx) => tx.execute(sql`select id from programs`));
      expect([name, rows.length]).toEqual([name, who.kind === 'anonymous' ? 0 : 1]);
    }
  });

  test('a reporter cannot write a program into another bureau, past the actions too', async () => {
    const who = person([reporter.name, own]);
    const moving = inTransaction(db, who, (tx) =>
      tx.execute(sql`update programs set organisation_id = ${other} where id = ${programId}`),
    );
    await expect(moving).rejects.toMatchObject({
      cause: { message: expect.stringContaining('row-level security') },
    });
  });
});
