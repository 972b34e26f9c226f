import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { FileField, RadioGroup } from '#ui/choices.tsx';
import { Card, DefinitionList, EmptyState, Notice } from '#ui/content.tsx';
import { TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Section, TypedText } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { exchangeStaffPaths } from '../../paths.ts';
import type { Photo } from '../photos/store.ts';
import type { Ending, Step } from '../rules.ts';
import { type PlaceNames, saidOwner, saidReasons } from '../said.ts';
import type { Post } from '../store.ts';
import type { Suggested } from '../suggestions/read.ts';
import { words } from '../words.ts';
import { factsOf, PostTags } from './facts.tsx';
import { Photos } from './post.tsx';

interface OwnProps {
  readonly view: View;
  readonly state: FormState;
  readonly post: Post;
  readonly names: PlaceNames;
  readonly photos: readonly Photo[];
  readonly taken: number;
  /** What this person may do with it now. */
  readonly steps: readonly Step[];
  readonly endings: readonly Ending[];
  readonly suggestions: readonly Suggested[];
  /** Of the person's own member, or looked after by the office. */
  readonly isOwn: boolean;
  /** Where somebody else answers it. */
  readonly ask: string | undefined;
}

export function OwnPostPage(props: OwnProps) {
  const { view, state, post, names, taken, photos, steps, ask } = props;
  const t = words[view.lang];
  const trail = [{ href: view.href(exchangeStaffPaths.list.to({})), label: t.staffTitle }];
  const { id: postId } = post;
  return (
    <StaffFrame view={view} title={post.title} problems={state.problems}>
      <PageHead
        title={post.title}
        kicker={saidOwner(view.lang, post)}
        tags={<PostTags view={view} post={post} withState />}
        breadcrumbs={<Breadcrumbs view={view} items={trail} current={post.title} />}
        actions={ask && <ButtonLink href={view.href(ask)}>{t.respond}</ButtonLink>}
      />
      {post.because && <Notice view={view} title={t.because[post.because as 'expired']} />}
      <TypedText text={post.detail} />
      <DefinitionList items={factsOf(view, post, { names, taken })} />
      <Photos view={view} photos={photos} hrefOf={(photoId) => exchangeStaffPaths.photo.to({ photoId })} />
      {steps.includes('edit') &&
        photos.map(({ id, caption }) => (
          <ActionForm kind="quiet" action={view.href(exchangeStaffPaths.removePhoto.to({ photoId: id }))}>
            {`${t.removePhoto}（${caption}）`}
          </ActionForm>
        ))}
      <Actions>
        {steps.includes('edit') && (
          <ButtonLink kind="secondary" href={view.href(exchangeStaffPaths.edit.to({ postId }))}>
            {t.edit}
          </ButtonLink>
        )}
        {(['publish', 'resume', 'pause', 'discard'] as const)
          .filter((step) => steps.includes(step))
          .map((step) => (
            <ActionForm
              action={view.href(exchangeStaffPaths.step.to({ postId, step }))}
              kind={step === 'publish' || step === 'resume' ? 'primary' : 'quiet'}
            >
              {t.steps[step]}
            </ActionForm>
          ))}
      </Actions>
      <Suggestions {...props} />
      {steps.includes('edit') && <AddPhoto {...props} />}
      {steps.includes('close') && <CloseForm {...props} />}
    </StaffFrame>
  );
}

function Suggestions({ view, post, names, suggestions, isOwn }: OwnProps) {
  const { lang } = view;
  const t = words[lang];
  if (!isOwn || post.state === 'closed') return null;
  return (
    <Section title={t.suggestions} lead={t.suggestionsLead}>
      {suggestions.length === 0 ? (
        <EmptyState title={t.noSuggestions} />
      ) : (
        <Grid min="large">
          {suggestions.map(({ post: other, reasons }) => (
            <Card title={other.title} href={view.href(exchangeStaffPaths.post.to({ postId: other.id }))}>
              <p>{saidReasons(lang, reasons, { kind: post.kind, names })}</p>
            </Card>
          ))}
        </Grid>
      )}
    </Section>
  );
}

function AddPhoto({ view, state, post }: OwnProps) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <Section title={t.addPhoto}>
      <Form action={view.href(exchangeStaffPaths.photos.to({ postId: post.id }))} files>
        <FileField
          {...common}
          name="photo"
          label={t.photoFile}
          hint={t.photoHint}
          accept="image/jpeg,image/png,image/webp"
          required
        />
        <TextField {...common} name="caption" label={t.caption} required width="full" />
        <Actions>
          <SubmitButton kind="secondary">{t.addPhoto}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}

function CloseForm({ view, state, post, endings }: OwnProps) {
  const t = words[view.lang];
  return (
    <Section title={t.steps.close}>
      <Form action={view.href(exchangeStaffPaths.step.to({ postId: post.id, step: 'close' }))}>
        <RadioGroup
          view={view}
          state={state}
          name="ending"
          label={t.ending}
          value={endings[0]}
          required
          options={endings.map((value) => ({ value, label: t.endings[value] }))}
        />
        <Actions>
          <SubmitButton kind="danger">{t.steps.close}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}
