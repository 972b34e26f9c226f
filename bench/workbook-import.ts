import { type PersonWho, system } from '#platform/access.ts';
import { type Database, inTransaction } from '#platform/database/database.ts';
import { insertOrganisation, insertPerson } from '#platform/people/organisations.ts';
import { addMeasure } from '#areas/programs/measures/actions.ts';
import { addProgram } from '#areas/programs/programs/actions.ts';
import { openRound } from '#areas/programs/rounds/actions.ts';
import { must } from '#areas/programs/rounds/fixtures.ts';
import { saveTerms } from '#areas/programs/terms/actions.ts';
import { makeWorkbook, receiveWorkbook, takeOverWorkbook } from '#areas/programs/workbooks/actions.ts';
import { edited, parts, withCell } from '#areas/programs/workbooks/fixtures.ts';
import { openYear } from '#areas/programs/years/actions.ts';
import { median, ms, type Outcome } from './outcome.ts';

const limit = 2000;
const year = 2030;
const programs = 125;
const measuresEach = 4;
const turns = 5;
const bench = system('bench');

/** A bureau's workbook of 500 rows with every figure changed: from the upload until the last of them is saved. */
export async function workbookImport(db: Database, folder: string): Promise<Outcome[]> {
  const { who, organisationId } = await makeBureau(db);
  const where = { roundId: await askFor(db, who, organisationId), organisationId };
  const times: number[] = [];
  let bytes = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    const book = await makeWorkbook(db, who, { ...where, lang: 'ja' });
    const upload = { name: book.name, content: filled(book.bytes, turn) };
    bytes = upload.content.byteLength;
    const started = performance.now();
    const { returnId } = must(await receiveWorkbook(db, who, { ...where, files: { folder }, upload }));
    const { changes } = must(await takeOverWorkbook(db, who, { roundId: where.roundId, returnId }));
    times.push(performance.now() - started);
    if (changes !== programs * measuresEach) throw new Error(`${changes} changes were taken over`);
  }
  const typical = median(times);
  return [
    {
      what: `import of a workbook of ${programs * measuresEach} rows, ${(bytes / 1000).toFixed(0)} kB`,
      figure: ms(typical),
      goal: `< ${ms(limit)}`,
      met: typical < limit,
    },
  ];
}

async function makeBureau(db: Database): Promise<{ who: PersonWho; organisationId: string }> {
  return inTransaction(db, bench, async (tx) => {
    const kind = 'bureau';
    const role = 'reporter';
    const organisationId = await insertOrganisation(tx, { kind, code: 'import', nameJa: '取り込み局' });
    const memberships = [{ organisationId, role }];
    const personId = await insertPerson(tx, { email: 'import@example.jp', name: '計測 担当', memberships });
    const held = { organisationId, organisationKind: kind, organisationName: '取り込み局', role } as const;
    return {
      organisationId,
      who: { kind: 'person', personId, name: '計測 担当', sessionId: '', memberships: [held] },
    };
  });
}

/** A year with the bureau's programs, and a round that asks for their figures. */
async function askFor(db: Database, who: PersonWho, organisationId: string): Promise<string> {
  await inTransaction(db, bench, async (tx) => {
    must(await openYear(tx, bench, { year }));
    const terms = {
      bureau: [{ code: 'import', nameJa: '取り込み局', organisationId }],
      unit: [{ code: 'cases', nameJa: '件' }],
    } as const;
    for (const scheme of ['bureau', 'unit'] as const)
      must(await saveTerms(tx, bench, { year, scheme, terms: terms[scheme] }));
    for (let at = 0; at < programs; at += 1) {
      const program = { year, nameJa: `計測の取組 ${at}`, continuity: 'new', organisationId } as const;
      const { programId } = must(await addProgram(tx, bench, program));
      for (let measure = 0; measure < measuresEach; measure += 1)
        must(
          await addMeasure(tx, bench, {
            programId,
            labelJa: `件数 ${measure}`,
            unit: 'cases',
            kind: 'count',
          }),
        );
    }
  });
  const office = { ...who, memberships: who.memberships.map((held) => ({ ...held, role: 'secretariat' })) };
  const round = { fiscalYear: year, title: '計測の照会', deadlineOn: '2099-03-31' };
  return must(await openRound(db, office, round)).roundId;
}

const headings = 4;
/** The year's column where nothing is told by month. */
const yearColumn = 'E';

function filled(book: Uint8Array, turn: number): Uint8Array {
  return edited(book, {
    [parts.values]: (sheet) => {
      let xml = sheet;
      for (let program = 0; program < programs; program += 1)
        for (let measure = 1; measure <= measuresEach; measure += 1) {
          const row = headings + program * (1 + measuresEach) + 1 + measure;
          xml = withCell(`${yearColumn}${row}`, `<v>${1000 * (turn + 1) + measure}</v>`)(xml);
        }
      return xml;
    },
  });
}
