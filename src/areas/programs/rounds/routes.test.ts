import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { listMailRecipients } from '#platform/people/organisations.ts';
import { outbox } from '#platform/mail/tables.ts';
import { makeLog } from '#platform/log.ts';
import { type SignedIn, testApp } from '#src/app.testing.ts';
import { approver, reporter } from '../access.ts';
import { readEntry, submitEntry } from '../entries/actions.ts';
import { fillEntry } from '../entries/fixtures.ts';
import { listChanges } from '../entries/store.ts';
import { collectionPaths } from '../paths.ts';
import { collectionWorld, must } from './fixtures.ts';
import { roundJobs } from './jobs.ts';
import { listReminders } from './store.ts';

const app = await testApp();
const world = await collectionWorld(app);
const { roundId } = world;
const entryId = world.entryIds['夜の相談'] as string;
const roundUrl = collectionPaths.round.to({ roundId });
const entryUrl = collectionPaths.entry.to({ entryId });

const page = async (url: string, as: SignedIn) => {
  const response = await app.get(url, as);
  return { status: response.status, text: await response.text() };
};
const post = async (url: string, fields: Record<string, string>, as: SignedIn) => {
  const response = await app.post(url, fields, as);
  return { status: response.status, text: await response.text() };
};
const stampOf = async () => (await readEntry(app.db, world.welfare.who, entryId)).stamp;

describe('opening a round', () => {
  test('asks for a day that is still to come, and keeps what was typed', async () => {
    const form = { fiscalYear: '2024', title: 'もう一度', message: '', deadlineOn: '2020-01-01' };
    const { status, text } = await post(collectionPaths.rounds.to({}), form, world.secretariat);
    expect(status).toBe(422);
    expect(text).toContain('この年度には受付中の照会があります');
    expect(text).toContain('value="もう一度"');
  });

  test('is the secretariat’s, not a bureau’s', async () => {
    const form = { fiscalYear: '2024', title: '局から', deadlineOn: '2099-01-01' };
    expect((await post(collectionPaths.rounds.to({}), form, world.welfare)).status).toBe(403);
  });
});

describe('the page of a round', () => {
  test('shows the secretariat every bureau with its counts, and a bureau what it owes', async () => {
    const board = await page(roundUrl, world.secretariat);
    expect(board.status).toBe(200);
    expect(board.text).toContain('局ごとの状況');
    expect(board.text).toContain('いまは待つとき');
    const owed = await page(roundUrl, world.welfare);
    expect(owed.text).toContain('2件のうち、あと2件の提出が残っています');
    expect(owed.text).toContain('夜の相談');
    expect(owed.text).not.toContain('健康の相談');
    const english = await page(`${roundUrl}?lang=en`, world.health);
    expect(english.text).toContain('1 of 1 still have to be handed in');
    await page(`${roundUrl}?lang=ja`, world.health);
  });

  test('shows which bureaus are late, to the secretariat and to themselves', async () => {
    const deadline = (day: string) =>
      inTransaction(app.db, system('test'), (tx) => tx.execute(`update rounds set deadline_on = '${day}'`));
    await deadline('2024-05-31');
    const board = await page(roundUrl, world.secretariat);
    expect(board.text.match(/締切超過/g)).toHaveLength(2);
    expect(board.text).toContain('次にすること：締切を過ぎた局に催促する');
    expect((await page(roundUrl, world.health)).text).toMatch(/締切を\d+日過ぎています/);
    await deadline('2099-03-31');
    expect((await page(roundUrl, world.secretariat)).text).not.toContain('締切超過');
  });

  test('of another bureau is not found', async () => {
    const url = collectionPaths.round.to({ roundId }, { bureau: world.welfare.organisationId });
    expect((await page(url, world.health)).status).toBe(404);
  });

  test('can be read by the approver, who decides nothing', async () => {
    const reader = await app.signIn(approver);
    const { status, text } = await page(roundUrl, reader);
    expect(status).toBe(200);
    expect(text).not.toContain('照会を締め切る</button>');
  });
});

describe('a return', () => {
  test('can be neither seen nor posted by the reporter of another bureau', async () => {
    expect((await page(entryUrl, world.health)).status).toBe(404);
    const form = { stamp: await stampOf(), do: 'save', summary: 'よその局から' };
    expect((await post(entryUrl, form, world.health)).status).toBe(404);
    expect(
      (await post(collectionPaths.remarkOnEntry.to({ entryId }), { remark: 'x' }, world.health)).status,
    ).toBe(404);
    expect((await readEntry(app.db, world.welfare.who, entryId)).summary).toBe('');
  });

  test('is saved half filled, and says at each field what is missing when it is to be submitted', async () => {
    const content = await readEntry(app.db, world.welfare.who, entryId);
    const calls = content.measures[0]?.id ?? '';
    const months = content.measures[1]?.id ?? '';
    const form = {
      stamp: content.stamp,
      do: 'submit',
      [`value:${calls}:2024`]: '１，２３４',
      [`value:${months}:2024-04`]: '10',
      summary: '夜も開いた',
      rating: 'good',
    };
    const { status, text } = await post(entryUrl, form, world.welfare);
    expect(status).toBe(422);
    expect(text).toContain('下書きとして保存しました。提出するには、あと12か所の記入が必要です');
    const saved = await readEntry(app.db, world.welfare.who, entryId);
    expect(saved).toMatchObject({ status: 'draft', summary: '夜も開いた', rating: 'good' });
    expect(saved.measures[0]?.values).toEqual({ '2024': 1234 });
  });

  test('names a number that is none at its field, and keeps what was typed', async () => {
    const content = await readEntry(app.db, world.welfare.who, entryId);
    const name = `value:${content.measures[0]?.id}:2024`;
    const form = { stamp: content.stamp, do: 'save', [name]: '千二百', evaluation: '途中まで' };
    const { status, text } = await post(entryUrl, form, world.welfare);
    expect(status).toBe(422);
    expect(text).toContain('数字で入力してください');
    expect(text).toContain('value="千二百"');
    expect(text).toContain('途中まで');
  });

  test('keeps what was typed beside what somebody else saved first', async () => {
    const before = await stampOf();
    const first = { stamp: before, do: 'save', summary: '先に保存した文', rating: 'good' };
    expect((await post(entryUrl, first, world.welfare)).status).toBe(303);
    const second = { stamp: before, do: 'save', summary: '後から書いた文', rating: 'late' };
    const { status, text } = await post(entryUrl, second, world.secretariat);
    expect(status).toBe(409);
    expect(text).toContain('ほかの人が先に保存しました');
    expect(text).toContain('先に保存した文');
    expect(text).toContain('後から書いた文');
    expect((await readEntry(app.db, world.welfare.who, entryId)).summary).toBe('先に保存した文');
  });

  test('goes from the bureau to the secretariat and back, until it is accepted', async () => {
    await fillEntry(app.db, world.welfare.who, { entryId, value: 1200 });
    expect((await page(roundUrl, world.welfare)).text).toContain('記入がそろった1件をまとめて提出する');
    const all = { bureau: world.welfare.organisationId };
    expect((await post(collectionPaths.submitComplete.to({ roundId }), all, world.welfare)).status).toBe(303);
    const board = await page(roundUrl, world.secretariat);
    expect(board.text).toContain('次にすること：提出された回答を確認する');
    const check = await page(entryUrl, world.secretariat);
    expect(check.text).toContain('要確認');
    const accept = collectionPaths.acceptEntry.to({ entryId });
    expect((await post(accept, { stamp: await stampOf() }, world.welfare)).status).toBe(403);
    const sendBack = collectionPaths.returnEntry.to({ entryId });
    const silent = await post(sendBack, { stamp: await stampOf(), words: '' }, world.secretariat);
    expect(silent.status).toBe(422);
    const back = { stamp: await stampOf(), words: '12月の数を確かめてください' };
    expect((await post(sendBack, back, world.secretariat)).status).toBe(303);
    expect((await page(entryUrl, world.welfare)).text).toContain('12月の数を確かめてください');
    expect((await page(roundUrl, world.welfare)).text).not.toContain('まとめて提出する');
    await post(collectionPaths.submitComplete.to({ roundId }), all, world.welfare);
    expect((await readEntry(app.db, world.welfare.who, entryId)).status).toBe('returned');
    must(await submitEntry(app.db, world.welfare.who, { entryId, stamp: await stampOf() }));
    expect((await post(accept, { stamp: await stampOf() }, world.secretariat)).status).toBe(303);
    const done = await page(entryUrl, world.welfare);
    expect(done.text).toContain('受理しました');
    expect(done.text).toContain('変更の記録');
    const changes = await inTransaction(app.db, world.welfare.who, (tx) => listChanges(tx, entryId));
    expect(new Set(changes.map(({ personName }) => personName))).toEqual(new Set(['福祉 担当']));
  });

  test('that is accepted can be opened again with a reason', async () => {
    const reopen = collectionPaths.reopenEntry.to({ entryId });
    expect(
      (await post(reopen, { stamp: await stampOf(), words: '数の訂正' }, world.secretariat)).status,
    ).toBe(303);
    expect((await readEntry(app.db, world.welfare.who, entryId)).status).toBe('returned');
  });
});

describe('reminders', () => {
  const [mailJob, remind] = roundJobs({ publicUrl: 'https://example.jp' });
  const run = (now: string) =>
    remind.run({ db: app.db, who: system('round.remind'), now: new Date(now), log: makeLog('silent') }, {});
  const mails = () => inTransaction(app.db, system('test'), (tx) => tx.select().from(outbox));

  test('go once to the reporters of a bureau that owes, with the link, a week before the deadline', async () => {
    const second = await app.signIn(reporter, { organisationId: world.health.organisationId });
    expect(second.organisationId).toBe(world.health.organisationId);
    await run('2099-03-20T23:00:00Z');
    expect(await mails()).toHaveLength(0);
    await run('2099-03-23T23:00:00Z');
    await run('2099-03-23T23:05:00Z');
    const sent = await mails();
    expect(sent).toHaveLength(3);
    expect(sent.every(({ body }) => body.includes(`https://example.jp${roundUrl}`))).toBe(true);
    const recipients = await inTransaction(app.db, system('test'), (tx) =>
      listMailRecipients(tx, { organisationId: world.health.organisationId, role: reporter.name }),
    );
    expect(sent.map(({ recipient }) => recipient)).toEqual(
      expect.arrayContaining(recipients.map(({ email }) => email)),
    );
    expect(sent[0]?.subject).toContain('締切まで7日');
  });

  test('of the secretariat are written down at once and mailed by the system', async () => {
    const before = (await mails()).length;
    const form = { bureau: world.health.organisationId };
    expect((await post(collectionPaths.remind.to({ roundId }), form, world.secretariat)).status).toBe(303);
    const kinds = await inTransaction(app.db, system('test'), async (tx) =>
      (await listReminders(tx, roundId)).map(({ kind }) => kind),
    );
    expect(kinds.toSorted()).toEqual(['before-7', 'before-7', 'manual']);
    const payload = { roundId, organisationId: world.health.organisationId, kind: 'manual' } as const;
    await mailJob.run(
      { db: app.db, who: system('round.mail'), now: new Date(), log: makeLog('silent') },
      payload,
    );
    expect((await mails()).length).toBe(before + 2);
  });
});

test('a closed round takes nothing more until it is opened again', async () => {
  expect((await post(collectionPaths.close.to({ roundId }), {}, world.secretariat)).status).toBe(303);
  const form = { stamp: await stampOf(), do: 'save', summary: '締切のあと' };
  const { status, text } = await post(entryUrl, form, world.welfare);
  expect(status).toBe(422);
  expect(text).toContain('この照会は締め切られています');
  expect((await post(collectionPaths.reopen.to({ roundId }), {}, world.secretariat)).status).toBe(303);
  const extend = collectionPaths.extend.to({ roundId });
  expect((await post(extend, { deadlineOn: '2099-03-01' }, world.secretariat)).status).toBe(422);
  expect((await post(extend, { deadlineOn: '2099-04-30' }, world.secretariat)).status).toBe(303);
});
