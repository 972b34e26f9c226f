import { describe, expect, test } from 'vitest';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { makeMunicipalities } from '#areas/directory/services/fixtures.ts';
import { testApp } from '#src/app.testing.ts';
import { makeOneShotCall, makeSubsidyCall } from '../calls/fixtures.ts';
import { applicationPaths } from '../paths.ts';
import { makeApplication, makeDraftApplication, makeFilledApplication, pixel } from './fixtures.ts';
import { asLink, readApplication } from './open.ts';

const app = await testApp();
const place = { db: app.db, vault: app.tools.vault, files: app.tools.files };
await makeMunicipalities(app.db);
const { callId, slug } = await makeSubsidyCall(app.db, { slug: 'cafeterias' });
const read = (id: string) => inTransaction(app.db, asLink, (tx) => readApplication(tx, app.tools.vault, id));
const rows = async <Row extends object>(text: string, ...values: unknown[]): Promise<Row[]> =>
  inTransaction(app.db, asLink, async (tx) => (await tx.$client.query<Row>(text, values)).rows);
const tokenIn = (url: string) => /\/apply\/([\w-]{43})/.exec(url)?.[1] ?? '';
const page = async (url: string) => textOf(await app.get(url));

describe('beginning', () => {
  test('with a name and a mail address, and the link goes to the mail as well', async () => {
    const begun = await app.post(applicationPaths.start.to({ slug }), {
      name: '見本 花子',
      mail: 'H@example.jp',
    });
    expect(begun.status).toBe(303);
    const token = tokenIn(begun.headers.get('location') ?? '');
    expect(await page(applicationPaths.overview.to({ token }))).toContain('書けるところから');
    const [mail] = await rows<{ body: string }>(
      `select body from mail_outbox where recipient = 'h@example.jp'`,
    );
    expect(mail?.body).toContain(`http://localhost/apply/${token}`);
    const kept = JSON.stringify(await rows('select * from grant_editors'));
    for (const secret of [token, '花子', 'h@example.jp']) expect(kept).not.toContain(secret);
  });

  test('not without a mail address, and not outside the window', async () => {
    const wrong = await app.post(applicationPaths.start.to({ slug }), { name: '見本', mail: 'nobody' });
    expect(wrong.status).toBe(422);
    const closed = await makeSubsidyCall(app.db, {
      terms: { windows: [{ opensOn: '2020-04-01', closesOn: '2020-04-30' }] },
    });
    const late = await app.post(applicationPaths.start.to(closed), { name: '見本', mail: 'a@example.jp' });
    expect([late.status, await textOf(late)]).toEqual([422, expect.stringContaining('受け付けていません')]);
  });

  test('a page behind a link leaves no trace, and a link that is cut off says so', async () => {
    const { token } = await makeDraftApplication(place, { callId });
    const seen = await app.get(applicationPaths.overview.to({ token }));
    expect(seen.headers.get('referrer-policy')).toBe('no-referrer');
    expect(seen.headers.get('cache-control')).toBe('no-store');
    const dead = await app.get(applicationPaths.overview.to({ token: 'A'.repeat(43) }));
    expect([dead.status, await textOf(dead)]).toEqual([404, expect.stringContaining('途中で切れているか')]);
  });
});

describe('writing', () => {
  const question = (token: string, code: string) => applicationPaths.question.to({ token, code });

  test('is saved as it was typed, even when it cannot be sent so, and says what to mend', async () => {
    const { token, applicationId } = await makeDraftApplication(place, { callId });
    const fields = {
      'base.costs': '0',
      'q.costs.rows': '2',
      'q.costs.0.what': '食材',
      'q.costs.0.yen': '三百円',
    };
    const answer = await app.post(question(token, 'costs'), fields);
    expect([answer.status, await textOf(answer)]).toEqual([422, expect.stringContaining('1円以上の数字')]);
    expect((await read(applicationId)).answers.get('costs')).toEqual([
      { what: '食材', yen: '三百円', eligible: false },
    ]);
    const kept = JSON.stringify(await rows('select * from grant_answers'));
    expect(kept).not.toContain('食材');
  });

  test('goes page by page, and back later', async () => {
    const { token } = await makeDraftApplication(place, { callId });
    const first = await app.post(question(token, 'purpose'), {
      'base.purpose': '0',
      'q.purpose': '温かい食事',
    });
    expect(first.headers.get('location')).toBe(question(token, 'municipality'));
    const later = { 'base.purpose': '1', 'q.purpose': '温かい食事と居場所', do: 'later' };
    expect((await app.post(question(token, 'purpose'), later)).headers.get('location')).toBe(
      applicationPaths.overview.to({ token }),
    );
    expect(await page(question(token, 'purpose'))).toContain('温かい食事と居場所');
    const more = await app.post(question(token, 'costs'), {
      'base.costs': '0',
      'q.costs.rows': '1',
      'q.costs.0.what': '会場',
      'q.costs.0.yen': '１２，０００円',
      'q.costs.0.eligible': 'on',
      do: 'add:q.costs',
    });
    const html = await more.text();
    expect(html).toContain('name="q.costs.1.what"');
    // What is added counts like the first row did, or the group would ask for less than it may.
    expect(html).toMatch(/name="q\.costs\.1\.eligible"[^>]* checked/);
    expect(html).toContain('会場');
  });

  test('while somebody types it is kept quietly, and the form learns the version that it made', async () => {
    const { token, applicationId } = await makeDraftApplication(place, { callId });
    const keep = (fields: Record<string, string>) => app.post(applicationPaths.keep.to({ token }), fields);
    const kept = await keep({ 'base.purpose': '0', 'q.purpose': 'あ' });
    expect(await kept.json()).toEqual({ kept: true, bases: { 'base.purpose': 1 } });
    await keep({ 'base.purpose': '1', 'q.purpose': 'あたたかい' });
    expect((await read(applicationId)).answers.get('purpose')).toBe('あたたかい');
    const events = await rows<{ n: string }>(
      `select count(*) as n from audit_events where subject_id = $1 and event = 'grant-application.write'`,
      applicationId,
    );
    expect(events).toEqual([{ n: '1' }]);
  });

  test('two at once: nobody is overwritten, both stand side by side, and one chooses', async () => {
    const { token, applicationId } = await makeDraftApplication(place, { callId, mail: 'one@example.jp' });
    const invite = { name: '港 太郎', mail: 'two@example.jp' };
    expect((await app.post(applicationPaths.people.to({ token }), invite)).status).toBe(303);
    const [mail] = await rows<{ body: string }>(
      `select body from mail_outbox where recipient = 'two@example.jp'`,
    );
    const other = tokenIn(mail?.body ?? '');
    const say = (as: string, base: string, text: string, more: Record<string, string> = {}) =>
      app.post(question(as, 'purpose'), { 'base.purpose': base, 'q.purpose': text, ...more });
    await say(other, '0', '太郎の文');
    const clash = await say(token, '0', '花子の文');
    expect(clash.status).toBe(422);
    const text = await textOf(clash);
    for (const said of ['港 太郎さんが同じところを', '太郎の文', 'どちらを残すか選んでください'])
      expect(text).toContain(said);
    expect((await read(applicationId)).answers.get('purpose')).toBe('太郎の文');
    const asked = { ask: 'purpose' };
    expect((await say(token, '1', '花子の文', asked)).status).toBe(422);
    expect((await read(applicationId)).answers.get('purpose')).toBe('太郎の文');
    await say(token, '1', '花子の文', { ...asked, 'keep.purpose': 'mine' });
    expect((await read(applicationId)).answers.get('purpose')).toBe('花子の文');
    const people = await page(applicationPaths.people.to({ token }));
    expect(people).toMatch(/港 太郎.*何のために使いますか/s);
  });

  test('the name of a corporation that is known comes with its number, and nothing else of it', async () => {
    const applicant = {
      kind: 'corporation',
      name: '例示法人みなと',
      corporateNumber: '8700110005901',
    } as const;
    await makeApplication(place, { callId, applicant });
    const { token } = await makeDraftApplication(place, { callId });
    const url = applicationPaths.applicant.to({ token });
    const bad = await app.post(url, {
      'base.@applicant': '0',
      kind: 'corporation',
      corporateNumber: '8700110005902',
    });
    expect(await textOf(bad)).toContain('法人番号のどこかが違っています');
    const found = await app.post(url, {
      'base.@applicant': '1',
      kind: 'corporation',
      corporateNumber: '8700110005901',
    });
    const html = await found.text();
    expect(html).toContain('value="例示法人みなと"');
    expect(html).not.toContain('見本町');
  });
});

describe('sending', () => {
  const check = (token: string) => applicationPaths.check.to({ token });

  test('what is missing is listed, and nothing is sent', async () => {
    const { token, applicationId } = await makeDraftApplication(place, { callId });
    const text = await page(check(token));
    for (const missing of ['申請する人・団体', 'かかる費用', '振込先の口座', '添える書類'])
      expect(text).toContain(missing);
    expect((await app.post(check(token), { declared: 'on' })).status).toBe(422);
    expect((await read(applicationId)).application.state).toBe('draft');
  });

  test('gives a receipt with a number and the hash of every paper; sent twice it is one', async () => {
    const { token, applicationId } = await makeFilledApplication(place, { callId });
    expect((await app.post(check(token), {})).status).toBe(422);
    const [one, two] = await Promise.all([
      app.post(check(token), { declared: 'on' }),
      app.post(check(token), { declared: 'on' }),
    ]);
    expect([one.status, two.status]).toEqual([303, 303]);
    const receipt = await page(one.headers.get('location') ?? '');
    const { application } = await read(applicationId);
    expect(application).toMatchObject({ state: 'submitted', askedYen: 175_000 });
    const papers = await rows<{ sha256: string }>(
      'select sha256 from grant_papers where application_id = $1',
      applicationId,
    );
    for (const shown of [
      application.number,
      application.receiptHash,
      papers[0]?.sha256,
      '検査していません',
      '175,000円',
    ])
      expect(receipt).toContain(shown);
    const steps = await rows(`select move from grant_steps where application_id = $1`, applicationId);
    expect(steps).toEqual([{ move: 'submit' }]);
    const change = { 'base.purpose': '1', 'q.purpose': '別の文' };
    await app.post(applicationPaths.question.to({ token, code: 'purpose' }), change);
    expect((await read(applicationId)).answers.get('purpose')).toBe('例示の答えです');
  });

  test('the same group is one application of a call; another municipality is another where the call says so', async () => {
    const applicant = { name: '例示ひとつの会', contact: { address: '例示市1-1' } as never };
    await makeApplication(place, { callId, applicant });
    const twin = await makeFilledApplication(place, { callId, applicant });
    const refused = await app.post(check(twin.token), { declared: 'on' });
    expect([refused.status, await textOf(refused)]).toEqual([
      422,
      expect.stringContaining('同じ申請が、もう出ています'),
    ]);
    const oneShot = await makeOneShotCall(app.db);
    const first = await makeApplication(place, { callId: oneShot.callId, applicant });
    expect(await page(applicationPaths.overview.to(first))).toContain('ほかの拠点について');
    const again = await app.post(applicationPaths.again.to(first), { callId: oneShot.callId });
    const token = tokenIn(again.headers.get('location') ?? '');
    const filled = await app.get(applicationPaths.applicant.to({ token }));
    expect(await filled.text()).toContain('value="例示ひとつの会"');
  });

  test('is taken back until it is decided; a draft is thrown away with everything in it', async () => {
    const sent = await makeApplication(place, { callId });
    await app.post(applicationPaths.withdraw.to(sent), { reason: '都合により' });
    expect((await read(sent.applicationId)).application.state).toBe('withdrawn');
    expect(await page(applicationPaths.overview.to(sent))).toContain('取り下げました');
    const draft = await makeFilledApplication(place, { callId });
    expect(await textOf(await app.post(applicationPaths.withdraw.to(draft), {}))).toContain(
      '申請を消しました',
    );
    for (const table of [
      'grant_applications where id',
      'grant_answers where application_id',
      'grant_papers where application_id',
    ])
      expect(await rows(`select * from ${table} = $1`, draft.applicationId)).toEqual([]);
  });
});

test('lost links go to the mailbox that writes, and the page says the same for any address', async () => {
  await makeDraftApplication(place, { callId, mail: 'lost@example.jp' });
  const ask = async (mail: string) => textOf(await app.post(applicationPaths.lost.to({}), { mail }));
  expect(await ask('lost@example.jp')).toBe(await ask('nobody@example.jp'));
  const mails = await rows<{ body: string }>(
    `select body from mail_outbox where recipient = 'lost@example.jp' order by created_at desc`,
  );
  expect(mails).toHaveLength(2);
  expect(await page(applicationPaths.overview.to({ token: tokenIn(mails[0]?.body ?? '') }))).toContain(
    '申請を書く',
  );
  expect(await rows(`select 1 from mail_outbox where recipient = 'nobody@example.jp'`)).toEqual([]);
});

test('a paper is seen behind its own link only', async () => {
  const mine = await makeApplication(place, { callId });
  const other = await makeApplication(place, { callId });
  const [paper] = await rows<{ id: string }>(
    'select id from grant_papers where application_id = $1',
    mine.applicationId,
  );
  const paperId = paper?.id ?? '';
  const seen = await app.get(applicationPaths.paper.to({ token: mine.token, paperId }));
  expect(
    Buffer.from(await seen.arrayBuffer())
      .subarray(0, pixel.length - 12)
      .equals(pixel.subarray(0, -12)),
  ).toBe(true);
  expect((await app.get(applicationPaths.paper.to({ token: other.token, paperId }))).status).toBe(404);
});

test('a link is stopped by those who write along, says so, and the last one stays', async () => {
  const { token } = await makeDraftApplication(place, { callId, mail: 'first@example.jp' });
  await app.post(applicationPaths.people.to({ token }), { name: '沖 次郎', mail: 'second@example.jp' });
  const [mail] = await rows<{ body: string }>(
    `select body from mail_outbox where recipient = 'second@example.jp'`,
  );
  const other = tokenIn(mail?.body ?? '');
  const people = await (await app.get(applicationPaths.people.to({ token }))).text();
  const ends = [...people.matchAll(/\/people\/([0-9a-f-]{36})\/end/g)].map(([, id]) => id ?? '');
  expect(ends).toHaveLength(2);
  const end = (editorId = '') => app.post(applicationPaths.endLink.to({ token, editorId }), {});
  expect((await end(ends[1])).status).toBe(303);
  const dead = await app.get(applicationPaths.overview.to({ token: other }));
  expect([dead.status, await textOf(dead)]).toEqual([410, expect.stringContaining('止めました')]);
  const write = { 'base.purpose': '0', 'q.purpose': '止められた人の文' };
  const late = await app.post(applicationPaths.question.to({ token: other, code: 'purpose' }), write);
  expect(late.status).toBe(410);
  const last = await end(ends[0]);
  expect([last.status, await textOf(last)]).toEqual([422, expect.stringContaining('最後の一人')]);
});

test('of one group that sends twice at the same moment one application is received', async () => {
  const applicant = { name: '例示同時の会', contact: { address: '例示市9-9' } as never };
  const drafts = await Promise.all([1, 2].map(() => makeFilledApplication(place, { callId, applicant })));
  const sent = await Promise.all(
    drafts.map(({ token }) => app.post(applicationPaths.check.to({ token }), { declared: 'on' })),
  );
  expect(sent.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([303, 422]);
});

test('next year begins with who asked, the account and the answers that the call takes over', async () => {
  const { terms } = await makeSubsidyCall(app.db);
  const old = await makeApplication(place, { callId, answers: { purpose: '去年の文' } });
  const questions = terms.questions.map((each) =>
    each.code === 'purpose' ? { ...each, fillFrom: 'last-year' as const } : each,
  );
  const next = await makeSubsidyCall(app.db, { previousId: callId, terms: { questions } });
  const begun = await app.post(applicationPaths.again.to(old), { callId: next.callId });
  const token = tokenIn(begun.headers.get('location') ?? '');
  const shown = async (url: string) => (await app.get(url)).text();
  expect(await shown(applicationPaths.question.to({ token, code: 'purpose' }))).toContain('去年の文');
  expect(await shown(applicationPaths.account.to({ token }))).toContain('value="0012345"');
  expect(await shown(applicationPaths.question.to({ token, code: 'costs' }))).not.toContain('食材');
  const strange = await app.post(applicationPaths.again.to(old), { callId: crypto.randomUUID() });
  expect(strange.status).toBe(200);
});
