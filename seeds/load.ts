import { createHash } from 'node:crypto';
import { type Database, inTransaction, type Tx } from '#platform/database/database.ts';
import { addDays } from '#platform/dates.ts';
import { findPersonByEmail } from '#platform/people/invitations/store.ts';
import { mailer } from '#areas/consultations/mails/reports.ts';
import { asOutsider } from '#areas/directory/proposals/actions.ts';
import type { FileStore } from '#platform/files/store.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { type Cast, readCast } from './cast.ts';
import { alone, loader, markDone } from './progress.ts';
import { loadDecision } from './steps/case-work.ts';
import { loadCase, loadCaseYear } from './steps/cases.ts';
import { shelter } from './steps/shelter.ts';
import { fieldSurveys } from './steps/field-surveys.ts';
import { grants } from './steps/grants.ts';
import { work } from './steps/work.ts';
import { training } from './steps/training.ts';
import { exchange } from './steps/exchange.ts';
import { matches } from './steps/matches.ts';
import { members } from './steps/members.ts';
import { partnerMeetings } from './steps/partner-meetings.ts';
import { noon } from './noon.ts';
import { loadYear, openDesks } from './steps/consultations.ts';
import { loadDeskWork, loadMails } from './steps/desk-work.ts';
import { connectLine } from './steps/line.ts';
import { decideReturn, openCollection, writeReturn } from './steps/collection.ts';
import { loadEntries, loadMunicipalities, loadProfiles } from './steps/directory.ts';
import { loadForms } from './steps/forms.ts';
import { loadNavigator } from './steps/navigator.ts';
import { places } from './steps/places.ts';
import { unmet } from './steps/unmet.ts';
import { watch } from './steps/watch.ts';
import { loadProposals } from './steps/proposals.ts';
import { bindings } from './steps/bindings.ts';
import { exceptions, publication } from './steps/editions.ts';
import { loadPeople } from './steps/people.ts';
import { problems } from './steps/problems.ts';
import { statements } from './steps/statements.ts';
import type { Stage } from './steps/programs.ts';
import { keepExpectations, loadPlanYear, loadResultsYear } from './steps/years.ts';
import { kanagawa, readWorld, type World } from './world.ts';

/** One person's turn in the load: one transaction, whose name tells a later start that it is done. */
export interface Step {
  readonly name: string;
  readonly as: (cast: Cast) => Stage['who'];
  readonly at: Date;
  readonly run: (stage: Stage) => Promise<void>;
}

interface DemoSignIn {
  readonly name: string;
  readonly email: string;
  /** Names of roles. */
  readonly roles: readonly string[];
}

export interface DemoSignIns {
  readonly password: string;
  readonly people: readonly DemoSignIn[];
}

interface Place {
  readonly db: Database;
  readonly vault: Vault;
  readonly files: FileStore;
  /** Undefined: reports are published without files. */
  readonly publicUrl?: string | undefined;
}

/**
 * Loads the demo world through the same actions that people use, once: an interrupted load goes on where it stopped, a world that
 * an earlier version of the product loaded stays as it is, and a database that holds something else is left alone. Gives the
 * sign-ins, or null where this is no demo.
 */
export async function loadDemo(
  { db, vault, files, publicUrl }: Place,
  now = new Date(),
  given?: World,
): Promise<DemoSignIns | null> {
  const world = given ?? (await readWorld(kanagawa));
  const people = peopleStep(world);
  let isDemo = true;
  let there = world.people;
  await alone(db, async ({ done, foreign }) => {
    isDemo = !foreign;
    const isEarlier = done.size > 0 && !done.has(people);
    if (isEarlier) there = await findThere(db, world);
    if (foreign || isEarlier || done.has('end')) return;
    if (done.size === 0)
      await inTransaction(db, loader, async (tx) => {
        await loadPeople(tx, world);
        await markDone(tx, people, now);
      });
    const cast = await readCast(db, world);
    for (const step of stepsOf(world, now).filter(({ name }) => !done.has(name)))
      await take(db, { step, cast, world, vault, files, publicUrl });
    await inTransaction(db, loader, (tx) => markDone(tx, 'end', now));
  });
  if (!isDemo) return null;
  return {
    password: world.password,
    people: there.map(({ roles, ...person }) => ({ ...person, roles: roles.map(({ role }) => role) })),
  };
}

/** Who acts in the load is its first step: with other people none of the others can be taken. */
function peopleStep({ people, organisations }: World): string {
  const told = JSON.stringify([people, organisations]);
  return `people ${createHash('sha256').update(told).digest('hex').slice(0, 12)}`;
}

/** The people of this version who are in the database: one that was loaded earlier may lack some. */
async function findThere(db: Database, { people }: World): Promise<World['people']> {
  return inTransaction(db, loader, async (tx) => {
    const there = [];
    for (const person of people) if (await findPersonByEmail(tx, person.email)) there.push(person);
    return there;
  });
}

async function take(
  db: Database,
  { step, ...rest }: Omit<Place, 'db'> & { step: Step; cast: Cast; world: World },
) {
  const who = step.as(rest.cast);
  await inTransaction(db, who, async (tx: Tx) => {
    await step.run({ db, tx, who, ...rest, now: step.at });
    await markDone(tx, step.name, step.at);
  });
}

function stepsOf(world: World, now: Date): readonly Step[] {
  const { results, plan } = world;
  const [published, planned] = [results.publishedOn, plan.publishedOn];
  return [
    { name: 'results', as: secretariat, at: noon(addDays(published, -6)), run: loadResultsYear },
    { name: 'plan', as: secretariat, at: noon(addDays(planned, -6)), run: loadPlanYear },
    { name: 'expectations', as: secretariat, at: noon(addDays(planned, -5)), run: keepExpectations },
    ...publication({
      year: plan.year,
      kind: 'plan',
      note: plan.note,
      numbers: plan.numbers,
      on: planned,
    }),
    ...problems(world),
    ...collection(world, now),
    ...directory(world, now),
    ...consultations(world, now),
    { name: 'forms', as: secretariat, at: now, run: loadForms },
    ...cases(world, now),
    ...grants(world, now),
    ...fieldSurveys(world, now),
    ...work(world, now),
    ...training(world, now),
    ...members(world, now),
    ...bindings(world),
    ...statements(world),
    ...exceptions(world),
    ...publication({
      year: results.year,
      kind: 'results',
      note: world.site.notes.results,
      numbers: results.numbers,
      direction: results.direction,
      on: published,
    }),
    ...exchange(world, now),
    ...matches(world, now),
    ...partnerMeetings(world, now),
    ...watch(world, now),
    ...places(world, now),
    ...unmet(world, now),
  ];
}

function collection(world: World, now: Date): readonly Step[] {
  const { returns } = world.plan.collection;
  return [
    { name: 'round', as: secretariat, at: now, run: openCollection },
    ...returns.flatMap((given): Step[] => [
      {
        name: `return-${given.program}`,
        as: (cast) => cast.reporterAt(given.by),
        at: now,
        run: (stage) => writeReturn(stage, given),
      },
      {
        name: `decision-${given.program}`,
        as: secretariat,
        at: now,
        run: (stage) => decideReturn(stage, given),
      },
    ]),
  ];
}

function directory(world: World, now: Date): readonly Step[] {
  return [
    { name: 'municipalities', as: keeper, at: now, run: loadMunicipalities },
    { name: 'profiles', as: keeper, at: now, run: loadProfiles },
    ...Object.keys(world.directory.entries).map((file) => ({
      name: `entries-${file}`,
      as: keeper,
      at: now,
      run: (stage: Stage) => loadEntries(stage, file),
    })),
    { name: 'navigator', as: keeper, at: now, run: loadNavigator },
    { name: 'proposals', as: () => asOutsider, at: now, run: loadProposals },
  ];
}

/** Desks, and years of contacts that hold no word of anybody: made by the product itself. */
function consultations({ desks }: World, now: Date): readonly Step[] {
  return [
    { name: 'desks', as: () => loader, at: now, run: openDesks },
    { name: 'line', as: () => loader, at: now, run: connectLine },
    ...desks.flatMap((desk): Step[] => [
      ...desk.years.map((year) => ({
        name: `contacts-${desk.code}-${year.fiscalYear}`,
        as: () => loader,
        at: now,
        run: (stage: Stage) => loadYear(stage, desk, year),
      })),
      {
        name: `work-${desk.code}`,
        as: (cast) => cast.atDesk('desk-supervisor', desk.organisation),
        at: now,
        run: (stage) => loadDeskWork(stage, desk),
      },
      { name: `mails-${desk.code}`, as: () => mailer, at: now, run: (stage) => loadMails(stage, desk) },
    ]),
  ];
}

/** Invented people, each carried by a worker of their organisation. */
function cases(world: World, now: Date): readonly Step[] {
  const { cases: all, caseYears } = world;
  return [
    ...caseYears.map((year) => ({
      name: `cases-${year.organisation}-${year.fiscalYear}`,
      as: () => loader,
      at: now,
      run: (stage: Stage) => loadCaseYear(stage, year),
    })),
    ...all.map((demo, at) => ({
      name: `case-${at}`,
      as: (cast: Cast) => cast.caseWorkerAt(demo.organisation),
      at: now,
      run: (stage: Stage) => loadCase(stage, demo),
    })),
    ...all
      .filter(({ work }) => work.plan?.decided !== undefined)
      .map((demo, at) => ({
        name: `case-decision-${at}`,
        as: (cast: Cast) => cast.caseSupervisorAt(demo.organisation),
        at: now,
        run: (stage: Stage) => loadDecision(stage, demo),
      })),
    ...shelter(world, now),
  ];
}

const secretariat: Step['as'] = (cast) => cast.secretariat;
const keeper: Step['as'] = (cast) => cast.keeper;
