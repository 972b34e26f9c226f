import { describe, expect, test } from 'vitest';
import { ageBandOf, ageOn, eraDay, foldKana, foldName, foldPhone, readDay } from './rules.ts';

describe('a name is found however it is written', () => {
  test.each([
    ['𠮷田 髙志', '吉田高志'],
    ['渡邉\u{E0101} 齋', '渡辺斎'],
    ['ﾔﾏﾀﾞ　太郎', 'ヤマダ太郎'],
    ['Maria‐José da Silva', 'mariajosédasilva'],
    ['', ''],
  ])('%s', (typed, folded) => expect(foldName(typed)).toBe(folded));

  test('a reading in either kana', () => expect(foldKana('ヤマダ タロウ')).toBe(foldKana('やまだたろう')));
  test('a telephone in any form', () => {
    expect(foldPhone('０９０−0000−0001')).toBe('09000000001');
    expect(foldPhone('+81 90 0000 0001')).toBe('09000000001');
  });
});

describe('a day of birth', () => {
  test.each([
    ['昭和55年3月4日', '1980-03-04'],
    ['S55.3.4', '1980-03-04'],
    ['昭和64年1月7日', '1989-01-07'],
    ['平成元年1月8日', '1989-01-08'],
    ['令和元年5月1日', '2019-05-01'],
    ['R８.4.1', '2026-04-01'],
    ['大正15年12月24日', '1926-12-24'],
    ['1980年3月4日', '1980-03-04'],
    ['2000/2/29', '2000-02-29'],
  ])('%s is %s', (typed, day) => expect(readDay(typed)).toEqual({ ok: true, value: day }));

  test.each([
    ['昭和64年1月8日', 'day-not-of-era'],
    ['平成31年5月1日', 'day-not-of-era'],
    ['令和元年4月30日', 'day-not-of-era'],
    ['2001-02-29', 'day-unreal'],
    ['昭和55年13月4日', 'day-unreal'],
    ['三月四日', 'day-unreadable'],
  ])('%s is refused: %s', (typed, refusal) => expect(readDay(typed)).toMatchObject({ refusal }));

  test.each([
    ['1989-01-07', '昭和64年1月7日'],
    ['1989-01-08', '平成元年1月8日'],
    ['2019-04-30', '平成31年4月30日'],
    ['2026-11-26', '令和8年11月26日'],
  ])('%s reads %s, and back', (day, text) => {
    expect(eraDay(day)).toBe(text);
    expect(readDay(text)).toEqual({ ok: true, value: day });
  });

  test('gives the age, and its band', () => {
    expect([ageOn('1980-03-04', '2026-03-03'), ageOn('1980-03-04', '2026-03-04')]).toEqual([45, 46]);
    expect([17, 18, 30, 64, 65, 75].map(ageBandOf)).toEqual([
      'under-18',
      '18-29',
      '30-39',
      '60-64',
      '65-74',
      'over-75',
    ]);
  });
});
