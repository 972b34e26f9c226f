import type { z } from 'zod';
import type { Hours } from '../../hours/hours.ts';
import { hsdsSchedules } from '../../hours/hsds.ts';
import type { CapacityState, ServiceContent } from '../../services/content.ts';
import type { ServiceRow } from '../../services/store.ts';
import type { service, serviceInList } from '../model/large.ts';
import type { costOption, requiredDocument, schedule, serviceArea, serviceCapacity } from '../model/small.ts';
import { contactsOf, languagesOf, pagesOf, phonesOf } from './contacts.ts';
import { partId } from './ids.ts';
import { serviceAtLocationOf } from './locations.ts';
import { cityOf, type Places } from './places.ts';
import { attributesOf } from './terms.ts';
import { emailOf, uriOf } from './uris.ts';

/** What of an entry's row the standard is made of. */
export type Entry = Pick<
  ServiceRow,
  | 'id'
  | 'organisationId'
  | 'content'
  | 'verifiedOn'
  | 'reviewOn'
  | 'capacity'
  | 'capacityNote'
  | 'capacityAt'
  | 'updatedAt'
>;

/** What it takes besides the entry: the municipalities, and the day from which hours are told. */
export interface Around {
  readonly places: Places;
  readonly today: string;
}

type ServiceInList = z.input<typeof serviceInList>;

/** The fields that exist once, without the organisation, which is put in where the whole is written. */
export function serviceInListOf({
  id,
  organisationId,
  content,
  verifiedOn,
  reviewOn,
  updatedAt,
}: Entry): ServiceInList {
  const { eligibility, costs } = content;
  return {
    id,
    organization_id: organisationId,
    name: content.name.ja,
    alternate_name: content.alternateName || undefined,
    description: content.description.ja || content.summary.ja || undefined,
    url: uriOf(content.website),
    email: emailOf(content.email),
    status: content.status,
    application_process: content.application.ja || undefined,
    fees_description: feesOf(content),
    eligibility_description: eligibilityOf(content),
    minimum_age: eligibility.minimumAge ?? undefined,
    maximum_age: eligibility.maximumAge ?? undefined,
    assured_date: verifiedOn ?? undefined,
    alert: content.illustrative ? '例示です。実在しない情報を含みます。' : undefined,
    last_modified: updatedAt.toISOString(),
    // From here on our own fields, where the standard has none.
    kind: content.kind,
    summary: content.summary.ja || undefined,
    free_of_charge: costs.free,
    anonymous: content.anonymous,
    review_date: reviewOn ?? undefined,
    open_from: content.openFrom ?? undefined,
    open_until: content.openUntil ?? undefined,
    illustrative: content.illustrative,
  };
}

const genders = { any: '', women: '女性の方', men: '男性の方' } as const;

function eligibilityOf({ eligibility: { gender, description } }: ServiceContent): string | undefined {
  return [genders[gender], description.ja].filter(Boolean).join('。') || undefined;
}

function feesOf({ costs: { free, description } }: ServiceContent): string | undefined {
  return [free ? '無料' : '', description.ja].filter(Boolean).join('。') || undefined;
}

/** Fully nested, without the organisation. */
export function serviceOf(entry: Entry, around: Around): z.input<typeof service> {
  const { id, content } = entry;
  return {
    ...serviceInListOf(entry),
    interpretation_services:
      content.languages
        .map(({ note }) => note)
        .filter(Boolean)
        .join('、') || undefined,
    phones: phonesOf(content),
    contacts: contactsOf(content),
    additional_urls: pagesOf(content),
    schedules: schedulesOf(entry, around.today),
    service_areas: serviceAreasOf(id, content, around.places),
    service_at_locations: content.locations.map((place) => serviceAtLocationOf(place, entry, around.places)),
    languages: languagesOf(content),
    cost_options: content.costs.options.map(costOptionOf),
    required_documents: content.documents.map(documentOf),
    attributes: attributesOf(id, content),
    capacities: capacitiesOf(entry),
    legal_basis: content.legalBasis || undefined,
    source_url: uriOf(content.sourceUrl),
    keywords: content.keywords.length > 0 ? [...content.keywords] : undefined,
    translations: translationsOf(content),
  };
}

/** Hours of the whole first, then those of each way of contact that has its own. */
function schedulesOf({ id, content }: Entry, from: string): z.input<typeof schedule>[] {
  const of = (hours: Hours, wholeId: string, way?: string) =>
    hsdsSchedules(hours, { from, idOf: (row) => partId(wholeId, `schedule ${row}`) }).map((row) => ({
      ...row,
      attending_type: way,
    }));
  return [
    ...(content.hours ? of(content.hours, id) : []),
    ...content.channels.flatMap(({ id: channelId, kind, label, hours }) =>
      hours ? of(hours, channelId, label.ja || kind) : [],
    ),
  ];
}

/** Without areas of its own an entry serves the whole prefecture. */
function serviceAreasOf(
  serviceId: string,
  { areas }: ServiceContent,
  places: Places,
): z.input<typeof serviceArea>[] {
  const area = (name: string, code: string | undefined) => ({
    id: partId(serviceId, `area ${code}`),
    name,
    extent: code,
    extent_type: 'text',
  });
  if (areas.length === 0) return [area(places.prefecture, places.prefectureCode)];
  return areas.map((code) => area(cityOf(places, code), places.byCode.get(code)?.code6 ?? code));
}

function costOptionOf({
  id,
  option,
  amountYen,
  description,
}: ServiceContent['costs']['options'][number]): z.input<typeof costOption> {
  return {
    id,
    option: option || undefined,
    amount: amountYen ?? undefined,
    currency: amountYen === null ? undefined : 'JPY',
    amount_description: description || undefined,
  };
}

function documentOf({
  id,
  name,
  url,
}: ServiceContent['documents'][number]): z.input<typeof requiredDocument> {
  return { id, document: name.ja, uri: uriOf(url) };
}

/** The owner says whether it accepts, not how many: the unit says so, and `available` is 1 or 0. */
const accepting = {
  id: partId('5b2c1e3f-8a74-4d0e-9c61-d7f0a3b58e24', 'unit accepting'),
  name: '受け入れ（1: 受け入れています 0: いまは受け入れていません）',
} as const;
const capacityWords: Record<CapacityState, string> = {
  accepting: '受け入れています',
  waiting: 'お待ちいただいています',
  full: 'いまはいっぱいです',
};

function capacitiesOf({ id, capacity, capacityNote, capacityAt }: Entry): z.input<typeof serviceCapacity>[] {
  if (!capacity || !capacityAt) return [];
  const state = capacity as CapacityState;
  return [
    {
      id: partId(id, 'capacity'),
      unit: accepting,
      available: state === 'accepting' ? 1 : 0,
      description: [capacityWords[state], capacityNote].filter(Boolean).join('。'),
      updated: capacityAt.toISOString(),
      state,
    },
  ];
}

/** What the standard has one language for, in the others that the entry is written in. */
function translationsOf(content: ServiceContent): Record<string, Record<string, string>> | undefined {
  const fields = {
    name: content.name,
    summary: content.summary,
    description: content.description,
    application_process: content.application,
    eligibility_description: content.eligibility.description,
    fees_description: content.costs.description,
  };
  const byLang: Record<string, Record<string, string>> = {};
  for (const [field, texts] of Object.entries(fields))
    for (const [lang, text] of Object.entries(texts)) {
      if (lang === 'ja' || !text) continue;
      byLang[lang] = { ...byLang[lang], [field]: text };
    }
  return Object.keys(byLang).length > 0 ? byLang : undefined;
}
