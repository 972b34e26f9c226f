import type { Import } from './imports.ts';
import { areas, areaOf, isTest, kindOf, within } from './places.ts';

/** Who may import whom: one rule, said as a sentence, and the test of one import against it. */
export interface Boundary {
  readonly name: string;
  readonly says: string;
  /** `to` is a path of the product or the name of a package. */
  readonly breaks: (step: Import) => boolean;
}

const deciding = ['rules', 'actions', 'routes', 'pages'];
const besideRules = ['src/platform/result.ts', 'src/platform/dates.ts', 'src/platform/money.ts'];
/** Pure as a rule: what is told of a table. */
const pureFolder = 'src/platform/disclosure/';
const readsDatabase = ['tables', 'store'];

/** An import that leads from one kind of file into code that some rule keeps away from it. */
const kinds = (step: Import) => ({ from: kindOf(step.from), to: kindOf(step.to) });
const ofTheProduct = (step: Import) => !isTest(step.from);

export const boundaries: readonly Boundary[] = [
  {
    name: 'areas-flow-one-way',
    says: `An area may use the areas before it in the list (${areas.join(', ')}), never one after it.`,
    breaks: (step) => {
      const [from, to] = [areaOf(step.from), areaOf(step.to)];
      return from !== undefined && to !== undefined && areas.indexOf(from) < areas.indexOf(to);
    },
  },
  {
    name: 'areas-meet-at-their-index',
    says: 'Across areas only index.ts and paths.ts are imported; tables.ts may point at tables.ts for a foreign key.',
    breaks: (step) => {
      const [from, to] = [areaOf(step.from), areaOf(step.to)];
      if (
        !from ||
        !to ||
        from === to ||
        within(step.to, [`src/areas/${to}/index.ts`, `src/areas/${to}/paths.ts`])
      )
        return false;
      return !(kinds(step).from === 'tables' && kinds(step).to === 'tables') && kinds(step).to !== 'fixtures';
    },
  },
  {
    name: 'platform-and-ui-know-no-area',
    says: 'Platform, ui and islands hold no business word: they import no area and no app; of the platform only the pages and routes use the ui, and its tests the app; an island only islands.',
    breaks: (step) => {
      const home = ['src/platform/', 'src/ui/', 'src/islands/'].find((folder) => within(step.from, [folder]));
      if (!home || !within(step.to, ['src/']) || within(step.to, [home])) return false;
      if (home === 'src/ui/') return !within(step.to, ['src/platform/']);
      if (isTest(step.from) && within(step.to, ['src/app.testing.ts', 'src/app.tsx'])) return false;
      const shows = ['pages', 'routes'].includes(kindOf(step.from) ?? '');
      return !(home === 'src/platform/' && shows && within(step.to, ['src/ui/']));
    },
  },
  {
    name: 'rules-are-pure',
    says: 'A rules.ts imports other rules and #platform/{result,dates,money}.ts and disclosure only; types from anywhere but the database.',
    breaks: (step) => {
      const { from, to } = kinds(step);
      if (
        from !== 'rules' ||
        to === 'rules' ||
        besideRules.includes(step.to) ||
        within(step.to, [pureFolder])
      )
        return false;
      return (
        !step.typeOnly ||
        [...readsDatabase, ...deciding].includes(to ?? '') ||
        ['drizzle-orm', 'pg', 'zod', 'hono'].includes(step.to)
      );
    },
  },
  {
    name: 'only-stores-speak-sql',
    says: 'drizzle-orm and the tables belong to tables.ts, store.ts and the platform; pg to the platform; tests may look.',
    breaks: (step) => {
      if (!ofTheProduct(step) || within(step.from, ['src/platform/', 'scripts/', 'bench/'])) return false;
      if (step.to === 'pg') return true;
      if (readsDatabase.includes(kinds(step).from ?? '')) return false;
      if (step.to === 'drizzle-orm') return true;
      return kinds(step).to === 'tables' && !step.typeOnly && kinds(step).from !== 'fixtures';
    },
  },
  {
    name: 'stores-decide-nothing',
    says: 'A store.ts holds SQL: it imports no rules, actions, routes or pages.',
    breaks: (step) =>
      kinds(step).from === 'store' && deciding.includes(kinds(step).to ?? '') && !step.typeOnly,
  },
  {
    name: 'actions-know-no-http',
    says: 'An actions.ts works the same from a form, a job or a seed: no hono, no router, no routes, no pages.',
    breaks: (step) =>
      kinds(step).from === 'actions' &&
      (within(step.to, ['src/platform/web/', 'src/ui/']) ||
        ['hono', 'routes', 'pages'].includes(kinds(step).to ?? step.to)),
  },
  {
    name: 'pages-only-show',
    says: 'A page gets props and gives HTML: it runs no store, no action and no query.',
    breaks: (step) =>
      kinds(step).from === 'pages' &&
      !step.typeOnly &&
      ['store', 'tables', 'actions', 'routes', 'drizzle-orm', 'pg'].includes(kinds(step).to ?? step.to),
  },
  {
    name: 'only-the-app-mounts-routes',
    says: 'A routes.tsx is imported by src/app.tsx, by the contents of an area beside it, and by tests.',
    breaks: (step) =>
      kinds(step).to === 'routes' &&
      ofTheProduct(step) &&
      step.from !== 'src/app.tsx' &&
      !within(step.from, ['src/contents/']),
  },
  {
    name: 'fixtures-are-for-tests',
    says: 'A fixtures.ts is imported by tests, other fixtures, seeds, bench and e2e.',
    breaks: (step) =>
      kinds(step).to === 'fixtures' &&
      ofTheProduct(step) &&
      kinds(step).from !== 'fixtures' &&
      !within(step.from, ['seeds/', 'bench/', 'e2e/', 'src/platform/testing/']),
  },
  {
    name: 'tests-stay-out-of-the-product',
    says: 'What the product runs imports no test, no testing tool and no development package folder.',
    breaks: (step) =>
      within(step.from, ['src/']) &&
      ofTheProduct(step) &&
      kinds(step).from !== 'fixtures' &&
      !within(step.from, ['src/platform/testing/']) &&
      (isTest(step.to) ||
        within(step.to, ['src/platform/testing/', 'bench/', 'e2e/', 'scripts/']) ||
        step.to === 'vitest'),
  },
];
