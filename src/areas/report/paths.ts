import { path } from '#platform/path.ts';

const year = '/reports/:year{[0-9]{4}}';
const number = ':number{[0-9]{1,4}}';
const uuid = '{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}';
const id = `:id${uuid}` as const;
const outputFile = ':file{report\\.(?:pptx|xlsx|pdf)|figures\\.csv|datapackage\\.json}';

const figureName = '{f[0-9a-hjkmnp-tv-z]{11}}';

/** Every URL of the area. */
export const reportPaths = {
  reports: path('/reports'),
  year: path(year),
  program: path(`${year}/programs/:slug`),
  csv: path(`${year}/measures.csv`),
  edition: path(`${year}/editions/${number}`),
  editionProgram: path(`${year}/editions/${number}/programs/:slug`),
  plan: path(`${year}/plan`),
  planEdition: path(`${year}/plan/editions/${number}`),
  output: path(`${year}/${outputFile}`),
  editionOutput: path(`${year}/editions/${number}/${outputFile}`),
  planOutput: path(`${year}/plan/${outputFile}`),
  planEditionOutput: path(`${year}/plan/editions/${number}/${outputFile}`),
  figures: path('/reports/figures'),
  figure: path(`/reports/figures/:thread${uuid}`),
  /** The path of one published number (its name is `figureId`): short, because it is printed in footnotes and files. */
  figurePath: path(`/figures/:id${figureName}`),
  /** A program from what was expected to what it led to. */
  story: path(`/reports/programs/:thread${uuid}`),
  /** How people stood before and after. */
  states: path(`${year}/states`),
  editionStates: path(`${year}/editions/${number}/states`),
  document: path(`${year}/document`),
  editionDocument: path(`${year}/editions/${number}/document`),
  planDocument: path(`${year}/plan/document`),
  planEditionDocument: path(`${year}/plan/editions/${number}/document`),
  file: path(`/files/${id}`),
} as const;

export const staffReportPaths = {
  home: path('/staff/report'),
  prepare: path('/staff/report/years/:year{[0-9]{4}}/:kind{results|plan}/prepare'),
  expectations: path('/staff/report/years/:year{[0-9]{4}}/expectations'),
  edition: path(`/staff/report/editions/${id}`),
  preview: path(`/staff/report/editions/${id}/preview`),
  program: path(`/staff/report/editions/${id}/programs/:slug`),
  picture: path(`/staff/report/editions/${id}/pictures/:fileId${uuid}`),
  draftFile: path(`/staff/report/editions/${id}/draft/:format{pptx|xlsx|pdf}`),
  manuscript: path(`/staff/report/editions/${id}/manuscript`),
  manuscriptArrange: path(`/staff/report/editions/${id}/manuscript/arrange`),
  manuscriptAdd: path(`/staff/report/editions/${id}/manuscript/add`),
  manuscriptNumbers: path(`/staff/report/editions/${id}/manuscript/numbers`),
  manuscriptSection: path(`/staff/report/editions/${id}/manuscript/sections/:section`),
  manuscriptPreview: path(`/staff/report/editions/${id}/manuscript/preview`),
  manuscriptHistory: path(`/staff/report/editions/${id}/manuscript/history`),
  manuscriptRestore: path(`/staff/report/editions/${id}/manuscript/restore`),
  refresh: path(`/staff/report/editions/${id}/refresh`),
  propose: path(`/staff/report/editions/${id}/propose`),
  approve: path(`/staff/report/editions/${id}/approve`),
  withdraw: path(`/staff/report/editions/${id}/withdraw`),
  disclosure: path('/staff/report/disclosure'),
  disclosureThreshold: path('/staff/report/disclosure/threshold'),
  disclosureException: path('/staff/report/disclosure/exception'),
  approveDisclosure: path(`/staff/report/disclosure/:kind{threshold|exception}/${id}/approve`),
  refuseDisclosure: path(`/staff/report/disclosure/:kind{threshold|exception}/${id}/refuse`),
  errata: path('/staff/report/errata'),
  unmet: path('/staff/report/unmet'),
  unmetProblem: path('/staff/report/unmet/problem'),
  unmetAnswers: path('/staff/report/unmet/worries/:worry{[a-z_]{1,40}}'),
  headquarters: path('/staff/report/headquarters'),
  newErratum: path(`/staff/report/editions/${id}/errata/:slug`),
  publishErratum: path(`/staff/report/errata/${id}/publish`),
  /** The same number's path as far as staff may follow it. */
  figurePath: path(`/staff/report/figures/:id${figureName}`),
  /** What the product counts itself for the measures of a year, beside what was typed. */
  live: path('/staff/report/live/:year{[0-9]{4}}'),
  countLive: path('/staff/report/live/:year{[0-9]{4}}/count'),
  liveMeasure: path(`/staff/report/live/:year{[0-9]{4}}/:measureId${uuid}`),
  takeLive: path(`/staff/report/live/:year{[0-9]{4}}/:measureId${uuid}/take`),
  statement: path(`/staff/report/live/:year{[0-9]{4}}/:measureId${uuid}/statement`),
  statementDocument: path(`/staff/report/live/:year{[0-9]{4}}/:measureId${uuid}/statement/document`),
  refuseErratum: path(`/staff/report/errata/${id}/refuse`),
} as const;
