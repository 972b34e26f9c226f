/** Every test that uses a database, on a PostgreSQL server: that of DATABASE_URL, or the machine's own. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepFilesInMemory } from './run/in-memory.ts';
import { startServer } from './run/postgres-server.ts';
import { runAll } from './run/run.ts';
import { root } from './run/step.ts';
import { serverTests } from './run/steps.ts';

const asksForDatabase = /testDatabase\(|testApp\(|inject\('serverUrl'\)/;
const files = globSync('{src,seeds}/**/*.test.{ts,tsx}', { cwd: root }).filter((file) =>
  asksForDatabase.test(readFileSync(join(root, file), 'utf8')),
);

keepFilesInMemory();
process.env['DATABASE_URL'] ||= await startServer();
await runAll([serverTests(files)]);
