import type { z } from 'zod';
import type { organizationInList } from '../model/large.ts';
import type { organizationIdentifier } from '../model/small.ts';
import { partId } from './ids.ts';
import { uriOf } from './uris.ts';

/** An organisation that answers for entries, with what it says of itself. */
export interface Provider {
  readonly id: string;
  readonly kind: string;
  readonly nameJa: string;
  readonly nameEn: string | null;
  readonly localGovernmentCode: string | null;
  readonly descriptionJa: string;
  readonly website: string;
  readonly legalNumber: string;
}

const kinds: Readonly<Record<string, string>> = {
  prefecture: '都道府県',
  bureau: '都道府県の局',
  municipality: '市町村',
  desk: '相談窓口',
  npo: '支援団体',
  company: '企業',
};

export function organizationInListOf(provider: Provider): z.input<typeof organizationInList> {
  return {
    id: provider.id,
    name: provider.nameJa,
    alternate_name: provider.nameEn || undefined,
    // The standard asks for one: without a text of its own, what kind of body it is.
    description: provider.descriptionJa || kinds[provider.kind] || provider.nameJa,
    website: uriOf(provider.website),
  };
}

export function identifiersOf(provider: Provider): z.input<typeof organizationIdentifier>[] {
  const of = (scheme: string | undefined, type: string, identifier: string | null) =>
    identifier
      ? [
          {
            id: partId(provider.id, type),
            organization_id: provider.id,
            identifier_scheme: scheme,
            identifier_type: type,
            identifier,
          },
        ]
      : [];
  return [
    ...of('JP-JCN', '法人番号', provider.legalNumber),
    ...of(undefined, '全国地方公共団体コード', provider.localGovernmentCode),
  ];
}
