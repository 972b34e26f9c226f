import { describe, expect, test } from 'vitest';
import { currentItem } from './frame-parts.tsx';
import { PublicFrame, StaffFrame } from './frame.tsx';
import { htmlOf, viewForTests } from './testing/view.ts';

const navigation = [
  { href: '/', label: { ja: 'はじめ', en: 'Home' } },
  { href: '/reports', label: { ja: '報告', en: 'Reports' } },
  { href: '/reports/2024', label: { ja: '令和6年度', en: 'FY2024' } },
];

describe('a public page', () => {
  const html = htmlOf(
    <PublicFrame view={viewForTests({ navigation })} title="令和6年度の<報告>" description="一年の取組み" />,
  );

  test('is a whole document in its language, with an escaped title', () => {
    expect(html).toMatch(/^<!doctype html><html lang="ja">/);
    expect(html).toContain('<title>令和6年度の&lt;報告&gt;｜くらしの相談</title>');
    expect(html).toContain('<meta name="description" content="一年の取組み">');
  });

  test('can be left at once without a script and without saying where one came from', () => {
    expect(html).toMatch(/<a class="leave" href="https:[^"]+" rel="noreferrer nofollow"/);
  });

  test('begins with the way to its content, and offers the other language', () => {
    expect(html).toMatch(/<body[^>]*><a class="skip" href="#main">/);
    expect(html).toContain('id="main"');
    expect(html).toContain('<a href="/reports/2024?lang=en" lang="en" hreflang="en">English</a>');
  });

  test('marks one place in the navigation', () => {
    expect(html.match(/aria-current="page"/g)).toHaveLength(1);
  });
});

test('each public page marks its own place in its own language, however often the navigation was shown', () => {
  const shown = (path: string, lang: 'ja' | 'en' = 'ja') =>
    htmlOf(<PublicFrame view={viewForTests({ navigation, path, lang })} title="x" />);
  for (const _ of [1, 2]) {
    expect(shown('/reports')).toContain('<a href="/reports" aria-current="page">報告</a>');
    expect(shown('/reports/2023')).toContain('<a href="/reports" aria-current="true">報告</a>');
    expect(shown('/reports/2024', 'en')).toContain('<a href="/reports/2024" aria-current="page">FY2024</a>');
    expect(shown('/places')).not.toMatch(/<a href="[^"]*" aria-current="(page|true)">(はじめ|報告|令和)/);
  }
});

test('a sample says so, and a real site does not', () => {
  const demo = viewForTests({ site: { ...viewForTests().site, demo: true } });
  expect(htmlOf(<PublicFrame view={demo} title="報告" />)).toContain('見本のページです');
  expect(htmlOf(<PublicFrame view={viewForTests()} title="報告" />)).not.toContain('見本のページです');
});

test('a staff page shows who is signed in, signs out by a form, and tells once what was done', () => {
  const person = { name: '見本 花子', organisations: ['福祉局'] };
  const view = viewForTests({ person, signOut: '/sign-out', notice: '保存しました。' });
  const html = htmlOf(<StaffFrame view={view} title="事業" />);
  expect(html).toContain('見本 花子');
  expect(html).toMatch(/<form method="post" action="\/sign-out">/);
  expect(html).toMatch(/role="status"[^>]*><p[^>]*>保存しました。/);
});

test('the current item is the longest beginning of the path, and the first page only itself', () => {
  expect(currentItem(navigation, '/reports/2024/programs/x')?.href).toBe('/reports/2024');
  expect(currentItem(navigation, '/reports/2023')?.href).toBe('/reports');
  expect(currentItem(navigation, '/reports-old')).toBeUndefined();
  expect(currentItem(navigation, '/')?.href).toBe('/');
});
