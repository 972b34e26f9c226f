import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const lines = (count: number) => Array.from({ length: count }, (_, index) => `  log(${index});`).join('\n');
const longFunction = (count: number) =>
  `declare function log(n: number): void;\nexport function long() {\n${lines(count)}\n}\n`;

/** One file per rule: where it lies, what is in it, what the linter must call it (nothing: it must pass). */
const files: readonly [path: string, text: string, rule: string | undefined][] = [
  [
    'src/floating.ts',
    'async function save() {}\nexport function act() {\n  save();\n}\n',
    'no-floating-promises',
  ],
  ['src/default.ts', 'export default 1;\n', 'no-default-export'],
  ['tool.config.ts', 'export default 1;\n', undefined],
  [
    'src/long.ts',
    Array.from({ length: 251 }, (_, index) => `export const n${index} = 1;`).join('\n'),
    'max-lines',
  ],
  ['src/function.ts', longFunction(52), 'max-lines-per-function'],
  ['src/page.tsx', longFunction(52), undefined],
  ['src/page-long.tsx', longFunction(82), 'max-lines-per-function'],
  ['src/console.ts', "console.log('x');\n", 'no-console'],
  ['scripts/console.ts', "console.log('x');\n", undefined],
  ['src/any.ts', 'export const x = (y: any): number => y;\n', 'no-explicit-any'],
  ['src/todo.ts', '// TODO later\nexport const x = 1;\n', 'no-warning-comments'],
  ['src/thrown.ts', "export function act() {\n  throw 'text';\n}\n", 'only-throw-error'],
  [
    'src/skipped.test.ts',
    "import { test } from 'vitest';\ntest.skip('later', () => {});\n",
    'no-disabled-tests',
  ],
];

const folder = mkdtempSync(join(tmpdir(), 'tsunagi-lint-'));
const rulesOf = new Map<string, string[]>();

beforeAll(() => {
  for (const name of ['.oxlintrc.json', 'tsconfig.json']) cpSync(join(root, name), join(folder, name));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const { filename, code } of lint()) {
    const rule = /\((.+)\)/.exec(code)?.[1] ?? code;
    rulesOf.set(filename, [...(rulesOf.get(filename) ?? []), rule]);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

function lint(): { filename: string; code: string }[] {
  const command = [join(root, 'node_modules/oxlint/bin/oxlint'), '--type-aware', '--format=json'];
  const path = `${join(root, 'node_modules/.bin')}:${process.env['PATH']}`;
  try {
    execFileSync(process.execPath, command, {
      cwd: folder,
      env: { ...process.env, PATH: path },
      encoding: 'utf8',
    });
  } catch (error) {
    return (JSON.parse((error as { stdout: string }).stdout) as { diagnostics: ReturnType<typeof lint> })
      .diagnostics;
  }
  throw new Error('the linter found nothing to say');
}

test.each(files)('the linter on %s', (path, _text, rule) => {
  const found = [...new Set(rulesOf.get(path) ?? [])];
  expect(found).toEqual(rule ? [rule] : []);
});
