import type { Tx } from '#platform/database/database.ts';
import { listOrganisations } from '#platform/people/organisations.ts';
import { countFlows, domains, type FlowRow, scale } from '#areas/cases/index.ts';
import type { EditionContent } from '../editions/content.ts';
import { listBindings } from '../live-measures/store.ts';
import type { StateFlow, StateProgram } from './content/rules.ts';
import { countsOf } from './rules.ts';

/** Live measures that count the cases of a desk: their program is carried by it. */
const ofCases: readonly string[] = [
  'consultations',
  'accompaniments',
  'protection',
  'independence',
  'improved',
];

/**
 * The content with how people stood before and after: of all desks together, and of each program by the desks that its measures are
 * counted at. True numbers, for `control` to take out what is few.
 */
export async function withStates(tx: Tx, content: EditionContent): Promise<EditionContent> {
  const { head, programs } = content;
  if (head.kind !== 'results') return content;
  const all = await countFlows(tx, { fiscalYear: head.fiscalYear });
  if (all.length === 0) return content;
  const carried = await carriedPrograms(tx, content);
  const flows: StateFlow[] = flowsOf(null, all);
  for (const program of carried) {
    const codes = program.desks.map(({ code }) => code);
    flows.push(
      ...flowsOf(
        program,
        all.filter(({ desk }) => codes.includes(desk)),
      ),
    );
  }
  const told = new Set(flows.map(({ domain }) => domain));
  const states = {
    domains: domains
      .filter((code) => told.has(code))
      .map((code) => ({ code, name: scale[code].name, stages: scale[code].stages })),
    flows,
  };
  return { head: { ...head, states }, programs };
}

function flowsOf(program: StateProgram | null, rows: readonly FlowRow[]): StateFlow[] {
  return domains.flatMap((domain) => {
    const here = rows.filter((row) => row.domain === domain);
    return here.length === 0 ? [] : [{ program, domain, counts: countsOf(here) }];
  });
}

/** Each with its desks, by code; a desk that is gone counts nothing. */
async function carriedPrograms(tx: Tx, { head, programs }: EditionContent): Promise<readonly StateProgram[]> {
  const bindings = await listBindings(tx, head.fiscalYear);
  const names = new Map(
    (await listOrganisations(tx)).map(({ code, nameJa, nameEn }) => [code, { ja: nameJa, en: nameEn ?? '' }]),
  );
  return programs.flatMap(({ slug, thread, name, measures }) => {
    const codes = measures.flatMap((measure) => {
      const bound = bindings.get(measure.thread);
      const desk = bound && ofCases.includes(bound.live) ? bound.parameters['desk'] : undefined;
      return desk ? [desk] : [];
    });
    const desks = [...new Set(codes)].sort().flatMap((code) => {
      const known = names.get(code);
      return known ? [{ code, name: known }] : [];
    });
    return desks.length === 0 ? [] : [{ slug, thread, name, desks }];
  });
}
