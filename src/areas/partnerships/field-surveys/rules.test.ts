import { describe, expect, test } from 'vitest';
import { exampleQuestions as questions } from './fixtures.ts';
import {
  decideClose,
  decidePublish,
  decideTold,
  latest,
  masked,
  maskPrivate,
  seenAt,
  tabulate,
} from './rules.ts';

describe('a text without names', () => {
  test.each([
    ['090-0000-0000に電話', `${masked}に電話`],
    ['０４５ー０００ー００００', masked],
    ['mail: sample@example.jp です', `mail: ${masked} です`],
    ['見本町二丁目3番4号の前', `見本町${masked}の前`],
    ['1970年1月2日生まれ', `${masked}生まれ`],
    ['山田さんと話した', `${masked}さんと話した`],
    ['山田 太郎様', `${masked}様`],
    ['タロウくんがいた', `${masked}くんがいた`],
    ['場所は35.443708, 139.638026の橋の下', `場所は${masked}の橋の下`],
    ['北緯３５．４４３７ 東経１３９．６３８０', masked],
    ['北緯35度26分37秒、東経139度38分16秒あたり', `${masked}あたり`],
    ['地図 https://maps.example/?q=35.4,139.6 を見て', `地図 ${masked} を見て`],
    ['8Q7XF4VQ+8R の裏', `${masked} の裏`],
    ['体温は37.5、体重は61.2', '体温は37.5、体重は61.2'],
    ['店員さんが心配していた', '店員さんが心配していた'],
    ['毛布がない。3人で寝ていた', '毛布がない。3人で寝ていた'],
  ])('%s → %s', (typed, kept) => {
    expect(maskPrivate(typed)).toBe(kept);
    expect(maskPrivate(kept)).toBe(kept);
  });
});

describe('the clock of a telephone', () => {
  const now = new Date('2026-11-20T12:10:00Z');
  const at = (text: string) => new Date(text);
  test.each([
    [
      'is right',
      '2026-11-20T10:40:00Z',
      '2026-11-20T12:10:00Z',
      undefined,
      '2026-11-20T10:00:00.000Z',
      0,
      false,
    ],
    [
      'is two hours behind',
      '2026-11-20T08:40:00Z',
      '2026-11-20T10:10:00Z',
      undefined,
      '2026-11-20T10:00:00.000Z',
      7200,
      false,
    ],
    [
      'is a year ahead',
      '2027-11-20T10:40:00Z',
      '2027-11-20T12:10:00Z',
      undefined,
      '2026-11-20T10:00:00.000Z',
      -31_536_000,
      false,
    ],
    [
      'was put back before sending',
      '2026-11-20T13:00:00Z',
      '2026-11-20T12:10:00Z',
      undefined,
      '2026-11-20T12:00:00.000Z',
      0,
      true,
    ],
    [
      'ran back between two answers',
      '2026-11-20T09:00:00Z',
      '2026-11-20T12:10:00Z',
      '2026-11-20T11:00:00Z',
      '2026-11-20T09:00:00.000Z',
      0,
      true,
    ],
    [
      'was reset to its first day',
      '1970-01-01T00:00:00Z',
      '2026-11-20T12:10:00Z',
      undefined,
      '2026-09-21T12:00:00.000Z',
      0,
      true,
    ],
  ])('%s', (_, wrote, sent, before, hour, behind, doubtful) => {
    const clock = {
      wroteAt: at(wrote),
      sentAt: at(sent),
      before: before === undefined ? undefined : at(before),
    };
    expect(seenAt(clock, now)).toEqual({ at: at(hour), behind, doubtful });
  });
});

describe('what is kept of an answer', () => {
  const told = { municipality: '14201', seen: 2, values: { place: 'park' }, removed: false };
  const facts = {
    state: 'open' as const,
    on: '2026-11-20',
    opensOn: '2026-11-01',
    closesOn: '2026-11-30',
    questions,
    known: ['14201', '14100'],
    area: [] as string[],
  };
  test.each([
    ['as it is', told, {}, undefined],
    ['a survey that ended, written in time', told, { state: 'closed' as const }, undefined],
    ['written after its last day', told, { on: '2026-12-01' }, 'survey-closed'],
    ['written before its first day', told, { on: '2026-10-31' }, 'survey-not-open-yet'],
    ['of a draft', told, { state: 'draft' as const }, 'survey-not-open-yet'],
    ['of a place that is none', { ...told, municipality: '99999' }, {}, 'answer-place-unknown'],
    ['of a place of others', told, { area: ['14100'] }, 'answer-place-elsewhere'],
    ['of minus one', { ...told, seen: -1 }, {}, 'answer-count'],
    ['of half a person', { ...told, seen: 1.5 }, {}, 'answer-count'],
    ['of 501', { ...told, seen: 501 }, {}, 'answer-count'],
    ['a question nobody asked', { ...told, values: { moon: 'yes' } }, {}, 'answer-value'],
    ['an option that is none', { ...told, values: { place: 'moon' } }, {}, 'answer-value'],
    ['many where one is asked', { ...told, values: { place: ['park'] } }, {}, 'answer-value'],
    ['a number that is none', { ...told, values: { nights: '3' } }, {}, 'answer-value'],
  ])('%s', (_, given, change, refusal) => {
    const decided = decideTold(given as typeof told, { ...facts, ...change });
    expect(decided.ok ? undefined : decided.refusal).toBe(refusal);
  });

  test('texts are masked and options come once', () => {
    const values = { needs: ['food', 'food', 'bed'], note: '佐藤さんの電話は045-000-0001', nights: 3 };
    const decided = decideTold({ ...told, values }, facts);
    expect(decided).toMatchObject({
      ok: true,
      value: { values: { needs: ['food', 'bed'], note: `${masked}さんの電話は${masked}`, nights: 3 } },
    });
  });
});

describe('the way of a survey', () => {
  const facts = {
    state: 'draft' as const,
    questions,
    teams: 1,
    opensOn: '2026-11-01',
    closesOn: '2026-11-30',
  };
  test.each([
    [{}, undefined],
    [{ state: 'open' as const }, undefined],
    [{ state: 'closed' as const }, 'survey-closed'],
    [{ questions: [] }, 'survey-no-questions'],
    [{ teams: 0 }, 'survey-no-team'],
    [{ closesOn: '2026-10-31' }, 'survey-days'],
  ])('published with %o', (change, refusal) => {
    const decided = decidePublish({ ...facts, ...change });
    expect(decided.ok ? undefined : decided.refusal).toBe(refusal);
  });
  test.each([
    ['draft', 'survey-not-open-yet'],
    ['open', undefined],
    ['closed', 'survey-closed'],
  ] as const)('%s ends: %s', (state, refusal) => {
    const decided = decideClose({ state });
    expect(decided.ok ? undefined : decided.refusal).toBe(refusal);
  });
});

test('of an answer the highest sequence holds, whatever came first, and one that was taken back is gone', () => {
  const edit = (answerId: string, sequence: number, id: string, removed = false) => ({
    answerId,
    sequence,
    id,
    removed,
  });
  const sent = [
    edit('a', 2, 'x'),
    edit('a', 1, 'y'),
    edit('b', 1, 'm'),
    edit('b', 1, 'n'),
    edit('c', 1, 'q'),
    edit('c', 2, 'r', true),
  ];
  for (const edits of [sent, sent.toReversed()])
    expect(
      latest(edits)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(['n', 'x']);
});

test('answers and people are counted by place and by option', () => {
  const answers: Parameters<typeof tabulate>[0] = [
    { municipality: '14201', seen: 2, values: { place: 'park', needs: ['food', 'bed'] } },
    { municipality: '14100', seen: 1, values: { place: 'park', needs: ['food'] } },
    { municipality: '14201', seen: 4, values: {} },
  ];
  const counted = tabulate(answers, questions);
  expect(counted.whole).toEqual({ code: '', answers: 3, seen: 7 });
  expect(counted.places).toEqual([
    { code: '14100', answers: 1, seen: 1 },
    { code: '14201', answers: 2, seen: 6 },
  ]);
  expect(counted.questions['place']?.[0]).toEqual({ code: 'park', answers: 2, seen: 3 });
  expect(counted.questions['needs']?.map(({ seen }) => seen)).toEqual([3, 2, 0, 0]);
  expect(counted.questions['note']).toBeUndefined();
  expect(counted.numbers['nights']).toEqual({ answers: 0, seen: 0, sum: 0 });
});

test('numbers are added up, and words stand in the order of their letters', () => {
  const answer = (values: object, seen = 1) => ({ municipality: '14201', seen, values: values as never });
  const counted = tabulate(
    [
      answer({ nights: 3, note: 'の方が先' }, 2),
      answer({ nights: 0, note: ' あとの言葉 ' }),
      answer({ note: '  ' }),
      answer({ nights: 4 }),
    ],
    questions,
  );
  expect(counted.numbers).toEqual({ nights: { answers: 3, seen: 4, sum: 7 } });
  expect(counted.texts).toEqual({ note: ['あとの言葉', 'の方が先'] });
});
