import { expect, test } from 'vitest';
import { path } from '../path.ts';
import { Routes } from '../web/routes.ts';
import { publicSections, sectionLookedAt } from './rules.ts';

const page = () => new Response('');
const sections = publicSections(
  new Routes()
    .publicPage(path('/'), page)
    .publicPage(path('/places'), page)
    .publicPage(path('/reports/:year'), page)
    .anonymousPage(path('/my'), page).list,
);
const look = {
  method: 'GET',
  url: '/reports/2024?lang=en',
  accept: 'text/html,*/*',
  userAgent: 'Mozilla/5.0 (Linux; Android 9) Mobile',
  cookie: 'lang=ja',
  purpose: undefined,
};

test.each([
  ['a page for everybody', {}, 'reports'],
  ['the first page', { url: '/' }, ''],
  ['what somebody typed stays in no count', { url: '/places?q=hunger' }, 'places'],
  ['a page of one person', { url: '/my' }, undefined],
  ['a page of the staff', { url: '/staff' }, undefined],
  ['an address of nothing', { url: '/wp-login.php' }, undefined],
  ['a form', { method: 'POST' }, undefined],
  ['only whether it is there', { method: 'HEAD' }, undefined],
  ['a picture or data', { accept: 'image/avif,*/*' }, undefined],
  ['fetched ahead', { purpose: 'prefetch;prerender' }, undefined],
  ['a search engine', { userAgent: 'Mozilla/5.0 (compatible; Googlebot/2.1)' }, undefined],
  ['a program that does not say what it is', { userAgent: undefined }, undefined],
  ['somebody who works here', { cookie: 'lang=ja; session=x' }, undefined],
])('a look at %s', (_, change, expected) => {
  expect(sectionLookedAt({ ...look, ...change }, sections)).toBe(expected);
});
