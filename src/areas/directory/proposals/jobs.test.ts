import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { people } from '#platform/people/tables.ts';
import { outbox } from '#platform/mail/tables.ts';
import { testApp } from '#src/app.testing.ts';
import { directoryEditor, directoryKeeper } from '../access.ts';
import { makeService } from '../services/fixtures.ts';
import { suggest } from './actions.ts';
import { proposalJobs } from './jobs.ts';

const app = await testApp();
const { db } = app;
const keeper = await app.signIn(directoryKeeper);
const owner = await app.signIn(directoryEditor, { kind: 'npo' });
await app.signIn(directoryEditor, { kind: 'npo' });
const now = new Date('2026-11-24T01:07:00Z');
const [job] = proposalJobs({ publicUrl: 'https://tsunagi.example.jp' });

const waitingJobs = async () => {
  const { rows } = await db.owner.query<{ key: string; run_at: Date }>(
    "select key, run_at from graphile_worker.jobs where task_identifier = 'proposal.tell' order by key",
  );
  return rows;
};
const tell = (organisationId: string | null) =>
  job.run({ db, who: system('proposal.tell'), now, log: app.tools.log }, { organisationId });
const mails = () => inTransaction(db, system('test'), (tx) => tx.select().from(outbox));
const emailOf = ({ who }: typeof keeper) =>
  inTransaction(db, system('test'), async (tx) => {
    const [person] = await tx.select().from(people).where(eq(people.id, who.personId));
    return person?.email ?? 'nobody';
  });
const propose = (serviceId: string | null, at = now) =>
  suggest(
    db,
    {
      serviceId,
      items: [{ field: 'other', said: '秘密のことば' }],
      source: '',
      email: 'neighbour@example.jp',
    },
    at,
  );

test('whoever decides is told once, however many proposals come, and nothing of them is in the mail', async () => {
  const { serviceId } = await makeService(db, { organisationId: owner.organisationId });
  await propose(serviceId);
  await propose(serviceId, new Date('2026-11-24T01:09:00Z'));
  expect(await waitingJobs()).toEqual([
    { key: `proposal.tell ${owner.organisationId}`, run_at: new Date('2026-11-24T01:15:00Z') },
  ]);
  await tell(owner.organisationId);
  const [mail, ...more] = await mails();
  expect(more).toEqual([]);
  expect(mail?.recipient).toBe(await emailOf(owner));
  expect(mail?.subject).toContain('2件');
  expect(mail?.body).toContain('https://tsunagi.example.jp/staff/directory/proposals');
  expect(`${mail?.subject}${mail?.body}`).not.toMatch(/秘密のことば|neighbour/);
});

test('where nobody edits for the owner, and for an entry that is missing, the keeper is told; nobody when nothing waits', async () => {
  const { serviceId, organisationId } = await makeService(db, {});
  const before = (await mails()).length;
  await tell(organisationId);
  expect(await mails()).toHaveLength(before);
  await propose(serviceId);
  await propose(null);
  await tell(organisationId);
  await tell(null);
  const told = (await mails()).slice(before).map(({ recipient }) => recipient);
  expect(told).toEqual([await emailOf(keeper), await emailOf(keeper)]);
});
