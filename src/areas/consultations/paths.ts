/** Every URL of the area, written once. */
import { path } from '#platform/path.ts';

const uuid = '{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}';
const desk = `/staff/consultations/desks/:deskId${uuid}` as const;
const contact = `/staff/consultations/contacts/:contactId${uuid}` as const;

const transfer = `/staff/consultations/transfers/:transferId${uuid}` as const;

/** For the person: no account, no name. */
export const talkPaths = {
  start: path('/talk'),
  desk: path('/talk/:desk{[a-z0-9-]{1,40}}'),
  return: path('/talk/return'),
  conversation: path('/talk/here'),
  say: path('/talk/here/say'),
  answer: path('/talk/here/answer'),
  live: path('/talk/here/live'),
  human: path('/talk/here/human'),
  survey: path('/talk/here/survey'),
  promises: path('/talk/promises'),
  leave: path('/talk/leave'),
  /** Out of LINE: once, and not for long. */
  fromLine: path('/talk/line/:token{[A-Za-z0-9_-]{43}}'),
  end: path('/talk/here/end'),
  attach: path('/talk/here/files'),
  file: path(`/talk/here/files/:messageId${uuid}`),
} as const;

export const hookPaths = {
  calls: path('/webhooks/calls/:desk{[a-z0-9-]{1,40}}'),
  line: path('/webhooks/line/:desk{[a-z0-9-]{1,40}}'),
  /** Where one desk alone has LINE. */
  onlyLine: path('/webhooks/line'),
} as const;

export const deskPaths = {
  home: path('/staff/consultations'),
  desk: path(desk),
  live: path(`${desk}/live`),
  presence: path(`${desk}/presence`),
  phone: path(`${desk}/phone`),
  calls: path(`${desk}/calls`),
  tally: path(`${desk}/calls/tally`),
  callSecret: path(`${desk}/calls/secret`),
  visit: path(`${desk}/visit`),
  counts: path(`${desk}/counts`),
  month: path(`${desk}/months/:month{[0-9]{4}-[0-9]{2}}`),
  search: path(`${desk}/search`),
  shifts: path(`${desk}/shifts`),
  removeShift: path(`${desk}/shifts/:shiftId${uuid}/remove`),
  ownShifts: path('/staff/consultations/shifts'),
  settings: path(`${desk}/settings`),
  hours: path(`${desk}/settings/hours/:door{phone|line|mail|chat|visit}`),
  phrases: path(`${desk}/phrases`),
  phrase: path(`${desk}/phrases/:phraseId${uuid}`),
  retention: path(`${desk}/retention`),
  visitPaper: path(`${desk}/visit/paper`),
  newDesk: path('/staff/consultations/desks/new'),
  line: path(`${desk}/line`),
  packet: path(`${desk}/packet`),
  mail: path(`${desk}/mail`),
  mailSettings: path(`${desk}/mail/settings`),
  lineKeys: path(`${desk}/line/keys`),
  lineTest: path(`${desk}/line/test`),
  lineOff: path(`${desk}/line/off`),
  lineAgain: path(`${desk}/line/again`),
  allCounts: path('/staff/consultations/counts'),
} as const;

export const contactPaths = {
  file: path(`/staff/consultations/files/:messageId${uuid}`),
  take: path(`${contact}/take`),
  say: path(`${contact}/say`),
  draft: path(`${contact}/draft`),
  debrief: path(`${contact}/debrief`),
  whisper: path(`${contact}/whisper`),
  handOver: path(`${contact}/hand-over`),
  record: path(`${contact}/record`),
  end: path(`${contact}/end`),
  findReferral: path(`${contact}/referrals/find`),
  refer: path(`${contact}/referrals`),
  takeBackReferral: path(`${contact}/referrals/take-back`),
  /** 支援ケースにする: the page belongs to the area of the cases. */
  toCase: path(`${contact}/case`),
} as const;

export const riskPaths = {
  assess: path(`${contact}/risk`),
  call: path(`${contact}/call`),
  acknowledge: path(`${contact}/call/acknowledge`),
  join: path(`${contact}/call/join`),
  share: path(`${contact}/call/share`),
  step: path(`${contact}/call/step`),
  resolve: path(`${contact}/call/resolve`),
  calls: path(`${desk}/escalations`),
} as const;

export const transferPaths = {
  offer: path(`${contact}/transfer`),
  list: path(`${desk}/transfers`),
  accept: path(`${transfer}/accept`),
  decline: path(`${transfer}/decline`),
  withdraw: path(`${transfer}/withdraw`),
} as const;

export const closingPaths = {
  stay: path(`${contact}/stay`),
} as const;

export const linkPaths = {
  mark: path(`${contact}/marks`),
  decide: path(`${contact}/links`),
  undo: path(`${contact}/links/undo`),
} as const;

export const readPaths = {
  list: path(`${desk}/reads`),
  review: path(`${desk}/reads/review`),
  home: path(`${desk}/reads/home`),
  answer: path(`${desk}/reads/answer`),
} as const;
