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

const uuid = '{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}';
const workplace = `/staff/workplaces/:workplaceId${uuid}` as const;
const request = `/staff/workplaces/requests/:requestId${uuid}` as const;

export const workplacePaths = {
  list: path('/partners/workplaces'),
  public: path(`/partners/workplaces/:workplaceId${uuid}`),
  /** Where everybody of work training begins. */
  home: path('/staff/workplaces'),
  new: path('/staff/workplaces/new'),
  page: path(workplace),
  edit: path(`${workplace}/edit`),
  ask: path(`${workplace}/ask`),
  revoke: path(`${workplace}/revoke`),
  giveBack: path(`${workplace}/give-back`),
  money: path(`${workplace}/money`),
  call: path('/staff/workplaces/calls'),
  papers: path(`${request}/papers`),
  submit: path(`${request}/submit`),
  withdraw: path(`${request}/withdraw`),
  return: path(`${request}/return`),
  inspection: path(`${request}/inspection`),
  propose: path(`${request}/propose`),
  confirm: path(`${request}/confirm`),
  paper: path(`/staff/workplaces/papers/:paperId${uuid}`),
  removePaper: path(`/staff/workplaces/papers/:paperId${uuid}/remove`),
} as const;

const training = `/staff/work-trainings/:trainingId${uuid}` as const;

export const workTrainingPaths = {
  list: path('/staff/work-trainings'),
  /** A workplace for somebody's plan. */
  choose: path(`/staff/work-trainings/cases/:caseId${uuid}`),
  begin: path(`/staff/work-trainings/cases/:caseId${uuid}/at/:workplaceId${uuid}`),
  page: path(training),
  told: path(`${training}/told`),
  propose: path(`${training}/propose`),
  drop: path(`${training}/drop`),
  accept: path(`${training}/accept`),
  decline: path(`${training}/decline`),
  terms: path(`${training}/terms`),
  agree: path(`${training}/agree`),
  agreement: path(`${training}/agreement`),
  day: path(`${training}/day`),
  incident: path(`${training}/incident`),
  review: path(`${training}/reviews/:at{midpoint|end}`),
  voice: path(`${training}/voice`),
  pass: path(`${training}/voices/:side{person|workplace}/pass`),
  end: path(`${training}/end`),
  withdraw: path(`${training}/withdraw`),
} as const;

const own = `/my/work-training/:trainingId${uuid}` as const;

/** From the person's own page. */
export const ownWorkPaths = {
  page: path(own),
  agree: path(`${own}/agree`),
  day: path(`${own}/day`),
  review: path(`${own}/reviews/:at{midpoint|end}`),
  voice: path(`${own}/voice`),
  takeBack: path(`${own}/voice/back`),
  withdraw: path(`${own}/withdraw`),
} as const;

const postId = `:postId${uuid}` as const;

/** ニーズ・シーズ, for everybody. */
export const exchangePaths = {
  list: path('/partners/exchange'),
  post: path(`/partners/exchange/${postId}`),
  photo: path(`/partners/exchange/photos/:photoId${uuid}`),
} as const;

/** The same for members and the office. */
export const exchangeStaffPaths = {
  list: path('/staff/partnerships/exchange'),
  new: path('/staff/partnerships/exchange/new'),
  post: path(`/staff/partnerships/exchange/${postId}`),
  edit: path(`/staff/partnerships/exchange/${postId}/edit`),
  step: path(`/staff/partnerships/exchange/${postId}/:step{publish|pause|resume|close|discard}`),
  photos: path(`/staff/partnerships/exchange/${postId}/photos`),
  photo: path(`/staff/partnerships/exchange/photos/:photoId${uuid}`),
  removePhoto: path(`/staff/partnerships/exchange/photos/:photoId${uuid}/remove`),
  unmet: path('/staff/partnerships/exchange/unmet'),
} as const;

/** Codes of organisations. */
const code = '/partners/members/:code{[a-z0-9-]{1,80}}';
const application = '/partners/join/:token{[A-Za-z0-9_-]{43}}';
const member = `/staff/partnerships/members/:organisationId${uuid}` as const;
const applied = `/staff/partnerships/applications/:applicationId${uuid}` as const;
const group = `/staff/partnerships/groups/:groupId${uuid}` as const;

/** The start page of everybody in the area. */
export const partnershipPaths = { home: path('/staff/partnerships') } as const;

export const partnershipRetentionPaths = { retention: path('/staff/partnerships/retention') } as const;

/** For everybody. */
export const memberPaths = {
  list: path('/partners'),
  csv: path('/partners/members.csv'),
  member: path(code),
  join: path('/partners/join'),
  application: path(application),
  confirm: path(`${application}/confirm`),
  answer: path(`${application}/answer`),
  withdraw: path(`${application}/withdraw`),
  group: path(`/partners/groups/:groupId${uuid}`),
} as const;

export const memberStaffPaths = {
  list: path('/staff/partnerships/members'),
  enter: path('/staff/partnerships/members/new'),
  member: path(member),
  renew: path(`${member}/renew`),
  leave: path(`${member}/leave`),
  remove: path(`${member}/remove`),
  applications: path('/staff/partnerships/applications'),
  application: path(applied),
  ask: path(`${applied}/ask`),
  accept: path(`${applied}/accept`),
  refuse: path(`${applied}/refuse`),
} as const;

export const groupPaths = {
  list: path('/staff/partnerships/groups'),
  group: path(group),
  join: path(`${group}/join`),
  leave: path(`${group}/leave`),
  chair: path(`${group}/chair`),
  note: path(`${group}/note`),
  close: path(`${group}/close`),
} as const;

const meeting = `/partners/meetings/:meetingId${uuid}` as const;
const meetingDesk = `/staff/partnerships/meetings/:meetingId${uuid}` as const;
const entry = '/partners/entries/:token{[A-Za-z0-9_-]{43}}';

export const meetingPaths = {
  list: path('/partners/meetings'),
  meeting: path(meeting),
  calendar: path(`${meeting}/meeting.ics`),
  enter: path(`${meeting}/enter`),
  /** A mailed link: seat, online address, cancelling. */
  entry: path(entry),
  cancelEntry: path(`${entry}/cancel`),
} as const;

export const meetingStaffPaths = {
  list: path('/staff/partnerships/meetings'),
  meeting: path(meetingDesk),
  enter: path(`${meetingDesk}/enter`),
  seatAll: path(`${meetingDesk}/seats`),
  seat: path(`${meetingDesk}/seat`),
  result: path(`${meetingDesk}/results`),
  cancel: path(`${meetingDesk}/cancel`),
} as const;

const serviceId = `:serviceId${uuid}` as const;
const day = ':day{[0-9]{4}-[0-9]{2}-[0-9]{2}}';
/** `1300`: a colon in an address would be written otherwise. */
const slot = ':slot{[0-2][0-9][0-5][0-9]}';

/** 居場所 for everybody, beside the directory's own pages of them. */
export const placePaths = {
  place: path(`/places/${serviceId}`),
  feed: path(`/places/${serviceId}/calendar.ics`),
  allFeed: path('/places/calendar.ics'),
  photo: path(`/places/${serviceId}/photos/:photoId${uuid}`),
  wish: path(`/places/${serviceId}/wishes/:wishId${uuid}`),
} as const;

/** The operator's telephone. */
export const placeStaffPaths = {
  list: path('/staff/places'),
  place: path(`/staff/places/${serviceId}`),
  today: path(`/staff/places/${serviceId}/today`),
  sessions: path(`/staff/places/${serviceId}/sessions`),
  session: path(`/staff/places/${serviceId}/sessions/${day}/${slot}`),
  cancel: path(`/staff/places/${serviceId}/sessions/${day}/${slot}/cancel`),
  hours: path(`/staff/places/${serviceId}/hours`),
  visitors: path(`/staff/places/${serviceId}/visitors`),
  count: path(`/staff/places/${serviceId}/visitors/${day}/${slot}`),
  wishes: path(`/staff/places/${serviceId}/wishes`),
  wish: path(`/staff/places/${serviceId}/wishes/:wishId${uuid}`),
  endWish: path(`/staff/places/${serviceId}/wishes/:wishId${uuid}/end`),
  answer: path(`/staff/places/${serviceId}/wishes/:wishId${uuid}/answers/:answerId${uuid}`),
  photos: path(`/staff/places/${serviceId}/photos`),
  removePhoto: path(`/staff/places/${serviceId}/photos/:photoId${uuid}/remove`),
  papers: path(`/staff/places/${serviceId}/papers`),
  paper: path(`/staff/places/${serviceId}/papers/:paperId${uuid}`),
  endPaper: path(`/staff/places/${serviceId}/papers/:paperId${uuid}/end`),
  /** The concierge's look over all of them. */
  overview: path('/staff/places/overview'),
} as const;

export { lawyerPaths, lawyerStaffPaths, watchPaths, watchStaffPaths } from './watch/paths.ts';
