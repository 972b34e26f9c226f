import { csvFile } from '#platform/csv.ts';
import { tokyoDay } from '#platform/dates.ts';
import { Routes } from '#platform/web/routes.ts';
import { can } from '../access.ts';
import { csvResponse } from '../csv-response.ts';
import { staffReportPaths as paths } from '../paths.ts';
import { groupsOf } from './groups.ts';
import { DashboardPage } from './pages/dashboard.tsx';
import { csvRowsOf } from './panels.ts';
import { readDashboard } from './read.ts';
import { monthAsked, monthBefore } from './rules.ts';
import { words } from './words.ts';

const monthsOffered = 37;

/** A page, or with `?format=csv` its tables as a file. */
export const dashboardRoutes = new Routes().get(paths.headquarters, can.readDashboard, async (visit) => {
  const { db, who, lang, view, now } = visit;
  const today = tokyoDay(now);
  const month = monthAsked(visit.query('month'), today);
  const groups = groupsOf(lang, await readDashboard(db, who, { month, now }), who);
  if (visit.query('format') === 'csv')
    return csvResponse(csvFile(words[lang].csvColumns, csvRowsOf(groups)), `headquarters-${month}.csv`);
  const offered = Array.from({ length: monthsOffered }, (_, back) => monthBefore(today.slice(0, 7), back));
  const months = offered.includes(month) ? offered : [...offered, month];
  return visit.page(<DashboardPage view={view} month={month} months={months} groups={groups} />);
}).list;
