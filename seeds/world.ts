import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { organisationKinds } from '#platform/access.ts';
import { type DemoCase, type DemoCaseYear, readCases, readCaseYears } from './cases/files.ts';
import { type DemoDesk, readDesks } from './consultations/files.ts';
import type { Directory } from './directory/files.ts';
import { readDirectory } from './directory/read.ts';
import { type DemoGrants, readGrants } from './grants/files.ts';
import { type DemoWork, readWork } from './partnerships/work.ts';
import { type DemoTraining, readTraining } from './training/files.ts';
import { type DemoMembers, readMembers } from './partnerships/members.ts';
import { type DemoMatch, readMatches } from './partnerships/matches.ts';
import { type DemoPost, readPosts } from './partnerships/posts.ts';

/** What the files of a demo world hold. A file that says something else is refused when it is read. */

const text = z.string().min(1);
const term = z.strictObject({
  code: text,
  nameJa: text,
  nameEn: text,
  details: z.record(text, z.union([text, z.number()])).default({}),
});
const bilingual = z.strictObject({ ja: text, en: text });

const site = z.strictObject({
  operator: bilingual,
  title: bilingual,
  headquarters: bilingual,
  demo: z.boolean(),
  /** Where a number comes from: the source note of its measure. */
  sources: z.strictObject({ document: text, plan: text, none: text, next: text, illustrative: text }),
  notes: z.strictObject({ results: text }),
  /** How consent to publish the voices was recorded. */
  consent: text,
  /** The summary of a program of which the source gives the name and no more. */
  namedSummary: text,
});

const organisation = z.strictObject({
  kind: z.enum(organisationKinds),
  code: text,
  nameJa: text,
  nameEn: text,
  localGovernmentCode: z.string().length(6).optional(),
});

const people = z.strictObject({
  password: z.string().min(12),
  people: z.array(
    z.strictObject({
      email: z.email(),
      name: text,
      roles: z.array(z.strictObject({ role: text, at: text })).min(1),
    }),
  ),
});

const measure = z.strictObject({
  labelJa: text,
  labelEn: text,
  unit: text,
  kind: z.enum(['count', 'people', 'yen', 'places', 'groups', 'views', 'rate']),
  counting: z.enum(['total', 'distinct']).nullable().default(null),
  rhythm: z.enum(['year', 'month']).default('year'),
  target: z.number().optional(),
  previousValue: z.number().optional(),
  value: z.number().optional(),
  /** April first. */
  months: z.array(z.number()).length(12).optional(),
  definition: z.string().default(''),
  source: z.enum(['document', 'plan', 'none', 'illustrative']),
  /** The document outside the product in which the number stands: printed of these months by `steps/statements.ts`, and everybody's. */
  statement: z
    .strictObject({ title: text, issuer: text, place: text, months: z.array(z.int()).length(12) })
    .optional(),
  /** What the product counts for it, where this world holds the work itself. */
  live: z
    .strictObject({ code: text, desk: text.optional(), door: text.optional(), domain: text.optional() })
    .optional(),
});

const program = z.strictObject({
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** document: its figures are in the source; named: only its name is; illustrative: invented. */
  origin: z.enum(['document', 'named', 'illustrative']),
  continuity: z.enum(['new', 'continued', 'expanded', 'ended']).default('continued'),
  category: text.optional(),
  line: text.optional(),
  pillars: z.array(text).default([]),
  bureau: text,
  partners: z.array(text).default([]),
  nameJa: text,
  nameEn: text,
  targetPeople: text,
  purpose: text,
  logic: z.strictObject({ inputs: text, activities: text, outputs: text, outcomes: text }).optional(),
  budget: z
    .strictObject({
      initial: z.int().optional(),
      revised: z.int().optional(),
      settled: z.int().optional(),
    })
    .default({}),
  measures: z.array(measure).min(1),
  result: z
    .strictObject({
      summary: z.string().default(''),
      evaluation: text,
      rating: text.optional(),
      nextStep: z.string(),
    })
    .optional(),
  voices: z.array(z.strictObject({ speaker: text, words: text })).default([]),
});

/** A number in a text of the world: which figure it is, or why it is no result. */
const toldNumber = z.strictObject({
  where: text,
  number: text,
  /** The label of a figure, Japanese. */
  figure: text.optional(),
  reason: text.optional(),
});
export type ToldNumber = z.output<typeof toldNumber>;

const resultsYear = z.strictObject({
  year: z.int(),
  publishedOn: z.iso.date(),
  overallRating: text,
  summaryJa: text,
  summaryEn: text,
  /** What the report says of where this is going. */
  direction: z.strictObject({ ja: text, en: text }).optional(),
  numbers: z.array(toldNumber).default([]),
  /** Invented looks at the site by part and month, April first; together what the document tells. */
  pageViews: z.record(z.string(), z.array(z.int().positive()).length(12)).default({}),
  terms: z.strictObject({
    category: z.array(term),
    line: z.array(term),
    domain: z.array(term),
    rating: z.array(term),
    unit: z.array(term),
    bureau: z.array(text),
  }),
});

const planYear = z.strictObject({ year: z.int(), pillars: z.array(term) });

const plan = z.strictObject({
  publishedOn: z.iso.date(),
  note: text,
  numbers: z.array(toldNumber).default([]),
  rows: z.array(
    z.strictObject({
      pillar: text.nullable(),
      program: text.nullable(),
      isNew: z.boolean(),
      amount: z.int(),
      nameJa: text,
      nameEn: text,
      descriptionJa: text,
      descriptionEn: text,
    }),
  ),
});

const problem = z.strictObject({
  title: text,
  detail: text,
  raisedBy: text,
  domains: z.array(text).min(1),
  joins: z.array(z.strictObject({ bureau: text, words: text })),
  remarks: z.array(z.strictObject({ by: text, words: text })),
  outcome: z.enum(['raised', 'considered', 'program', 'set-aside']),
  outcomeWords: z.string().default(''),
  program: text.optional(),
});

const collection = z.strictObject({
  title: text,
  message: text,
  /** From the day of loading to the deadline. */
  days: z.int(),
  returns: z.array(
    z.strictObject({
      program: text,
      by: text,
      state: z.enum(['draft', 'submitted', 'returned', 'accepted']),
      values: z.record(text, z.number()).default({}),
      months: z.record(text, z.array(z.number()).length(12)).default({}),
      evaluation: z.string(),
      rating: text.nullable(),
      nextStep: z.string(),
      comment: text.optional(),
    }),
  ),
});

export type Program = z.output<typeof program>;
export type Measure = z.output<typeof measure>;
export type Problem = z.output<typeof problem>;
export type Collection = z.output<typeof collection>;
export interface World {
  readonly site: z.output<typeof site>;
  readonly organisations: readonly z.output<typeof organisation>[];
  readonly password: string;
  readonly people: z.output<typeof people>['people'];
  /** Last year, with what came of it. */
  readonly results: z.output<typeof resultsYear> & { readonly programs: readonly Program[] };
  /** This year, with its plan and its collection. */
  readonly plan: z.output<typeof planYear> &
    z.output<typeof plan> & {
      readonly programs: readonly Program[];
      readonly problems: readonly Problem[];
      readonly collection: Collection;
    };
  readonly directory: Directory;
  readonly desks: readonly DemoDesk[];
  readonly cases: readonly DemoCase[];
  readonly caseYears: readonly DemoCaseYear[];
  /** Null: a world without grants. */
  readonly grants: DemoGrants | null;
  /** Workplaces and work trainings; left out: a world without. */
  readonly work?: DemoWork;
  readonly training: DemoTraining | null;
  /** Null: a world without the platform of groups, companies and government. */
  readonly members: DemoMembers | null;
  /** Needs and offers of its members. */
  readonly posts: readonly DemoPost[];
  /** What became of them. */
  readonly matches: readonly DemoMatch[];
}

/** Reads a demo world: last year with its results, this year with its plan, problems and collection. */
export async function readWorld(folder: string): Promise<World> {
  const read = async <T>(schema: z.ZodType<T>, ...path: string[]): Promise<T> =>
    schema.parse(JSON.parse(await readFile(join(folder, ...path), 'utf8')));
  const categories = (await readdir(join(folder, '2024', 'programs'))).toSorted();
  const byCategory = await Promise.all(
    categories.map(async (file) => {
      const found = await read(z.array(program), '2024', 'programs', file);
      return found.map((each) => ({ ...each, category: file.replace('.json', '') }));
    }),
  );
  return {
    site: await read(site, 'site.json'),
    organisations: await read(z.array(organisation), 'organisations.json'),
    ...(await read(people, 'people.json')),
    results: { ...(await read(resultsYear, '2024', 'year.json')), programs: byCategory.flat() },
    plan: {
      ...(await read(planYear, '2025', 'year.json')),
      ...(await read(plan, '2025', 'plan.json')),
      programs: await read(z.array(program), '2025', 'programs.json'),
      problems: await read(z.array(problem), '2025', 'problems.json'),
      collection: await read(collection, '2025', 'collection.json'),
    },
    directory: await readDirectory(join(folder, 'directory')),
    desks: await readDesks(join(folder, 'consultations')),
    cases: await readCases(join(folder, 'cases')),
    caseYears: await readCaseYears(join(folder, 'cases')),
    grants: await readGrants(join(folder, 'grants')),
    work: await readWork(join(folder, 'partnerships')),
    training: await readTraining(folder),
    members: await readMembers(join(folder, 'partnerships')),
    posts: await readPosts(join(folder, 'partnerships')),
    matches: await readMatches(join(folder, 'partnerships')),
  };
}

/** The world that ships: Kanagawa, from the document of 2 September 2025. */
export const kanagawa = join(import.meta.dirname, 'kanagawa');
