import { path } from '../path.ts';

const uuid = '[0-9a-f-]{36}';

/** URLs of people and organisations. */
export const paths = {
  people: path('/staff/people'),
  person: path(`/staff/people/:id{${uuid}}`),
  personName: path(`/staff/people/:id{${uuid}}/name`),
  addMembership: path(`/staff/people/:id{${uuid}}/memberships`),
  endMembership: path(`/staff/people/:id{${uuid}}/memberships/:membershipId{${uuid}}/end`),
  disable: path(`/staff/people/:id{${uuid}}/disable`),
  enable: path(`/staff/people/:id{${uuid}}/enable`),
  resetSecondFactor: path(`/staff/people/:id{${uuid}}/reset-second-factor`),
  passwordLink: path(`/staff/people/:id{${uuid}}/password-link`),
  invite: path('/staff/people/invite'),
  invitations: path('/staff/people/invitations'),
  resend: path(`/staff/people/invitations/:id{${uuid}}/resend`),
  revoke: path(`/staff/people/invitations/:id{${uuid}}/revoke`),
  organisations: path('/staff/people/organisations'),
  newOrganisation: path('/staff/people/organisations/new'),
  organisation: path(`/staff/people/organisations/:id{${uuid}}`),
  closeOrganisation: path(`/staff/people/organisations/:id{${uuid}}/close`),
  reopenOrganisation: path(`/staff/people/organisations/:id{${uuid}}/reopen`),
  site: path('/staff/people/site'),
  /** The one-time link of an invitation, for the invited. */
  accept: path('/sign-in/invitation/:token'),
  /** The one-time link that makes the first administrator of an empty database. */
  first: path('/sign-in/first/:token'),
};
