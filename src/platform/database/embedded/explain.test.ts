import { expect, test } from 'vitest';
import { explain } from './explain.ts';

const place = { dataDir: '/srv/tsunagi', folder: '/srv/tsunagi/postgres' };

test.each([
  [
    'initdb: error: could not write file "x": No space left on device',
    'The disk that holds /srv/tsunagi is full.',
  ],
  [
    'FATAL:  could not create lock file "postmaster.pid": Read-only file system',
    'The data folder /srv/tsunagi is not writable.',
  ],
  [
    "Error: EACCES: permission denied, mkdir '/srv/tsunagi/postgres.new'",
    'The data folder /srv/tsunagi is not writable.',
  ],
  [
    '2026-11-24 LOG:  starting\n2026-11-24 [1] FATAL:  invalid value for parameter "x"\n2026-11-24 LOG:  done',
    'PostgreSQL did not start in /srv/tsunagi/postgres: invalid value for parameter "x"',
  ],
  ['', 'PostgreSQL did not start in /srv/tsunagi/postgres: it ended without a word'],
])('what PostgreSQL said (%j) becomes one line', (output, line) => {
  const { message } = explain(output, place);
  expect(message).toContain(line);
  expect(message).not.toContain('\n');
});
