import { expect, test } from 'vitest';
import { exampleVocabulary } from './fixtures.ts';
import { understand } from './understand.ts';

const read = (typed: string) => understand(typed, exampleVocabulary);

test.each<[typed: string, topics: string[]]>([
  ['今日食べるものがない', ['no_food']],
  ['きょう たべるものがない', ['no_food']],
  ['ご飯が食べられない', ['no_food']],
  ['何も食べていません', ['no_food']],
  ['お腹すいた', ['no_food']],
  ['お米が買えない', ['no_food']],
  ['フードパントリー', ['no_food']],
  ['ﾌｰﾄﾞﾊﾞﾝｸ', ['no_food']],
  ['food bank', ['no_food']],
  ['家賃が払えない', ['rent_loan']],
  ['やちんがはらえない', ['rent_loan']],
  ['家賃を2か月滞納しています', ['rent_loan']],
  ['住居確保給付金', ['rent_loan']],
  ['じゅうきょかくほ', ['rent_loan']],
  ['RENT', ['rent_loan']],
  ['大家さんに追い出される', ['housing']],
  ['立ち退きを求められた', ['housing']],
  ['今夜泊まるところがない', ['housing']],
  ['ネカフェ', ['housing']],
  ['アパートを探したい', ['housing']],
  ['お金がない', ['income']],
  ['生活費が足りない', ['income']],
  ['生活保護', ['income']],
  ['せいかつほごのしんせい', ['income']],
  ['借金が返せない', ['debt']],
  ['債務整理', ['debt']],
  ['リボ払いの返済が苦しい', ['debt']],
  ['電気が止められた', ['tax_utility']],
  ['電気代', ['tax_utility']],
  ['光熱費', ['tax_utility']],
  ['国保が払えない', ['tax_utility']],
  ['会社をクビになった', ['job_trouble']],
  ['解雇', ['job_trouble']],
  ['失業した', ['job_trouble']],
  ['パワハラ', ['job_trouble']],
  ['仕事を探しています', ['job_search']],
  ['ハローワーク', ['job_search']],
  ['夫が怖い', ['violence']],
  ['旦那に殴られた', ['violence']],
  ['ＤＶ', ['violence']],
  ['ドメスティックバイオレンス', ['violence']],
  ['子どもを叩いてしまう', ['violence']],
  ['学校に行けない', ['hikikomori']],
  ['引籠り', ['hikikomori']],
  ['息子が部屋から出てこない', ['hikikomori']],
  ['子育てに疲れた', ['childcare']],
  ['ひとり親', ['childcare']],
  ['一人親家庭', ['childcare']],
  ['親の介護', ['eldercare']],
  ['物忘れがひどい', ['eldercare']],
  ['眠れない', ['health']],
  ['障碍者手帳', ['health']],
  ['病院に行くお金がない', ['health']],
  ['話し相手がほしい', ['community']],
  ['さみしい', ['community']],
  ['離婚したい', ['family']],
  ['どこに相談したらいいかわからない', ['income']],
  ['どこにもない言葉', []],
  ['', []],
])('「%s」 speaks of %j', (typed, topics) => {
  const found = read(typed).topics;
  expect(found.slice(0, topics.length).toSorted()).toEqual(topics.toSorted());
  if (topics.length === 0) expect(found).toEqual([]);
});

test.each<[typed: string, places: string[]]>([
  ['横須賀 ごはん', ['14201']],
  ['横須賀市で食べるものがない', ['14201']],
  ['よこすか', ['14201']],
  ['ヨコスカ', ['14201']],
  ['yokosuka food', ['14201']],
  ['茅ケ崎の家賃', ['14207']],
  ['保土ヶ谷区', ['14106']],
  ['緑区', ['14113', '14151']],
  ['中区の窓口', ['14104']],
  ['箱根町', ['14382']],
  ['神奈川県の支援', []],
  ['運動会の途中', []],
])('「%s」 names the places %j', (typed, places) => {
  expect(read(typed).places).toEqual(places);
});

test.each<[typed: string, texts: string[]]>([
  ['つばさプロジェクト', ['ぷろじえくと']],
  ['みほん大学の奨学金', ['奨学金', '大学']],
  ['相談', ['相談']],
  ['家賃の相談', ['家賃']],
  ['米', ['米']],
  ['鯨', ['鯨']],
  ['ぽかぽかひろば', ['ぽかぽかひろば']],
  ['鯨のショー', ['しょ']],
  ['プロムのドレス', ['ぷろむ', 'どれす']],
])('「%s」 is looked for as %j', (typed, texts) => {
  expect(read(typed).needs.map(({ text }) => text)).toEqual(texts);
});

test('a language that somebody names is one that they speak', () => {
  expect(read('ネパール語で相談').needs).toEqual([{ text: 'ねぱる語', codes: [], lang: 'ne' }]);
  expect(read('नेपाली').needs[0]).toMatchObject({ lang: 'ne' });
  expect(read('tiếng việt').needs[0]).toMatchObject({ lang: 'vi' });
});

test('what cannot wait until tomorrow is noticed', () => {
  expect(read('今夜泊まるところ').urgent).toBe(true);
  expect(read('泊まるところ').urgent).toBe(false);
});

test('a sentence and the word in it are one need; two worries are two', () => {
  expect(read('家賃が払えない').needs).toHaveLength(1);
  expect(read('仕事を失って家賃が払えない').needs.map(({ codes }) => codes[0])).toEqual(
    expect.arrayContaining(['dismissal', 'rent']),
  );
});

test.each<[typed: string, meant: string | undefined]>([
  ['住居確保給付近', '住居確保給付金'],
  ['生活補護', '生活保護'],
  ['ハローワク', undefined],
  ['フードバンゥ', 'フードバンク'],
  ['よこすが', 'よこすか'],
  ['ひきこおり', 'ひきこもり'],
  ['奨学近', '奨学金'],
  ['生活保護', undefined],
  ['相談', undefined],
])('one slip in %s: %s', (typed, meant) => {
  const { folded } = read(typed);
  expect(exampleVocabulary.near.meant(folded)).toBe(meant);
});
