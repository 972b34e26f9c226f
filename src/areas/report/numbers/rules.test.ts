import { describe, expect, test } from 'vitest';
import { isSameUnit, type Known, numbersIn, valueOf } from './rules.ts';

const known: Known = {
  lang: 'ja',
  units: ['件', 'か所', '閲覧', '名'],
  names: ['住まい365相談', '二十四の窓'],
};
const found = (text: string, lang: Known['lang'] = 'ja') =>
  numbersIn(text, { ...known, lang }).map(({ text: number, unit }) => `${number}${unit}`);

describe('says how many', () => {
  test.each([
    ['電話は63,468件でした', ['63,468件']],
    ['全角の１，２３４件', ['１，２３４件']],
    ['支給対象者数延べ207人、支給総額5,398,643円', ['207人', '5,398,643円']],
    ['予算は17億1,097万円です', ['17億1,097万円']],
    ['割合は58.7％', ['58.7%']],
    ['LINE873件', ['873件']],
    ['50の取組を進めた', ['50']],
    ['三百人に届き、二割増えました', ['三百人', '二割']],
    ['職場が新しく二つ生まれました', ['二つ']],
    ['集いを月2回に増やし', ['2回']],
    ['訓練は3か月つづき、30日間休まず', ['3か月', '30日間']],
    ['平均32歳', ['32']],
    ['一名を保護した', ['一名']],
    ['100時間の支援', ['100時間']],
    ['3年間で5倍', ['3年間', '5倍']],
    ['17 件の同行をした', ['17件']],
    ['２日で３件', ['２', '３件']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('in English a number in figures', () => {
    expect(found('We helped 207 people and 3 families in 2024.', 'en')).toEqual(['207', '3']);
    expect(found('52 calls were answered', 'en')).toEqual(['52']);
  });
});

describe('says something else', () => {
  test.each([
    '令和6年度は、令和元年から続く取組の途中です',
    'R6とH30、FY2024、2024年、2024年度、2024年4月1日、2024-04-01',
    '4月から9月まで、10月1日に始め、11月上旬、4～6月',
    '受付の終わりを22時から24時へ遅らせ、22:00に閉める日、夜9時まで、午後5時30分',
    '24時間対応で365日開く',
    '第2回、第三回、2回目、三年目、3つ目、第10条第2項、法第3条の2',
    '中学3年生と高校2年、18歳、15～39歳、20代',
    '一つの窓口で、一か所で探せ、一冊にまとめ、一人ひとりに、一人暮らしの方に、1人あたり、一人で悩む方へ',
    '数十人が訪れ、何人もの方が',
    '1 困難な問題\n（2）次に\n３．終わりに',
    'プロジェクト9の柱2',
    '5G、COVID-19、SDGs、Web3',
    '電話は045-000-0001、0120000001、#8008、110番',
    'https://example.org/2024/12 を見る',
    '住まい365相談と二十四の窓は、窓口の名です',
    '十分に話を聞き、一緒に、一時保護、四季、百科、千葉',
    '{f0123456789a}が訪れました',
    '①声をあげやすい社会',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('in English too', () => {
    const text =
      'In FY2024, on 31 July 2025, at 10:30, at 9 pm, the 3rd time, Project 9, open 24 hours, aged 18, 2024–25.';
    expect(found(text, 'en')).toEqual([]);
  });
});

test('a number is told with its sentence, and which of it', () => {
  const text = '6校で開きました。生徒は延べ200人、うち20人が相談しました。\n次の年も続けます。';
  expect(numbersIn(text, known)).toMatchObject([
    { text: '6', unit: '校', sentence: '6校で開きました。', nth: 0 },
    { text: '200', unit: '人', sentence: '生徒は延べ200人、うち20人が相談しました。', nth: 0 },
    { text: '20', unit: '人', nth: 1, value: 20 },
  ]);
});

test.each([
  ['17億1,097万', 1_710_970_000],
  ['10億1,319 万', 1_013_190_000],
  ['三百二十', 320],
  ['千', 1000],
  ['二〇二四', 2024],
  ['一万二千', 12_000],
  ['58.7', 58.7],
  ['3千', 3000],
  ['10万', 100_000],
])('%s is %d', (token, value) => {
  expect(valueOf(token)).toBe(value);
});

test('units are the same however they are written', () => {
  expect(isSameUnit('箇所', 'か所')).toBe(true);
  expect(isSameUnit('％', '%')).toBe(true);
  expect(isSameUnit('Cases', 'cases')).toBe(true);
  expect(isSameUnit('人', '件')).toBe(false);
});
