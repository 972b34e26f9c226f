import { addDays, tokyoDay } from '#platform/dates.ts';
import { listCaseFiles } from '#areas/cases/case-files/store.ts';
import { savePlan } from '#areas/cases/plans/actions.ts';
import { movePlan } from '#areas/cases/plans/moving.ts';
import { findLastPlan } from '#areas/cases/plans/store.ts';
import { emptyRow } from '#areas/cases/plans/write.ts';
import { writeRecord } from '#areas/cases/records/actions.ts';
import { writeReview } from '#areas/cases/reviews/actions.ts';
import { askScale } from '#areas/cases/scales/actions.ts';
import { addTask, finishTask } from '#areas/cases/tasks/actions.ts';
import type { DemoCase } from '../cases/files.ts';
import type { CaseWork } from '../cases/work.ts';
import { granted } from '../cast.ts';
import type { Stage } from './programs.ts';

/** What its worker does on a case: the scale, the plan as far as the meeting, records, tasks. */
export async function loadWork(stage: Stage, caseId: string, work: CaseWork): Promise<void> {
  for (const scale of work.scales) await ask(stage, caseId, scale);
  if (work.plan) await plan(stage, caseId, work.plan);
  for (const record of work.records) await write(stage, caseId, record);
  for (const task of work.tasks) await promise(stage, caseId, task);
}

/** What is left to the supervisor: the decision, and the review. */
export async function loadDecision(stage: Stage, demo: DemoCase): Promise<void> {
  const { tx, who, cast, vault, now } = stage;
  const receivedOn = ago(stage, demo.received);
  const { rows } = await listCaseFiles(
    tx,
    { organisationIds: [cast.organisation(demo.organisation)], open: true },
    1,
  );
  const found = rows.find((row) => row.receivedOn === receivedOn && row.mainWorry === demo.mainWorry);
  const last = found && (await findLastPlan(tx, found.id));
  if (!found || !last) throw new Error(`the demo world has no plan of a case received on ${receivedOn}`);
  const { plan: decidedPlan, review } = demo.work;
  const on = ago(stage, decidedPlan?.decided ?? 0);
  const step = { vault, planId: last.id, move: 'decide', on } as const;
  granted(await movePlan(tx, who, step, now), 'deciding on a plan');
  if (!review) return;
  const { ago: held, ...said } = review;
  const input = { vault, caseId: found.id, version: 0, heldOn: ago(stage, held), metOn: null, ...said };
  granted(await writeReview(tx, who, input, now), 'reviewing a plan');
}

function ago({ now }: Stage, days: number): string {
  return addDays(tokyoDay(now), -days);
}

function ahead({ now }: Stage, days: number): string {
  return addDays(tokyoDay(now), days);
}

async function plan(stage: Stage, caseId: string, demo: NonNullable<CaseWork['plan']>): Promise<void> {
  const { tx, who, vault, now } = stage;
  const { issues, longGoal, goal, health, employment, starts, endsIn, monitorIn, items } = demo;
  const saved = granted(
    await savePlan(
      tx,
      who,
      {
        vault,
        caseId,
        version: 0,
        issues,
        longGoal,
        goal,
        remark: '',
        careful: { health },
        startsOn: ago(stage, starts),
        endsOn: ahead(stage, endsIn),
        monitorOn: ahead(stage, monitorIn),
        isEmploymentTarget: employment,
        rows: items.map((item) => ({ ...emptyRow, ...item })),
      },
      new Date(now.getTime() - demo.agreed * 86_400_000),
    ),
    'a plan',
  );
  const step = { vault, planId: saved.id };
  const agreed = { ...step, move: 'agree', on: ago(stage, demo.agreed), how: 'signed' } as const;
  granted(await movePlan(tx, who, agreed, now), 'agreeing to a plan');
  if (demo.met === undefined) return;
  const met = { ...step, move: 'meet', on: ago(stage, demo.met), result: 'fits' } as const;
  granted(await movePlan(tx, who, met, now), 'the meeting on a plan');
}

async function write(stage: Stage, caseId: string, demo: CaseWork['records'][number]): Promise<void> {
  const { tx, who, vault, now } = stage;
  const { ago: days, at, minutes, from, nextIn, ...said } = demo;
  const input = {
    ...said,
    vault,
    caseId,
    startedAt: new Date(`${ago(stage, days)}T${at}:00+09:00`),
    minutes: minutes ?? null,
    fromOn: from === undefined ? null : ago(stage, from),
    untilOn: null,
    nextOn: nextIn === undefined ? null : ahead(stage, nextIn),
    isMonitoring: false,
    class: 'record',
    placeText: '',
    names: '',
  };
  granted(await writeRecord(tx, who, input, now), 'a record of a case');
}

async function promise(stage: Stage, caseId: string, demo: CaseWork['tasks'][number]): Promise<void> {
  const { tx, who, vault, now } = stage;
  if (who.kind !== 'person') throw new Error('a task has an owner');
  const added = new Date(now.getTime() - demo.added * 86_400_000);
  const dueOn = addDays(tokyoDay(added), demo.within);
  const input = { vault, caseId, what: demo.what, dueOn, ownerId: who.personId };
  const { id: taskId } = granted(await addTask(tx, who, input, added), 'a task');
  if (demo.done) granted(await finishTask(tx, who, { taskId }, now), 'finishing a task');
}

async function ask(stage: Stage, caseId: string, demo: CaseWork['scales'][number]): Promise<void> {
  const { tx, who, vault, now } = stage;
  const { ago: days, at, stages, remark } = demo;
  const input = { vault, caseId, askedOn: ago(stage, days), at, withPerson: true, stages, remark };
  granted(await askScale(tx, who, input, now), 'how things stand');
}
