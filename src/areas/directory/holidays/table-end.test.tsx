import { expect, test } from 'vitest';
import { htmlOf, viewForTests } from '#ui/testing/view.ts';
import { TableEndNotice } from './pages/table-end.tsx';

test('staff read that the table ends, from two years before, and nothing until then', () => {
  const view = viewForTests();
  const shown = (today: string) =>
    htmlOf(<TableEndNotice view={view} lastHoliday="2050-11-23" today={today} />);
  expect(shown('2026-11-02')).not.toContain('祝日の表');
  expect(shown('2049-01-01')).toContain('祝日の表は令和32年11月23日までです');
});
