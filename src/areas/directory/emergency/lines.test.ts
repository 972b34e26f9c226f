import { describe, expect, test } from 'vitest';
import { htmlOf, viewForTests } from '#ui/testing/view.ts';
import { crisisKinds, emergencyLines, linesFor } from '../index.ts';
import { linesForAll } from './lines.ts';
import { EmergencyPanel } from './pages/panel.tsx';

describe('the national lines', () => {
  test('are the ones that the state runs, and no number of anybody else', () => {
    expect(
      Object.values(emergencyLines)
        .map((line) => line.number)
        .sort(),
    ).toEqual(
      [
        '110',
        '119',
        '189',
        '188',
        '#8008',
        '#8891',
        '#9110',
        '#8778',
        '0120-279-889',
        '0120-061-338',
        '0120-279-338',
        '0570-064-556',
        '0570-078374',
      ].sort(),
    );
  });

  test.each(crisisKinds)('for %s somebody is there at any hour', (kind) => {
    expect(linesFor(kind).some((line) => line.hours?.alwaysOpen)).toBe(true);
  });

  test('the ambulance comes first where a life is in danger, and no line twice where much is', () => {
    expect(linesFor('medical')[0]?.number).toBe('119');
    const all = linesForAll(crisisKinds);
    expect(new Set(all).size).toBe(all.length);
    expect(all[0]?.number).toBe('119');
  });
});

describe('the panel', () => {
  const html = htmlOf(EmergencyPanel({ view: viewForTests(), kind: 'violence' }));

  test('lets every number be tapped, a short one too', () => {
    expect(html).toContain('href="tel:110"');
    expect(html).toContain('href="tel:%238008"');
  });

  test('says who is there now, and not why it is shown', () => {
    expect(html).toContain('いまつながります');
    expect(html).toMatch(/<h2[^>]*>いま話せるところ<\/h2>/);
  });
});
