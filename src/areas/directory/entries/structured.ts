import { contentIn, type Lang } from '#platform/i18n.ts';
import type { Hours } from '../hours/hours.ts';
import { type Asked, hoursOf } from '../hours/rules.ts';
import { schemaHours } from '../hours/schema-org.ts';
import { placeName } from '../municipalities/names.ts';
import type { Municipality } from '../municipalities/store.ts';
import type { Channel, ServiceLocation } from '../services/content.ts';
import type { Service } from '../services/store.ts';
import { termName } from '../taxonomy/terms.ts';

interface Facts {
  readonly service: Service;
  readonly lang: Lang;
  /** The address of the page, absolute. */
  readonly url: string;
  readonly places: readonly Municipality[];
  readonly holidays: Asked['holidays'];
  /** `YYYY-MM-DD` in Tokyo. */
  readonly today: string;
}

const publicBodies = ['prefecture', 'bureau', 'municipality', 'desk'];

/** schema.org: a place as CivicStructure, everything else as (Government)Service. What is not known is left out. */
export function structuredData(facts: Facts): object {
  const { service, lang, url, places } = facts;
  const { content, owner } = service;
  const isPublicBody = publicBodies.includes(owner.kind);
  const operator = {
    '@type': isPublicBody ? 'GovernmentOrganization' : 'Organization',
    name: contentIn(lang, { ja: owner.nameJa, en: owner.nameEn }),
  };
  const common = {
    '@context': 'https://schema.org',
    '@id': url,
    url,
    name: contentIn(lang, content.name),
    description: contentIn(lang, content.summary),
    ...(content.alternateName && { alternateName: content.alternateName }),
  };
  if (content.kind === 'place') return { ...common, ...placeData(facts), publicAccess: true };
  return {
    ...common,
    '@type': isPublicBody ? 'GovernmentService' : 'Service',
    ...(isPublicBody ? { serviceOperator: operator } : { provider: operator }),
    serviceType: content.topics.map((code) => termName(lang, 'worry', code)),
    areaServed: (content.areas.length > 0 ? content.areas : prefectureOf(places)).map((code) => ({
      '@type': 'AdministrativeArea',
      name: placeName(lang, code, places),
    })),
    audience: { '@type': 'Audience', audienceType: contentIn(lang, content.eligibility.description) },
    ...(content.costs.free && { offers: { '@type': 'Offer', price: 0, priceCurrency: 'JPY' } }),
    availableChannel: content.channels.map((channel) => channelData(facts, channel)),
  };
}

function placeData({ service, lang, places, holidays, today }: Facts) {
  const { content } = service;
  const [location] = content.locations;
  const phone = content.channels.find(({ kind }) => kind === 'phone');
  return {
    '@type': 'CivicStructure',
    ...(location && addressData(location, lang, places)),
    ...(phone && { telephone: phone.value }),
    ...(content.hours && hoursData(content.hours, { today, holidays })),
    isAccessibleForFree: content.costs.free,
  };
}

function hoursData(hours: Hours, { today, holidays }: { today: string; holidays: Asked['holidays'] }) {
  const { regular, special } = schemaHours(hours, today, { holidays });
  return {
    openingHoursSpecification: regular,
    ...(special.length > 0 && { specialOpeningHoursSpecification: special }),
  };
}

function addressData(location: ServiceLocation, lang: Lang, places: readonly Municipality[]) {
  const prefecture = prefectureOf(places)[0];
  const street = [location.town, location.line, location.building].filter(Boolean).join(' ');
  const { latitude, longitude } = location;
  return {
    address: {
      '@type': 'PostalAddress',
      addressCountry: 'JP',
      ...(prefecture && { addressRegion: placeName(lang, prefecture, places) }),
      addressLocality: placeName(lang, location.municipality, places),
      ...(street && { streetAddress: street }),
      ...(location.postalCode && { postalCode: location.postalCode }),
    },
    ...(latitude !== null &&
      longitude !== null && { geo: { '@type': 'GeoCoordinates', latitude, longitude } }),
  };
}

function prefectureOf(places: readonly Municipality[]): readonly string[] {
  return places.filter(({ parentCode }) => parentCode === null).map(({ code }) => code);
}

function channelData({ service, lang, url, places, holidays, today }: Facts, channel: Channel) {
  const { content } = service;
  const hours = hoursOf(content, channel);
  const languages = [
    'ja',
    ...content.languages.map(({ code }) => code).filter((code) => code !== 'ja-simple'),
  ];
  const availableLanguage = [...new Set(channel.languages.length > 0 ? channel.languages : languages)];
  const [location] = content.locations;
  const base = { '@type': 'ServiceChannel', availableLanguage };
  if (channel.kind === 'phone') {
    const times = hours && schemaHours(hours, today, { holidays });
    return {
      ...base,
      servicePhone: {
        '@type': 'ContactPoint',
        telephone: channel.value,
        contactType: 'customer service',
        ...(times && { hoursAvailable: [...times.regular, ...times.special] }),
      },
    };
  }
  if (channel.kind === 'visit' && location)
    return { ...base, serviceLocation: { '@type': 'Place', ...addressData(location, lang, places) } };
  return { ...base, serviceUrl: isWeb(channel) ? channel.value : url };
}

export function isWeb({ value }: Pick<Channel, 'value'>): boolean {
  return /^https?:\/\//.test(value);
}

/** As the text of a data block: nothing in it can end the block. */
export function asDataBlock(data: object): string {
  return JSON.stringify(data)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
