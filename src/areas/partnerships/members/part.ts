import type { Tx } from '#platform/database/database.ts';
import type { View } from '#platform/web/view.ts';
import type { Child } from 'hono/jsx';

/** What another slice shows on the page of a member: its needs and offers, its answer rate, its trainings. */
export interface MemberPart {
  readonly title: string;
  readonly body: Child;
}

/**
 * Reads it as nobody, since everybody may see the page; nothing when there is nothing to show. Each is listed once, in
 * src/contents/member-parts.ts.
 */
export type ReadMemberPart = (
  tx: Tx,
  of: { readonly organisationId: string; readonly view: View; readonly now: Date },
) => Promise<MemberPart | null>;
