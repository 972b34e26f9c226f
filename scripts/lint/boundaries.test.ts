import { describe, expect, test } from 'vitest';
import { boundaries } from './boundaries.ts';
import { findingsIn } from './findings.ts';

const aliases = { '#platform/*': './src/platform/*', '#ui/*': './src/ui/*', '#areas/*': './src/areas/*' };

/** A tree of files in which everything that an import names exists. */
function rulesBrokenBy(files: Readonly<Record<string, string>>): string[] {
  const sources = Object.entries(files).map(([path, text]) => ({ path, text }));
  return [...new Set(findingsIn(sources, aliases, () => true).map((finding) => finding.rule))].sort();
}

/** For each rule: trees that break it, and trees beside them that do not. */
const examples: Readonly<Record<string, { broken: [string, string][]; kept: [string, string][] }>> = {
  'areas-flow-one-way': {
    broken: [['src/areas/programs/list/store.ts', "import { total } from '#areas/report/index.ts'"]],
    kept: [['src/areas/report/figures/store.ts', "import { listMeasures } from '#areas/programs/index.ts'"]],
  },
  'areas-meet-at-their-index': {
    broken: [
      [
        'src/areas/report/figures/actions.ts',
        "import { listMeasures } from '#areas/programs/measures/store.ts'",
      ],
      ['src/areas/report/figures/actions.ts', "import type { Row } from '../../programs/measures/store.ts'"],
      ['src/areas/report/figures/actions.ts', "import { deep } from '#areas/programs/measures/index.ts'"],
    ],
    kept: [
      ['src/areas/report/figures/pages/list.tsx', "import { programPath } from '#areas/programs/paths.ts'"],
      ['src/areas/report/figures/tables.ts', "import { measures } from '#areas/programs/measures/tables.ts'"],
      [
        'src/areas/report/figures/routes.test.ts',
        "import { aProgram } from '#areas/programs/measures/fixtures.ts'",
      ],
    ],
  },
  'platform-and-ui-know-no-area': {
    broken: [
      ['src/platform/mail/send.ts', "import { x } from '#areas/programs/index.ts'"],
      ['src/platform/mail/send.ts', "import { Frame } from '#ui/frame.tsx'"],
      ['src/platform/mail/send.ts', "import { app } from '../../app.tsx'"],
      ['src/ui/frame.tsx', "import { x } from '#areas/programs/index.ts'"],
      ['src/islands/live.ts', "import { x } from '#platform/dates.ts'"],
    ],
    kept: [
      ['src/ui/frame.tsx', "import type { Lang } from '#platform/i18n.ts'"],
      ['src/platform/sign-in/pages/password.tsx', "import { Frame } from '#ui/frame.tsx'"],
    ],
  },
  'rules-are-pure': {
    broken: [
      ['src/areas/programs/rounds/rules.ts', "import { listOwed } from './store.ts'"],
      ['src/areas/programs/rounds/rules.ts', "import type { Round } from './tables.ts'"],
      ['src/areas/programs/rounds/rules.ts', "import { z } from 'zod'"],
      ['src/areas/programs/rounds/rules.ts', "import { readFileSync } from 'node:fs'"],
    ],
    kept: [
      ['src/areas/programs/rounds/rules.ts', "import { ok } from '#platform/result.ts'"],
      ['src/areas/grants/open-data/rules.ts', "import { partsBeside } from '#platform/disclosure/parts.ts'"],
      ['src/areas/programs/rounds/rules.ts', "import { mayEdit } from '../programs/rules.ts'"],
      ['src/areas/programs/rounds/rules.ts', "import type { Who } from '#platform/access.ts'"],
    ],
  },
  'only-stores-speak-sql': {
    broken: [
      ['src/areas/programs/rounds/actions.ts', "import { eq } from 'drizzle-orm'"],
      ['src/areas/programs/rounds/jobs.ts', "import { integer } from 'drizzle-orm/pg-core'"],
      ['src/areas/programs/rounds/routes.tsx', "import { rounds } from './tables.ts'"],
      ['src/areas/programs/rounds/store.ts', "import pg from 'pg'"],
    ],
    kept: [
      [
        'src/areas/programs/rounds/store.ts',
        "import { eq } from 'drizzle-orm'; import { rounds } from './tables.ts'",
      ],
      ['src/areas/programs/rounds/routes.test.ts', "import { eq } from 'drizzle-orm'"],
      ['src/platform/database/pool.ts', "import pg from 'pg'"],
    ],
  },
  'stores-decide-nothing': {
    broken: [['src/areas/programs/rounds/store.ts', "import { decideReturn } from './rules.ts'"]],
    kept: [['src/areas/programs/rounds/store.ts', "import type { Round } from './rules.ts'"]],
  },
  'actions-know-no-http': {
    broken: [
      ['src/areas/programs/rounds/actions.ts', "import { html } from 'hono/html'"],
      ['src/areas/programs/rounds/actions.ts', "import type { Context } from 'hono'"],
      ['src/areas/programs/rounds/actions.ts', "import { router } from '#platform/web/router.ts'"],
    ],
    kept: [['src/areas/programs/rounds/actions.ts', "import { record } from '#platform/audit/index.ts'"]],
  },
  'pages-only-show': {
    broken: [
      ['src/areas/programs/rounds/pages/board.tsx', "import { listOwed } from '../store.ts'"],
      ['src/areas/programs/rounds/pages/board.tsx', "import { openRound } from '../actions.ts'"],
    ],
    kept: [['src/areas/programs/rounds/pages/board.tsx', "import type { Owed } from '../store.ts'"]],
  },
  'only-the-app-mounts-routes': {
    broken: [['src/areas/programs/index.ts', "export { rounds } from './rounds/routes.tsx'"]],
    kept: [
      ['src/app.tsx', "import { rounds } from '#areas/programs/rounds/routes.tsx'"],
      ['src/areas/programs/rounds/routes.test.ts', "import { rounds } from './routes.tsx'"],
    ],
  },
  'fixtures-are-for-tests': {
    broken: [['src/areas/programs/rounds/actions.ts', "import { aRound } from './fixtures.ts'"]],
    kept: [['seeds/load.ts', "import { aRound } from '#areas/programs/rounds/fixtures.ts'"]],
  },
  'tests-stay-out-of-the-product': {
    broken: [
      ['src/server.ts', "import { freshDatabase } from '#platform/testing/database.ts'"],
      ['src/app.tsx', "import { expect } from 'vitest'"],
    ],
    kept: [['src/app.test.ts', "import { freshDatabase } from '#platform/testing/database.ts'"]],
  },
};

describe('who may import whom', () => {
  test('every rule has an example that breaks it', () => {
    expect(Object.keys(examples).sort()).toEqual(boundaries.map((boundary) => boundary.name).sort());
  });

  describe.each(Object.entries(examples))('%s', (rule, { broken, kept }) => {
    test.each(broken)('fires on %s: %s', (path, text) => {
      expect(rulesBrokenBy({ [path]: text })).toContain(rule);
    });
    test.each(kept)('lets pass %s: %s', (path, text) => {
      expect(rulesBrokenBy({ [path]: text })).toEqual([]);
    });
  });

  test('no-cycles fires on a ring of three and not on a ring that is closed by a type', () => {
    const ring = {
      'src/a.ts': "import './b.ts'",
      'src/b.ts': "export * from './c.ts'",
      'src/c.ts': "await import('./a.ts')",
    };
    expect(rulesBrokenBy(ring)).toEqual(['no-cycles']);
    expect(rulesBrokenBy({ ...ring, 'src/c.ts': "import type { A } from './a.ts'" })).toEqual([]);
  });

  test('an area that is not in the list, and an import that leads nowhere, are found', () => {
    expect(rulesBrokenBy({ 'src/areas/taxes/list/store.ts': '' })).toEqual(['areas-are-listed']);
    const lost = [
      {
        path: 'src/app.tsx',
        text: "import { x } from '#platform/nothing.ts'; import y from '#elsewhere/y.ts'",
      },
    ];
    expect(findingsIn(lost, aliases, () => false).map((finding) => finding.rule)).toEqual([
      'imports-lead-somewhere',
      'imports-lead-somewhere',
    ]);
  });

  test('every way of naming a file is read: re-export, import(), a type written as import()', () => {
    const from = 'src/platform/mail/send.ts';
    for (const text of [
      "export { x } from '#areas/programs/index.ts'",
      "const x = await import('#areas/programs/index.ts')",
      "let x: import('#areas/programs/index.ts').X",
      "import '#areas/programs/index.ts'",
    ]) {
      expect(rulesBrokenBy({ [from]: text }), text).toEqual(['platform-and-ui-know-no-area']);
    }
  });

  test('a file that cannot be parsed is an error, never skipped', () => {
    expect(() => rulesBrokenBy({ 'src/app.tsx': 'import {' })).toThrow('src/app.tsx cannot be read');
  });
});

describe('rules know no clock', () => {
  const broken = [
    'new Date()',
    'Date.now()',
    'Date()',
    'Math.random()',
    'crypto.randomUUID()',
    'process.env.TZ',
    'await x',
    'performance.now()',
  ];
  test.each(broken)('%s is found in a rules.ts', (expression) => {
    expect(rulesBrokenBy({ 'src/areas/programs/rounds/rules.ts': `export const x = ${expression}` })).toEqual(
      ['rules-know-no-clock'],
    );
    expect(rulesBrokenBy({ 'src/areas/programs/rounds/store.ts': `export const x = ${expression}` })).toEqual(
      [],
    );
  });
  test('arithmetic on a given moment is no clock', () => {
    expect(
      rulesBrokenBy({
        'src/areas/programs/rounds/rules.ts': "export const x = new Date('2025-01-01'); Math.max(1, 2)",
      }),
    ).toEqual([]);
  });
});
