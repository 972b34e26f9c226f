import type { Translated } from '../../hours/hours.ts';
import type { Channel, ServiceContent, ServiceLocation } from '../content.ts';

export type ContentProblemName =
  | 'missing'
  | 'too-long'
  | 'unknown-code'
  | 'formula'
  | 'not-a-url'
  | 'not-a-mail-address'
  | 'not-a-phone-number'
  | 'not-a-postal-code'
  | 'not-a-day'
  | 'wrong-order'
  | 'out-of-range'
  | 'too-precise'
  | 'not-kana'
  | 'twice'
  | 'too-many';

/** Something wrong in a content, and where: `channels.0.value`. */
export interface ContentProblem {
  readonly field: string;
  readonly problem: ContentProblemName;
  readonly limit?: number;
}

/** Codes that exist: of the taxonomies, and of the municipalities that the content names. */
export interface Known {
  readonly topics: ReadonlySet<string>;
  readonly serviceTypes: ReadonlySet<string>;
  readonly beneficiaries: ReadonlySet<string>;
  readonly placeTypes: ReadonlySet<string>;
  readonly accessibility: ReadonlySet<string>;
  readonly languages: ReadonlySet<string>;
  readonly municipalities: ReadonlySet<string>;
}

/** Every problem of a content, in the order of the form. */
export function contentProblems(content: ServiceContent, known: Known): readonly ContentProblem[] {
  return [
    ...basics(content),
    ...codes(content, known),
    ...eligibility(content),
    ...content.channels.flatMap((channel, index) => channelProblems(channel, `channels.${index}`, known)),
    ...content.locations.flatMap((location, index) =>
      locationProblems(location, `locations.${index}`, known),
    ),
    ...lists(content),
    ...days(content),
    ...formulas(content),
  ];
}

type Found = readonly ContentProblem[];
const at = (field: string, problem: ContentProblemName, limit?: number): ContentProblem =>
  limit === undefined ? { field, problem } : { field, problem, limit };
const when = (wrong: boolean, field: string, problem: ContentProblemName, limit?: number): Found =>
  wrong ? [at(field, problem, limit)] : [];

function basics(content: ServiceContent): Found {
  return [
    ...when(!content.name.ja, 'name.ja', 'missing'),
    ...translated('name', content.name, 120),
    ...translated('summary', content.summary, 100, 300),
    ...translated('description', content.description, 5000),
    ...when(content.nameKana.length > 200, 'nameKana', 'too-long', 200),
    ...when(
      !/^[\p{Script=Katakana}\p{Script=Hiragana}ー・\s\p{N}\p{P}A-Za-z]*$/u.test(content.nameKana),
      'nameKana',
      'not-kana',
    ),
    ...when(content.alternateName.length > 120, 'alternateName', 'too-long', 120),
    ...when(!isUrlOrEmpty(content.website), 'website', 'not-a-url'),
    ...when(!isUrlOrEmpty(content.sourceUrl), 'sourceUrl', 'not-a-url'),
    ...when(content.email !== '' && !isMailAddress(content.email), 'email', 'not-a-mail-address'),
  ];
}

function codes(content: ServiceContent, known: Known): Found {
  const of = (field: string, given: readonly string[], allowed: ReadonlySet<string>): Found =>
    when(
      given.some((code) => !allowed.has(code)),
      field,
      'unknown-code',
    );
  return [
    ...of('topics', content.topics, known.topics),
    ...of('serviceTypes', content.serviceTypes, known.serviceTypes),
    ...of('beneficiaries', content.beneficiaries, known.beneficiaries),
    ...of('placeTypes', content.placeTypes, known.placeTypes),
    ...of('areas', content.areas, known.municipalities),
    ...content.languages.flatMap(({ code }, index) => of(`languages.${index}.code`, [code], known.languages)),
    ...content.accessibility.flatMap(({ code }, index) =>
      of(`accessibility.${index}.code`, [code], known.accessibility),
    ),
  ];
}

function eligibility({ eligibility: { minimumAge, maximumAge, description } }: ServiceContent): Found {
  const age = (field: string, value: number | null): Found =>
    when(
      value !== null && (!Number.isInteger(value) || value < 0 || value > 120),
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
  ];
}

/** What stands for a way of contact has its form; one simply comes to a place, and a letter goes to its address. */
function channelProblems({ kind, value, label, languages }: Channel, field: string, known: Known): Found {
  const checks: Partial<Record<Channel['kind'], ContentProblemName | false>> = {
    phone: !isPhoneNumber(value) && 'not-a-phone-number',
    fax: !isPhoneNumber(value) && 'not-a-phone-number',
    mail: !isMailAddress(value) && 'not-a-mail-address',
    form: !isUrl(value) && 'not-a-url',
    chat: !isUrl(value) && 'not-a-url',
    line: value === '' && 'missing',
  };
  const problem = checks[kind];
  const needed = kind in checks && value === '';
  return [
    ...(problem ? [at(`${field}.value`, needed ? 'missing' : problem)] : []),
    ...when(value.length > 300, `${field}.value`, 'too-long', 300),
    ...translated(`${field}.label`, label, 100),
    ...when(
      languages.some((code) => !known.languages.has(code)),
      `${field}.languages`,
      'unknown-code',
    ),
  ];
}

/** A place that is only roughly known holds nothing by which it could be found. */
function locationProblems(location: ServiceLocation, field: string, known: Known): Found {
  const { precision, latitude, longitude, postalCode } = location;
  const exact = precision === 'exact';
  const tooPrecise = (name: 'line' | 'building' | 'town' | 'postalCode') =>
    when(location[name] !== '', `${field}.${name}`, 'too-precise');
  return [
    ...when(!known.municipalities.has(location.municipality), `${field}.municipality`, 'unknown-code'),
    ...when(postalCode !== '' && !/^\d{7}$/.test(postalCode), `${field}.postalCode`, 'not-a-postal-code'),
    ...(exact ? [] : [...tooPrecise('line'), ...tooPrecise('building')]),
    ...(precision === 'municipality' ? [...tooPrecise('town'), ...tooPrecise('postalCode')] : []),
    ...when(!exact && (latitude !== null || longitude !== null), `${field}.latitude`, 'too-precise'),
    ...when((latitude === null) !== (longitude === null), `${field}.longitude`, 'missing'),
    ...when(latitude !== null && !(latitude >= 20 && latitude <= 46), `${field}.latitude`, 'out-of-range'),
    ...when(
      longitude !== null && !(longitude >= 122 && longitude <= 154),
      `${field}.longitude`,
      'out-of-range',
    ),
  ];
}

function lists(content: ServiceContent): Found {
  const ids = [
    ...content.channels,
    ...content.languages,
    ...content.documents,
    ...content.accessibility,
    ...content.costs.options,
  ].map(({ id }) => id);
  const places = content.locations.map(({ serviceAtLocationId }) => serviceAtLocationId);
  return [
    ...when(new Set(ids).size < ids.length, 'channels', 'twice'),
    ...when(new Set(places).size < places.length, 'locations', 'twice'),
    ...when(content.channels.length > 30, 'channels', 'too-many', 30),
    ...when(content.locations.length > 30, 'locations', 'too-many', 30),
    ...when(content.keywords.length > 20, 'keywords', 'too-many', 20),
    ...when(content.documents.length > 30, 'documents', 'too-many', 30),
    ...when(content.costs.options.length > 30, 'costs.options', 'too-many', 30),
    ...content.documents.flatMap(({ name, url }, index) => [
      ...when(!name.ja, `documents.${index}.name.ja`, 'missing'),
      ...when(!isUrlOrEmpty(url), `documents.${index}.url`, 'not-a-url'),
    ]),
    ...content.costs.options.flatMap(({ option, amountYen }, index) => [
      ...when(!option, `costs.options.${index}.option`, 'missing'),
      ...when(
        amountYen !== null && (!Number.isInteger(amountYen) || amountYen < 0),
        `costs.options.${index}.amountYen`,
        'out-of-range',
      ),
    ]),
  ];
}

function days({ openFrom, openUntil }: ServiceContent): Found {
  return [
    ...when(openFrom !== null && !isDay(openFrom), 'openFrom', 'not-a-day'),
    ...when(openUntil !== null && !isDay(openUntil), 'openUntil', 'not-a-day'),
    ...when(openFrom !== null && openUntil !== null && openFrom > openUntil, 'openUntil', 'wrong-order'),
  ];
}

function translated(field: string, text: Translated, most: number, others = most * 3): Found {
  return Object.entries(text).flatMap(([lang, said]) =>
    when((said ?? '').length > (lang === 'ja' ? most : others), `${field}.${lang}`, 'too-long', most),
  );
}

/** Entries become open data: what a spreadsheet would run at the beginning of a cell is refused, also in full width. */
function formulas(value: unknown, field = ''): Found {
  if (typeof value === 'string') return when(isFormula(value), field, 'formula');
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => formulas(inner, field ? `${field}.${key}` : key));
}

/** A tab or line break before the sign does not make it harmless. LINE ids begin with @ and are no formula to be trusted either. */
export function isFormula(text: string): boolean {
  return /^\s*[=+\-@＝＋－＠−]/.test(text);
}

export function isUrl(text: string): boolean {
  return /^https?:\/\/[^\s/?#"<>\\]+\.[^\s"<>\\]*$/u.test(text) && text.length <= 500 && URL.canParse(text);
}

function isUrlOrEmpty(text: string): boolean {
  return text === '' || isUrl(text);
}

export function isMailAddress(text: string): boolean {
  return /^[^\s@"<>(),;:\\]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(text) && text.length <= 254;
}

/** Digits in groups with hyphens, 110 or #8008. */
export function isPhoneNumber(text: string): boolean {
  return /^#?\d{2,5}(-\d{1,4}){0,3}$/.test(text) && text.replace(/\D/g, '').length <= 11;
}

/** `YYYY-MM-DD` that the calendar knows. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}
