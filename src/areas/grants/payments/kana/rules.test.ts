import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bankName, isBankText, isBlocking, payeeNameBytes } from './rules.ts';

describe('a name as the bank writes it', () => {
  test.each([
    ['ミホンノカイ', 'ﾐﾎﾝﾉｶｲ'],
    ['みほんのかい', 'ﾐﾎﾝﾉｶｲ'],
    ['ﾐﾎﾝ ﾊﾅｺ', 'ﾐﾎﾝ ﾊﾅｺ'],
    ['ミホン　　ハナコ', 'ﾐﾎﾝ ﾊﾅｺ'],
    ['ガギグパピプ', 'ｶﾞｷﾞｸﾞﾊﾟﾋﾟﾌﾟ'],
    ['ﾊﾞﾝﾄﾞ', 'ﾊﾞﾝﾄﾞ'],
    ['ヴィーナス', 'ｳﾞｲ-ﾅｽ'],
    ['キャッチョ', 'ｷﾔﾂﾁﾖ'],
    ['ヮヵヶヰヱ', 'ﾜｶｹｲｴ'],
    ['ＡＢＣ１２３', 'ABC123'],
    ['abcクラブ', 'ABCｸﾗﾌﾞ'],
    ['トクヒ）ミホン', 'ﾄｸﾋ)ﾐﾎﾝ'],
    ['カ）ミホン', 'ｶ)ﾐﾎﾝ'],
    ['コドモ－ショクドウ', 'ｺﾄﾞﾓ-ｼﾖｸﾄﾞｳ'],
    ['株式会社ミホン', 'ｶ)ﾐﾎﾝ'],
    ['㈱ミホン', 'ｶ)ﾐﾎﾝ'],
    ['ミホン株式会社', 'ﾐﾎﾝ(ｶ'],
    ['ミホン 株式会社 ヨコハマ', 'ﾐﾎﾝ(ｶ)ﾖｺﾊﾏ'],
    ['有限会社ミホン', 'ﾕ)ﾐﾎﾝ'],
    ['合同会社ミホン', 'ﾄﾞ)ﾐﾎﾝ'],
    ['特定非営利活動法人ミナト', 'ﾄｸﾋ)ﾐﾅﾄ'],
    ['認定NPO法人ミナト', 'ﾄｸﾋ)ﾐﾅﾄ'],
    ['一般社団法人ミナト', 'ｼﾔ)ﾐﾅﾄ'],
    ['公益財団法人ミナト', 'ｻﾞｲ)ﾐﾅﾄ'],
    ['社会福祉法人ミナト', 'ﾌｸ)ﾐﾅﾄ'],
    ['学校法人ミナト', 'ｶﾞｸ)ﾐﾅﾄ'],
    ['医療法人社団ミナト', 'ｲ)ﾐﾅﾄ'],
    ['宗教法人ミナト', 'ｼﾕｳ)ﾐﾅﾄ'],
  ])('%s → %s, without a doubt', (typed, written) => {
    expect(bankName(typed)).toEqual({ text: written, doubts: [] });
  });

  test.each([
    ['見本の会', 'ﾉ', 'cannot-be-written', '見本会'],
    ['ミホン💮', 'ﾐﾎﾝ', 'cannot-be-written', '💮'],
    ['ジョン・スミス', 'ｼﾞﾖﾝ ｽﾐｽ', 'left-out', '・'],
    ['ミホン＆ハマ', 'ﾐﾎﾝﾊﾏ', 'left-out', '&'],
    ['ミホンヲタスケル', 'ﾐﾎﾝｵﾀｽｹﾙ', 'replaced', 'ヲ'],
    ['カブシキガイシャミホン', 'ｶ)ﾐﾎﾝ', 'form-by-reading', 'カブシキガイシャ'],
    ['エヌピーオーホウジンミホン', 'ﾄｸﾋ)ﾐﾎﾝ', 'form-by-reading', 'エヌピ-オ-ホウジン'],
    ['　', '', 'empty', ''],
    ['ア'.repeat(32), 'ｱ'.repeat(30), 'cut', 'ｱｱ'],
    ['ガ'.repeat(16), 'ｶﾞ'.repeat(15), 'cut', 'ｶﾞ'],
  ])('%s is shown to a person: %s, %s «%s»', (typed, written, kind, letters) => {
    expect(bankName(typed)).toEqual({ text: written, doubts: [{ kind, letters }] });
  });

  test('what cannot be written, or is empty, nobody confirms away', () => {
    expect(
      bankName('見')
        .doubts.filter(isBlocking)
        .map(({ kind }) => kind),
    ).toEqual(['cannot-be-written', 'empty']);
    expect(bankName('ミホン・ハマ').doubts.some(isBlocking)).toBe(false);
  });

  test('whatever is typed, what comes out can be written, fits, and stays as it is when it is read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const { text, doubts } = bankName(typed);
        expect(isBankText(text)).toBe(true);
        expect(text.length).toBeLessThanOrEqual(payeeNameBytes);
        expect(bankName(text).text).toBe(text);
        if (doubts.length === 0) expect(text).not.toBe('');
      }),
      { numRuns: 2_000 },
    );
  });
});
