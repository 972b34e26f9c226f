import { path } from '#platform/path.ts';

const uuid = '{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}';
const linkToken = ':token{[A-Za-z0-9_-]{43}}';
const network = '/watch/:code{[a-z0-9-]{1,80}}';
const watch = `/staff/watch/:organisationId${uuid}` as const;
const watchMember = `${watch}/members/:memberId${uuid}` as const;
const warning = `${watch}/warnings/:warningId${uuid}` as const;
const lawyerDay = `${watch}/lawyer-days/:dayId${uuid}` as const;
const notice = `${watch}/notices/:noticeId${uuid}` as const;

/** 見守りネットワーク for everybody, and for its members by their link. */
export const watchPaths = {
  list: path('/watch'),
  network: path(network),
  notice: path(`${network}/notice`),
  /** A member's own link: on a sheet, as a picture that a telephone reads. */
  member: path(`/watch/at/${linkToken}`),
  receipt: path(`/watch/receipts/${linkToken}`),
  warning: path(`${network}/warnings/:warningId${uuid}`),
  memberWarning: path(`/watch/at/${linkToken}/warnings/:warningId${uuid}`),
  readWarning: path(`/watch/at/${linkToken}/warnings/:warningId${uuid}/read`),
} as const;

/** What its keeper does. */
export const watchStaffPaths = {
  home: path('/staff/watch'),
  settings: path(`${watch}/settings`),
  members: path(`${watch}/members`),
  member: path(watchMember),
  leave: path(`${watchMember}/leave`),
  newLink: path(`${watchMember}/link`),
  sheet: path(`${watchMember}/sheet`),
  notices: path(`${watch}/notices`),
  notice: path(notice),
  join: path(`${notice}/join`),
  warnings: path(`${watch}/warnings`),
  warning: path(warning),
  warningStep: path(`${warning}/:step{send|return|withdraw}`),
  /** For the second person, who may be of the office. */
  toCheck: path('/staff/watch/warnings'),
} as const;

const lawyerBooking = `/lawyer-days/bookings/${linkToken}` as const;

/** 弁護士の一日相談: booked by everybody, planned by the keeper of a network. */
export const lawyerPaths = {
  list: path('/lawyer-days'),
  day: path(`/lawyer-days/:dayId${uuid}`),
  booking: path(lawyerBooking),
  confirm: path(`${lawyerBooking}/confirm`),
  cancel: path(`${lawyerBooking}/cancel`),
} as const;

export const lawyerStaffPaths = {
  days: path(`${watch}/lawyer-days`),
  day: path(lawyerDay),
  cancelDay: path(`${lawyerDay}/cancel`),
  cancelBooking: path(`${lawyerDay}/bookings/:bookingId${uuid}/cancel`),
} as const;
