import { record } from '#platform/audit/ledger.ts';
import { publicPagesChanged } from '#platform/public-pages.ts';
import type { MemberEnding } from '../members/endings.ts';
import { movePostsOf } from './store.ts';

/** Needs and offers of a member end with it: its drafts too, which nobody could publish any more. */
export const endPosts: MemberEnding = async (tx, { organisationId, at }) => {
  const ended = await movePostsOf(
    tx,
    { organisationId, from: ['draft', 'published', 'paused'] },
    { state: 'closed', because: 'member-ended', at },
  );
  if (ended.length === 0) return;
  await publicPagesChanged(tx);
  const subject = { kind: 'organisation', id: organisationId };
  await record(tx, { event: 'exchange.end', subject, facts: { posts: ended.length } }, at);
};
