import { ok, type Result } from '#platform/result.ts';
import type { CapacityState, ServiceContent } from '../content.ts';
import {
  decideCode,
  decideContent,
  decidePublish,
  type ReviewDays,
  reviewOnOf,
  type ServiceRefusal,
} from '../rules.ts';
import type { ServiceRow } from '../store.ts';
import { columnsOf, type How, knownWith } from '../write.ts';

export interface NewService {
  readonly organisationId: string;
  /** A name that stays: for seeds, imports and the navigator. Absent: made. */
  readonly code?: string;
  readonly content: ServiceContent;
  readonly sealed?: boolean;
  readonly publish?: boolean;
  /** Which organisation said on which day that it is right, of an entry that the keeper brings along from elsewhere. */
  readonly verified?: { readonly by: string; readonly on: string };
  readonly how?: Extract<How, 'create' | 'import'>;
  readonly note?: string;
}

/** What stands around an entry that is new. */
export interface Ground {
  readonly municipalities: readonly string[];
  readonly reviewDays: ReviewDays;
}

/** The row of a new entry, if it may be. */
export function newRow(
  { organisationId, code: given, content, sealed = false, publish = false, verified }: NewService,
  ground: Ground,
  { id, now }: { id: string; now: Date },
): Result<ServiceRow, ServiceRefusal> {
  const code = given ?? `${content.kind}-${id.slice(0, 13)}`;
  const named = decideCode(code);
  if (!named.ok) return named;
  const fits = decideContent(content, knownWith(ground.municipalities));
  if (!fits.ok) return fits;
  const may = publish ? decidePublish({ content, publishedAt: null, sealed }) : ok('draft');
  if (!may.ok) return may;
  return ok({
    id,
    organisationId,
    code,
    ...columnsOf(content),
    version: 1,
    sealed,
    publishedAt: publish ? now : null,
    ...unsaid,
    ...verification(content.kind, ground.reviewDays, verified),
    createdAt: now,
    updatedAt: now,
  });
}

const unsaid: { capacity: CapacityState | null; capacityNote: string; capacityAt: Date | null } = {
  capacity: null,
  capacityNote: '',
  capacityAt: null,
};

export function verification(
  kind: ServiceContent['kind'],
  days: ReviewDays,
  verified?: NewService['verified'],
) {
  if (!verified) return { verifiedOn: null, verifiedBy: null, reviewOn: null };
  const { by, on } = verified;
  return { verifiedOn: on, verifiedBy: by, reviewOn: reviewOnOf(kind, on, days) };
}
