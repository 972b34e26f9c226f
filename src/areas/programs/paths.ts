/** Every URL of the area, written once. Ids are UUIDs: anything else is not found before it reaches the database. */
import { path } from '#platform/path.ts';

const year = '/staff/programs/years/:year{[0-9]{4}}';
const program = '/staff/programs/:programId{[0-9a-f-]{36}}';
const problem = '/staff/programs/problems/:problemId{[0-9a-f-]{36}}';

export const yearPaths = {
  home: path('/staff/programs'),
  open: path('/staff/programs/years'),
  year: path(year),
  summary: path(`${year}/summary`),
  carry: path(`${year}/carry`),
  terms: path(`${year}/terms/:scheme`),
  term: path(`${year}/terms/:scheme/:termId{[0-9a-f-]{36}}`),
  removeTerm: path(`${year}/terms/:scheme/:termId{[0-9a-f-]{36}}/remove`),
  moveTerm: path(`${year}/terms/:scheme/:termId{[0-9a-f-]{36}}/move`),
  plan: path(`${year}/plan`),
  newPlanRow: path(`${year}/plan/new`),
  planRow: path(`${year}/plan/:rowId{[0-9a-f-]{36}}`),
  removePlanRow: path(`${year}/plan/:rowId{[0-9a-f-]{36}}/remove`),
  movePlanRow: path(`${year}/plan/:rowId{[0-9a-f-]{36}}/move`),
  newProgram: path(`${year}/programs/new`),
};

export const programPaths = {
  program: path(program),
  basics: path(`${program}/basics`),
  logic: path(`${program}/logic`),
  budgets: path(`${program}/budgets`),
  measures: path(`${program}/measures`),
  newMeasure: path(`${program}/measures/new`),
  measure: path(`${program}/measures/:measureId{[0-9a-f-]{36}}`),
  removeMeasure: path(`${program}/measures/:measureId{[0-9a-f-]{36}}/remove`),
  moveMeasure: path(`${program}/measures/:measureId{[0-9a-f-]{36}}/move`),
  values: path(`${program}/values`),
  /** A figure that was counted elsewhere: its evidence, and taking it over. */
  offerFile: path(`${program}/offers/:offerId{[0-9a-f-]{36}}/file`),
  takeOffer: path(`${program}/offers/:offerId{[0-9a-f-]{36}}/take`),
  result: path(`${program}/result`),
  newVoice: path(`${program}/voices/new`),
  voice: path(`${program}/voices/:voiceId{[0-9a-f-]{36}}`),
  removeVoice: path(`${program}/voices/:voiceId{[0-9a-f-]{36}}/remove`),
  newPicture: path(`${program}/pictures/new`),
  picture: path(`${program}/pictures/:pictureId{[0-9a-f-]{36}}`),
  pictureFile: path(`${program}/pictures/:pictureId{[0-9a-f-]{36}}/file`),
  removePicture: path(`${program}/pictures/:pictureId{[0-9a-f-]{36}}/remove`),
};

export const problemPaths = {
  problems: path('/staff/programs/problems'),
  newProblem: path('/staff/programs/problems/new'),
  problem: path(problem),
  join: path(`${problem}/join`),
  remark: path(`${problem}/remark`),
  consider: path(`${problem}/consider`),
  makeProgram: path(`${problem}/program`),
  setAside: path(`${problem}/set-aside`),
};

const round = '/staff/programs/rounds/:roundId{[0-9a-f-]{36}}';
const workbookReturn = `${round}/returns/:returnId{[0-9a-f-]{36}}` as const;
const entry = '/staff/programs/rounds/entries/:entryId{[0-9a-f-]{36}}';

/** The collection: rounds, what bureaus owe in them, workbooks that come back. */
export const collectionPaths = {
  rounds: path('/staff/programs/rounds'),
  newRound: path('/staff/programs/rounds/new'),
  round: path(round),
  close: path(`${round}/close`),
  reopen: path(`${round}/reopen`),
  extend: path(`${round}/deadline`),
  remind: path(`${round}/remind`),
  submitComplete: path(`${round}/submit`),
  /** GET gives a bureau's workbook, POST takes one back. */
  workbook: path(`${round}/workbook`),
  workbookReturn: path(workbookReturn),
  takeOver: path(`${workbookReturn}/take-over`),
  drop: path(`${workbookReturn}/drop`),
  entry: path(entry),
  returnEntry: path(`${entry}/return`),
  acceptEntry: path(`${entry}/accept`),
  reopenEntry: path(`${entry}/reopen`),
  remarkOnEntry: path(`${entry}/remark`),
};
