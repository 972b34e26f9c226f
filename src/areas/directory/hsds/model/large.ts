import { z } from 'zod';
import {
  accessibility,
  address,
  common,
  contact,
  costOption,
  funding,
  language,
  organizationIdentifier,
  phone,
  requiredDocument,
  schedule,
  serviceArea,
  serviceCapacity,
  url,
} from './small.ts';
import { dateTime, day, email, id, list, number, object, text, uri } from './values.ts';

/** Services, organisations, locations of HSDS 3.0. `…InList` has the fields of a list: those that exist once, and none of the arrays. */

export const organizationInList = object({
  id,
  name: z.string(),
  alternate_name: text,
  description: z.string(),
  email: email.optional(),
  website: uri.optional(),
  tax_status: text,
  tax_id: text,
  year_incorporated: number,
  legal_status: text,
  logo: text,
  uri: uri.optional(),
  parent_organization_id: id.optional(),
});

export const program = object({
  id,
  organization_id: id.optional(),
  name: z.string(),
  alternate_name: text,
  description: z.string(),
  ...common,
});

export const locationInList = object({
  id,
  location_type: z.enum(['physical', 'postal', 'virtual']),
  url: uri.optional(),
  organization_id: id.optional(),
  name: text,
  alternate_name: text,
  description: text,
  transportation: text,
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
  external_identifier: text,
  external_identifier_type: text,
});

export const location = locationInList.extend({
  languages: list(language),
  addresses: list(address),
  contacts: list(contact),
  accessibility: list(accessibility),
  phones: list(phone),
  schedules: list(schedule),
  ...common,
});

const serviceFields = {
  id,
  organization_id: id.optional(),
  program_id: id.optional(),
  name: z.string(),
  alternate_name: text,
  description: text,
  url: uri.optional(),
  email: email.optional(),
  status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']),
  interpretation_services: text,
  application_process: text,
  fees_description: text,
  wait_time: text,
  fees: text,
  accreditations: text,
  eligibility_description: text,
  minimum_age: number,
  maximum_age: number,
  assured_date: day.optional(),
  assurer_email: email.optional(),
  licenses: text,
  alert: text,
  last_modified: dateTime.optional(),
};

/** Ours, beside those of the standard: in lists, and in what is fully nested. */
const ownFields = {
  kind: z
    .enum(['scheme', 'desk', 'group', 'place'])
    .optional()
    .describe('支援制度, 相談窓口, 支援団体, 居場所'),
  summary: text.describe('One sentence.'),
  free_of_charge: z.boolean().optional(),
  anonymous: z.boolean().optional().describe('One may come without giving a name.'),
  review_date: day
    .optional()
    .describe('When somebody looks at it again; after this day it may be out of date.'),
  open_from: day.optional().describe('Of a scheme: the first day on which one can apply.'),
  open_until: day.optional().describe('Of a scheme: the last day on which one can apply.'),
  illustrative: z.boolean().optional().describe('true: invented for a demonstration (例示).'),
};
const ownNestedFields = {
  legal_basis: text,
  source_url: uri.optional(),
  keywords: list(z.string()),
  translations: z
    .record(z.string(), z.record(z.string(), z.string()))
    .optional()
    .describe('The texts in other languages, by language and name of the field.'),
};

export const serviceInList = object({
  ...serviceFields,
  ...ownFields,
  organization: organizationInList.optional(),
  program: program.optional(),
});

/** With `minimal=true`. The parameter's text says `modified_date`, the schema `last_modified`: both are given. */
export const serviceMinimal = object({ id, modified_date: dateTime, last_modified: dateTime });

const atLocation = {
  id,
  service_id: id.optional(),
  location_id: id.optional(),
  description: text,
};

export const serviceAtLocation = object({
  ...atLocation,
  contacts: list(contact),
  phones: list(phone),
  schedules: list(schedule),
  service_areas: list(serviceArea),
  location: location.optional(),
  ...common,
});

const organizationBase = organizationInList.extend({
  funding: list(funding),
  contacts: list(contact),
  phones: list(phone),
  locations: list(location),
  programs: list(program),
  organization_identifiers: list(organizationIdentifier),
  /** 3.1 */
  additional_websites: list(url),
  ...common,
});

export const service = object({
  ...serviceFields,
  ...ownFields,
  ...ownNestedFields,
  phones: list(phone),
  schedules: list(schedule),
  service_areas: list(serviceArea),
  service_at_locations: list(serviceAtLocation),
  languages: list(language),
  organization: organizationBase.optional(),
  funding: list(funding),
  cost_options: list(costOption),
  program: program.optional(),
  required_documents: list(requiredDocument),
  contacts: list(contact),
  /** 3.1 */
  capacities: list(serviceCapacity),
  /** 3.1 */
  additional_urls: list(url),
  ...common,
});

/** Fully nested; its services are full ones where `full_service=true` asks for them, and id, name and status otherwise. */
export const organization = organizationBase.extend({ services: list(serviceInList.or(service)) });

export const serviceAtLocationInList = object({
  ...atLocation,
  location: locationInList.optional(),
  service: serviceInList.optional(),
});

/** `/service_at_locations/{id}`: the service at the top of what is compiled for it, not the other way round. */
export const serviceAtLocationFull = serviceAtLocation.extend({ service: service.optional() });
