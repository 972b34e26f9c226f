import type { View } from '#platform/web/view.ts';
import { DefinitionList, Notice } from '#ui/content.tsx';
import { Actions, ButtonLink } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead, Section, TypedText } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { exchangePaths, exchangeStaffPaths, memberPaths } from '../../paths.ts';
import type { Photo } from '../photos/store.ts';
import { type PlaceNames, saidOwner } from '../said.ts';
import type { Post } from '../store.ts';
import { words } from '../words.ts';
import { factsOf, PostTags } from './facts.tsx';

interface PostProps {
  readonly view: View;
  readonly post: Post;
  readonly names: PlaceNames;
  readonly photos: readonly Photo[];
  /** Requests that it has taken on this month. */
  readonly taken: number;
  readonly isOpen: boolean;
  /** Per cent of the requests that its owner answers; null: too few to say. */
  readonly rate: number | null;
}

export function PublicPostPage({ view, post, names, photos, taken, isOpen, rate }: PostProps) {
  const t = words[view.lang];
  const list = view.href(exchangePaths.list.to({}));
  return (
    <PublicFrame view={view} title={post.title}>
      <PageHead
        title={post.title}
        kicker={saidOwner(view.lang, post)}
        tags={<PostTags view={view} post={post} />}
        breadcrumbs={
          <Breadcrumbs view={view} items={[{ href: list, label: t.title }]} current={post.title} />
        }
      />
      {!isOpen && <Notice view={view} tone="warn" title={t.notOpen} />}
      <TypedText text={post.detail} />
      {post.source === 'unmet' && <p class="hint">{t.unmetNote}</p>}
      <DefinitionList
        items={[
          { term: t.by, value: <Owner view={view} post={post} /> },
          ...factsOf(view, post, { names, taken }),
          ...(rate === null ? [] : [{ term: t.rate, value: t.percent(rate) }]),
        ]}
      />
      <Photos view={view} photos={photos} hrefOf={(photoId) => exchangePaths.photo.to({ photoId })} />
      {isOpen && (
        <Section title={t.respond} lead={t.respondLead}>
          <Actions>
            <ButtonLink href={view.href(exchangeStaffPaths.post.to({ postId: post.id }))}>
              {t.respond}
            </ButtonLink>
            <ButtonLink kind="quiet" href={list}>
              {t.back}
            </ButtonLink>
          </Actions>
        </Section>
      )}
    </PublicFrame>
  );
}

/** Its member's own page; who is no member any more, or never was one, has none. */
function Owner({ view, post }: { view: View; post: Post }) {
  const name = saidOwner(view.lang, post);
  if (post.source !== 'member' || post.state === 'closed') return <>{name}</>;
  return <a href={view.href(memberPaths.member.to({ code: post.organisationCode }))}>{name}</a>;
}

interface PhotosProps {
  readonly view: View;
  readonly photos: readonly Photo[];
  readonly hrefOf: (photoId: string) => string;
}

export function Photos({ view, photos, hrefOf }: PhotosProps) {
  if (photos.length === 0) return null;
  return (
    <Section title={words[view.lang].photos}>
      {photos.map((photo) => (
        <figure>
          <img src={hrefOf(photo.id)} alt={photo.caption} loading="lazy" width="640" />
          <figcaption>{photo.caption}</figcaption>
        </figure>
      ))}
    </Section>
  );
}
