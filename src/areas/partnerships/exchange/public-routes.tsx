import { inTransaction } from '#platform/database/database.ts';
import { endOfTokyoDay, tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { listMunicipalities, worryTerms } from '#areas/directory/index.ts';
import { answerRateOfMember } from '../matches/counts/read.ts';
import { exchangePaths } from '../paths.ts';
import { type Kind, kinds, type Side, sides } from './fields.ts';
import { kindOf } from './kind-table.ts';
import { ExchangePage, type ListFilter } from './pages/list.tsx';
import { PublicPostPage } from './pages/post.tsx';
import { readPhoto } from './photos/actions.ts';
import { listPhotos } from './photos/store.ts';
import { placeNames } from './said.ts';
import { countTaken, findPost, listPublished, type Mark } from './store.ts';
import { words } from './words.ts';

const pageSize = 24;

export const publicExchangeRoutes = new Routes()
  .publicPage(exchangePaths.list, listPage)
  .anonymousPage(exchangePaths.photo, async (visit) => {
    const photo = await readPhoto(visit.db, visit.who, { files: visit.tools.files, ...visit.params });
    return visit.c.body(new Uint8Array(photo.content), 200, {
      'content-type': photo.mediaType,
      'cache-control': 'public, max-age=300',
    });
  })
  .anonymousPage(exchangePaths.post, postPage).list;

async function listPage(visit: Visit): Promise<Response> {
  const { lang, view } = visit;
  const t = words[lang];
  const today = tokyoDay(visit.now);
  visit.changesAt(endOfTokyoDay(today));
  const filter: ListFilter = {
    side: visit.query('side'),
    kind: visit.query('kind'),
    topic: visit.query('topic'),
    municipality: visit.query('municipality'),
  };
  const page = await inTransaction(visit.db, visit.who, async (tx) => {
    const municipalities = await listMunicipalities(tx);
    const asked = {
      side: sides.find((each) => each === filter.side),
      kind: kinds.find((each) => each === filter.kind),
      topic: filter.topic || undefined,
      municipality: filter.municipality || undefined,
    };
    const after = markOf(visit.query('after'));
    const posts = await listPublished(tx, asked, { today, after, limit: pageSize + 1 });
    const shown = posts.slice(0, pageSize);
    const last = posts.length > pageSize ? shown.at(-1) : undefined;
    return (
      <ExchangePage
        view={view}
        posts={shown}
        names={placeNames(lang, municipalities)}
        filter={filter}
        options={{
          side: sides.map((value: Side) => ({ value, label: t.sides[value] })),
          kind: kinds.map((value: Kind) => ({ value, label: kindOf(value).name[lang] })),
          topic: worryTerms.map(({ code, name }) => ({ value: code, label: name[lang] })),
          municipality: [...placeNames(lang, municipalities)].map(([value, label]) => ({ value, label })),
        }}
        next={last && exchangePaths.list.to({}, { ...filter, after: textOf(last) })}
      />
    );
  });
  return visit.page(page);
}

const textOf = ({ publishedAt, id }: { publishedAt: Date | null; id: string }) =>
  `${publishedAt?.getTime() ?? 0}.${id}`;

/** Where the page before ended; what is no mark begins anew. */
function markOf(text: string): Mark | undefined {
  const [, at, id] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(text) ?? [];
  return at && id && isUuid(id) ? { at: new Date(Number(at)), id } : undefined;
}

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

async function postPage(visit: Visit<{ postId: string }>): Promise<Response> {
  const { lang, view } = visit;
  const today = tokyoDay(visit.now);
  const { postId } = visit.params;
  const page = await inTransaction(visit.db, visit.who, async (tx) => {
    const post = await findPost(tx, postId);
    // What a member that was sent away had said is not said any more.
    if (post.because === 'member-ended' || post.because === 'by-office') throw new NotFound('post');
    return (
      <PublicPostPage
        view={view}
        post={post}
        names={placeNames(lang, await listMunicipalities(tx))}
        photos={await listPhotos(tx, postId)}
        taken={await countTaken(tx, { offerId: postId, month: today.slice(0, 7) })}
        rate={
          (await answerRateOfMember(tx, { organisationId: post.organisationId, now: visit.now }))?.percent ??
          null
        }
        isOpen={post.state === 'published' && post.lastOn >= today}
      />
    );
  });
  return visit.page(page);
}
