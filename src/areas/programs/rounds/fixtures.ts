import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import type { Result } from '#platform/result.ts';
import type { SignedIn, TestApp } from '#src/app.testing.ts';
import { reporter, secretariat } from '../access.ts';
import { listEntries } from '../entries/store.ts';
import { addMeasure, type NewMeasure } from '../measures/actions.ts';
import { addProgram } from '../programs/actions.ts';
import { saveTerms } from '../terms/actions.ts';
import { openYear } from '../years/actions.ts';
import { openRound } from './actions.ts';

const it = system('test');

/** A refused fixture is a broken test. */
export function must<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(`refused: ${result.refusal}`);
  return result.value;
}

export interface CollectionWorld {
  readonly secretariat: SignedIn;
  readonly welfare: SignedIn;
  readonly health: SignedIn;
  readonly roundId: string;
  /** By the name of the program. */
  readonly entryIds: Readonly<Record<string, string>>;
  readonly programIds: Readonly<Record<string, string>>;
}

/** The programs of the world: two of one bureau, one of another; one measure by month, one rate. */
const measuresOf: Readonly<Record<string, readonly Omit<NewMeasure, 'programId'>[]>> = {
  夜の相談: [
    { labelJa: '電話相談', labelEn: 'Calls', unit: 'cases', kind: 'count', previousValue: 100 },
    { labelJa: '窓口の相談', unit: 'cases', kind: 'count', rhythm: 'month' },
  ],
  居場所の応援: [
    { labelJa: '利用した人', unit: 'persons', kind: 'people', counting: 'distinct', previousValue: 40 },
    { labelJa: '満足した人の割合', unit: 'percent', kind: 'rate' },
  ],
  健康の相談: [{ labelJa: '面談', unit: 'cases', kind: 'count' }],
};

/** A year with its words, two bureaus with a reporter each, three programs, and an open round. Invented. */
export async function collectionWorld(
  app: TestApp,
  { year = 2024, deadlineOn = '2099-03-31', now = new Date() } = {},
): Promise<CollectionWorld> {
  const office = await app.signIn(secretariat, { name: '事務局 職員' });
  const welfare = await app.signIn(reporter, { name: '福祉 担当' });
  const health = await app.signIn(reporter, { name: '健康 担当' });
  must(await openYear(app.db, it, { year }));
  await wordsOfYear(app, year, [welfare, health]);
  const programIds: Record<string, string> = {};
  for (const [nameJa, measures] of Object.entries(measuresOf)) {
    const { organisationId } = nameJa === '健康の相談' ? health : welfare;
    const program = { year, nameJa, continuity: 'continued', organisationId } as const;
    const { programId } = must(await addProgram(app.db, it, program));
    programIds[nameJa] = programId;
    for (const measure of measures) must(await addMeasure(app.db, it, { ...measure, programId }));
  }
  const round = { fiscalYear: year, title: '令和6年度の実績', deadlineOn };
  const { roundId } = must(await openRound(app.db, office.who, round, now));
  const entries = await inTransaction(app.db, it, (tx) => listEntries(tx, { roundId }));
  const entryIds = Object.fromEntries(entries.map(({ entry, program }) => [program.nameJa, entry.id]));
  return { secretariat: office, welfare, health, roundId, entryIds, programIds };
}

async function wordsOfYear(app: TestApp, year: number, bureaus: readonly SignedIn[]): Promise<void> {
  const vocabulary = {
    bureau: bureaus.map(({ organisationId }, index) => ({
      code: `bureau-${index + 1}`,
      nameJa: `試験局${index + 1}`,
      organisationId,
    })),
    rating: [
      { code: 'good', nameJa: '順調', nameEn: 'On track', details: { level: 1 } },
      { code: 'late', nameJa: 'やや遅れ', nameEn: 'A little late', details: { level: 2 } },
    ],
    unit: [
      { code: 'cases', nameJa: '件', nameEn: 'cases' },
      { code: 'persons', nameJa: '人', nameEn: 'persons' },
      { code: 'percent', nameJa: '％', nameEn: '%' },
    ],
  } as const;
  for (const scheme of ['bureau', 'rating', 'unit'] as const)
    must(await saveTerms(app.db, it, { year, scheme, terms: vocabulary[scheme] }));
}
