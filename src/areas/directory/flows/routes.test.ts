import { describe, expect, test } from 'vitest';
import { anonymous } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { directoryEditor, directoryKeeper } from '../access.ts';
import { inventedFlow, makeNavigator } from '../navigator/fixtures.ts';
import { findDraft, findPublishedFlow } from '../navigator/store.ts';
import { navigatorPaths, staffDirectoryPaths as paths } from '../paths.ts';

const app = await testApp();
await makeNavigator(app.db);
const keeper = await app.signIn(directoryKeeper);
const editor = await app.signIn(directoryEditor);

const draft = () => inTransaction(app.db, keeper.who, findDraft);
const published = () => inTransaction(app.db, anonymous, findPublishedFlow);
const revision = async () => String((await draft())?.revision ?? 0);
const item = (part: string, at: number | 'new') => paths.navigatorItem.to({ part, at: String(at) });
const discard = () => app.post(paths.navigatorDiscard.to({}), {}, keeper);
const asked = async (ask: string) => ({ 'ask.ja': ask, 'ask.en': 'What?', revision: await revision() });

/** Options of the question `urgency` as its form sends them. */
const urgencyOptions = {
  'options.rows': '3',
  'options.0.value': 'now',
  'options.0.label.ja': '今日',
  'options.1.value': 'talk',
  'options.1.label.ja': '急がない',
};

describe('the guide as its keepers see it', () => {
  test('says which version is public, that every situation reaches its desk, and has each part', async () => {
    const text = await textOf(await app.get(paths.navigator.to({}), keeper));
    expect(text).toContain('公開中 第1版（');
    expect(text).toContain('3の場面が、すべて決めた窓口に着きます');
    for (const part of ['questions', 'topics', 'desks', 'beside', 'situations'])
      expect((await app.get(paths.navigatorPart.to({ part }), keeper)).status).toBe(200);
    const situations = await textOf(await app.get(paths.navigatorPart.to({ part: 'situations' }), keeper));
    expect(situations).toContain('小みほん町で家賃');
    expect(situations).toContain('みほん県の窓口');
    for (const [part, at] of [
      ['questions', 3],
      ['topics', 1],
      ['desks', 0],
      ['situations', 2],
    ] as const)
      expect((await app.get(item(part, at), keeper)).status).toBe(200);
  });

  test('is nobody else’s', async () => {
    for (const url of [paths.navigator.to({}), paths.navigatorPreview.to({}), item('questions', 0)]) {
      expect((await app.get(url, editor)).status).toBe(403);
      expect((await app.get(url)).status).toBe(303);
    }
    expect((await app.post(item('questions', 0), await asked('だれ'), editor)).status).toBe(403);
    expect((await app.post(paths.navigatorPublish.to({}), { revision: '0' }, editor)).status).toBe(403);
  });

  test('what is not there is not found', async () => {
    for (const url of [item('questions', 99), paths.navigatorTable.to({ name: 'constructor' })])
      expect((await app.get(url, keeper)).status).toBe(404);
    expect((await app.get(paths.navigatorVersion.to({ version: '77' }), keeper)).status).toBe(404);
  });
});

describe('a change of the guide', () => {
  test('of a question makes a draft that is tried, compared, published, and then what everybody reads', async () => {
    const saved = await app.post(item('questions', 0), await asked('今日はどうされましたか'), keeper);
    expect(saved.status).toBe(303);
    expect((await published())?.content.questions[0]?.ask.ja).toBe('何に困っていますか');
    expect(await textOf(await app.get(navigatorPaths.start.to({})))).not.toContain('今日はどうされましたか');

    const tried = await textOf(await app.get(paths.navigatorPreview.to({}), keeper));
    expect(tried).toContain('下書きの試し歩き');
    expect(tried).toContain('今日はどうされましたか');
    const form = await (await app.get(paths.navigatorPreview.to({}), keeper)).text();
    expect(form).toContain(`action="${paths.navigatorPreview.to({})}"`);
    expect(form).not.toContain(`action="${navigatorPaths.start.to({})}"`);
    const result = await app.post(
      paths.navigatorPreview.to({}),
      { 'worry[]': 'rent_loan', municipality: '99201', go: 'result', on: 'place' },
      keeper,
    );
    const shown = await textOf(result);
    expect(shown).toContain('みほん市の窓口');
    expect(shown).not.toContain('話したいことをメモにする');

    const overview = await textOf(await app.get(paths.navigator.to({}), keeper));
    expect(overview).toMatch(/下書きで変わること.*worry 質問 変更/);
    const published303 = await app.post(
      paths.navigatorPublish.to({}),
      { revision: await revision() },
      keeper,
    );
    expect(published303.status).toBe(303);
    expect(await textOf(await app.get(navigatorPaths.start.to({})))).toContain('今日はどうされましたか');
    const version = await textOf(await app.get(paths.navigatorVersion.to({ version: '2' }), keeper));
    expect(version).toMatch(/前の版から変わったこと.*worry 質問 変更/);
  });

  test('that leaves a situation without its desk is refused with its name, and nothing typed is lost', async () => {
    const table = { 'place.other': '', 'place.99000': '', 'place.99201': 'mihon-support' };
    const refused = await app.post(
      paths.navigatorTable.to({ name: 'support' }),
      { ...table, revision: await revision() },
      keeper,
    );
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain('場面「小みほん町で家賃」の窓口がなくなります');
    expect(html).toContain('窓口がありません');
    expect(await draft()).toBeUndefined();

    const typed = { desk: '@support', 'why.ja': 'まとめて', 'when.worry[]': 'violence' };
    const elsewhere = await app.post(item('desks', 0), { ...typed, revision: await revision() }, keeper);
    expect(elsewhere.status).toBe(422);
    const text = await elsewhere.text();
    expect(text).toContain('場面「こわい」が「safe-line」ではなく「prefecture-support」に着きます');
    expect(text).toContain('value="まとめて"');
    expect(await draft()).toBeUndefined();
    const meant = { ...typed, revision: await revision(), accept: 'on' };
    expect((await app.post(item('desks', 0), meant, keeper)).status).toBe(303);
    expect((await draft())?.content.situations[2]?.desk).toBe('prefecture-support');
    await discard();
  });

  test('keeps the languages, options, words and conditions that its form shows', async () => {
    const question = {
      ...(await asked('いつまで')),
      ...urgencyOptions,
      'options.2.value': 'month',
      'options.2.label.ja': '今月',
      'options.2.label.ne': 'यो महिना',
      'when.worry[]': 'rent_loan',
    };
    expect((await app.post(item('questions', 3), question, keeper)).status).toBe(303);
    expect((await draft())?.content.questions[3]).toEqual({
      id: 'urgency',
      kind: 'choice',
      ask: { ja: 'いつまで', en: 'What?' },
      options: [
        { value: 'now', label: { ja: '今日' } },
        { value: 'talk', label: { ja: '急がない' } },
        { value: 'month', label: { ja: '今月', ne: 'यो महिना' } },
      ],
      when: { worry: ['rent_loan'] },
    });
    const topic = {
      'label.ja': '泊まるところがない',
      words: '住むところ\n泊まる\n',
      now: '@support\nnight-line',
      crisis: 'shelter',
      'crisis.when.urgency[]': 'now',
      revision: await revision(),
    };
    expect((await app.post(item('topics', 1), topic, keeper)).status).toBe(303);
    expect((await draft())?.content.topics[1]).toEqual({
      value: 'housing',
      label: { ja: '泊まるところがない' },
      words: ['住むところ', '泊まる'],
      crisis: { kind: 'shelter', when: { urgency: ['now'] } },
      now: ['@support', 'night-line'],
    });
    await discard();
  });

  test('can be one more situation, another order, or one item less; the last desk stays everybody’s', async () => {
    const situation = {
      name: '大みほん市東区で家賃',
      'answers.municipality': '99101',
      'answers.worry[]': 'rent_loan',
      'answers.words': '',
      desk: 'east-support',
      revision: '0',
    };
    expect((await app.post(item('situations', 'new'), situation, keeper)).status).toBe(303);
    expect((await draft())?.content.situations.at(-1)).toEqual({
      name: '大みほん市東区で家賃',
      answers: { municipality: ['99101'], worry: ['rent_loan'] },
      desk: 'east-support',
    });
    const rule = { desk: 'night-line', 'why.ja': '夜', 'when.urgency[]': 'now', revision: await revision() };
    expect((await app.post(item('desks', 'new'), rule, keeper)).status).toBe(303);
    expect((await draft())?.content.desks.map(({ desk }) => desk)).toEqual([
      'safe-line',
      'night-line',
      '@support',
    ]);
    const up = paths.navigatorItemUp.to({ part: 'topics', at: '1' });
    expect((await app.post(up, { revision: await revision() }, keeper)).status).toBe(303);
    expect((await draft())?.content.topics[0]?.value).toBe('housing');
    const remove = (part: string, at: string) => paths.navigatorItemRemove.to({ part, at });
    const used = await app.post(remove('topics', '2'), { revision: await revision() }, keeper);
    expect(used.status).toBe(422);
    expect(await used.text()).toContain('場面「こわい」の答え「violence」は、もう選べません');
    expect((await app.post(remove('desks', '1'), { revision: await revision() }, keeper)).status).toBe(303);
    const last = await app.post(remove('desks', '1'), { revision: await revision() }, keeper);
    expect(await last.text()).toContain('最後は、条件のない決まり');
    await discard();
  });

  test('made from an older draft is told of the newer one', async () => {
    expect((await app.post(item('questions', 0), await asked('一人目'), keeper)).status).toBe(303);
    const late = await app.post(item('questions', 0), { ...(await asked('二人目')), revision: '0' }, keeper);
    expect(late.status).toBe(422);
    expect(await late.text()).toContain('ほかの人が下書きを変えました');
    expect((await draft())?.content.questions[0]?.ask.ja).toBe('一人目');
    await discard();
  });

  test('that is shaped wrongly says so at its field', async () => {
    const wrong = { ...(await asked('')), ...urgencyOptions, 'options.1.value': '急がない' };
    const refused = await app.post(item('questions', 3), wrong, keeper);
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toMatch(/href="#f-ask-ja"[^>]*>[^<]*入力してください/);
    expect(html).toMatch(/href="#f-options-1-value"/);
    const taken = { ...(await asked('なに')), ...urgencyOptions, id: 'words', kind: 'choice' };
    expect((await app.post(item('questions', 'new'), taken, keeper)).status).toBe(422);
    expect(await draft()).toBeUndefined();
  });

  test('an earlier version comes back as a draft', async () => {
    expect((await app.post(paths.navigatorDraft.to({}), { from: '1' }, keeper)).status).toBe(303);
    expect((await draft())?.content).toEqual(inventedFlow);
    expect((await app.post(paths.navigatorDraft.to({}), {}, keeper)).status).toBe(422);
    await discard();
  });
});
