import { randomUUID } from 'node:crypto';
import { system } from '#platform/access.ts';
import { type Database, inTransaction } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { insertOrganisation } from '#platform/people/organisations.ts';
import type { SignedIn, TestApp } from '#src/app.testing.ts';
import { memberAgent } from '../access.ts';
import { upsertMember } from './store.ts';
import type { members } from './tables.ts';

type Changes = Partial<typeof members.$inferInsert> & { readonly nameJa?: string };

/** A member of the platform, of an organisation that is made for it unless one is named. */
export async function makeMember(
  db: Database,
  { nameJa = '試験の会', organisationId, kind = 'npo', ...changes }: Changes = {},
  now = new Date(),
): Promise<{ organisationId: string }> {
  const today = tokyoDay(now);
  return inTransaction(db, system('test'), async (tx) => {
    const organisation = organisationId ?? (await insertOrganisation(tx, organisationOf(kind, nameJa)));
    await upsertMember(tx, {
      organisationId: organisation,
      kind,
      aboutJa: '困りごとのある方を支えています。',
      joinedOn: today,
      until: addDays(today, 365),
      changedAt: now,
      ...changes,
    });
    return { organisationId: organisation };
  });
}

function organisationOf(kind: string, nameJa: string) {
  return { kind: kind === 'company' ? 'company' : 'npo', code: `member-${randomUUID()}`, nameJa } as const;
}

/** A member, and somebody who acts for it. */
export async function makeAgent(app: TestApp, changes: Changes = {}, now = new Date()): Promise<SignedIn> {
  const { organisationId } = await makeMember(app.db, changes, now);
  return app.signIn(memberAgent, { organisationId, name: '構成 員子' });
}
