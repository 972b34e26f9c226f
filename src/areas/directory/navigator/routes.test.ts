import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { navigatorPaths } from '../paths.ts';
import { saveSchemes } from '../schemes/actions.ts';
import { sealService, withdrawService } from '../services/actions.ts';
import { makeNavigator } from './fixtures.ts';

const app = await testApp();
const empty = await app.get(navigatorPaths.start.to({}));
const { ids } = await makeNavigator(app.db);
const url = navigatorPaths.start.to({});
type Fields = Record<string, string | string[]>;
const post = (fields: Fields) => app.post(url, fields);
const read = async (fields: Fields) => textOf(await post(fields));
/** Texts that a reader does not meet in this order, or not at all. */
const outOfOrder = (page: string, texts: readonly string[]) => {
  const at = texts.map((text) => page.indexOf(text));
  return texts.filter((_, index) => (at[index] ?? -1) < Math.max(0, at[index - 1] ?? 0));
};

test('before a conversation is published, people find who is there now', async () => {
  expect(empty.status).toBe(200);
  expect(await empty.text()).toContain('0120-279-338');
});

describe('the conversation', () => {
  test('begins with the worries, says that nothing is kept, and lets itself be read in other languages', async () => {
    const page = await textOf(await app.get(url));
    expect(
      outOfOrder(page, [
        '何に困っていますか',
        '名前も登録もいりません',
        'नेपाली',
        '家賃が払えない',
        '自分の言葉で書く',
      ]),
    ).toEqual([]);
  });

  test('goes on one question at a time, and each answer travels in the form', async () => {
    const first = await (await post({ on: 'worry', go: 'next', 'worry[]': 'rent_loan' })).text();
    expect(first).toContain('どこですか');
    expect(first).toContain('name="worry[]" value="rent_loan"');
    const second = await read({
      on: 'place',
      go: 'next',
      'worry[]': 'rent_loan',
      place: 'live',
      municipality: '99201',
    });
    expect(second).toContain('いつまでですか');
  });

  test('asks for the worst only of those who chose several', async () => {
    const page = await read({ on: 'worry', go: 'next', 'worry[]': ['rent_loan', 'housing'] });
    expect(page).toContain('いちばんはどれですか');
    expect(page).not.toContain('身近な人がこわい');
  });

  test('goes back, with what was answered still there, and a question that is skipped keeps nothing', async () => {
    const back = await (
      await post({
        on: 'urgency',
        go: 'back',
        'worry[]': 'rent_loan',
        'asked[]': ['worry', 'place'],
        municipality: '99101',
      })
    ).text();
    expect(back).toContain('どこですか');
    expect(back).toMatch(/<option value="99101" selected/);
    const skipped = await (
      await post({
        on: 'place',
        go: 'skip',
        'worry[]': 'rent_loan',
        'asked[]': 'worry',
        municipality: '99101',
      })
    ).text();
    expect(skipped).toContain('いつまでですか');
    expect(skipped).not.toContain('99101');
  });

  test('can be ended at any question, and every answer changed from the end', async () => {
    const end = await post({ on: 'worry', go: 'result', 'worry[]': 'rent_loan' });
    const html = await end.text();
    expect(html).toContain('あなたの相談先');
    expect(html).toContain('value="edit:worry"');
    const edit = await (await post({ go: 'edit:worry', 'worry[]': 'rent_loan', 'asked[]': 'worry' })).text();
    expect(edit).toMatch(/value="rent_loan" checked/);
    const changed = await read({
      on: 'worry',
      from: 'result',
      go: 'next',
      'worry[]': 'housing',
      'asked[]': 'worry',
    });
    expect(changed).toContain('あなたの相談先');
  });

  test('starts again without any answer but the language', async () => {
    const html = await (
      await post({ go: 'again', 'worry[]': 'rent_loan', words: 'ひみつ', language: 'ne' })
    ).text();
    expect(html).toContain('के समस्या छ?');
    expect(html).not.toContain('ひみつ');
    expect(html).not.toMatch(/value="rent_loan" checked/);
  });
});

describe('the end is a person', () => {
  const answers = (municipality: string): Fields => ({
    on: 'urgency',
    go: 'result',
    'worry[]': 'rent_loan',
    place: 'live',
    municipality,
  });

  test.each([
    ['a city', '99201', 'みほん市の窓口'],
    ['a town: the prefecture', '99301', 'みほん県の窓口'],
    ['the village: the prefecture', '99302', 'みほん県の窓口'],
    ['a ward with a desk of its own', '99101', '東区の窓口'],
    ['a ward without one: its city', '99102', '大みほん市の窓口'],
  ])('of %s', async (_, municipality, name) => {
    const page = await read(answers(municipality));
    expect(page).toContain(name);
    expect(page).toContain('まとめて相談できます');
  });

  test('who is open now comes before a desk that is closed', async () => {
    expect(
      outOfOrder(await read(answers('99201')), ['夜も話せる電話', 'あなたの地域の窓口', 'みほん市の窓口']),
    ).toEqual([]);
  });

  test('without a place, the place can be given right there', async () => {
    const page = await read({ on: 'worry', go: 'result', 'worry[]': 'rent_loan' });
    expect(
      outOfOrder(page, ['市区町村を選ぶと', '東区', '大みほん市（区がわからない）', 'みほん県の窓口']),
    ).toEqual([]);
    const given = await read({
      on: 'place',
      from: 'result',
      go: 'result',
      'worry[]': 'rent_loan',
      municipality: '99201',
    });
    expect(given).toContain('みほん市の窓口');
    expect(given).not.toContain('市区町村を選ぶと');
  });

  test('whoever does not want to say where is not asked again', async () => {
    const page = await read({
      on: 'place',
      go: 'unsaid',
      'worry[]': 'rent_loan',
      municipality: '99201',
      'asked[]': ['worry', 'urgency', 'language'],
    });
    expect(page).toContain('みほん県の窓口');
    expect(page).not.toContain('市区町村を選ぶと');
  });

  test('in the own language: the questions, a sentence to show, and who speaks it', async () => {
    const page = await post({
      on: 'place',
      go: 'result',
      'worry[]': 'rent_loan',
      language: 'ne',
      municipality: '99201',
    });
    const html = await page.text();
    expect(html).toContain('lang="ne"');
    expect(
      outOfOrder(html, [
        'Mihon City desk',
        'ネパール語を話します。通訳をお願いします。',
        'म नेपाली बोल्छु',
        'Language desk',
      ]),
    ).toEqual([]);
  });

  test('schemes say why, what would change it, and by which law and day', async () => {
    const scheme = {
      code: 'rent-help',
      topics: ['rent_loan'],
      service: 'night-line',
      versions: [
        {
          validFrom: '2020-04-01',
          validTo: null,
          name: { ja: '家賃の助け', en: 'Rent help' },
          gives: { ja: '月{cap}まで払います。' },
          law: { ja: 'みほん県の条例' },
          amounts: { cap: { table: 'caps' } },
          tables: { caps: { '99201': [40_000, 50_000] } },
          requirements: [
            {
              test: { fact: 'savings' as const, atMost: 300_000 },
              says: { ja: '預金が{limit}以下' },
              change: { ja: '{limit}以下になったとき' },
            },
          ],
          checkedUntil: '2099-12-31',
        },
      ],
    };
    expect((await saveSchemes(app.db, system('test'), [scheme])).ok).toBe(true);
    const asked = { ...answers('99201'), household: '２人' };
    expect(await read(asked)).toContain('月50,000円まで払います。');
    expect(
      outOfOrder(await read(asked), [
        '合うかもしれません',
        '家賃の助け',
        '預金が300,000円以下',
        'まだ分からない',
        'みほん県の条例',
        '令和2年4月1日',
      ]),
    ).toEqual([]);
    expect(await read({ ...asked, savings: '10万円' })).toContain('合いそうです');
    expect(
      outOfOrder(await read({ ...asked, savings: '９９万' }), [
        '変われば合うかもしれません',
        '300,000円以下になったとき',
      ]),
    ).toEqual([]);
    expect(await read({ ...answers('99301') })).toContain('月地域と人数で決まる額まで');
    const html = await (await post(asked)).text();
    expect(html).toContain(`/services/${ids.get('night-line')}`);
  });
});

describe('what cannot wait', () => {
  test('is answered before the next question, once', async () => {
    const first = await read({ on: 'worry', go: 'next', words: '死にたい' });
    expect(outOfOrder(first, ['いま話せるところ', '0120-279-338', 'つづける'])).toEqual([]);
    expect(first).not.toContain('どこですか');
    const html = await (
      await post({ on: 'worry', go: 'next', words: '死にたい', 'seen[]': 'suicide' })
    ).text();
    expect(html).toContain('どこですか');
    const more = await read({
      on: 'worry',
      go: 'next',
      words: '死にたい。食べるものもない',
      'seen[]': 'suicide',
    });
    expect(more).toContain('つづける');
  });

  test('stands above everything at the end', async () => {
    const page = await read({ on: 'worry', go: 'result', 'worry[]': 'violence', municipality: '99201' });
    expect(outOfOrder(page, ['0120-279-889', '安心の電話'])).toEqual([]);
  });

  test('only when it is urgent, where the flow says so', async () => {
    const later = await read({
      on: 'urgency',
      go: 'result',
      'worry[]': 'housing',
      urgency: 'talk',
      municipality: '99201',
    });
    expect(later).not.toContain('いま命や体があぶない');
    const now = await read({
      on: 'urgency',
      go: 'next',
      'worry[]': 'housing',
      urgency: 'now',
      'asked[]': ['worry', 'place'],
    });
    expect(outOfOrder(now, ['いま話せるところ', 'つづける'])).toEqual([]);
  });

  test('has titles and addresses that tell nobody what it was about', async () => {
    const answers: readonly Fields[] = [
      { on: 'worry', go: 'next', 'worry[]': 'violence' },
      { on: 'worry', go: 'result', 'worry[]': 'violence', words: '夫に殴られる' },
    ];
    for (const fields of answers) {
      const response = await post(fields);
      const title = /<title>([^<]*)<\/title>/.exec(await response.text())?.[1] ?? '';
      expect(title).toMatch(/^相談先をさがす｜/);
      expect(response.headers.get('location')).toBeNull();
    }
  });
});

describe('entries that are gone', () => {
  test('are passed over from the same moment on: a sealed place is never shown', async () => {
    const night = ids.get('night-line') ?? '';
    const safe = ids.get('safe-line') ?? '';
    expect((await sealService(app.db, system('test'), { serviceId: safe, reason: '試験' })).ok).toBe(true);
    const page = await read({ on: 'worry', go: 'result', 'worry[]': 'violence', municipality: '99201' });
    expect(page).not.toContain('安心の電話');
    expect(page).toContain('みほん市の窓口');
    expect((await withdrawService(app.db, system('test'), { serviceId: night, reason: '試験' })).ok).toBe(
      true,
    );
    const other = await read({ on: 'worry', go: 'result', 'worry[]': 'rent_loan', municipality: '99201' });
    expect(other).not.toContain('夜も話せる電話');
  });
});
