import type { Tx } from '#platform/database/database.ts';
import { monthsOfFiscalYear, tokyoDay } from '#platform/dates.ts';
import { countViews, type ViewRow } from '#platform/page-views/store.ts';
import { countCasesOfDesks, countEndedReferrals, countFlows, type DeskFlowRow } from '#areas/cases/index.ts';
import { countContactsOfDesks } from '#areas/consultations/index.ts';
import { countGrantsOfPrograms } from '#areas/grants/index.ts';
import {
  answerRates,
  countGoodsMoved,
  countMatches,
  countMembers,
  countPlaces,
  countSurveyed,
  countWorkTraining,
} from '#areas/partnerships/index.ts';
import { readYear } from '#areas/programs/index.ts';
import { countTrainings } from '#areas/training/index.ts';
import { registered } from './registry.ts';
import { type Binding, listBindings, replaceLiveValues } from './store.ts';

interface Counted {
  readonly total: number;
  /** April first; absent where months are not counted. */
  readonly months?: readonly number[];
}

interface Asked extends Pick<Binding, 'live' | 'parameters'> {
  readonly programId: string;
}

interface Round {
  readonly fiscalYear: number;
  readonly now: Date;
}

/**
 * Counts every bound measure of a year anew, from what the areas keep added up: one question for each register, however many measures,
 * desks and programs ask it. Needs a transaction of the product itself. Gives how many measures were counted.
 */
export async function countLive(tx: Tx, fiscalYear: number, now: Date): Promise<number> {
  const year = await readYear(tx, fiscalYear);
  const bindings = await listBindings(tx, fiscalYear);
  const bound = year.programs.flatMap(({ id: programId, measures }) =>
    measures.flatMap((measure) => {
      const binding = bindings.get(measure.thread);
      return binding ? [{ measure, asked: { ...binding, programId } }] : [];
    }),
  );
  const answers = await gather(
    tx,
    bound.map(({ asked }) => asked),
    { fiscalYear, now },
  );
  const rows = bound.flatMap(({ measure, asked }) => {
    const found = count(asked, answers);
    const known = {
      measureId: measure.id,
      live: asked.live,
      parameters: asked.parameters,
      version: registered(asked.live)?.version ?? 0,
      computedAt: now,
    };
    const ofYear = { ...known, period: String(fiscalYear), value: found?.total || null };
    const months = measure.rhythm === 'month' && found?.total ? found.months : undefined;
    if (!months) return [ofYear];
    const byMonth = monthsOfFiscalYear(fiscalYear).map((period, at) => ({
      ...known,
      period,
      value: months[at] ?? null,
    }));
    return [ofYear, ...byMonth];
  });
  await replaceLiveValues(tx, fiscalYear, rows);
  return bound.length;
}

/** Whether what is asked for is there to be counted: a desk may be gone. */
export async function isCountable(tx: Tx, asked: Asked, round: Round): Promise<boolean> {
  const answers = await gather(tx, [asked], round);
  const register = registers[asked.live];
  const desk = deskOf(asked);
  if (register === 'contacts' || register === 'cases' || register === 'referrals')
    return answers[register]?.has(desk) ?? false;
  return true;
}

const registers: Readonly<Record<string, Register>> = {
  contacts: 'contacts',
  consultations: 'cases',
  accompaniments: 'cases',
  protection: 'cases',
  independence: 'cases',
  'benefit-recipients': 'grants',
  'benefit-people': 'grants',
  'decided-yen': 'grants',
  'paid-yen': 'grants',
  'settled-yen': 'grants',
  'grant-groups': 'grants',
  'grant-reports': 'grants',
  members: 'members',
  matches: 'matches',
  'goods-kg': 'goods',
  'answer-rate': 'rates',
  places: 'places',
  'place-visits': 'places',
  'training-sessions': 'training',
  'training-total': 'training',
  'training-distinct': 'training',
  'work-training-employed': 'work',
  'surveyed-people': 'surveys',
  improved: 'flows',
  'referrals-ended': 'referrals',
  'referrals-well': 'referrals',
  'page-views': 'views',
};

type Answers = Awaited<ReturnType<typeof gather>>;
type Register =
  | 'contacts'
  | 'cases'
  | 'grants'
  | 'members'
  | 'matches'
  | 'goods'
  | 'rates'
  | 'places'
  | 'training'
  | 'work'
  | 'surveys'
  | 'flows'
  | 'referrals'
  | 'views';

/** One question to every register of which anything is asked. */
async function gather(tx: Tx, asked: readonly Asked[], { fiscalYear, now }: Round) {
  const of = (register: Register) => asked.filter(({ live }) => registers[live] === register);
  const desks = (register: Register) => [...new Set(of(register).map(deskOf))];
  const programIds = [...new Set(of('grants').map(({ programId }) => programId))];
  const [today, last] = [tokyoDay(now), `${fiscalYear + 1}-03-31`];
  const on = today < last ? today : last;
  const ifAny = async <T>(register: Register, ask: () => Promise<T>): Promise<T | undefined> =>
    of(register).length > 0 ? ask() : undefined;
  return {
    contacts:
      (await ifAny('contacts', () => countContactsOfDesks(tx, { desks: desks('contacts'), fiscalYear }))) ??
      new Map<string, never>(),
    cases:
      (await ifAny('cases', () => countCasesOfDesks(tx, { desks: desks('cases'), fiscalYear }))) ??
      new Map<string, never>(),
    grants: await ifAny('grants', () => countGrantsOfPrograms(tx, { programIds, fiscalYear })),
    members: await ifAny('members', () => countMembers(tx, { on })),
    matches: await ifAny('matches', () => countMatches(tx, { fiscalYear })),
    goods: await ifAny('goods', () => countGoodsMoved(tx, { fiscalYear })),
    rates: await ifAny('rates', () => answerRates(tx, { fiscalYear })),
    places: await ifAny('places', () => countPlaces(tx, { on })),
    training: await ifAny('training', () => countTrainings(tx, { fiscalYear, now })),
    work: await ifAny('work', () => countWorkTraining(tx, { fiscalYear, on })),
    surveys: await ifAny('surveys', () => countSurveyed(tx, { fiscalYear })),
    flows: await ifAny('flows', () => countFlows(tx, { fiscalYear })),
    referrals: await ifAny('referrals', () =>
      countEndedReferrals(tx, { desks: desks('referrals'), fiscalYear }),
    ),
    views: await ifAny('views', () => countViews(tx, { fiscalYear })),
  };
}

function deskOf({ parameters }: Asked): string {
  return parameters['desk'] ?? '';
}

const ofCases = {
  consultations: 'consultation',
  accompaniments: 'accompaniment',
  protection: 'protection',
  independence: 'independence',
} as const;
const ofGrants = {
  'benefit-recipients': 'recipients',
  'benefit-people': 'people',
  'decided-yen': 'decidedYen',
  'paid-yen': 'paidYen',
  'settled-yen': 'settledYen',
  'grant-groups': 'groups',
  'grant-reports': 'reports',
} as const;
const ofTraining = {
  'training-sessions': 'sessions',
  'training-total': 'total',
  'training-distinct': 'distinct',
} as const;

/** Undefined: nothing of that name can be counted, also where its desk is gone. What cannot be counted is no zero. */
function count(asked: Asked, answers: Answers): Counted | undefined {
  const { live, parameters, programId } = asked;
  if (live in ofCases) return answers.cases.get(deskOf(asked))?.[ofCases[live as keyof typeof ofCases]];
  if (live in ofGrants) return answers.grants?.get(programId)?.[ofGrants[live as keyof typeof ofGrants]];
  switch (live) {
    case 'contacts':
      return doorsTogether(answers.contacts.get(deskOf(asked)), parameters['door'] ?? '');
    case 'members':
      return totalOf(answers.members);
    case 'matches':
      return sumOf(answers.matches, ({ delivered }) => delivered);
    case 'goods-kg':
      return sumOf(answers.goods, ({ unit, received }) => (unit === 'kg' ? received : 0));
    case 'answer-rate':
      return totalOf(answers.rates?.percent);
    case 'places':
      return totalOf(answers.places?.counted);
    case 'place-visits':
      return totalOf(answers.places?.visitors);
    case 'training-sessions':
    case 'training-total':
    case 'training-distinct':
      return totalOf(answers.training?.[ofTraining[live]]);
    case 'work-training-employed':
      return totalOf(answers.work?.employed);
    case 'surveyed-people':
      return totalOf(answers.surveys);
    case 'improved':
      return answers.flows && improvedIn(answers.flows, parameters);
    case 'referrals-ended':
      return answers.referrals?.get(deskOf(asked))?.ended;
    case 'referrals-well':
      return answers.referrals?.get(deskOf(asked))?.well;
    case 'page-views':
      return answers.views && viewsOf(answers.views, parameters['section']);
    default:
      return undefined;
  }
}

function totalOf(total: number | undefined): Counted | undefined {
  return total === undefined ? undefined : { total };
}

function sumOf<Row>(rows: readonly Row[] | undefined, of: (row: Row) => number): Counted | undefined {
  return totalOf(rows?.reduce((sum, row) => sum + of(row), 0));
}

/** One way of contact, or all of them. */
function doorsTogether(
  doors: Readonly<Record<string, Counted>> | undefined,
  door: string,
): Counted | undefined {
  if (door || !doors) return doors?.[door];
  const all = Object.values(doors);
  return {
    total: all.reduce((sum, { total }) => sum + total, 0),
    months: Array.from({ length: 12 }, (_, at) =>
      all.reduce((sum, { months }) => sum + (months?.[at] ?? 0), 0),
    ),
  };
}

/** Of a part of the site, or of all. Undefined where nothing was counted in the year: that is no zero. */
function viewsOf(views: readonly ViewRow[], section: string | undefined): Counted | undefined {
  const asked = views.filter((row) => !section || row.section === section);
  const months = Array.from({ length: 12 }, (_, at) =>
    asked.reduce((sum, row) => sum + (row.at === at ? row.n : 0), 0),
  );
  return views.length === 0 ? undefined : { total: months.reduce((sum, n) => sum + n, 0), months };
}

/** Of a desk, or of all. Undefined where nobody was asked twice: that is no zero. */
function improvedIn(
  flows: readonly DeskFlowRow[],
  { domain, desk }: Readonly<Record<string, string>>,
): Counted | undefined {
  const asked = flows.filter((flow) => flow.domain === domain && (!desk || flow.desk === desk));
  if (asked.length === 0) return undefined;
  const better = asked.filter(({ before, after }) => after > before);
  return { total: better.reduce((sum, { n }) => sum + n, 0) };
}
