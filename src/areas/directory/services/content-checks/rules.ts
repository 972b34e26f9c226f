import type { Channel, RequiredDocument, CostOption, ServiceContent, ServiceLocation } from '../content.ts';
import { type Found, translated, when } from './found/rules.ts';
import {
  isDay,
  isFormula,
  isInventedNumber,
  isMailAddress,
  isPhoneNumber,
  isUrl,
  isUrlOrEmpty,
} from './forms/rules.ts';
import { hoursProblems } from './hours/rules.ts';
import type { ContentProblem, ContentProblemName, Known } from './problem.ts';

export { isDay, isFormula, isMailAddress, isUrl } from './forms/rules.ts';

/** Every problem of a content, in the order of the form. */
export function contentProblems(content: ServiceContent, known: Known): readonly ContentProblem[] {
  const { illustrative, channels, locations, documents, costs, hours } = content;
  return [
    ...basics(content, known),
    ...codes(content, known),
    ...eligibility(content),
    ...channels.flatMap((each, at) =>
      channelProblems(each, { field: `channels.${at}`, known, illustrative }),
    ),
    ...(hours ? hoursProblems(hours, 'hours', known) : []),
    ...locations.flatMap((each, at) => locationProblems(each, `locations.${at}`, known)),
    ...translated('costs.description', costs.description, 500),
    ...costs.options.flatMap((each, at) => costProblems(each, `costs.options.${at}`)),
    ...documents.flatMap((each, at) => documentProblems(each, `documents.${at}`)),
    ...translated('application', content.application, 2000),
    ...days(content),
    ...lists(content),
    ...(holdsFormula(content) ? formulas(content) : []),
  ];
}

function basics(content: ServiceContent, known: Known): Found {
  const { name, nameKana, alternateName, email, website, sourceUrl } = content;
  return [
    ...when(!known.kinds.has(content.kind), 'kind', 'unknown-code'),
    ...when(!known.statuses.has(content.status), 'status', 'unknown-code'),
    ...when(!name.ja.trim(), 'name.ja', 'missing'),
    ...translated('name', name, 120),
    ...when(!isReading(nameKana), 'nameKana', 'not-kana'),
    ...when(nameKana.length > 200, 'nameKana', 'too-long', 200),
    ...when(alternateName.length > 120, 'alternateName', 'too-long', 120),
    ...translated('summary', content.summary, 100),
    ...translated('description', content.description, 5000),
    ...when(!isUrlOrEmpty(website), 'website', 'not-a-url'),
    ...when(email !== '' && !isMailAddress(email), 'email', 'not-a-mail-address'),
    ...when(
      content.keywords.some((word) => word.length > 40),
      'keywords',
      'too-long',
      40,
    ),
    ...when(content.legalBasis.length > 500, 'legalBasis', 'too-long', 500),
    ...when(!isUrlOrEmpty(sourceUrl), 'sourceUrl', 'not-a-url'),
  ];
}

/** Kana; digits, Latin letters and signs as names have them. */
function isReading(text: string): boolean {
  return /^[\p{sc=Hira}\p{sc=Kana}ー・\s\p{N}\p{P}\p{sc=Latin}]*$/u.test(text);
}

function codes(content: ServiceContent, known: Known): Found {
  const of = (field: string, given: readonly string[], allowed: ReadonlySet<string>): Found => [
    ...when(!given.every((code) => allowed.has(code)), field, 'unknown-code'),
    ...when(new Set(given).size < given.length, field, 'twice'),
  ];
  const languages = content.languages.map(({ code }) => code);
  const features = content.accessibility.map(({ code }) => code);
  return [
    ...of('topics', content.topics, known.topics),
    ...of('serviceTypes', content.serviceTypes, known.serviceTypes),
    ...of('beneficiaries', content.beneficiaries, known.beneficiaries),
    ...of('placeTypes', content.placeTypes, known.placeTypes),
    ...of('areas', content.areas, known.municipalities),
    ...of('languages', languages, known.languages),
    ...of('accessibility', features, known.accessibility),
  ];
}

function eligibility({
  eligibility: { minimumAge, maximumAge, description, gender },
}: ServiceContent): Found {
  const age = (field: string, value: number | null): Found =>
    when(
      value !== null && !(Number.isInteger(value) && value >= 0 && value <= 120),
      field,
      'out-of-range',
      120,
    );
  return [
    ...translated('eligibility.description', description, 500),
    ...age('eligibility.minimumAge', minimumAge),
    ...age('eligibility.maximumAge', maximumAge),
    ...when(
      minimumAge !== null && maximumAge !== null && minimumAge > maximumAge,
      'eligibility.maximumAge',
      'wrong-order',
    ),
    ...when(!['any', 'women', 'men'].includes(gender), 'eligibility.gender', 'unknown-code'),
  ];
}

/** What stands for a way of contact has its form; one simply comes to a place, and a letter goes to its address. */
const valueChecks: Partial<
  Record<Channel['kind'], readonly [(value: string) => boolean, ContentProblemName]>
> = {
  phone: [isPhoneNumber, 'not-a-phone-number'],
  fax: [isPhoneNumber, 'not-a-phone-number'],
  mail: [isMailAddress, 'not-a-mail-address'],
  form: [isUrl, 'not-a-url'],
  chat: [isUrl, 'not-a-url'],
  line: [(value) => value !== '', 'missing'],
};

function channelProblems(
  { kind, value, label, languages, hours }: Channel,
  { field, known, illustrative }: { field: string; known: Known; illustrative: boolean },
): Found {
  const check = valueChecks[kind];
  return [
    ...when(!known.channels.has(kind), `${field}.kind`, 'unknown-code'),
    ...(check ? when(!check[0](value), `${field}.value`, value === '' ? 'missing' : check[1]) : []),
    ...when(!illustrative && isInventedNumber(value), `${field}.value`, 'invented-number'),
    ...when(value.length > 300, `${field}.value`, 'too-long', 300),
    ...translated(`${field}.label`, label, 100),
    ...when(!languages.every((code) => known.languages.has(code)), `${field}.languages`, 'unknown-code'),
    ...(hours ? hoursProblems(hours, `${field}.hours`, known) : []),
  ];
}

/** A place that is only roughly known holds nothing by which it could be found. */
function locationProblems(location: ServiceLocation, field: string, known: Known): Found {
  const { precision, latitude, longitude, postalCode } = location;
  const filled = (name: 'line' | 'building' | 'town' | 'postalCode') =>
    when(location[name] !== '', `${field}.${name}`, 'too-precise');
  const outside = (value: number | null, from: number, to: number) =>
    value !== null && !(value >= from && value <= to);
  return [
    ...when(!known.municipalities.has(location.municipality), `${field}.municipality`, 'unknown-code'),
    ...when(!known.precisions.has(precision), `${field}.precision`, 'unknown-code'),
    ...when(postalCode !== '' && !/^\d{7}$/.test(postalCode), `${field}.postalCode`, 'not-a-postal-code'),
    ...(precision === 'exact' ? [] : [...filled('line'), ...filled('building')]),
    ...(precision === 'municipality' ? [...filled('town'), ...filled('postalCode')] : []),
    ...when(
      precision !== 'exact' && (latitude !== null || longitude !== null),
      `${field}.latitude`,
      'too-precise',
    ),
    ...when((latitude === null) !== (longitude === null), `${field}.longitude`, 'missing'),
    ...when(outside(latitude, 20, 46), `${field}.latitude`, 'out-of-range'),
    ...when(outside(longitude, 122, 154), `${field}.longitude`, 'out-of-range'),
    ...(['name', 'town', 'line', 'building', 'transportation'] as const).flatMap((name) =>
      when(location[name].length > 300, `${field}.${name}`, 'too-long', 300),
    ),
  ];
}

function costProblems({ option, amountYen, description }: CostOption, field: string): Found {
  return [
    ...when(!option, `${field}.option`, 'missing'),
    ...when(option.length > 100, `${field}.option`, 'too-long', 100),
    ...when(
      amountYen !== null && !(Number.isInteger(amountYen) && amountYen >= 0),
      `${field}.amountYen`,
      'out-of-range',
    ),
    ...when(description.length > 300, `${field}.description`, 'too-long', 300),
  ];
}

function documentProblems({ name, url }: RequiredDocument, field: string): Found {
  return [
    ...when(!name.ja, `${field}.name.ja`, 'missing'),
    ...translated(`${field}.name`, name, 200),
    ...when(!isUrlOrEmpty(url), `${field}.url`, 'not-a-url'),
  ];
}

function days({ openFrom, openUntil }: ServiceContent): Found {
  return [
    ...when(openFrom !== null && !isDay(openFrom), 'openFrom', 'not-a-day'),
    ...when(openUntil !== null && !isDay(openUntil), 'openUntil', 'not-a-day'),
    ...when(openFrom !== null && openUntil !== null && openFrom > openUntil, 'openUntil', 'wrong-order'),
  ];
}

/** Ids stay the same over versions and are given out: none stands twice. */
function lists(content: ServiceContent): Found {
  const { channels, locations, keywords, documents, costs, languages, accessibility } = content;
  const ids = [...channels, ...languages, ...documents, ...accessibility, ...costs.options].map(
    ({ id }) => id,
  );
  const places = locations.map(({ serviceAtLocationId }) => serviceAtLocationId);
  const most = (field: string, list: readonly unknown[], limit: number) =>
    when(list.length > limit, field, 'too-many', limit);
  return [
    ...when(new Set(ids).size < ids.length, 'channels', 'twice'),
    ...when(new Set(places).size < places.length, 'locations', 'twice'),
    ...most('channels', channels, 30),
    ...most('locations', locations, 30),
    ...most('keywords', keywords, 20),
    ...most('documents', documents, 30),
    ...most('costs.options', costs.options, 30),
  ];
}

/** Hardly a content does; only then its fields are named. */
function holdsFormula(value: unknown): boolean {
  if (typeof value === 'string') return isFormula(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsFormula);
}

function formulas(value: unknown, field = ''): Found {
  if (typeof value === 'string') return when(isFormula(value), field, 'formula');
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => formulas(inner, field ? `${field}.${key}` : key));
}
