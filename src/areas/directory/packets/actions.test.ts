import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { describe, expect, test, vi } from 'vitest';
import { system } from '#platform/access.ts';
import { auditEvents } from '#platform/audit/tables.ts';
import { inTransaction } from '#platform/database/database.ts';
import { makeVault } from '#platform/vault/vault.ts';
import { testApp } from '#src/app.testing.ts';
import { directoryEditor } from '../access.ts';
import { openPacket, packetRefusals } from '../index.ts';
import { eraseExpiredPackets, makePacket, redeemPacket, withdrawPacket } from './actions.ts';
import { codeText, mostMisses } from './rules.ts';
import { packets } from './tables.ts';

const app = await testApp();
const desk = await app.signIn(directoryEditor);
const other = await app.signIn(directoryEditor);
const { db } = app;
const { vault } = app.tools;
const now = new Date('2025-11-25T10:00:00Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const text = '家賃を払えません。夜は電話に出られません。';

async function made(at = now): Promise<string> {
  const packet = await makePacket(db, { text, vault }, at);
  if (!packet.ok) throw new Error(packet.refusal);
  return packet.value.code;
}
const open = (code: string, as = desk, at = later(1), by = vault) =>
  openPacket(db, as.who, { code, organisationId: as.organisationId, vault: by }, at);
const rows = () => inTransaction(db, system('test'), (tx) => tx.select().from(packets));
const events = async (event: string) =>
  (await inTransaction(db, system('test'), (tx) => tx.select().from(auditEvents))).filter(
    (each) => each.event === event,
  );

describe('a packet', () => {
  test('is read by the desk that is told its code, however it is typed', async () => {
    const code = await made();
    const typed = ` ${codeText(code).toLowerCase().replaceAll('-', ' － ')}`;
    expect(await open(typed)).toMatchObject({ ok: true, value: { text, createdAt: now } });
  });

  test('lies sealed: neither text nor code are in the row, and no other vault and no other code opens it', async () => {
    const code = await made();
    const stored = JSON.stringify(await rows());
    expect(stored).not.toContain(code);
    expect(stored).not.toContain('家賃');
    expect(await open(code, desk, later(1), makeVault(randomBytes(32)))).toMatchObject({ ok: false });
  });

  test('is read by one desk only, by that one again until it expires', async () => {
    const code = await made();
    expect((await open(code)).ok).toBe(true);
    expect((await open(code)).ok).toBe(true);
    expect(await open(code, other)).toMatchObject({ ok: false, refusal: 'opened-elsewhere' });
    const opened = (await events('packet.open')).at(-1);
    expect(opened?.facts).toEqual({ organisationId: desk.organisationId, personId: desk.who.personId });
  });

  test('goes to one of two desks that open it at once', async () => {
    const code = await made();
    const answers = await Promise.all([open(code, desk), open(code, other)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('cannot be opened in the name of a desk at which one does not work, nor by nobody', async () => {
    const code = await made();
    const asOther = openPacket(db, desk.who, { code, organisationId: other.organisationId, vault }, now);
    await expect(asOther).rejects.toThrow('packet.open');
    const byNobody = openPacket(
      db,
      { kind: 'anonymous' },
      { code, organisationId: desk.organisationId, vault },
      now,
    );
    await expect(byNobody).rejects.toThrow('packet.open');
  });

  test('is taken back by its code, read or not, and is gone then', async () => {
    const code = await made();
    expect((await open(code)).ok).toBe(true);
    expect((await withdrawPacket(db, { code, vault }, later(2))).ok).toBe(true);
    expect(await open(code, desk, later(3))).toMatchObject({ ok: false, refusal: 'packet-not-found' });
    expect(await withdrawPacket(db, { code, vault }, later(3))).toMatchObject({ ok: false });
  });

  test('with nothing in it is not made', async () => {
    expect(await makePacket(db, { text: ' \n ', vault }, now)).toMatchObject({ refusal: 'nothing-written' });
  });
});

describe('a code that opens nothing', () => {
  test('is one and the same answer: wrong, forged, expired or taken back', async () => {
    const fresh = await app.signIn(directoryEditor);
    const [expired, gone] = [await made(later(-80)), await made()];
    await withdrawPacket(db, { code: gone, vault }, now);
    const answers = [];
    for (const code of [
      expired,
      gone,
      'AAAA-BBBB-CCCC',
      '',
      '0'.repeat(12),
      "' or 1=1 --",
      '💥'.repeat(500_000),
    ])
      answers.push(await open(code, fresh, now));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toEqual({ ok: false, refusal: 'packet-not-found' });
    expect(packetRefusals.ja['packet-not-found']).toContain('コード');
  });

  test.each([
    ['opens', open],
    [
      'redeems',
      (code: string) => redeemPacket(db, { code, organisationId: desk.organisationId, vault }, now),
    ],
    ['withdraws', (code: string) => withdrawPacket(db, { code, vault }, now)],
  ] as const)(
    'takes the same way through the database when somebody %s, whatever is wrong: its time tells nothing',
    async (_, attempt) => {
      const fresh = await app.signIn(directoryEditor);
      const expired = await made(new Date('2020-01-01T00:00:00Z'));
      const gone = await made(later(-1));
      await withdrawPacket(db, { code: gone, vault }, now);
      const ways: string[][] = [];
      for (const code of ['AAAA-BBBB-CCCC', '', '0'.repeat(12), 'x'.repeat(9999), expired, gone]) {
        const asked = vi.spyOn(pg.Client.prototype, 'query');
        expect((await attempt(code, fresh, now)).ok).toBe(false);
        // What is asked, without what it is asked about.
        ways.push(
          asked.mock.calls.map(([query]) =>
            typeof query === 'string' ? query : (query as { text: string }).text,
          ),
        );
        asked.mockRestore();
      }
      expect(ways[0]?.length).toBeGreaterThan(1);
      for (const way of ways) expect(way).toEqual(ways[0]);
    },
  );

  test('too often makes a person wait, even with the right code; another person does not', async () => {
    const guesser = await app.signIn(directoryEditor);
    const code = await made();
    for (let turn = 0; turn < mostMisses; turn += 1) await open('AAAA-AAAA-AAAA', guesser, now);
    expect(await open(code, guesser, now)).toMatchObject({ ok: false, refusal: 'too-many-codes' });
    expect((await open(code, guesser, new Date(now.getTime() + 16 * 60_000))).ok).toBe(true);
    const another = await made();
    expect((await open(another, desk, now)).ok).toBe(true);
  });
});

describe('after three days', () => {
  test('a packet opens to the last moment and not after', async () => {
    const code = await made();
    expect((await open(code, desk, new Date(later(72).getTime() - 1))).ok).toBe(true);
    expect((await open(code, desk, later(72))).ok).toBe(false);
  });

  test('it is erased, and the ledger proves how many went and that none is left', async () => {
    await eraseExpiredPackets(db, later(1000));
    const before = await events('packet.erase');
    await made(now);
    await made(now);
    const young = await made(later(10));
    expect(await eraseExpiredPackets(db, later(73))).toEqual({ erased: 2, left: 0 });
    expect(await rows()).toHaveLength(1);
    expect((await open(young, desk, later(74))).ok).toBe(true);
    const erasures = await events('packet.erase');
    expect(erasures).toHaveLength(before.length + 1);
    expect(erasures.at(-1)?.facts).toEqual({ erased: 2, left: 0 });
    expect(await eraseExpiredPackets(db, later(73))).toEqual({ erased: 0, left: 0 });
    expect(await events('packet.erase')).toHaveLength(erasures.length);
  });
});

test('nobody sees packets through the database but the product itself', async () => {
  await made();
  expect(await inTransaction(db, desk.who, (tx) => tx.select().from(packets))).toEqual([]);
  expect(await inTransaction(db, { kind: 'anonymous' }, (tx) => tx.select().from(packets))).toEqual([]);
});
