import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../access.ts';
import { lastHoliday, withOverrides } from '../hours/holidays.ts';
import { staffDirectoryPaths } from '../paths.ts';
import { overrideHoliday, restoreHoliday } from './actions.ts';
import { HolidaysPage } from './pages/holidays.tsx';
import { holidaysFrom } from './rules.ts';
import { listOverrides } from './store.ts';
import { refusals, words } from './words.ts';

/** This year's, and next year's for plans. */
const daysShown = 460;

const form = z.object({
  date: field.day(),
  what: field.choice(['make', 'take']),
  nameJa: field.optionalText(60),
  nameEn: field.optionalText(60),
});

export const holidayRoutes = new Routes()
  .get(staffDirectoryPaths.holidays, can.keepHolidays, (visit) => page(visit, emptyForm))
  .post(staffDirectoryPaths.holidays, can.keepHolidays, async (visit) => {
    const typed = await visit.form(form);
    if (!typed.ok) return page(visit, typed.state);
    const { what, ...values } = typed.values;
    const changed = await overrideHoliday(
      visit.db,
      visit.who,
      { ...values, holiday: what === 'make' },
      visit.now,
    );
    if (changed.ok) return visit.go(staffDirectoryPaths.holidays.to({}), words[visit.lang].saved);
    const fields = { 'past-day': 'date', 'already-so': 'date', 'name-missing': 'nameJa' };
    const { lang } = visit;
    return page(visit, refusedForm({ words: refusals, lang, refused: changed, typed: typed.typed, fields }));
  })
  .post(staffDirectoryPaths.holidayRestore, can.keepHolidays, async (visit) => {
    const restored = await restoreHoliday(visit.db, visit.who, visit.params.date, visit.now);
    if (restored.ok) return visit.go(staffDirectoryPaths.holidays.to({}), words[visit.lang].restored);
    const { lang } = visit;
    return page(visit, refusedForm({ words: refusals, lang, refused: restored, typed: {} }));
  }).list;

async function page(visit: Visit<unknown>, state: FormState): Promise<Response> {
  const today = tokyoDay(visit.now);
  const overrides = await inTransaction(visit.db, visit.who, listOverrides);
  const days = holidaysFrom(withOverrides(overrides), today, daysShown);
  const coming = overrides.filter(({ date }) => date >= today);
  const props = { view: visit.view, state, days, overrides: coming, lastHoliday, today };
  return visit.page(<HolidaysPage {...props} />, state.problems.length > 0 ? 422 : 200);
}
