/** Every URL of the area, written once. */
import { path } from '#platform/path.ts';

const uuid = '{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}';
const bySlug = '/grants/:slug{[a-z0-9-]{1,80}}';
const byToken = '/grants/mail/:token{[0-9a-f]{64}}';
const call = `/staff/grants/calls/:callId${uuid}` as const;
const part = ':part{basics|windows|amount|eligibility|papers|conditions|review}';

/** For everybody. */
export const callPaths = {
  list: path('/grants'),
  call: path(bySlug),
  /** Two minutes: does this fit us? Nothing is kept. */
  check: path(`${bySlug}/check`),
  /** Terms as they once held. */
  version: path(`${bySlug}/terms/:version{[0-9]{1,6}}`),
  feed: path('/grants/feed.atom'),
  subscribe: path('/grants/mail/subscribe'),
  /** A mailed link: confirms, and later ends, what its address wanted to hear. */
  subscription: path(byToken),
  confirm: path(`${byToken}/confirm`),
  /** One press, also from a mail program. */
  unsubscribe: path(`${byToken}/end`),
} as const;

export const callStaffPaths = {
  home: path('/staff/grants'),
  new: path('/staff/grants/calls/new'),
  call: path(call),
  facts: path(`${call}/facts`),
  part: path(`${call}/edit/${part}`),
  questions: path(`${call}/questions`),
  question: path(`${call}/questions/:at{[0-9]{1,3}|new}`),
  questionUp: path(`${call}/questions/:at{[0-9]{1,3}}/up`),
  questionRemove: path(`${call}/questions/:at{[0-9]{1,3}}/remove`),
  preview: path(`${call}/preview`),
  version: path(`${call}/versions/:version{[0-9]{1,6}}`),
  begin: path(`${call}/begin`),
  propose: path(`${call}/propose`),
  takeBack: path(`${call}/take-back`),
  return: path(`${call}/return`),
  publish: path(`${call}/publish`),
  discard: path(`${call}/discard`),
  end: path(`${call}/end`),
  copy: path(`${call}/copy`),
  budget: path(`${call}/budget`),
  answerBudget: path(`/staff/grants/budgets/:changeId${uuid}/:answer{approved|declined}`),
} as const;
