import { makeCall } from '#areas/grants/calls/actions.ts';
import { proposeVersion, publishVersion } from '#areas/grants/calls/publications/actions.ts';
import { answerBudget } from '#areas/grants/calls/budgets/actions.ts';
import { listBudgetChanges, listCalls } from '#areas/grants/calls/store.ts';
import type { CallTerms } from '#areas/grants/calls/terms.ts';
import { listPrograms } from '#areas/programs/programs/store.ts';
import { granted } from '../cast.ts';
import type { DemoGrants } from '../grants/files.ts';
import type { Step } from '../load.ts';
import type { Stage } from './programs.ts';

const bureau = 'welfare';
export const officer: Step['as'] = (cast) => cast.atDesk('grant-officer', bureau);
export const approver: Step['as'] = (cast) => cast.atDesk('grant-approver', bureau);
export const partner =
  ({ youth }: DemoGrants): Step['as'] =>
  (cast) =>
    cast.atDesk('grant-partner', youth.partner);

export interface Opened {
  readonly fiscalYear: number;
  readonly slug: string;
  readonly program: string | null;
  readonly terms: CallTerms;
  readonly audience: 'groups' | 'persons';
  readonly shape: 'subsidy' | 'one-shot';
}

/** Prepared by the officer, published by the approver. */
export function call(opened: Opened, at: Date): readonly Step[] {
  const { slug } = opened;
  return [
    { name: `grants-${slug}-made`, as: officer, at, run: (stage) => open(stage, opened) },
    {
      name: `grants-${slug}-published`,
      as: approver,
      at,
      run: async (stage) => {
        const { tx, who, now } = stage;
        const callId = await callOf(stage, slug);
        granted(await publishVersion(tx, who, { callId, revision: 0 }, now), `publishing ${slug}`);
      },
    },
  ];
}

async function open({ tx, who, cast, now }: Stage, { program, ...opened }: Opened): Promise<void> {
  const { fiscalYear } = opened;
  const programs = program ? await listPrograms(tx, fiscalYear) : [];
  const programId = programs.find(({ slug }) => slug === program)?.id ?? null;
  const bureauId = cast.organisation(bureau);
  const budgetLine = '民生費・社会福祉費・負担金補助及び交付金（例示）';
  const made = { ...opened, programId, bureauId, budgetLine, illustrative: true };
  const { callId } = granted(await makeCall(tx, who, made, now), `a call ${opened.slug}`);
  granted(await proposeVersion(tx, who, { callId, revision: 0 }, now), `proposing ${opened.slug}`);
}

export async function callOf({ tx }: Stage, slug: string): Promise<string> {
  const found = (await listCalls(tx)).find((each) => each.slug === slug);
  if (!found) throw new Error(`the demo world has no call ${slug}`);
  return found.id;
}

/** Whoever is asked for money for a call agrees to all that is asked. */
export async function agree(stage: Stage, slug: string): Promise<void> {
  const { tx, who, now } = stage;
  const callId = await callOf(stage, slug);
  for (const { id: changeId, state } of await listBudgetChanges(tx, { callId }))
    if (state === 'asked')
      granted(await answerBudget(tx, who, { changeId, answer: 'approved' }, now), 'a budget');
}
