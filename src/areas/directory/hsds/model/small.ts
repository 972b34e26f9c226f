import { z } from 'zod';
import { dateTime, day, email, id, list, number, object, text, uri } from './values.ts';

/** The smaller objects of HSDS 3.0: what services, organisations and locations consist of. Field names are the standard's. */

export const metadata = object({
  id,
  resource_id: id.optional(),
  resource_type: text,
  last_action_date: day,
  last_action_type: z.string(),
  field_name: z.string(),
  previous_value: z.string(),
  replacement_value: z.string(),
  updated_by: z.string(),
});

export const taxonomy = object({
  id,
  name: z.string(),
  description: z.string(),
  uri: uri.optional(),
  version: text,
  metadata: list(metadata),
  // Ours.
  code: text,
  name_en: text,
});

export const taxonomyTerm = object({
  id,
  code: text,
  name: z.string(),
  description: z.string(),
  parent_id: id.optional(),
  taxonomy: text,
  taxonomy_detail: taxonomy.optional(),
  taxonomy_id: id.optional(),
  language: text,
  term_uri: uri.optional(),
  metadata: list(metadata),
  // Ours.
  name_en: text,
  gravity_sdoh: list(z.string()).describe('The same need in the SDOH categories of the Gravity Project.'),
  open_eligibility: list(z.string()).describe('The same need in Open Eligibility.'),
  need_term_id: id.optional().describe('The field of need (GIF 491-1) to which a worry belongs.'),
});

export const attribute = object({
  id,
  link_id: id.optional(),
  taxonomy_term_id: id.optional(),
  link_type: text,
  link_entity: text,
  value: text,
  /** 3.1 */
  label: text,
  taxonomy_term: taxonomyTerm.optional(),
  metadata: list(metadata),
});

/** What every object may carry. */
const common = { attributes: list(attribute), metadata: list(metadata) };

export const language = object({
  id,
  service_id: id.optional(),
  location_id: id.optional(),
  phone_id: id.optional(),
  name: text,
  code: text,
  note: text,
  ...common,
});

export const phone = object({
  id,
  location_id: id.optional(),
  service_id: id.optional(),
  organization_id: id.optional(),
  contact_id: id.optional(),
  service_at_location_id: id.optional(),
  number: z.string(),
  extension: number,
  type: text,
  description: text,
  languages: list(language),
  ...common,
  // Ours.
  toll_free: z.boolean().optional(),
});

export const contact = object({
  id,
  organization_id: id.optional(),
  service_id: id.optional(),
  service_at_location_id: id.optional(),
  location_id: id.optional(),
  name: text,
  title: text,
  department: text,
  email: email.optional(),
  phones: list(phone),
  ...common,
  // Ours.
  line_id: text,
});

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

export const schedule = object({
  id,
  service_id: id.optional(),
  location_id: id.optional(),
  service_at_location_id: id.optional(),
  valid_from: day.optional(),
  valid_to: day.optional(),
  dtstart: day.optional(),
  timezone: number,
  until: day.optional(),
  count: number,
  wkst: z.enum(weekdays).optional(),
  freq: z.enum(['WEEKLY', 'MONTHLY']).optional(),
  interval: number,
  byday: text,
  byweekno: text,
  bymonthday: text,
  byyearday: text,
  description: text,
  opens_at: text,
  closes_at: text,
  schedule_link: uri.optional(),
  attending_type: text,
  notes: text,
  ...common,
});

export const address = object({
  id,
  location_id: id.optional(),
  attention: text,
  address_1: z.string(),
  address_2: text,
  city: z.string(),
  region: text,
  state_province: z.string(),
  postal_code: z.string(),
  country: z.string(),
  address_type: z.enum(['physical', 'postal', 'virtual']),
  ...common,
});

export const accessibility = object({
  id,
  location_id: id.optional(),
  description: text,
  details: text,
  url: uri.optional(),
  ...common,
});

export const costOption = object({
  id,
  service_id: id.optional(),
  valid_from: day.optional(),
  valid_to: day.optional(),
  option: text,
  currency: text,
  amount: number,
  amount_description: text,
  ...common,
});

export const requiredDocument = object({
  id,
  service_id: id.optional(),
  document: text,
  uri: uri.optional(),
  ...common,
});

export const serviceArea = object({
  id,
  service_id: id.optional(),
  name: text,
  description: text,
  extent: text,
  extent_type: text,
  uri: uri.optional(),
  ...common,
});

export const funding = object({
  id,
  organization_id: id.optional(),
  service_id: id.optional(),
  source: text,
  ...common,
});

export const organizationIdentifier = object({
  id,
  organization_id: id.optional(),
  identifier_scheme: text,
  identifier_type: z.string(),
  identifier: z.string(),
  ...common,
});

/** 3.1 */
export const url = object({
  id,
  label: text,
  url: uri,
  organization_id: id.optional(),
  service_id: id.optional(),
});

/** 3.1 */
export const unit = object({ id, name: z.string(), scheme: text, identifier: text, uri: uri.optional() });

/** 3.1 */
export const serviceCapacity = object({
  id,
  service_id: id.optional(),
  unit,
  unit_id: id.optional(),
  available: z.number(),
  maximum: number,
  description: text,
  updated: dateTime,
  // Ours.
  state: z.enum(['accepting', 'waiting', 'full']).optional(),
});

export { common };
