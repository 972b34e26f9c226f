import { dayName, tokyoDay } from '#platform/dates.ts';
import { kindOf } from '../../exchange/kind-table.ts';
import { listPostsOf } from '../../exchange/store.ts';
import { words as exchangeWords } from '../../exchange/words.ts';
import { exchangePaths } from '../../paths.ts';
import type { ReadMemberPart } from '../part.ts';
import { words } from './words.ts';

/** What it asks for and offers at the moment. */
export const postsPart: ReadMemberPart = async (tx, { organisationId, view, now }) => {
  const today = tokyoDay(now);
  const published = await listPostsOf(tx, { organisationId, states: ['published'], limit: 30 });
  const posts = published.filter(({ lastOn }) => lastOn >= today);
  if (posts.length === 0) return null;
  const { lang } = view;
  const t = words[lang];
  const body = (
    <>
      <ul>
        {posts.map(({ id, side, kind, title, lastOn }) => (
          <li>
            <a href={view.href(exchangePaths.post.to({ postId: id }))}>{title}</a>{' '}
            <span class="hint">
              {[
                exchangeWords[lang].sides[side as 'need'],
                kindOf(kind).name[lang],
                t.until(dayName(lang, lastOn)),
              ].join(' ・ ')}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a href={view.href(exchangePaths.list.to({}))}>{t.postsMore}</a>
      </p>
    </>
  );
  return { title: t.posts, body };
};
