import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { path, withQuery } from './path.ts';

test('a path fills its parameters and encodes them', () => {
  const page = path('/reports/:year{[0-9]{4}}/programs/:slug');
  expect(page.pattern).toBe('/reports/:year{[0-9]{4}}/programs/:slug');
  expect(page.to({ year: '2024', slug: 'a/b 居場所' })).toBe(
    '/reports/2024/programs/a%2Fb%20%E5%B1%85%E5%A0%B4%E6%89%80',
  );
});

test('empty query values leave no trace', () => {
  expect(path('/find').to({}, { q: '家賃', page: undefined, kind: '' })).toBe('/find?q=%E5%AE%B6%E8%B3%83');
  expect(withQuery('/find?q=a', { lang: 'en' })).toBe('/find?q=a&lang=en');
});

test('alternatives match as a whole: nothing may follow or go before one of them', async () => {
  const app = new Hono();
  app.get(path('/edit/:part{basics|hours|places}').pattern, (c) => c.text(`part ${c.req.param('part')}`));
  app.get(path('/edit/hours/:channel{[0-9]{1,9}}').pattern, (c) =>
    c.text(`channel ${c.req.param('channel')}`),
  );
  const answer = async (url: string) => (await app.request(url)).text();
  expect(await answer('/edit/hours')).toBe('part hours');
  expect(await answer('/edit/hours/12')).toBe('channel 12');
  expect((await app.request('/edit/hoursx')).status).toBe(404);
  expect((await app.request('/edit/xbasics')).status).toBe(404);
});
