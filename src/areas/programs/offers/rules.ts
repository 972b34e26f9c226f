import { ok, type Result, refuse } from '#platform/result.ts';

export type OfferRefusal = 'offer-changed' | 'changed-meanwhile';

export interface OfferFacts {
  readonly state: string;
  readonly sha256: string;
  /** The file and the value that stood on the page when the button was pressed. */
  readonly seen: { readonly sha256: string; readonly value: number | null };
  readonly standing: number | null;
}

/** One press takes over what was shown in place of what was shown: neither may have changed since. */
export function decideTake({ state, sha256, seen, standing }: OfferFacts): Result<'take', OfferRefusal> {
  if (state !== 'offered' || sha256 !== seen.sha256) return refuse('offer-changed');
  return standing === seen.value ? ok('take') : refuse('changed-meanwhile');
}

/** The same file need not be offered again, while it is offered or once it was taken. */
export function isNewOffer(sha256: string, latest: { readonly sha256: string } | undefined): boolean {
  return latest?.sha256 !== sha256;
}
