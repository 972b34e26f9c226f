import { randomUUID } from 'node:crypto';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { listMunicipalities } from '#areas/directory/index.ts';
import {
  closeSurvey,
  createSurvey,
  publishSurvey,
  setTeam,
} from '#areas/partnerships/field-surveys/actions.ts';
import { exampleQuestions } from '#areas/partnerships/field-surveys/fixtures.ts';
import { listSurveys } from '#areas/partnerships/field-surveys/store.ts';
import { takeAnswers } from '#areas/partnerships/field-surveys/taking.ts';
import type { Step } from '../load.ts';
import { noon } from '../noon.ts';
import type { World } from '../world.ts';
import type { Stage } from './programs.ts';

const purpose =
  '住まいが定まらない方がどこで夜を過ごし、何に困っているかを、名前を聞かずに知るための調査です（例示）。';

/** Last winter's field survey with its results, and this one's, which is going on. In a world without surveyors there is none. */
export function fieldSurveys({ people }: World, now: Date): readonly Step[] {
  const team = people.flatMap(({ roles }) => roles).find(({ role }) => role === 'surveyor')?.at;
  if (!team) return [];
  const today = tokyoDay(now);
  const before = {
    title: '住居不安定者実態調査（前回）',
    opensOn: addDays(today, -300),
    closesOn: addDays(today, -270),
  };
  const running = {
    title: '住居不安定者実態調査',
    opensOn: addDays(today, -10),
    closesOn: addDays(today, 20),
  };
  const [wasOut, wasClosed] = [noon(addDays(before.opensOn, 3)), noon(addDays(before.closesOn, 1))];
  const secretariat: Step['as'] = (cast) => cast.secretariat;
  const out: Step['as'] = (cast) => cast.atDesk('surveyor', team);
  return [
    {
      name: 'field-survey-before',
      as: secretariat,
      at: noon(before.opensOn),
      run: (stage) => open(stage, before, team),
    },
    { name: 'field-survey-before-out', as: out, at: wasOut, run: (stage) => answer(stage, before.title, 90) },
    {
      name: 'field-survey-before-closed',
      as: secretariat,
      at: wasClosed,
      run: (stage) => close(stage, before.title),
    },
    {
      name: 'field-survey',
      as: secretariat,
      at: noon(running.opensOn),
      run: (stage) => open(stage, running, team),
    },
    { name: 'field-survey-out', as: out, at: now, run: (stage) => answer(stage, running.title, 6) },
  ];
}

async function open(
  { tx, who, cast, now }: Stage,
  facts: { title: string; opensOn: string; closesOn: string },
  team: string,
): Promise<void> {
  const surveyId = await createSurvey(tx, who, { ...facts, purpose, questions: exampleQuestions }, now);
  await setTeam(tx, who, { surveyId, organisationId: cast.organisation(team), municipalities: [] }, now);
  await publishSurvey(tx, who, surveyId, now);
}

async function close({ tx, who, now }: Stage, title: string): Promise<void> {
  await closeSurvey(tx, who, await named(tx, title), now);
}

async function named(tx: Stage['tx'], title: string): Promise<string> {
  const found = (await listSurveys(tx)).find((survey) => survey.title === title);
  if (!found) throw new Error(`the demo world has no survey ${title}`);
  return found.id;
}

/** As many answers as somebody writes on some nights, spread without chance so that every load is the same. */
async function answer({ tx, who, now }: Stage, title: string, count: number): Promise<void> {
  const cities = (await listMunicipalities(tx)).filter(
    ({ kind }) => kind === 'city' || kind === 'designated-city',
  );
  const of = (code: string, at: number) => {
    const options = exampleQuestions.find((question) => question.code === code)?.options ?? [];
    return options[at % options.length]?.code ?? '';
  };
  const edits = Array.from({ length: count }, (_, at) => ({
    id: randomUUID(),
    answerId: randomUUID(),
    version: 1,
    sequence: 1,
    municipality: cities[(at * at) % Math.min(7, cities.length)]?.code ?? '',
    seen: 1 + (at % 3),
    values: {
      place: of('place', at % 5),
      age: of('age', Math.floor(at / 2)),
      needs: [of('needs', at), of('needs', at + 1)],
    },
    removed: false,
    wroteAt: new Date(now.getTime() - (at + 1) * 600_000),
  }));
  await takeAnswers(tx, who, { surveyId: await named(tx, title), sentAt: now, edits }, now);
}
