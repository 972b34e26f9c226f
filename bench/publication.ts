import { sql } from 'drizzle-orm';
import { type PersonWho, type Role, system } from '#platform/access.ts';
import { type Database, inTransaction } from '#platform/database/database.ts';
import { insertOrganisation, insertPerson } from '#platform/people/organisations.ts';
import { approver, secretariat } from '#areas/programs/index.ts';
import { makePicture } from '#areas/programs/pictures/fixtures.ts';
import { granted, makeYear } from '#areas/programs/years/fixtures.ts';
import { approveEdition, prepareEdition, proposeEdition } from '#areas/report/editions/actions.ts';
import { findEdition } from '#areas/report/editions/store.ts';
import { listOutputs } from '#areas/report/outputs/store.ts';
import { median, type Outcome } from './outcome.ts';
import { openPages } from './pages.ts';

const programs = 50;
const prefectures = 47;
const firstYear = 2000;
const limitSeconds = 30;
const ratioLimit = 1.3;
const it = system('bench');
const now = new Date('2025-07-31T03:00:00Z');

/**
 * A year's results of 50 programs (ten measures, a voice, texts and charts each; ten pictures), from the draft to the published edition in
 * all formats; then as many of them as there are prefectures (BENCH_SCALE of 47), one after the other in one database.
 */
export async function publication(url: string, folder: string, scale: number): Promise<Outcome[]> {
  const editions = Math.max(4, Math.round(prefectures * scale));
  const { db } = await openPages(url, folder);
  try {
    const staff = await makeStaff(db);
    const files = { folder: `${folder}/pictures` };
    const seconds: number[] = [];
    for (let at = 0; at <= editions; at += 1) {
      const year = firstYear + at;
      await fillYear(db, { year, bureauId: staff.bureauId });
      await addPictures(db, { year, files });
      seconds.push(await publish(db, staff, { year, files }));
    }
    // The first also loads fonts and code.
    const [first = 0, ...others] = seconds;
    const alone = median(others.slice(0, 3));
    const ratio = others.reduce((sum, each) => sum + each, 0) / (alone * others.length);
    return [
      {
        what: `publication of ${programs} programs in all formats`,
        figure: `${first.toFixed(1)} s, later ${alone.toFixed(1)} s`,
        goal: `< ${limitSeconds} s`,
        met: first < limitSeconds,
      },
      {
        what: `${editions} such editions, one after the other, of linear`,
        figure: `${ratio.toFixed(2)}×`,
        goal: `≤ ${ratioLimit}×`,
        met: ratio <= ratioLimit,
      },
    ];
  } finally {
    await db.close();
  }
}

interface Staff {
  readonly bureauId: string;
  readonly secretariat: PersonWho;
  readonly approver: PersonWho;
}

async function makeStaff(db: Database): Promise<Staff> {
  return inTransaction(db, it, async (tx) => {
    const at = (kind: 'bureau' | 'prefecture', code: string, nameJa: string) =>
      insertOrganisation(tx, { kind, code, nameJa });
    const bureauId = await at('bureau', 'bench-bureau', '計測局');
    const organisationId = await at('prefecture', 'bench-prefecture', '計測県');
    const join = async ({ name: role }: Role): Promise<PersonWho> => {
      const memberships = [{ organisationId, role }];
      const name = '計測 本部';
      const personId = await insertPerson(tx, { email: `${role}@example.jp`, name, memberships });
      const of = { organisationKind: 'prefecture', organisationName: '計測県' } as const;
      return {
        kind: 'person',
        personId,
        name,
        sessionId: '',
        memberships: [{ organisationId, role, ...of }],
      };
    };
    return { bureauId, secretariat: await join(secretariat), approver: await join(approver) };
  });
}

async function fillYear(db: Database, { year, bureauId }: { year: number; bureauId: string }): Promise<void> {
  await makeYear(db, { year, bureaus: [bureauId] });
  const words = '計測のための文章です。'.repeat(12);
  await inTransaction(db, it, async (tx) => {
    await tx.execute(sql`insert into programs (fiscal_year, slug, name_ja, name_en, continuity, category, organisation_id, purpose, budget_initial, position)
      select ${year}, 'program-' || n, '計測の取組 ' || n, 'Program ' || n, 'continued', (array['home', 'work'])[1 + n % 2], ${bureauId}, ${words}, 10000000 + n, n
      from generate_series(1, ${programs}::int) n`);
    await tx.execute(sql`insert into results (program_id, summary, evaluation, next_step, rating)
      select id, ${words}, ${words}, ${words}, 'good' from programs where fiscal_year = ${year}`);
    await tx.execute(sql`insert into voices (program_id, speaker, words, consent_on, consent_how, position)
      select id, '利用した方', ${words}, '2025-06-01', '書面', 1 from programs where fiscal_year = ${year}`);
    await tx.execute(sql`insert into measures (program_id, label_ja, label_en, unit, kind, position, previous_value, target)
      select p.id, '計測の件数 ' || n, 'Count ' || n, 'cases', 'count', n, 1000 + n, 2000 from programs p, generate_series(1, 10) n
      where p.fiscal_year = ${year}`);
    await tx.execute(sql`insert into measure_values (measure_id, period, value)
      select m.id, ${String(year)}, 1000 + m.position * 13 from measures m join programs p on p.id = m.program_id
      where p.fiscal_year = ${year}`);
  });
}

async function addPictures(
  db: Database,
  { year, files }: { year: number; files: { folder: string } },
): Promise<void> {
  const { rows } = await inTransaction(db, it, (tx) =>
    tx.execute<{ id: string }>(
      sql`select id from programs where fiscal_year = ${year} order by position limit 10`,
    ),
  );
  for (const { id: programId } of rows)
    await makePicture(db, it, { files, programId, alternative: '計測の図' });
}

/** Seconds from the draft to everybody's report; throws when a format is missing. */
async function publish(
  db: Database,
  { secretariat: first, approver: second }: Staff,
  { year, files }: { year: number; files: { folder: string } },
): Promise<number> {
  const started = performance.now();
  const id = granted(await prepareEdition(db, first, { year, kind: 'results' }, now));
  granted(await proposeEdition(db, first, { id }, now));
  const { contentHash } = await inTransaction(db, first, (tx) => findEdition(tx, id));
  const workshop = { files, publicUrl: 'http://localhost' };
  granted(await approveEdition(db, second, { id, seenHash: contentHash, workshop }, now));
  const seconds = (performance.now() - started) / 1000;
  const made = await inTransaction(db, first, (tx) => listOutputs(tx, { editionId: id, lang: 'ja' }));
  if (made.length < 5) throw new Error(`only ${made.map(({ format }) => format).join(', ')} were made`);
  return seconds;
}
