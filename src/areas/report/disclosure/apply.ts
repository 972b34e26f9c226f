import type { Tx } from '#platform/database/database.ts';
import { toldCount } from '#platform/disclosure/parts.ts';
import type { EditionContent, ProgramContent } from '../editions/content.ts';
import { type Edition, listEditionPrograms } from '../editions/store.ts';
import type { Target } from '../errata/rules.ts';
import { readPublishedValues } from '../figures/store.ts';
import { cellOf, countsPeople } from './measures/rules.ts';
import { recoverableStates } from '../states/rules.ts';
import { control, type ControlFacts, type Controlled, recoverable, stateFacts } from './rules.ts';
import { type FigureValue, listApproved, listEarlier, listWithheld, readFewest } from './store.ts';

const named = ({ measureId, period, value }: FigureValue) => ({ cell: cellOf(measureId, period), value });
const byCell = (cells: readonly { readonly cell: string; readonly value: number }[]) =>
  new Map(cells.map(({ cell, value }) => [cell, value]));

async function factsOf(tx: Tx, fiscalYear: number): Promise<ControlFacts> {
  const lastYear = await readPublishedValues(tx, fiscalYear - 1);
  return {
    fewest: await readFewest(tx),
    exceptions: (await listApproved(tx, fiscalYear)).map(named),
    earlier: (await listEarlier(tx, fiscalYear)).map(({ corrected, withheld, ...edition }) => ({
      ...edition,
      corrected: byCell(corrected.map(named)),
      withheld: byCell(withheld),
    })),
    toldLastYear: (thread) => typeof lastYear.get(thread) === 'number',
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

/** What an erratum may say of a published figure: of people no small number, and nothing beside a withheld one. */
export async function readTellable(tx: Tx, program: ProgramContent, target: Target | null) {
  const figure = target?.kind === 'figure' ? target : undefined;
  const measure = program.measures.find(({ id }) => id === figure?.measureId);
  if (!figure || !measure || !countsPeople(measure)) return { besideWithheld: false, mayTell: () => true };
  const fewest = await readFewest(tx);
  const exceptions = (await listApproved(tx, program.fiscalYear)).map(named);
  const cell = cellOf(figure.measureId, figure.period);
  return {
    besideWithheld: measure.withheld === true || measure.months.some(({ withheld }) => withheld),
    mayTell: (value: number) =>
      toldCount(value, fewest) !== null ||
      exceptions.some((each) => each.cell === cell && each.value === value),
  };
}
