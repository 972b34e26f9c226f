import { describe, expect, test } from 'vitest';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { counsellor, deskSupervisor } from '../access.ts';
import { makeTalk } from '../contacts/fixtures.ts';
import { makeDesk } from '../desks/fixtures.ts';
import { contactPaths, deskPaths } from '../paths.ts';
import { listPhrases } from './store.ts';

const app = await testApp();
const { deskId } = await makeDesk(app.db);
const other = await makeDesk(app.db);
const to = { deskId };
const aoki = await app.signIn(counsellor, { organisationId: deskId });
const chief = await app.signIn(deskSupervisor, { organisationId: deskId });
const stranger = await app.signIn(deskSupervisor, { organisationId: other.deskId });

const phrase = (fields: Record<string, string> = {}) => ({
  code: 'hello',
  title: 'はじめに',
  text: '{窓口}です。番号は{番号}です。',
  position: '10',
  ...fields,
});
const stored = () => inTransaction(app.db, aoki.who, (tx) => listPhrases(tx, deskId));
const keep = (fields: Record<string, string> = {}, as = chief) =>
  app.post(deskPaths.phrases.to(to), phrase(fields), as);

describe('phrases', () => {
  test('are kept by the supervisor, read by the desk, and neither seen nor written by others', async () => {
    expect((await keep({}, aoki)).status).toBe(403);
    expect((await keep({}, stranger)).status).toBe(403);
    expect((await keep()).status).toBe(303);
    expect(await textOf(await app.get(deskPaths.phrases.to(to), aoki))).toContain('/hello はじめに');
    expect((await app.get(deskPaths.phrases.to(to), stranger)).status).toBe(404);
    expect(await inTransaction(app.db, stranger.who, (tx) => listPhrases(tx, deskId))).toEqual([]);
  });

  test.each([
    [{ code: 'Hello World' }, '英小文字・数字'],
    [{ code: 'hello' }, 'ほかの言い回しが使っています'],
    [{ code: 'name', text: '{名前}さん' }, '{名前} は使えません'],
    [{ code: 'empty', text: '' }, '入力してください'],
  ])('%j is refused beside what was typed', async (fields, said) => {
    const answer = await keep(fields);
    expect(answer.status).toBe(422);
    expect(await textOf(answer)).toContain(said);
    expect(await stored()).toHaveLength(1);
  });

  test('the form of one among several changes that one, and takes it away', async () => {
    await keep({ code: 'wait', title: '待つ', text: '少しお待ちください', position: '20' });
    const [first] = await stored();
    const at = deskPaths.phrase.to({ deskId, phraseId: String(first?.id) });
    const fields = {
      prefix: 'hello-',
      'hello-code': 'hello',
      'hello-title': 'あいさつ',
      'hello-text': '{窓口}です',
      'hello-position': '30',
    };
    expect((await app.post(at, fields, chief)).status).toBe(303);
    expect((await stored()).map(({ code, title }) => [code, title])).toEqual([
      ['wait', '待つ'],
      ['hello', 'あいさつ'],
    ]);
    const theirs = deskPaths.phrase.to({ deskId: other.deskId, phraseId: String(first?.id) });
    expect((await app.post(theirs, phrase(), stranger)).status).toBe(404);
    await app.post(at, { prefix: 'hello-', do: 'remove' }, chief);
    expect((await stored()).map(({ code }) => code)).toEqual(['wait']);
  });
});

test('without scripts the chosen phrase stands in the reply, filled in, behind what was typed', async () => {
  await keep({ code: 'number', title: '番号', text: '番号は{番号}、いま{窓口}です。' });
  const { contactId, number } = await makeTalk(app, { deskId });
  await app.post(contactPaths.take.to({ contactId }), {}, aoki);
  await app.post(contactPaths.draft.to({ contactId }), { text: '書きかけ' }, aoki);
  const board = async (query: Record<string, string>) =>
    (await app.get(deskPaths.desk.to(to, { contact: contactId, ...query }), aoki)).text();
  expect(await board({ phrase: 'number' })).toContain(
    `書きかけ\n番号は${number}、いま試験の相談窓口です。</textarea>`,
  );
  expect(await board({ phrase: 'nothing' })).toContain('書きかけ</textarea>');
});
