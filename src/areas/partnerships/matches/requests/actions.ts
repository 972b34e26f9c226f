import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { enqueue } from '#platform/jobs.ts';
import { ok, type Result } from '#platform/result.ts';
import { can, memberAgent, mustActFor, mustBeOffice } from '../../access.ts';
import { countTaken, findPost, type Post } from '../../exchange/store.ts';
import { isMember } from '../../members/store.ts';
import { readDiscipline } from '../discipline/read.ts';
import { countAsked, countSameWords, findOpenMatch, findStop, isShut } from '../discipline/store.ts';
import { maskContacts } from '../masks/rules.ts';
import { tellMatch } from '../moving.ts';
import { openStatuses, type Side } from '../rules.ts';
import { insertMatch, insertNote } from '../store.ts';
import type { FirstRequest } from '../tables.ts';
import { decideRequest, type RequestRefusal, sameWords } from './rules.ts';

const hours = 3_600_000;

interface Asking {
  readonly postId: string;
  /** The member that asks. */
  readonly organisationId: string;
  /** A need or offer of one's own that fits it. */
  readonly ownPostId?: string | undefined;
  readonly quantity: number | null;
  readonly request: FirstRequest;
  readonly illustrative?: boolean;
}

/** The first request: five short answers instead of a letter, so that the other side can say yes or no to it. */
export async function askMatch(
  db: Db,
  who: Who,
  asking: Asking,
  now = new Date(),
): Promise<Result<{ matchId: string }, RequestRefusal>> {
  const { organisationId } = asking;
  mustActFor(who, memberAgent, { organisationId, permission: can.askMatch });
  return inTransaction(db, who, async (tx) => {
    const post = await findPost(tx, asking.postId);
    const own = asking.ownPostId ? await findPost(tx, asking.ownPostId) : undefined;
    const mark = sameWords(`${asking.request.what}${asking.request.why}`);
    const facts = await gather(tx, { post, own, organisationId, mark }, now);
    const decision = decideRequest(facts, await readDiscipline(tx));
    if (!decision.ok) return decision;
    const matchId = await begin(tx, { ...asking, post, own, mark, introduced: false }, now);
    return ok({ matchId });
  });
}

/** The concierge brings two together: the request is the office's own, the offerer answers it as any other. */
export async function introduce(
  db: Db,
  who: Who,
  { needId, offerId, words }: { needId: string; offerId: string; words: string },
  now = new Date(),
): Promise<Result<{ matchId: string }, RequestRefusal>> {
  mustBeOffice(who, can.introduceMatch);
  return inTransaction(db, who, async (tx) => {
    const [need, offer] = [await findPost(tx, needId), await findPost(tx, offerId)];
    const { organisationId } = need;
    const facts = await gather(tx, { post: offer, own: need, organisationId, mark: '' }, now);
    const decision = decideRequest(
      { ...facts, ofToday: 0, sameTo: 0, stoppedUntil: null },
      await readDiscipline(tx),
    );
    if (!decision.ok) return decision;
    const request = { what: need.title, when: '', where: '', whoComes: '', why: words };
    const asking = { postId: offerId, organisationId, quantity: need.quantity, request };
    const matchId = await begin(tx, { ...asking, post: offer, own: need, mark: '', introduced: true }, now);
    return ok({ matchId });
  });
}

interface Between {
  readonly post: Post;
  readonly own: Post | undefined;
  readonly organisationId: string;
  readonly mark: string;
}

async function gather(tx: Tx, { post, own, organisationId, mark }: Between, now: Date) {
  const today = tokyoDay(now);
  const owner = post.organisationId;
  const since = (ms: number) => new Date(now.getTime() - ms);
  const areMembers =
    (await isMember(tx, organisationId)) && (post.source === 'unmet' || (await isMember(tx, owner)));
  const asked = { postId: post.id, organisationId, statuses: openStatuses };
  const same = { by: organisationId, mark, since: since(7 * 24 * hours), besides: owner };
  const cap = post.monthlyCap;
  return {
    areMembers,
    isOwnPost: owner === organisationId,
    isOpen: post.state === 'published' && post.lastOn >= today,
    isFree: cap === null || (await countTaken(tx, { offerId: post.id, month: today.slice(0, 7) })) < cap,
    isAsked: (await findOpenMatch(tx, asked)) !== undefined,
    isBlocked: await isShut(tx, organisationId, owner),
    stoppedUntil: (await findStop(tx, organisationId))?.until ?? null,
    today,
    ofToday: await countAsked(tx, { by: organisationId, since: since(24 * hours) }),
    sameTo: mark === '' ? 0 : await countSameWords(tx, same),
    ownFits: own === undefined || fits(post, own, organisationId),
  };
}

function fits(post: Post, own: Post, organisationId: string): boolean {
  return own.organisationId === organisationId && own.side !== post.side && own.kind === post.kind;
}

type Beginning = Asking & Between & { readonly introduced: boolean };

async function begin(tx: Tx, beginning: Beginning, now: Date): Promise<string> {
  const { post, own, organisationId, mark, introduced, quantity } = beginning;
  const asker: Side = post.side === 'need' ? 'giver' : 'receiver';
  const [needId, offerId] = post.side === 'need' ? [post.id, own?.id] : [own?.id, post.id];
  const [giverId, receiverId] =
    asker === 'giver' ? [organisationId, post.organisationId] : [post.organisationId, organisationId];
  const matchId = await insertMatch(tx, {
    needId: needId ?? null,
    offerId: offerId ?? null,
    title: post.title,
    kind: post.kind,
    unit: post.unit,
    giverId,
    receiverId,
    asker,
    introduced,
    wordsMark: mark,
    askedAt: now,
    quantity,
    waitsFor: asker === 'giver' ? 'receiver' : 'giver',
    waitsSince: now,
    illustrative: beginning.illustrative ?? false,
  });
  const noteId = await insertNote(tx, { matchId, at: now, ...noteOf(tx, beginning, asker) });
  const facts = { postId: post.id, introduced };
  const event = introduced ? 'match.introduce' : 'match.ask';
  await record(tx, { event, subject: { kind: 'match', id: matchId }, facts }, now);
  await enqueue(tx, tellMatch, { noteId });
  return matchId;
}

function noteOf(tx: Tx, { request, introduced }: Beginning, asker: Side) {
  const answers = Object.entries(request).map(
    ([question, words]) => [question, maskContacts(words)] as const,
  );
  return {
    kind: 'asked',
    side: introduced ? 'concierge' : asker,
    personId: tx.who.kind === 'person' ? tx.who.personId : null,
    request: Object.fromEntries(
      answers.map(([question, { text }]) => [question, text]),
    ) as unknown as FirstRequest,
    masked: answers.reduce((sum, [, { masked }]) => sum + masked, 0),
  };
}
