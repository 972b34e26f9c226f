import { expect, test } from 'vitest';
import { everyone, permission, type Role } from '../access.ts';
import { defineWords } from '../i18n.ts';
import { path } from '../path.ts';
import { Routes } from './routes.ts';

const clerk: Role = { name: 'clerk', words: { ja: '係', en: 'Clerk' }, at: ['bureau'] };

test('a route without a permission does not compile', () => {
  const routes = new Routes();
  const answer = () => new Response('');
  // @ts-expect-error who may use it is not said
  expect(() => routes.get(path('/open'), answer)).not.toThrow();
  routes.get(path('/said'), everyone, answer).post(path('/done'), permission('thing.do', clerk), answer);
  expect(routes.list.slice(1).map((route) => route.permission.name)).toEqual(['everyone', 'thing.do']);
});

test('a parameter that is not in the pattern does not compile', () => {
  const page = path('/things/:id');
  // @ts-expect-error the id is missing
  page.to({});
  expect(page.to({ id: '1' })).toBe('/things/1');
});

test('words that one language lacks do not compile', () => {
  type Refusal = 'too-late' | 'not-yours';
  const words = defineWords({
    ja: { refusals: { 'too-late': '遅い', 'not-yours': '別の' } satisfies Record<Refusal, string> },
    // @ts-expect-error the English words of a refusal are missing
    en: { refusals: { 'too-late': 'too late' } },
  });
  expect(words.ja.refusals['not-yours']).toBe('別の');
});
