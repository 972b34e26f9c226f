import type { Tx } from '#platform/database/database.ts';

/** A membership that ends, by whatever way. */
export interface Ended {
  readonly organisationId: string;
  readonly why: 'lapsed' | 'left' | 'removed';
  readonly at: Date;
}

/**
 * What a slice does when a member ends (its posts close, its threads say so): in the same transaction, which is the member's own, the
 * concierge's or the product's. Each is listed once, in src/contents/member-endings.ts.
 */
export type MemberEnding = (tx: Tx, ended: Ended) => Promise<void>;
