import { describe, expect, test } from 'vitest';
import { everyone } from '#platform/access.ts';
import { testApp } from './app.testing.ts';
import { routes } from './app.tsx';

describe('the addresses of the product', () => {
  const isStaff = (pattern: string) => pattern === '/staff' || pattern.startsWith('/staff/');

  test('what asks who somebody is stands under /staff, and nothing else does', () => {
    const open = routes.filter((route) => route.permission === everyone);
    expect(open.map((route) => route.pattern).filter(isStaff)).toEqual([]);
    const guarded = routes.filter((route) => route.permission !== everyone);
    expect(guarded.map((route) => route.pattern).filter((pattern) => !isStaff(pattern))).toEqual([]);
  });

  test('each is answered by one route', () => {
    const all = routes.map(({ method, pattern }) => `${method} ${pattern}`);
    expect(all.filter((route, at) => all.indexOf(route) !== at)).toEqual([]);
  });
});

test('the gallery is there in development only', async () => {
  const development = await testApp({ NODE_ENV: 'development' });
  expect((await development.get('/gallery')).status).toBe(200);
  const production = await testApp({ NODE_ENV: 'production' });
  expect((await production.get('/gallery')).status).toBe(404);
});
