/** Every URL of the area, written once. */
import { path } from '#platform/path.ts';

const uuid = '{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}';
const caseFile = `/staff/cases/:caseId${uuid}` as const;

export const casePaths = {
  list: path('/staff/cases'),
  /** Names are looked up by a form that is posted: no name stands in a URL. */
  search: path('/staff/cases/search'),
  new: path('/staff/cases/new'),
  case: path(caseFile),
  step: path(`${caseFile}/steps/:step{screened|consented|assessed|met|decided}`),
  assign: path(`${caseFile}/assign`),
  close: path(`${caseFile}/close`),
} as const;
