import { dayName } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { type Option, SelectField } from '#ui/choices.tsx';
import { Card, EmptyState } from '#ui/content.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { Grid, PageHead } from '#ui/layout.tsx';
import { exchangePaths } from '../../paths.ts';
import { type PlaceNames, saidAmount, saidOwner, saidPlaces, saidTopics } from '../said.ts';
import type { Post } from '../store.ts';
import { words } from '../words.ts';
import { PostTags } from './facts.tsx';

export interface ListFilter {
  readonly side: string;
  readonly kind: string;
  readonly topic: string;
  readonly municipality: string;
}

interface ListProps {
  readonly view: View;
  readonly posts: readonly Post[];
  readonly names: PlaceNames;
  readonly filter: ListFilter;
  readonly options: Readonly<Record<keyof ListFilter, readonly Option[]>>;
  /** The link to the next page. */
  readonly next: string | undefined;
}

export function ExchangePage({ view, posts, names, filter, options, next }: ListProps) {
  const t = words[view.lang];
  const list = view.href(exchangePaths.list.to({}));
  const isFiltered = Object.values(filter).some((value) => value !== '');
  const select = (name: keyof ListFilter) => (
    <SelectField
      view={view}
      name={name}
      label={t[name]}
      value={filter[name]}
      empty={t.all}
      options={options[name]}
    />
  );
  return (
    <PublicFrame view={view} title={t.title} description={t.lead}>
      <PageHead title={t.title} lead={<p>{t.lead}</p>} />
      <Form action={list} method="get" inline label={t.filter}>
        {select('side')}
        {select('kind')}
        {select('topic')}
        {select('municipality')}
        <SubmitButton kind="secondary">{t.filter}</SubmitButton>
        {isFiltered && (
          <ButtonLink kind="quiet" href={list}>
            {t.clear}
          </ButtonLink>
        )}
      </Form>
      {posts.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <Grid min="large">
          {posts.map((post) => (
            <PostCard view={view} post={post} names={names} />
          ))}
        </Grid>
      )}
      {next && (
        <Actions>
          <ButtonLink kind="secondary" href={view.href(next)}>
            {t.next}
          </ButtonLink>
        </Actions>
      )}
    </PublicFrame>
  );
}

function PostCard({ view, post, names }: { view: View; post: Post; names: PlaceNames }) {
  const { lang } = view;
  const t = words[lang];
  const amount = saidAmount(lang, post);
  return (
    <Card
      title={post.title}
      level={2}
      href={view.href(exchangePaths.post.to({ postId: post.id }))}
      tags={<PostTags view={view} post={post} />}
    >
      <p>{[saidOwner(lang, post), amount].filter(Boolean).join(' ・ ')}</p>
      <p class="hint">
        {[
          saidTopics(lang, post.topics),
          saidPlaces(lang, post.municipalities, names),
          t.until(dayName(lang, post.lastOn)),
        ].join(' ・ ')}
      </p>
    </Card>
  );
}
