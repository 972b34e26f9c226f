import { aoumiDirectory } from './second-directory.ts';
import type { Measure, Program, World } from './world.ts';

/** 青海県 does not exist: other bureaus, categories, ratings and units than the demo world, for a test that nothing is hard-wired. */

const measure: Omit<Measure, 'labelJa' | 'labelEn' | 'unit'> = {
  kind: 'count',
  counting: null,
  rhythm: 'year',
  definition: '',
  source: 'illustrative',
};
const program: Omit<Program, 'slug' | 'category' | 'bureau' | 'nameJa' | 'nameEn' | 'measures' | 'result'> = {
  origin: 'illustrative',
  continuity: 'continued',
  pillars: [],
  partners: [],
  targetPeople: '島に暮らす方',
  purpose: '海を渡らずに相談できるようにする。',
  budget: {},
  voices: [],
};

const programs: readonly Program[] = [
  {
    ...program,
    slug: 'ferry-desk',
    category: 'sea',
    bureau: 'harbour',
    partners: ['hill'],
    nameJa: '船着き場の相談',
    nameEn: 'Consultation at the ferry landing',
    measures: [
      { ...measure, labelJa: '寄港', labelEn: 'Calls', unit: 'trip', value: 48, previousValue: 40 },
      { ...measure, labelJa: '待ち時間', labelEn: 'Wait', unit: 'minute', kind: 'rate', value: 12.5 },
    ],
    result: { summary: '', evaluation: '冬も休まず寄れた。', rating: 'blue', nextStep: '夜の便にも置く。' },
  },
  {
    ...program,
    slug: 'hill-bus',
    category: 'hill',
    bureau: 'hill',
    nameJa: '丘の送り迎え',
    nameEn: 'Rides up the hill',
    measures: [{ ...measure, labelJa: '便', labelEn: 'Rides', unit: 'trip', value: 310 }],
    result: { summary: '', evaluation: '雪の日に止まった。', rating: 'red', nextStep: 'タイヤを替える。' },
  },
];

const term = (code: string, nameJa: string, nameEn: string, details = {}) => ({
  code,
  nameJa,
  nameEn,
  details,
});

const people: World['people'] = [
  { email: 'umi@example.jp', name: '見本 海', roles: [{ role: 'secretariat', at: 'aoumi' }] },
  { email: 'oka@example.jp', name: '見本 丘', roles: [{ role: 'approver', at: 'aoumi' }] },
  { email: 'shima@example.jp', name: '見本 島', roles: [{ role: 'directory-keeper', at: 'aoumi' }] },
  { email: 'minato@example.jp', name: '見本 港', roles: [{ role: 'reporter', at: 'harbour' }] },
];

export const aoumi: World = {
  desks: [],
  cases: [],
  caseYears: [],
  grants: null,
  training: null,
  members: null,
  posts: [],
  matches: [],
  site: {
    operator: { ja: '青海県', en: 'Aoumi Prefecture' },
    title: { ja: 'あおうみの報告', en: 'The Aoumi Report' },
    headquarters: { ja: '島のくらし会議', en: 'Council for Island Life' },
    demo: false,
    sources: {
      document: '県の資料',
      plan: '県の計画',
      none: '未詳',
      next: '県の照会',
      illustrative: '試験の数字',
    },
    notes: { results: '' },
    consent: '本人が書面で同意',
    namedSummary: '名前だけの取組。',
  },
  organisations: [
    { kind: 'prefecture', code: 'aoumi', nameJa: '青海県', nameEn: 'Aoumi Prefecture' },
    { kind: 'bureau', code: 'harbour', nameJa: '港局', nameEn: 'Harbour Bureau' },
    { kind: 'bureau', code: 'hill', nameJa: '丘局', nameEn: 'Hill Bureau' },
  ],
  password: 'aoumi-no-mihon-2031',
  people,
  results: {
    year: 2030,
    publishedOn: '2031-06-15',
    overallRating: 'blue',
    summaryJa: '島と港で取組を行った。',
    summaryEn: 'Two programs were carried out.',
    numbers: [],
    pageViews: {},
    terms: {
      category: [
        term('sea', '海の区分', 'Sea', { mainContent: '船と港' }),
        term('hill', '丘の区分', 'Hill', { mainContent: '坂と道' }),
        term('sky', '空の区分', 'Sky', { mainContent: '風と灯' }),
      ],
      line: [],
      domain: [term('boats', '船', 'Boats')],
      rating: [term('blue', '青', 'Blue', { level: 1 }), term('red', '赤', 'Red', { level: 2 })],
      unit: [term('trip', '便', 'trips'), term('minute', '分', 'minutes')],
      bureau: ['harbour', 'hill'],
    },
    programs,
  },
  plan: {
    year: 2031,
    publishedOn: '2031-06-20',
    note: '',
    numbers: [],
    pillars: [term('only', 'ただ一つの柱', 'The only pillar')],
    rows: [
      {
        pillar: 'only',
        program: null,
        isNew: true,
        amount: 123_456_789,
        nameJa: '灯台の部屋',
        nameEn: 'Rooms in the lighthouse',
        descriptionJa: '灯台に泊まれる部屋をつくる。',
        descriptionEn: 'Rooms to stay in the lighthouse.',
      },
    ],
    programs: [],
    problems: [],
    collection: { title: '島の照会', message: '', days: 7, returns: [] },
  },
  directory: aoumiDirectory,
};
