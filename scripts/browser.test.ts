import { expect, test } from 'vitest';
import { advice, findChromium } from './browser.ts';

const bare = { environment: { PATH: '/bin' }, isExecutable: () => false, install: undefined };

test('CHROMIUM is taken as it is given', () => {
  const environment = { CHROMIUM: '/opt/mine/chrome' };
  expect(findChromium({ ...bare, environment, isExecutable: () => true })).toBe('/opt/mine/chrome');
});

test('a CHROMIUM that cannot be run is said, and nothing else is tried', () => {
  const environment = { CHROMIUM: '/opt/mine/chrome' };
  expect(() => findChromium({ ...bare, environment })).toThrow('/opt/mine/chrome, which cannot be run');
});

test('an installed browser is found in the usual places', () => {
  const isExecutable = (path: string) => path === '/usr/bin/chromium-browser';
  expect(findChromium({ ...bare, isExecutable })).toBe('/usr/bin/chromium-browser');
});

test('with no browser and no right to install one, it says what to do', () => {
  expect(() => findChromium(bare)).toThrow(advice);
});

test('with the right to install, Debian’s browser and Japanese fonts are installed and found', () => {
  const installed: string[] = [];
  const install = (names: readonly string[]) => void installed.push(...names);
  const isExecutable = (path: string) => installed.length > 0 && path === '/usr/bin/chromium';
  expect(findChromium({ ...bare, isExecutable, install })).toBe('/usr/bin/chromium');
  expect(installed).toEqual(['chromium', 'fonts-noto-cjk']);
});
