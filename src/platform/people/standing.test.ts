import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { administrator, type Membership, type PersonWho, stillHolds, system } from '../access.ts';
import { inTransaction } from '../database/database.ts';
import { beginSession, findSession } from '../sign-in/sessions.ts';
import { testDatabase } from '../testing/database.ts';
import { insertOrganisation, insertPerson, listHolders, listMailRecipients } from './organisations.ts';
import { listConditioned, listHoldings } from './standing.ts';
import { proofs, roleConditions } from './tables.ts';

const db = await testDatabase();
const it = system('test');
const kind = crypto.randomUUID();
const role = 'helper';
const [before, begins, ends] = ['2025-01-01', '2025-02-01', '2025-03-01'].map(
  (day) => new Date(`${day}T00:00:00Z`),
) as [Date, Date, Date];
const late = new Date('2025-02-28T23:59:59Z');
const organisationId = await inTransaction(db, it, (tx) =>
  insertOrganisation(tx, { kind: 'desk', code: 'standing', nameJa: '試験窓口' }),
);

async function newcomer(): Promise<{ personId: string; rolesAt: (at: Date) => Promise<string[] | null> }> {
  const code = crypto.randomUUID();
  const personId = await inTransaction(db, it, (tx) =>
    insertPerson(tx, {
      email: `${code}@example.jp`,
      name: '試験 一',
      memberships: [
        { organisationId, role },
        { organisationId, role: 'guest' },
      ],
    }),
  );
  return {
    personId,
    rolesAt: async (at) => {
      const session = { personId, method: 'password', secondFactor: true, device: 'test' } as const;
      const token = await inTransaction(db, it, (tx) => beginSession(tx, session, at));
      const who = await findSession(db, token, at, [administrator]);
      return who?.memberships.map((held) => held.role).toSorted() ?? null;
    },
  };
}
const condition = (since: Date) =>
  inTransaction(db, it, async (tx) => {
    await tx.delete(roleConditions);
    await tx.insert(roleConditions).values({ role, kind, since });
  });
const prove = (personId: string, validFrom: Date, validUntil: Date | null) =>
  inTransaction(db, it, (tx) =>
    tx.insert(proofs).values({ id: crypto.randomUUID(), personId, kind, validFrom, validUntil }),
  );

test('a role gives nothing from the moment its condition begins or its proof ends, and the person stays signed in', async () => {
  await condition(begins);
  const { personId, rolesAt } = await newcomer();
  expect(await rolesAt(before)).toEqual(['guest', role]);
  expect(await rolesAt(begins)).toEqual(['guest']);
  await prove(personId, before, ends);
  expect(await rolesAt(late)).toEqual(['guest', role]);
  expect(await rolesAt(ends)).toEqual(['guest']);
  await prove(personId, ends, null);
  expect(await rolesAt(ends)).toEqual(['guest', role]);
});

test('a proof of something else, of somebody else or of later opens nothing', async () => {
  await condition(begins);
  const [{ personId, rolesAt }, other] = [await newcomer(), await newcomer()];
  await prove(other.personId, before, null);
  await prove(personId, ends, null);
  await inTransaction(db, it, (tx) =>
    tx.insert(proofs).values({
      id: crypto.randomUUID(),
      personId,
      kind: crypto.randomUUID(),
      validFrom: before,
      validUntil: null,
    }),
  );
  expect(await rolesAt(late)).toEqual(['guest']);
});

test('who holds a closed role is neither written to nor offered to choose', async () => {
  await condition(begins);
  const { personId } = await newcomer();
  const listed = () =>
    inTransaction(db, it, async (tx) => [
      (await listMailRecipients(tx, { organisationId, role })).some((held) => held.personId === personId),
      (await listHolders(tx, { organisationIds: [organisationId], roles: [role] })).some(
        (held) => held.personId === personId,
      ),
    ]);
  expect(await listed()).toEqual([false, false]);
  await prove(personId, before, null);
  expect(await listed()).toEqual([true, true]);
});

test('what a condition does is known: until when each holder proves it', async () => {
  await condition(begins);
  const { personId } = await newcomer();
  await prove(personId, before, ends);
  const [row] = await inTransaction(db, it, (tx) => listConditioned(tx, { personId }));
  expect(row).toMatchObject({ role, kind, since: begins, provedUntil: ends, lasting: false });
  const all = await inTransaction(db, it, (tx) => listHoldings(tx, { role, kind }));
  expect(all.find((held) => held.personId === personId)).toMatchObject({ provedUntil: ends, lasting: false });
});

test('nobody but the product itself writes conditions and proofs, whatever their role', async () => {
  const { personId } = await newcomer();
  const who: PersonWho = {
    kind: 'person',
    personId,
    name: '',
    sessionId: '',
    memberships: [held('administrator')],
  };
  await expect(
    inTransaction(db, who, (tx) =>
      tx
        .insert(proofs)
        .values({ id: crypto.randomUUID(), personId, kind, validFrom: before, validUntil: null }),
    ),
  ).rejects.toThrow(/Failed query/);
  const gone = await inTransaction(db, who, (tx) =>
    tx.execute(sql`delete from role_conditions returning role`),
  );
  expect(gone.rows).toEqual([]);
});

function held(name: string, at = organisationId): Membership {
  return { role: name, organisationId: at, organisationKind: 'desk', organisationName: '' };
}

test('a page that stays open needs everything that it was opened with', () => {
  const who = (...memberships: Membership[]): PersonWho => ({
    kind: 'person',
    personId: '',
    name: '',
    sessionId: '',
    memberships,
  });
  expect(stillHolds(who(held('a'), held('b')), who(held('a')))).toBe(true);
  expect(stillHolds(who(held('a', 'elsewhere')), who(held('a')))).toBe(false);
  expect(stillHolds(who(), who(held('a')))).toBe(false);
  expect(stillHolds({ kind: 'anonymous' }, who())).toBe(false);
});

test('whether a membership counts is asked in one way: nothing else looks at its end alone', () => {
  const mayLook = [
    'platform/people/standing.ts',
    // What is held is administered, and asks for its second factor, whether or not it counts now.
    'platform/people/store.ts',
    'platform/sign-in/store.ts',
    // A note for oneself is kept while its writer works there, closed or not.
    'areas/consultations/debriefs/store.ts',
  ];
  const source = join(import.meta.dirname, '../..');
  const looking = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|tsx|sql)$/.test(file) && !/\.test(ing)?\.tsx?$/.test(file))
    .filter((file) =>
      /memberships\.endedAt|(from|join) memberships/.test(readFileSync(join(source, file), 'utf8')),
    )
    .filter((file) => file !== 'platform/people/tables.ts');
  expect(looking.toSorted()).toEqual(mayLook.toSorted());
});
