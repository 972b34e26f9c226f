import { describe, expect, test } from 'vitest';
import { kanagawa, readWorld } from './world.ts';

const world = await readWorld(kanagawa);
const { programs, terms } = world.results;
const all = [...programs, ...world.plan.programs];

/** Figures of a program as label → value. */
function figuresOf(slug: string): Record<string, number | undefined> {
  const program = programs.find((each) => each.slug === slug);
  return Object.fromEntries((program?.measures ?? []).map((measure) => [measure.labelJa, measure.value]));
}

describe('the results of R6', () => {
  test('50 programs stand in seven categories of 4, 7, 23, 3, 1, 8 and 4', () => {
    const counts = terms.category.map(
      ({ code }) => programs.filter((program) => program.category === code).length,
    );
    expect(counts).toEqual([4, 7, 23, 3, 1, 8, 4]);
    expect(programs).toHaveLength(50);
  });

  test('a document that is filed behind a number comes to that number', () => {
    const filed = all.flatMap(({ measures }) => measures.filter(({ statement }) => statement));
    expect(filed).toHaveLength(1);
    for (const { value, statement } of filed)
      expect(statement?.months.reduce((sum, n) => sum + n, 0)).toBe(value);
  });

  test('the six cases carry the exact figures of the document', () => {
    expect({
      housing: figuresOf('housing-for-independence'),
      women: figuresOf('womens-consultation-desk'),
      training: figuresOf('work-training'),
      loneliness: figuresOf('awareness-of-loneliness'),
      wings: figuresOf('wings-for-young-people'),
      life: figuresOf('life-line-by-ict'),
    }).toEqual({
      housing: { 一時保護: 1, 自立支援: 2, 相談支援: 133, 同行支援: 17 },
      women: { 電話相談: 3115, メール相談: 1398, 来所相談: 103, LINE相談: 873 },
      training: {
        モデル事業を行った事業所: 3,
        訓練を経て一般就労した方: 1,
        新たに就労訓練事業所になったところ: 2,
      },
      loneliness: { ポータルサイトの閲覧: 99356, 官民連携プラットフォームの構成員: 27 },
      wings: { '支給対象者（延べ）': 207, 支給総額: 5398643 },
      life: { LINEでの相談: 11987, 電話での相談: 63468 },
    });
    const life = programs.find((program) => program.slug === 'life-line-by-ict');
    expect(life?.measures.map((measure) => measure.previousValue)).toEqual([9121, 38576]);
  });

  test('the three cases marked 新 are new, and no figure of the document is under an illustrative program', () => {
    const cases = programs.filter((program) => program.origin === 'document');
    expect(cases).toHaveLength(6);
    expect(cases.filter((program) => program.continuity === 'new').map((program) => program.slug)).toEqual([
      'housing-for-independence',
      'work-training',
      'awareness-of-loneliness',
    ]);
    for (const program of all) {
      const sources = new Set(program.measures.map((measure) => measure.source));
      const expected = { document: ['document', 'plan'], named: ['none'], illustrative: ['illustrative'] };
      for (const source of sources) expect(expected[program.origin]).toContain(source);
    }
  });

  test('a program known only by name claims no figure, no evaluation and no rating', () => {
    for (const program of programs.filter((each) => each.origin === 'named')) {
      expect(program.result, program.slug).toBeUndefined();
      for (const measure of program.measures) expect(measure.value ?? measure.months).toBeUndefined();
    }
  });

  test('what is invented says so in its words, and monthly figures exist only there', () => {
    for (const program of programs.filter((each) => each.origin === 'illustrative'))
      expect(program.result?.evaluation, program.slug).toMatch(/^（例示）/);
    const monthly = programs.filter((program) =>
      program.measures.some((measure) => measure.rhythm === 'month'),
    );
    expect(monthly.length).toBeGreaterThanOrEqual(2);
    expect(new Set(monthly.map((program) => program.origin))).toEqual(new Set(['illustrative']));
  });
});

describe('the plan of R7', () => {
  test('seven rows come to 1,710,970,000 yen', () => {
    const amounts = world.plan.rows.map((row) => row.amount / 10_000);
    expect(amounts).toEqual([3509, 316, 50, 7765, 494, 101_319, 57_644]);
    expect(world.plan.rows.reduce((sum, row) => sum + row.amount, 0)).toBe(1_710_970_000);
  });

  test('five rows are new programs in the four pillars', () => {
    const known = world.plan.programs.map((program) => program.slug);
    const rows = world.plan.rows.filter((row) => row.program !== null);
    expect(rows.map((row) => row.program)).toEqual(known);
    expect(rows.map((row) => row.pillar)).toEqual(['1', '2', '2', '3', '4']);
  });
});

describe('the organisations', () => {
  test('33 municipalities and the prefecture carry codes with the right check digit', () => {
    const municipalities = world.organisations.filter((each) => each.kind === 'municipality');
    expect(municipalities).toHaveLength(33);
    expect(new Set(municipalities.map((each) => each.localGovernmentCode)).size).toBe(33);
    for (const { localGovernmentCode: code = '', nameJa } of world.organisations.filter((each) =>
      ['prefecture', 'municipality'].includes(each.kind),
    )) {
      const sum = [6, 5, 4, 3, 2].reduce((total, weight, at) => total + weight * Number(code[at]), 0);
      expect(Number(code[5]), nameJa).toBe((11 - (sum % 11)) % 10);
    }
  });

  test('every reference leads somewhere', () => {
    const codes = new Set(world.organisations.map((each) => each.code));
    const units = new Set(terms.unit.map((each) => each.code));
    const ratings = new Set(terms.rating.map((each) => each.code));
    const named = [
      ...terms.bureau,
      ...all.flatMap((program) => [program.bureau, ...program.partners]),
      ...world.people.flatMap((person) => person.roles.map((role) => role.at)),
      ...world.plan.problems.flatMap((problem) => [
        problem.raisedBy,
        ...problem.joins.map((join) => join.bureau),
      ]),
    ];
    expect(named.filter((code) => !codes.has(code))).toEqual([]);
    for (const program of all) {
      for (const measure of program.measures) expect(units, program.slug).toContain(measure.unit);
      if (program.result?.rating) expect(ratings, program.slug).toContain(program.result.rating);
    }
    expect(new Set(all.map((program) => program.slug)).size).toBe(all.length);
  });

  test('everybody in the demo world is plainly invented', () => {
    for (const person of world.people) {
      expect(person.name).toMatch(/^見本 /);
      expect(person.email).toMatch(/@example\.jp$/);
    }
    const publicDesks = [
      '生活困窮の相談窓口（神奈川県）',
      '女性総合相談窓口',
      'いのちの相談窓口',
      '多言語支援センターかながわ',
      'かながわ子ども・若者総合相談センター',
    ];
    const invented = world.organisations.filter(
      ({ kind, nameJa }) => ['desk', 'npo', 'company'].includes(kind) && !publicDesks.includes(nameJa),
    );
    expect(invented.length).toBeGreaterThan(20);
    for (const organisation of invented) expect(organisation.nameJa).toContain('見本');
  });
});

/** Telling pieces of the document's sentences; facts, names and titles are not sentences. */
const piecesOfTheDocument = [
  '困難な状況に直面していた',
  '施設での生活やスタッフとの関わり',
  '前向きな意見が出ている',
  '支援に繋がっていない女性に向けた',
  '認知を拡大した',
  '協力金の制度を活用し',
  '就労訓練実施を検討する事業所',
  '自身のペースに配慮して',
  '安心して訓練に臨む',
  '苦手としていた人間関係',
  'ミスマッチ防止としても',
  '今回を成功例とし',
  'コンテンツが充実した',
  '取組みを拡大する',
  '進学や就職に必要な初期費用',
  '高いニーズがある',
  '連携し取組みの充実',
  '措置解除となった子',
  '経済的支援を受けられない',
  '虐待で家から離れる',
  '身の回りのものを揃える',
  '新たなスタートを切る',
  '22時までだった相談時間',
  '相談対応件数が増加',
  '点検商法等の消費者被害',
  '見守りネットワーク構築に向けた',
  '深夜営業店舗で寝泊まり',
  '生活基盤を確保する',
  '一般就労が困難な者',
  '地域で生活しながら',
  '居場所や緩やかなつながりの場を運営',
  '各事業は概ね順調に進んだ',
];

test('the texts are retold: no piece of the document stands in them', () => {
  const told = JSON.stringify(world);
  expect(piecesOfTheDocument.filter((piece) => told.includes(piece))).toEqual([]);
});
