import { addDays, tokyoDay } from '#platform/dates.ts';
import { listCaseFiles } from '#areas/cases/case-files/store.ts';
import { searchKeys } from '#areas/cases/persons/actions.ts';
import { listCasesByKeys } from '#areas/cases/persons/store.ts';
import { openRequest } from '#areas/partnerships/workplaces/actions.ts';
import { exampleOffer, makeWorkplace } from '#areas/partnerships/workplaces/fixtures.ts';
import { nameCalls } from '#areas/partnerships/workplaces/money.ts';
import { updateWorkplace } from '#areas/partnerships/workplaces/store.ts';
import { makeTraining } from '#areas/partnerships/work-trainings/fixtures.ts';
import { system } from '#platform/access.ts';
import type { Step } from '../load.ts';
import type { DemoWork } from '../partnerships/work.ts';
import type { World } from '../world.ts';
import { callOf } from './grant-calls.ts';
import type { Stage } from './programs.ts';

const maker = system('test');

/** Three model workplaces, one that asks, and trainings in every state: employed once, with the words of three sides; one with hours; the prefecture's own of six days. */
export function work({ work: demo, cases, grants }: World, now: Date): readonly Step[] {
  if (!demo || cases.length === 0 || !grants) return [];
  return [
    { name: 'work-places', as: () => maker, at: now, run: (stage) => load(stage, demo) },
    {
      name: 'work-money',
      as: (cast) => cast.atDesk('work-officer', 'industry'),
      at: now,
      run: async (stage) => {
        const callIds = [await callOf(stage, demo.call)];
        await nameCalls(stage.tx, stage.who, { callIds }, now);
      },
    },
  ];
}

async function load(stage: Stage, demo: DemoWork): Promise<void> {
  const { tx, cast, vault, now } = stage;
  const others = await casesOf(stage, demo);
  for (const { at, fields, trainings } of demo.workplaces) {
    const organisationId = cast.organisation(at);
    const { workplaceId } = await makeWorkplace(tx, { organisationId, ...fields }, now);
    for (const { person, from, until, came, outcome, kind, state, voices, reviews } of trainings) {
      const of = typeof person === 'string' ? await caseNamed(stage, demo, person) : others[person];
      if (!of) throw new Error(`the demo world has no case ${person}`);
      const day = (days: number) => addDays(tokyoDay(now), days);
      const days = came.map((ago) => ({ on: day(ago), minutes: 180 }));
      const about = {
        caseId: of.id,
        workerId: of.assignedTo,
        workplaceId,
        organisationId,
        vault,
        state,
        days,
      };
      const told = {
        startsOn: day(from),
        endsOn: day(until),
        ...(outcome && { outcome }),
        ...(kind && { kind }),
      };
      await makeTraining(tx, { ...about, ...told, voices, reviews }, now);
    }
  }
  await ask(stage, demo);
}

async function ask({ tx, cast, vault, now }: Stage, { asking }: DemoWork): Promise<void> {
  const organisationId = cast.organisation(asking.at);
  const { workplaceId } = await makeWorkplace(
    tx,
    { ...exampleOffer, organisationId, name: asking.name },
    now,
  );
  await updateWorkplace(tx, workplaceId, { number: null, certifiedOn: null, validUntil: null });
  const workplace = { id: workplaceId, organisationId };
  await openRequest(tx, { workplace, vault, kind: 'first', state: 'submitted', submittedAt: now }, now);
}

async function caseNamed({ tx, cast, vault }: Stage, { desk }: DemoWork, name: string) {
  const organisationIds = [cast.organisation(desk)];
  const [found] = await listCasesByKeys(tx, { organisationIds, blinds: searchKeys(vault, name) });
  return found;
}

/** Cases of the desk that no training names, the oldest first. */
async function casesOf(stage: Stage, demo: DemoWork) {
  const names = demo.workplaces.flatMap(({ trainings }) => trainings.map(({ person }) => person));
  const named = new Set<string | undefined>();
  for (const name of names) if (typeof name === 'string') named.add((await caseNamed(stage, demo, name))?.id);
  const organisationIds = [stage.cast.organisation(demo.desk)];
  const { rows } = await listCaseFiles(stage.tx, { organisationIds }, 1);
  return rows
    .filter(({ id }) => !named.has(id))
    .toSorted((one, other) => one.receivedOn.localeCompare(other.receivedOn));
}
