import { dayName, tokyoDay } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { EmptyState } from '#ui/content.tsx';
import { Actions, ButtonLink } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { exchangePaths, exchangeStaffPaths } from '../../paths.ts';
import { saidOwner } from '../said.ts';
import type { Post } from '../store.ts';
import { words as unmetWords } from '../unmet/words.ts';
import { words } from '../words.ts';
import { PostTags } from './facts.tsx';

interface DeskProps {
  readonly view: View;
  readonly posts: readonly Post[];
  readonly mayWatch: boolean;
}

export function DeskPage({ view, posts, mayWatch }: DeskProps) {
  const { lang } = view;
  const t = words[lang];
  return (
    <StaffFrame view={view} title={t.staffTitle}>
      <PageHead
        title={t.staffTitle}
        lead={t.staffLead}
        actions={
          <Actions>
            <ButtonLink href={view.href(exchangeStaffPaths.new.to({}, { side: 'need' }))}>
              {t.newNeed}
            </ButtonLink>
            <ButtonLink href={view.href(exchangeStaffPaths.new.to({}, { side: 'offer' }))}>
              {t.newOffer}
            </ButtonLink>
            <ButtonLink kind="quiet" href={view.href(exchangePaths.list.to({}))}>
              {t.publicList}
            </ButtonLink>
            {mayWatch && (
              <ButtonLink kind="secondary" href={view.href(exchangeStaffPaths.unmet.to({}))}>
                {unmetWords[lang].title}
              </ButtonLink>
            )}
          </Actions>
        }
      />
      {posts.length === 0 ? (
        <EmptyState title={t.empty} />
      ) : (
        <DataTable
          view={view}
          caption={t.staffTitle}
          captionHidden
          stacked
          columns={[
            { key: 'title', label: t.post, head: true },
            { key: 'state', label: t.state },
            { key: 'owner', label: t.organisation },
            { key: 'last', label: t.lastDay },
            { key: 'changed', label: t.changed },
          ]}
          rows={posts.map((post) => ({
            title: <a href={view.href(exchangeStaffPaths.post.to({ postId: post.id }))}>{post.title}</a>,
            state: <PostTags view={view} post={post} withState />,
            owner: saidOwner(lang, post),
            last: dayName(lang, post.lastOn),
            changed: dayName(lang, tokyoDay(post.changedAt)),
          }))}
        />
      )}
    </StaffFrame>
  );
}
