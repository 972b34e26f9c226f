/** Every URL of the area, written once: a block for each slice. */
import { path } from '#platform/path.ts';

const matchId = ':matchId{[0-9a-f-]{36}}';
const talkSteps =
  ':step{accept|decline|withdraw|say|draft|confirm|step-back|receive|finish|thank|show|hide|report|block|resume}';

/** マッチング, as its two sides see it. */
export const matchPaths = {
  list: path('/staff/partnerships/matches'),
  ask: path('/staff/partnerships/matches/new'),
  resume: path('/staff/partnerships/matches/resume'),
  unblock: path('/staff/partnerships/matches/unblock'),
  match: path(`/staff/partnerships/matches/${matchId}`),
  step: path(`/staff/partnerships/matches/${matchId}/${talkSteps}`),
};

/** The same thread by a mailed link, and what of it everybody sees. */
export const matchLinkPaths = {
  talk: path('/partners/talk/:token'),
  step: path(`/partners/talk/:token/${talkSteps}`),
  thanks: path('/partners/thanks'),
};

/** What the concierge looks after. */
export const matchOfficePaths = {
  home: path('/staff/partnerships/concierge'),
  match: path(`/staff/partnerships/concierge/matches/${matchId}`),
  step: path(`/staff/partnerships/concierge/matches/${matchId}/:step{count|close|nudge}`),
  report: path('/staff/partnerships/concierge/reports/:reportId{[0-9a-f-]{36}}'),
  introduce: path('/staff/partnerships/concierge/introduce'),
  resume: path('/staff/partnerships/concierge/resume'),
  liftStop: path('/staff/partnerships/concierge/lift-stop'),
  discipline: path('/staff/partnerships/concierge/discipline'),
};
const fieldSurvey =
  '/staff/field-surveys/:surveyId{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}';

/** 実態調査. What lies below `/staff/field-surveys/` is what the telephone's worker may keep: its script stands there for that. */
export const fieldSurveyPaths = {
  list: path('/staff/field-surveys'),
  new: path('/staff/field-surveys/new'),
  worker: path('/staff/field-surveys/offline.js'),
  survey: path(fieldSurvey),
  facts: path(`${fieldSurvey}/facts`),
  publish: path(`${fieldSurvey}/publish`),
  close: path(`${fieldSurvey}/close`),
  team: path(`${fieldSurvey}/teams`),
  endTeam: path(`${fieldSurvey}/teams/end`),
  question: path(`${fieldSurvey}/questions/:at{[0-9]{1,2}|new}`),
  questionUp: path(`${fieldSurvey}/questions/:at{[0-9]{1,2}}/up`),
  questionRemove: path(`${fieldSurvey}/questions/:at{[0-9]{1,2}}/remove`),
  answer: path(`${fieldSurvey}/answer`),
  sync: path(`${fieldSurvey}/sync`),
  results: path(`${fieldSurvey}/results`),
  resultsCsv: path(`${fieldSurvey}/results.csv`),
} as const;
