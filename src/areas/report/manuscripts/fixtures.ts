import type { EditionContent, EditionHead, MeasureContent, ProgramContent } from '../editions/content.ts';
import { aProgram } from '../editions/fixtures.ts';

const text = (ja: string, en = '') => ({ ja, en });

export function aMeasure(thread: string, change: Partial<MeasureContent> = {}): MeasureContent {
  const [first] = aProgram().measures as [MeasureContent];
  return { ...first, id: thread, thread, months: [], previousValue: null, ...change };
}

/** A desk with two ways in and months, in one unit. */
export function nightDesk(change: Partial<ProgramContent> = {}): ProgramContent {
  return {
    ...aProgram(),
    thread: 'night-desk',
    line: { code: 'C', name: text('孤独・孤立に悩む方への支援', 'People in loneliness') },
    evaluation: '電話は63,468件になりました。\n受付を22時から24時へ延ばしました。',
    budget: { initial: 4_200_000, revised: null, settled: null },
    measures: [
      aMeasure('line', { label: text('LINEでの相談', 'By LINE'), value: 11_987, previousValue: 9121 }),
      aMeasure('phone', {
        label: text('電話での相談', 'By telephone'),
        unit: text('件', 'cases'),
        value: 63_468,
        previousValue: 38_576,
        months: [
          { period: '2024-04', value: 12 },
          { period: '2024-06', value: 30 },
        ],
      }),
    ],
    voices: [{ speaker: '利用した方', words: '夜でも話せました。' }],
    pictures: [{ fileId: 'file', alternative: '夜の窓口', caption: '窓口' }],
    ...change,
  };
}

/** People, counted in all. */
export function wings(change: Partial<ProgramContent> = {}): ProgramContent {
  return {
    ...aProgram(),
    id: 'wings',
    thread: 'wings',
    slug: 'wings',
    name: text('巣立ちの応援', 'Wings'),
    continuity: 'continued',
    isNew: false,
    illustrative: true,
    evaluation: '',
    summary: '延べ207人に届けました。',
    measures: [
      aMeasure('people', {
        label: text('支給対象者（延べ）'),
        unit: text('人', 'people'),
        counting: 'total',
        value: 207,
      }),
      aMeasure('yen', { label: text('支給総額'), unit: text('円', 'yen'), value: 5_398_643 }),
    ],
    ...change,
  };
}

export function aContent(
  programs: readonly ProgramContent[] = [nightDesk(), wings()],
  change: Partial<EditionHead> = {},
): EditionContent {
  return {
    head: {
      format: 1,
      kind: 'results',
      fiscalYear: 2024,
      operator: text('潮見県', 'Shiomi Prefecture'),
      headquarters: text('くらし支え合い本部', 'Headquarters'),
      note: '',
      summary: text('2の取組はおおむね順調でした。', 'The programs went well.'),
      overallRating: { code: 'b', name: text('概ね順調', 'Broadly on track'), level: 2 },
      categories: [
        {
          code: 'home',
          name: text('住まいを支える', 'Housing'),
          mainContent: text('夜の窓口'),
          programs: programs.length,
        },
      ],
      pillars: [],
      units: ['件', '人'],
      programs,
      plan: [],
      missing: [],
      withoutReason: '',
      ...change,
    },
    programs,
  };
}

/** Two pillars, one row outside; 17億1,097万円 in the manner of the source. */
export function aPlan(): EditionContent {
  const row = (pillar: string | null, name: string, amount: number) => ({
    pillar,
    name: text(name),
    description: text(`${name}の内容`),
    isNew: pillar !== null,
    amount,
  });
  return aContent([], {
    kind: 'plan',
    fiscalYear: 2025,
    categories: [],
    overallRating: null,
    summary: text(''),
    pillars: [
      { code: '1', name: text('声をあげやすい社会', 'Easy to speak up') },
      { code: '2', name: text('切れ目のない支え', 'Unbroken support') },
    ],
    plan: [
      row('1', '見守りの輪', 35_090_000),
      row('2', '新生活の応援', 3_160_000),
      row('2', '仕事の体験', 500_000),
      row(null, '続けている支え', 1_013_190_000),
    ],
  });
}
