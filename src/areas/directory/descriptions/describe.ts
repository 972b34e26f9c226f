import { dayName } from '#platform/dates.ts';
import { formatNumber, type Lang } from '#platform/i18n.ts';
import type { Translated } from '../hours/hours.ts';
import { hoursText } from '../hours/sentences.ts';
import { channelWords } from '../hours/sentence-words.ts';
import type { Channel, ServiceContent, ServiceLocation } from '../services/content.ts';
import { type TaxonomyCode, termName } from '../taxonomy/terms.ts';
import { fieldsOfPart, type Part, parts } from './parts.ts';
import { labels } from './words.ts';

/** One thing that an entry says, in words: what a comparison compares. */
export interface Said {
  /** The field of the content that it comes from. */
  readonly field: keyof ServiceContent;
  readonly part: Part;
  readonly label: string;
  /** Empty: nothing is said. Line breaks separate rows. */
  readonly text: string;
}

interface Naming {
  readonly lang: Lang;
  /** The name of a municipality or ward. */
  readonly placeName: (code: string) => string;
}

/** Everything that a content says, in the order of the form. */
export function describe(content: ServiceContent, naming: Naming): readonly Said[] {
  const { fields } = labels[naming.lang];
  return parts.flatMap((part) =>
    fieldsOfPart[part].flatMap((field) => {
      const said = sayings[field](content, naming);
      const lines = typeof said === 'string' ? [{ label: fields[field], text: said }] : said;
      return lines.map((line) => ({ field, part, ...line }));
    }),
  );
}

type Line = Pick<Said, 'label' | 'text'>;
type Saying = (content: ServiceContent, naming: Naming) => string | readonly Line[];

/** How each field is said: as one text under its own name, or as several lines. */
const sayings: Readonly<Record<keyof ServiceContent, Saying>> = {
  kind: ({ kind }, { lang }) => terms(lang, 'kind', [kind]),
  status: ({ status }, { lang }) => labels[lang].status[status],
  name: ({ name }, { lang }) => translations(lang, 'name', name),
  nameKana: ({ nameKana }) => nameKana,
  alternateName: ({ alternateName }) => alternateName,
  summary: ({ summary }, { lang }) => translations(lang, 'summary', summary),
  description: ({ description }, { lang }) => translations(lang, 'description', description),
  website: ({ website }) => website,
  email: ({ email }) => email,
  topics: ({ topics }, { lang }) => terms(lang, 'worry', topics),
  serviceTypes: ({ serviceTypes }, { lang }) => terms(lang, 'service-type', serviceTypes),
  placeTypes: ({ kind, placeTypes }, { lang }) =>
    kind === 'place' || placeTypes.length > 0 ? terms(lang, 'place-type', placeTypes) : [],
  keywords: ({ keywords }, { lang }) => keywords.join(labels[lang].and),
  legalBasis: ({ legalBasis }) => legalBasis,
  openFrom: (content, { lang }) => openDay(lang, content, 'openFrom'),
  openUntil: (content, { lang }) => openDay(lang, content, 'openUntil'),
  sourceUrl: ({ sourceUrl }) => sourceUrl,
  illustrative: ({ illustrative }, { lang }) => labels[lang].illustrative[illustrative ? 'yes' : 'no'],
  beneficiaries: ({ beneficiaries }, { lang }) => terms(lang, 'beneficiary', beneficiaries),
  eligibility,
  areas: ({ areas }, { lang, placeName }) =>
    areas.length === 0 ? labels[lang].everywhere : areas.map(placeName).join(labels[lang].and),
  anonymous: ({ anonymous }, { lang }) => labels[lang].anonymous[anonymous ? 'yes' : 'no'],
  channels: ({ channels }, { lang }) => channels.map((channel) => channelText(lang, channel)).join('\n'),
  hours: ({ hours }, { lang }) => (hours ? hoursText(lang, hours) : ''),
  locations: ({ locations }, naming) => locations.map((each) => locationText(each, naming)).join('\n'),
  application: ({ application }, { lang }) => translations(lang, 'application', application),
  costs,
  documents: ({ documents }, { lang }) =>
    documents.map(({ name, url }) => [inLang(lang, name), url].filter(Boolean).join(' ')).join('\n'),
  languages: ({ languages }, { lang }) => notedTerms(lang, 'language', languages),
  accessibility: ({ accessibility }, { lang }) => notedTerms(lang, 'accessibility', accessibility),
};

function terms(lang: Lang, taxonomy: TaxonomyCode, codes: readonly string[]): string {
  return codes.map((code) => termName(lang, taxonomy, code)).join(labels[lang].and);
}

function notedTerms(
  lang: Lang,
  taxonomy: TaxonomyCode,
  chosen: readonly { readonly code: string; readonly note: string }[],
): string {
  return chosen
    .map(({ code, note }) => noted(lang, termName(lang, taxonomy, code), note))
    .join(labels[lang].and);
}

/** Days on which one can apply belong to schemes; elsewhere they are said only where they are set. */
function openDay(
  lang: Lang,
  content: ServiceContent,
  field: 'openFrom' | 'openUntil',
): string | readonly Line[] {
  const day = content[field];
  if (day === null) return content.kind === 'scheme' ? '' : [];
  return dayName(lang, day);
}

function translations(lang: Lang, field: keyof ServiceContent, text: Translated): readonly Line[] {
  const t = labels[lang];
  const label = t.fields[field];
  return Object.entries(text)
    .filter(([code, said]) => code === 'ja' || !!said)
    .map(([code, said = '']) => ({
      label: code === 'ja' ? label : t.inLang(label, t.langs[code] ?? termName(lang, 'language', code)),
      text: said,
    }));
}

function eligibility({ eligibility: who }: ServiceContent, { lang }: Naming): readonly Line[] {
  const t = labels[lang];
  return [
    ...translations(lang, 'eligibility', who.description),
    { label: t.fields.age, text: t.ages(who.minimumAge, who.maximumAge) },
    { label: t.fields.gender, text: t.gender[who.gender] },
  ];
}

function channelText(lang: Lang, { kind, value, label, hours, freeOfCharge, languages }: Channel): string {
  const t = labels[lang];
  const details = [
    inLang(lang, label),
    freeOfCharge && kind === 'phone' ? t.freeCall : '',
    languages.map((code) => termName(lang, 'language', code)).join(t.and),
    hours ? t.ownHours(hoursText(lang, hours)) : '',
  ].filter(Boolean);
  return noted(lang, [channelWords[lang][kind], value].filter(Boolean).join(' '), details.join(t.and));
}

function locationText(location: ServiceLocation, { lang, placeName }: Naming): string {
  const { name, municipality, postalCode, town, line, building, latitude, longitude, transportation } =
    location;
  const t = labels[lang];
  const details = [
    t.precision[location.precision],
    latitude === null ? '' : `${latitude}, ${longitude}`,
    transportation,
  ].filter(Boolean);
  const address = `${placeName(municipality)}${town}${line}`;
  const post = postalCode && `〒${postalCode.slice(0, 3)}-${postalCode.slice(3)}`;
  return noted(lang, [name, post, address, building].filter(Boolean).join(' '), details.join(t.and));
}

function costs({ costs: { free, description, options } }: ServiceContent, { lang }: Naming): string {
  const t = labels[lang];
  const rows = options.map(({ option, amountYen, description: more }) => {
    const amount = amountYen === null ? '' : t.yen(formatNumber(lang, amountYen));
    return noted(lang, [option, amount].filter(Boolean).join(' '), more);
  });
  return [free ? t.free : t.notFree, inLang(lang, description), ...rows].filter(Boolean).join('\n');
}

function noted(lang: Lang, text: string, note: string): string {
  return note ? labels[lang].because(text, note) : text;
}

function inLang(lang: Lang, text: Translated): string {
  return (lang === 'en' ? text['en'] : undefined) || text.ja;
}
