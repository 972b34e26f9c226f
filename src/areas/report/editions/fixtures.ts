import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { nameSite } from '#platform/people/site.ts';
import type { SignedIn, TestApp } from '#src/app.testing.ts';
import { approver, reporter, secretariat } from '#areas/programs/index.ts';
import { makePicture } from '#areas/programs/pictures/fixtures.ts';
import { makePlanRow } from '#areas/programs/plans/fixtures.ts';
import { makeMeasure, makeProgram, makeResult } from '#areas/programs/programs/fixtures.ts';
import { granted, makeYear } from '#areas/programs/years/fixtures.ts';
import { approveEdition, prepareEdition, proposeEdition } from './actions.ts';
import type { Workshop } from '../outputs/make.ts';
import type { EditionKind, ProgramContent } from './content.ts';
import { findEdition } from './store.ts';

const it = system('test');

export interface ReportWorld {
  readonly secretariat: SignedIn;
  readonly approver: SignedIn;
  readonly reporter: SignedIn;
  /** Ids of measures and programs, by a short name. */
  readonly calls: string;
  readonly visits: string;
  readonly visitors: string;
  readonly nightDesk: string;
  readonly fileId: string;
}

/** An invented prefecture with one year: two programs in two categories, figures of a year and of months, a picture. */
export async function reportWorld(app: TestApp, { year = 2024 } = {}): Promise<ReportWorld> {
  const people = {
    secretariat: await app.signIn(secretariat, { name: '事務 一' }),
    approver: await app.signIn(approver, { name: '承認 二' }),
    reporter: await app.signIn(reporter, { name: '報告 三' }),
  };
  await inTransaction(app.db, it, (tx) =>
    nameSite(tx, {
      operator: { ja: '潮見県', en: 'Shiomi Prefecture' },
      title: { ja: '潮見のくらし', en: 'Living in Shiomi' },
      headquarters: { ja: '潮見県くらし支え合い本部', en: 'Shiomi Headquarters' },
      demo: false,
    }),
  );
  await makeYear(app.db, { year, bureaus: [people.reporter.organisationId] });
  const desk = await makeNightDesk(app, people.reporter, year);
  const visitors = await makeGarden(app, people.reporter, year);
  return { ...people, ...desk, visitors };
}

async function makeNightDesk({ db, tools }: TestApp, bureau: SignedIn, year: number) {
  const nightDesk = await makeProgram(db, {
    year,
    organisationId: bureau.organisationId,
    category: 'home',
    slug: 'night-desk',
  });
  const calls = await makeMeasure(db, {
    programId: nightDesk,
    labelJa: '電話の相談',
    labelEn: 'Calls',
    previousValue: 38_576,
    values: { [year]: 63_468 },
    sourceNote: '相談の記録',
  });
  const visits = await makeMeasure(db, {
    programId: nightDesk,
    labelJa: '夜の来所, 「急ぎ」',
    rhythm: 'month',
    values: { [`${year}-04`]: 12, [`${year}-05`]: 30 },
  });
  await makeResult(db, nightDesk);
  const picture = { files: tools.files, programId: nightDesk, alternative: '夜の相談室の入口' };
  return { nightDesk, calls, visits, fileId: await makePicture(db, bureau.who, picture) };
}

async function makeGarden({ db }: TestApp, { organisationId }: SignedIn, year: number): Promise<string> {
  const programId = await makeProgram(db, {
    year,
    organisationId,
    category: 'work',
    slug: 'garden',
    nameJa: '庭の集い',
    nameEn: 'Garden',
    continuity: 'continued',
    illustrative: true,
  });
  return makeMeasure(db, {
    programId,
    labelJa: '来た人',
    unit: 'persons',
    kind: 'people',
    counting: 'total',
    values: { [year]: 207 },
  });
}

/** Two rows of a plan: 3,509 and 316 times 10,000 yen. */
export async function planWorld(
  app: TestApp,
  { year = 2025, bureaus }: { year?: number; bureaus?: readonly string[] } = {},
): Promise<void> {
  await makeYear(app.db, { year, ...(bureaus ? { bureaus } : {}) });
  await makePlanRow(app.db, { year, nameJa: '見守りの輪', amount: 35_090_000 });
  await makePlanRow(app.db, {
    year,
    pillar: null,
    nameJa: '続けている支え',
    isNew: false,
    amount: 3_160_000,
  });
}

/** Prepared and proposed by one person, approved by another. */
export async function publish(
  app: TestApp,
  world: Pick<ReportWorld, 'secretariat' | 'approver'>,
  {
    year = 2024,
    kind = 'results',
    now = new Date('2025-07-31T03:00:00Z'),
    workshop = 'no-files',
    ...words
  }: {
    year?: number;
    kind?: EditionKind;
    now?: Date;
    workshop?: Workshop | 'no-files';
    note?: string;
    withoutReason?: string;
  } = {},
): Promise<string> {
  const { db } = app;
  const id = granted(await prepareEdition(db, world.secretariat.who, { year, kind, ...words }, now));
  granted(await proposeEdition(db, world.secretariat.who, { id }, now));
  const { contentHash } = await inTransaction(db, world.secretariat.who, (tx) => findEdition(tx, id));
  granted(await approveEdition(db, world.approver.who, { id, seenHash: contentHash, workshop }, now));
  return id;
}

/** A program's page with one figure, for rules. */
export function aProgram(): ProgramContent {
  const text = (ja: string) => ({ ja, en: '' });
  return {
    id: 'program',
    fiscalYear: 2024,
    thread: 'program',
    slug: 'night-desk',
    name: text('夜の相談'),
    continuity: 'new',
    isNew: true,
    illustrative: false,
    category: 'home',
    categoryName: text('住まいを支える'),
    bureau: text('局'),
    division: '',
    partners: [],
    pillars: [],
    line: null,
    targetPeople: '',
    purpose: '',
    logic: { inputs: '', activities: '', outputs: '', outcomes: '' },
    budget: { initial: null, revised: null, settled: null },
    summary: '夜も開いた',
    evaluation: '続けて来る人が増えた',
    nextStep: '',
    rating: null,
    measures: [
      {
        id: '11111111-1111-4111-8111-111111111111',
        thread: '11111111-1111-4111-8111-111111111111',
        label: text('電話の相談'),
        unit: text('件'),
        kind: 'count',
        counting: null,
        target: null,
        value: 120,
        previousValue: 100,
        months: [
          { period: '2024-04', value: 50 },
          { period: '2024-05', value: 70 },
        ],
        definition: '',
        sourceNote: '',
      },
    ],
    voices: [],
    pictures: [],
  };
}
