import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { makeLog } from '#platform/log.ts';
import { outbox } from '#platform/mail/tables.ts';
import { insertPerson } from '#platform/people/organisations.ts';
import { testDatabase } from '#platform/testing/database.ts';
import { directoryEditor } from '../access.ts';
import { confirmationLinks } from '../confirmations/tables.ts';
import { replaceConfirmationAddress } from '../organisations/store.ts';
import { publishService, sealService, verifyService } from '../services/actions.ts';
import { granted, makeOwner, makeService } from '../services/fixtures.ts';
import { freshnessJobs } from './jobs.ts';
import { freshnessLetters } from './tables.ts';

const db = await testDatabase();
const it = system('test');
const [, nightly] = freshnessJobs({ publicUrl: 'https://tsunagi.example.jp' });
const morning = new Date('2026-11-25T23:15:00Z');
const today = tokyoDay(morning);
const at = (days: number) => new Date(morning.getTime() + days * 86_400_000);

const run = (now: Date) =>
  nightly.run({ db, who: system(nightly.name), now, log: makeLog('silent') }, undefined);
const asSystem = <T>(work: Parameters<typeof inTransaction<T>>[2]) => inTransaction(db, it, work);

/** Mails to an address since the last call. */
async function mails(address: string): Promise<{ subject: string; body: string }[]> {
  return asSystem(async (tx) => {
    const rows = await tx.delete(outbox).returning();
    return rows.filter(({ recipient }) => recipient === address);
  });
}

let owners = 0;
async function ownerWithAddress(): Promise<{ organisationId: string; email: string }> {
  const organisationId = await makeOwner(db);
  const email = `owner-${(owners += 1)}@example.jp`;
  await asSystem((tx) => replaceConfirmationAddress(tx, { organisationId, email }));
  return { organisationId, email };
}

/** An entry whose review day is so many days from today. */
async function entryDueIn(days: number, organisationId: string, name = `みほん${days}`): Promise<string> {
  const description = { ja: '誰にも見せない説明' };
  const { serviceId } = await makeService(db, {
    organisationId,
    content: { name: { ja: name }, description },
  });
  const verified = new Date(`${addDays(today, days - 90)}T03:00:00Z`);
  granted(await verifyService(db, it, { serviceId, organisationId }, verified));
  return serviceId;
}

describe('the morning letter', () => {
  test('names what is due within seven days or overdue, each with a link, and nothing else of it', async () => {
    const { organisationId, email } = await ownerWithAddress();
    await entryDueIn(7, organisationId, '七日後の窓口');
    await entryDueIn(8, organisationId, '八日後の窓口');
    await entryDueIn(-40, organisationId, '期限切れの窓口');
    await run(morning);
    const [mail, ...others] = await mails(email);
    expect(others).toEqual([]);
    expect(mail?.subject).toContain('2件');
    expect(mail?.body).toMatch(
      /期限切れの窓口[\s\S]*https:\/\/tsunagi\.example\.jp\/confirm\/[\w-]{43}[\s\S]*七日後の窓口/,
    );
    expect(mail?.body).not.toContain('八日後');
    expect(mail?.body).not.toContain('誰にも見せない');
    expect(mail?.body).not.toContain('0120-000-001');
    const kept = await asSystem((tx) => tx.select().from(confirmationLinks));
    const tokens = [...(mail?.body ?? '').matchAll(/confirm\/([\w-]{43})/g)].map(([, token]) => token ?? '');
    expect(tokens).toHaveLength(2);
    for (const token of tokens) expect(JSON.stringify(kept)).not.toContain(token);
  });

  test('run twice, or twice at once, it mails once', async () => {
    const { organisationId, email } = await ownerWithAddress();
    await entryDueIn(3, organisationId);
    await Promise.all([run(morning), run(morning)]);
    await run(morning);
    expect(await mails(email)).toHaveLength(1);
  });

  test('comes weekly at most while nothing is confirmed, and not again once it is', async () => {
    const { organisationId, email } = await ownerWithAddress();
    const serviceId = await entryDueIn(5, organisationId);
    for (let day = 0; day <= 14; day += 1) await run(at(day));
    expect(await mails(email)).toHaveLength(3);
    granted(await verifyService(db, it, { serviceId, organisationId }, at(15)));
    for (let day = 15; day <= 40; day += 1) await run(at(day));
    expect(await mails(email)).toEqual([]);
  });

  test('waits for the pause of the owner, and still comes before the review day', async () => {
    const { organisationId, email } = await ownerWithAddress();
    await entryDueIn(2, organisationId, '先の窓口');
    await entryDueIn(9, organisationId, '後の窓口');
    await run(morning);
    expect(await mails(email)).toHaveLength(1);
    for (let day = 1; day <= 7; day += 1) await run(at(day));
    const [later] = await mails(email);
    expect(later?.body).toContain('後の窓口');
  });

  test('goes to the editors where no address is given, in their language', async () => {
    const organisationId = await makeOwner(db);
    const person = { email: 'editor@example.jp', name: '編集 担当', lang: 'en' };
    await asSystem((tx) =>
      insertPerson(tx, { ...person, memberships: [{ organisationId, role: directoryEditor.name }] }),
    );
    await entryDueIn(1, organisationId);
    await run(morning);
    const [mail] = await mails('editor@example.jp');
    expect(mail?.subject).toBe('Please confirm: 1 directory entries');
  });

  test('asks for the first confirmation of what was published without one, and leaves drafts alone', async () => {
    const { organisationId, email } = await ownerWithAddress();
    await makeService(db, { organisationId, publish: false });
    await run(morning);
    expect(await mails(email)).toEqual([]);
    const { serviceId } = await makeService(db, {
      organisationId,
      publish: false,
      content: { name: { ja: '新しい窓口' } },
    });
    granted(await publishService(db, it, { serviceId }, morning));
    await run(morning);
    expect((await mails(email))[0]?.body).toContain('まだ一度も確認されていません');
  });

  test('names thirty entries at most and says how many are left', async () => {
    const { organisationId, email } = await ownerWithAddress();
    for (let each = 0; each < 32; each += 1) await entryDueIn(0, organisationId);
    await run(morning);
    const [mail] = await mails(email);
    expect(mail?.body.match(/\/confirm\//g)).toHaveLength(30);
    expect(mail?.body).toContain('ほかに2件');
  });
});

describe('a sealed entry', () => {
  test('is never named: its editors read that something is due, the confirmation address reads nothing', async () => {
    const { organisationId, email } = await ownerWithAddress();
    const memberships = [{ organisationId, role: directoryEditor.name }];
    await asSystem((tx) => insertPerson(tx, { email: 'shelter@example.jp', name: '担当', memberships }));
    const serviceId = await entryDueIn(0, organisationId, 'ひみつの家');
    granted(await sealService(db, it, { serviceId, reason: '安全のため' }, morning));
    await run(morning);
    const all = await asSystem((tx) => tx.delete(outbox).returning());
    expect(all.map(({ recipient }) => recipient)).toEqual(['shelter@example.jp']);
    expect(all[0]?.body).toContain('1件');
    expect(JSON.stringify(all)).not.toMatch(/ひみつ|説明|0120|\/confirm\//);
    expect(all.every(({ recipient }) => recipient !== email)).toBe(true);
    const links = await asSystem((tx) => tx.select().from(confirmationLinks));
    expect(links.every((link) => link.serviceId !== serviceId)).toBe(true);
  });
});

test('an owner whom nobody can reach costs no letter', async () => {
  const organisationId = await makeOwner(db);
  await entryDueIn(0, organisationId);
  await run(morning);
  const letters = await asSystem((tx) => tx.select().from(freshnessLetters));
  expect(letters.every((letter) => letter.organisationId !== organisationId)).toBe(true);
});
