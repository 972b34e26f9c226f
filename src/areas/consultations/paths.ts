/** Every URL of the area, written once. */
import { path } from '#platform/path.ts';

const uuid = '{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}';
const desk = `/staff/consultations/desks/:deskId${uuid}` as const;
const contact = `/staff/consultations/contacts/:contactId${uuid}` as const;

/** For the person: no account, no name. */
export const talkPaths = {
  start: path('/talk'),
  desk: path('/talk/:desk{[a-z0-9-]{1,40}}'),
  return: path('/talk/return'),
  conversation: path('/talk/here'),
  say: path('/talk/here/say'),
  live: path('/talk/here/live'),
  human: path('/talk/here/human'),
  leave: path('/talk/leave'),
  end: path('/talk/here/end'),
  survey: path('/talk/here/survey'),
} as const;

export const hookPaths = {
  line: path('/webhooks/line/:desk{[a-z0-9-]{1,40}}'),
  lineDefault: path('/webhooks/line'),
  calls: path('/webhooks/calls/:desk{[a-z0-9-]{1,40}}'),
} as const;

export const deskPaths = {
  home: path('/staff/consultations'),
  desk: path(desk),
  live: path(`${desk}/live`),
  settings: path(`${desk}/settings`),
  shifts: path(`${desk}/shifts`),
  phrases: path(`${desk}/phrases`),
  presence: path(`${desk}/presence`),
  search: path(`${desk}/contacts`),
  phone: path(`${desk}/phone`),
  calls: path(`${desk}/calls`),
  tally: path(`${desk}/calls/tally`),
  callSecret: path(`${desk}/calls/secret`),
  visit: path(`${desk}/visit`),
  packet: path(`${desk}/packet`),
  counts: path(`${desk}/counts`),
  reads: path(`${desk}/reads`),
  retention: path(`${desk}/retention`),
  allCounts: path('/staff/consultations/counts'),
} as const;

export const contactPaths = {
  contact: path(contact),
  live: path(`${contact}/live`),
  take: path(`${contact}/take`),
  say: path(`${contact}/say`),
  draft: path(`${contact}/draft`),
  whisper: path(`${contact}/whisper`),
  handOver: path(`${contact}/hand-over`),
  transfer: path(`${contact}/transfer`),
  record: path(`${contact}/record`),
  risk: path(`${contact}/risk`),
  escalate: path(`${contact}/escalate`),
  emergency: path(`${contact}/emergency`),
  links: path(`${contact}/links`),
  debrief: path(`${contact}/debrief`),
  end: path(`${contact}/end`),
} as const;
