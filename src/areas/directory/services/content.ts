import type { ChannelKind, Hours, Translated } from '../hours/hours.ts';

/** 支援制度, 相談窓口, 支援団体, 居場所. All are services in the sense of HSDS 3.0. */
export const serviceKinds = ['scheme', 'desk', 'group', 'place'] as const;
export type ServiceKind = (typeof serviceKinds)[number];

export const serviceStatuses = ['active', 'inactive', 'defunct', 'temporarily closed'] as const;
export type ServiceStatus = (typeof serviceStatuses)[number];

export const capacityStates = ['accepting', 'waiting', 'full'] as const;
export type CapacityState = (typeof capacityStates)[number];

/**
 * An entry of the directory as it is edited, kept, versioned and given out. Everything in it is public once the entry is:
 * what must not be known (the address of a place that is only roughly known) is not written here at all.
 * Ids inside are UUIDs that stay the same over versions; HSDS gives them out.
 */
export interface ServiceContent {
  readonly kind: ServiceKind;
  readonly status: ServiceStatus;
  readonly name: Translated;
  readonly nameKana: string;
  /** What people call it: つばさプロジェクト. Searched like the name. */
  readonly alternateName: string;
  /** One sentence for lists, at most 100 letters. */
  readonly summary: Translated;
  readonly description: Translated;
  readonly website: string;
  readonly email: string;
  /** Codes of `taxonomy`: the 16 worries of the intake form. */
  readonly topics: readonly string[];
  /** GIF 491-1 サービス種別. */
  readonly serviceTypes: readonly string[];
  /** GIF 491-1 受益者. */
  readonly beneficiaries: readonly string[];
  /** Of a place: 子ども食堂, 学習支援, … */
  readonly placeTypes: readonly string[];
  readonly keywords: readonly string[];
  readonly eligibility: Eligibility;
  /** Five-digit codes of municipalities and wards that it serves; empty: the whole prefecture. */
  readonly areas: readonly string[];
  readonly channels: readonly Channel[];
  /** Hours of all channels that have none of their own. Absent: unknown, or not a matter of hours (a scheme). */
  readonly hours?: Hours;
  /** ISO 639-1 and `ja-simple`; `ja` is said too. */
  readonly languages: readonly LanguageOffered[];
  readonly costs: Costs;
  readonly documents: readonly RequiredDocument[];
  /** How to apply, or what happens when one comes. */
  readonly application: Translated;
  readonly anonymous: boolean;
  /** GIF 436. */
  readonly accessibility: readonly AccessibilityFeature[];
  readonly locations: readonly ServiceLocation[];
  /** 根拠法令. */
  readonly legalBasis: string;
  /** Of a scheme: days between which one can apply. */
  readonly openFrom: string | null;
  readonly openUntil: string | null;
  readonly sourceUrl: string;
  /** 例示: invented for the demo world, and said so wherever it is shown. */
  readonly illustrative: boolean;
}

export interface Eligibility {
  readonly description: Translated;
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  readonly gender: 'any' | 'women' | 'men';
}

export interface Channel {
  readonly id: string;
  readonly kind: ChannelKind;
  /** Telephone number (0120-000-001), address of a page, LINE id without its @, mail address; empty where one simply comes. */
  readonly value: string;
  readonly label: Translated;
  /** Absent: the hours of the entry. */
  readonly hours?: Hours;
  readonly freeOfCharge: boolean;
  readonly languages: readonly string[];
}

export interface LanguageOffered {
  readonly id: string;
  readonly code: string;
  /** By an interpreter, on some days, by a machine. */
  readonly note: string;
}

export interface Costs {
  readonly free: boolean;
  readonly description: Translated;
  readonly options: readonly CostOption[];
}

export interface CostOption {
  readonly id: string;
  readonly option: string;
  /** Whole yen. */
  readonly amountYen: number | null;
  readonly description: string;
}

export interface RequiredDocument {
  readonly id: string;
  readonly name: Translated;
  readonly url: string;
}

export interface AccessibilityFeature {
  readonly id: string;
  readonly code: string;
  readonly note: string;
}

export const locationPrecisions = ['exact', 'town', 'municipality'] as const;

export interface ServiceLocation {
  /** Of the location (HSDS location), the same in every entry that is there. */
  readonly id: string;
  /** Of this entry at this location (HSDS service_at_location). */
  readonly serviceAtLocationId: string;
  readonly name: string;
  /** Five-digit code of the municipality or ward. */
  readonly municipality: string;
  /** How precisely it may be known: `town` has no number of the house, `municipality` no town either, and no coordinates. */
  readonly precision: (typeof locationPrecisions)[number];
  readonly postalCode: string;
  readonly town: string;
  readonly line: string;
  readonly building: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly transportation: string;
}
