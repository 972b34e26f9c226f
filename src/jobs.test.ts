import { glob, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { mailCarrier } from '#platform/mail/outbox.ts';
import { testApp } from './app.testing.ts';
import { jobs } from './jobs.ts';

const { tools } = await testApp({ IMAP_URL: 'imaps://name:password@mail.example.jp/INBOX' });

test('every job that an area has is among those that run: nothing of the night is forgotten', async () => {
  const running = jobs({ carrier: mailCarrier({ from: 'a@example.jp', folder: '' }), tools }).map(
    ({ name }) => name,
  );
  const written: string[] = [];
  // One folder deeper than what runs them.
  for await (const file of glob('src/*/*/**/jobs.ts'))
    written.push(
      ...[...(await readFile(file, 'utf8')).matchAll(/\bname: '([\w.-]+)'/g)].map(([, name = '']) => name),
    );
  expect(written.length).toBeGreaterThan(30);
  expect(written.filter((name) => !running.includes(name))).toEqual([]);
  expect(new Set(running).size).toBe(running.length);
});
