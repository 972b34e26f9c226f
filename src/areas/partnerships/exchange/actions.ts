import { hasRole, organisationsWith, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { Conflict, Forbidden } from '#platform/errors.ts';
import { publicPagesChanged } from '#platform/public-pages.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { listMunicipalities } from '#areas/directory/index.ts';
import { actsFor, can, concierge, memberAgent } from '../access.ts';
import { isMember } from '../members/store.ts';
import type { Details } from './fields.ts';
import { fieldsOf, kindOf } from './kind-table.ts';
import {
  decidePost,
  decideStep,
  type Ending,
  isOpenTo,
  lastDayOf,
  type PostRefusal,
  type Step,
} from './rules.ts';
import { deletePost, insertPost, lockPost, type Post, updatePost } from './store.ts';

/** What is typed about a post, whatever its kind. */
export interface Content {
  readonly title: string;
  readonly detail: string;
  readonly conditions: string;
  readonly topics: readonly string[];
  readonly municipalities: readonly string[];
  readonly quantity: number | null;
  readonly unit: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly monthlyCap: number | null;
  readonly details: Details;
}

/** A draft of a member, or of the platform's own office. */
export async function draftPost(
  db: Db,
  who: Who,
  input: Content & { side: 'need' | 'offer'; kind: string; organisationId: string; illustrative?: boolean },
  now = new Date(),
): Promise<Result<{ postId: string }, PostRefusal>> {
  mustWriteFor(who, input.organisationId);
  const { side, kind, organisationId, illustrative = false, ...content } = input;
  return inTransaction(db, who, async (tx) => {
    if (!(await mayPublishFor(tx, organisationId))) return refuse('not-a-member');
    const decision = await decide(tx, { ...content, side, kind, usedQuantity: 0 }, now);
    if (!decision.ok) return decision;
    const postId = await insertPost(tx, {
      ...columnsOf(side, content),
      side,
      kind,
      organisationId,
      illustrative,
      createdAt: now,
      changedAt: now,
    });
    await note(tx, { postId, facts: { step: 'draft', side, kind } }, now);
    return ok({ postId });
  });
}

/** Also of what stands in public: it goes on standing there as it is now. */
export async function editPost(
  db: Db,
  who: Who,
  { postId, revision, content }: { postId: string; revision: number; content: Content },
  now = new Date(),
): Promise<Result<{ postId: string }, PostRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const post = await lockPost(tx, postId);
    mustWriteFor(who, post.organisationId);
    if (!isOpenTo('edit', post.state)) return refuse('step-not-now');
    const { side, kind, usedQuantity } = post;
    const decision = await decide(tx, { ...content, side, kind, usedQuantity }, now);
    if (!decision.ok) return decision;
    const written = { ...columnsOf(side, content), changedAt: now };
    if (!(await updatePost(tx, { id: postId, revision }, written))) return refuse('changed-meanwhile');
    if (post.state === 'published') await publicPagesChanged(tx);
    await note(tx, { postId, facts: { step: 'edit' } }, now);
    return ok({ postId });
  });
}

export async function stepPost(
  db: Db,
  who: Who,
  { postId, step, ending = 'withdrawn' }: { postId: string; step: Exclude<Step, 'edit'>; ending?: Ending },
  now = new Date(),
): Promise<Result<{ postId: string }, PostRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const post = await lockPost(tx, postId);
    const byOffice = mustStep(who, post, step);
    const decision = decideStep({
      step,
      state: post.state,
      isMember: await mayPublishFor(tx, post.organisationId),
      lastOn: post.lastOn,
      today: tokyoDay(now),
      left: post.quantity === null ? null : post.quantity - post.usedQuantity,
    });
    if (!decision.ok) return decision;
    if (step === 'discard') await deletePost(tx, postId);
    else {
      const because = {
        publish: null,
        resume: null,
        pause: 'by-hand',
        close: byOffice ? 'by-office' : ending,
      }[step];
      const moved = {
        state: decision.value as string,
        because,
        changedAt: now,
        ...(step === 'publish' ? { publishedAt: now } : {}),
      };
      if (!(await updatePost(tx, post, moved))) throw new Conflict('post');
      await publicPagesChanged(tx);
    }
    await note(tx, { postId, facts: { step, ...(byOffice ? { byOffice } : {}) } }, now);
    return ok({ postId });
  });
}

/** Agents of the member; the office its own, which stand for unmet need. */
export function mayWriteFor(who: Who, organisationId: string): boolean {
  return (
    actsFor(who, memberAgent, organisationId) || organisationsWith(who, concierge).includes(organisationId)
  );
}

export function mustWriteFor(who: Who, organisationId: string): void {
  if (!mayWriteFor(who, organisationId)) throw new Forbidden(can.writeExchange.name);
}

/** The office may end what anybody has in public; true when it does so with what is not its own. */
function mustStep(who: Who, post: Post, step: Step): boolean {
  if (mayWriteFor(who, post.organisationId)) return false;
  if (step !== 'close' || !hasRole(who, concierge)) throw new Forbidden(can.writeExchange.name);
  return true;
}

/** Only members stand in public, and the office with what it drafted of unmet need. */
async function mayPublishFor(tx: Tx, organisationId: string): Promise<boolean> {
  return (
    organisationsWith(tx.who, concierge).includes(organisationId) || (await isMember(tx, organisationId))
  );
}

async function decide(
  tx: Tx,
  given: Content & { side: string; kind: string; usedQuantity: number },
  now: Date,
): Promise<Result<'save', PostRefusal>> {
  return decidePost({
    ...given,
    fields: fieldsOf(given.kind, given.side),
    units: kindOf(given.kind).quantity.units.map(({ value }) => value),
    knownMunicipalities: (await listMunicipalities(tx)).map(({ code }) => code),
    today: tokyoDay(now),
  });
}

function columnsOf(side: string, content: Content) {
  return {
    ...content,
    unit: content.quantity === null ? '' : content.unit,
    topics: [...content.topics],
    municipalities: [...content.municipalities],
    monthlyCap: side === 'offer' ? content.monthlyCap : null,
    lastOn: lastDayOf(content),
  };
}

async function note(
  tx: Tx,
  { postId, facts }: { postId: string; facts: Readonly<Record<string, string | boolean>> },
  now: Date,
): Promise<void> {
  const event = 'exchange.write';
  await record(tx, { event, subject: { kind: 'post', id: postId }, facts }, now);
}
