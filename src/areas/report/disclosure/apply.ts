import type { Tx } from '#platform/database/database.ts';
import type { EditionContent, ProgramContent } from '../editions/content.ts';
import { type Edition, listEditionPrograms } from '../editions/store.ts';
import { type Correction, type Target, withCorrections } from '../errata/rules.ts';
import { decideCorrected, type Untellable } from './corrected/rules.ts';
import type { Kept } from '../manuscripts/open-numbers.ts';
import { findEdits } from '../manuscripts/store.ts';
import { cellOf, type MeasureFacts } from './measures/rules.ts';
import { recoverableStates } from '../states/rules.ts';
import { control, type ControlFacts, type Controlled, recoverable, restored, stateFacts } from './rules.ts';
import {
  type FigureValue,
  listApproved,
  listEarlier,
  listWithheld,
  readFewest,
  readYearTold,
} from './store.ts';

const named = ({ measureId, period, value }: FigureValue) => ({ cell: cellOf(measureId, period), value });
const byCell = (cells: readonly { readonly cell: string; readonly value: number }[]) =>
  new Map(cells.map(({ cell, value }) => [cell, value]));

/** What decides on the numbers of a year, but for its own earlier editions. */
export async function readFacts(tx: Tx, fiscalYear: number): Promise<MeasureFacts> {
  const lastYear = await readYearTold(tx, fiscalYear - 1);
  return {
    fewest: await readFewest(tx),
    exceptions: (await listApproved(tx, fiscalYear)).map(named),
    lastYear: (thread) => lastYear.get(thread),
  };
}

async function factsOf(tx: Tx, fiscalYear: number): Promise<ControlFacts> {
  return {
    ...(await readFacts(tx, fiscalYear)),
    earlier: (await listEarlier(tx, fiscalYear)).map(({ corrected, withheld, ...edition }) => ({
      ...edition,
      corrected: byCell(corrected.map(named)),
      withheld: byCell(withheld),
    })),
  };
}

/** Takes out of the content what may not be told, with what was told of the year before in mind. A plan counts no people. */
export async function applyDisclosure(tx: Tx, content: EditionContent): Promise<Controlled> {
  if (content.head.kind === 'plan') return { content, withheld: [] };
  return control(content, await factsOf(tx, content.head.fiscalYear));
}

/** Withheld figures of a draft that could be worked out, asked anew of what it says: also by what was published after it was made. */
export async function listRecoverable(tx: Tx, { id, fiscalYear }: Pick<Edition, 'id' | 'fiscalYear'>) {
  const withheld = byCell(await listWithheld(tx, id));
  return recoverable(await listEditionPrograms(tx, id), withheld, await factsOf(tx, fiscalYear));
}

/** The same of how people stood before and after. */
export async function listRecoverableStates(tx: Tx, edition: Pick<Edition, 'id' | 'fiscalYear' | 'content'>) {
  const { states } = edition.content;
  if (!states) return [];
  const withheld = byCell(
    (await listWithheld(tx, edition.id)).filter(({ cell }) => cell.startsWith('state ')),
  );
  return recoverableStates(states, withheld, stateFacts(await factsOf(tx, edition.fiscalYear)));
}

/** Everything withheld that could be worked out of an edition. */
export async function listAllRecoverable(
  tx: Tx,
  edition: Pick<Edition, 'id' | 'fiscalYear' | 'content'>,
): Promise<readonly unknown[]> {
  return [...(await listRecoverable(tx, edition)), ...(await listRecoverableStates(tx, edition))];
}

/** What the check of an edition's texts reads beside its content. */
export async function readKept(tx: Tx, editionId: string): Promise<Kept> {
  const { edits } = await findEdits(tx, editionId);
  return { edits, withheld: byCell(await listWithheld(tx, editionId)) };
}

/** What keeps a value from being told as a correction of a published program; of a text nothing does. */
export async function readUntellable(
  tx: Tx,
  { editionId, program, corrections }: Published,
  target: Target | null,
): Promise<(value: number) => Untellable | undefined> {
  if (target?.kind !== 'figure') return () => undefined;
  const withheld = byCell(await listWithheld(tx, editionId));
  const facts = await readFacts(tx, program.fiscalYear);
  const before = restored(withCorrections(program, corrections), withheld);
  const cell = cellOf(target.measureId, target.period);
  const as = (value: number) => [{ target, oldValue: '', newValue: String(value), reason: '', on: '' }];
  return (value) =>
    decideCorrected(
      { cell, before, after: withCorrections(before, as(value)), withheld: new Set(withheld.keys()) },
      facts,
    );
}

interface Published {
  readonly editionId: string;
  readonly program: ProgramContent;
  readonly corrections: readonly Correction[];
}
