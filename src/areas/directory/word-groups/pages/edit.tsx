import { contentIn } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { CheckboxGroup } from '#ui/choices.tsx';
import { Disclosure, StatusTag } from '#ui/content.tsx';
import { HiddenField, TextArea, TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Section } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { findPaths, staffDirectoryPaths } from '../../paths.ts';
import { termName, worryTerms } from '../../taxonomy/terms.ts';
import { directoryTrail } from '../../trail.ts';
import type { Preview } from '../actions.ts';
import type { ShownGroup } from '../shown.ts';
import { words } from '../words.ts';

interface EditProps {
  readonly view: View;
  readonly state: FormState;
  readonly group: ShownGroup | undefined;
  readonly preview: Preview | undefined;
}

/** One group, and what a search finds with it. */
export function WordGroupPage({ view, state, group, preview }: EditProps) {
  const { lang } = view;
  const t = words[lang];
  const title = group ? t.edit : t.add;
  const list = view.href(staffDirectoryPaths.wordGroups.to({}));
  const code = group?.code ?? 'new';
  const common = { view, state };
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        title={title}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[...directoryTrail(view), { href: list, label: t.title }]}
            current={title}
          />
        }
        tags={group && <StatusTag tone="neutral">{t.states[group.state]}</StatusTag>}
      />
      <Form action={view.href(staffDirectoryPaths.wordGroup.to({ code }))} label={title}>
        <HiddenField name="seen" value={group?.seen ?? ''} />
        <TextArea
          {...common}
          name="words"
          label={t.words}
          hint={t.wordsHint}
          value={group?.words.join('、')}
          rows={5}
        />
        <TextArea
          {...common}
          name="phrases"
          label={t.phrases}
          hint={t.phrasesHint}
          value={group?.phrases.join('、')}
          rows={5}
        />
        <CheckboxGroup
          {...common}
          name="topics"
          label={t.topics}
          options={worryTerms.map(({ code: value, name }) => ({ value, label: name[lang] }))}
          values={group?.topics ?? []}
          spread="columns"
        />
        <TextField {...common} name="try" label={t.try} hint={t.tryHint} maxlength={200} width="full" />
        {preview && <PreviewSection view={view} preview={preview} />}
        <Actions>
          <SubmitButton>{t.save}</SubmitButton>
          <SubmitButton kind="secondary" name="do" value="try">
            {t.doTry}
          </SubmitButton>
          <ButtonLink kind="quiet" href={list}>
            {t.back}
          </ButtonLink>
        </Actions>
      </Form>
      {group && <Leaving view={view} group={group} />}
    </StaffFrame>
  );
}

function Leaving({ view, group }: { view: View; group: ShownGroup }) {
  const t = words[view.lang];
  const { code } = group;
  return (
    <Actions>
      {(group.state === 'changed' || group.state === 'removed') && (
        <ActionForm action={view.href(staffDirectoryPaths.wordGroupRestore.to({ code }))}>
          {t.restore}
        </ActionForm>
      )}
      {group.state !== 'removed' && (
        <Disclosure summary={t.remove}>
          <ActionForm action={view.href(staffDirectoryPaths.wordGroupRemove.to({ code }))} kind="danger">
            {t.remove}
          </ActionForm>
        </Disclosure>
      )}
    </Actions>
  );
}

function PreviewSection({ view, preview }: { view: View; preview: Preview }) {
  const t = words[view.lang];
  const before = new Set(preview.before.services.map(({ id }) => id));
  return (
    <Section title={t.try}>
      <Grid>
        <PreviewList view={view} title={t.now} side={preview.before} known={before} />
        <PreviewList view={view} title={t.withIt} side={preview.after} known={before} />
      </Grid>
    </Section>
  );
}

function PreviewList({
  view,
  title,
  side: { found, services },
  known,
}: {
  view: View;
  title: string;
  side: Preview['before'];
  known: ReadonlySet<string>;
}) {
  const { lang } = view;
  const t = words[lang];
  const topics = found.understood.topics.map((topic) => termName(lang, 'worry', topic)).join('、');
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <p>
        {found.total > 0 ? t.found(found.total) : t.nothing}　{t.understood}：{topics || t.notUnderstood}
      </p>
      <ol>
        {services.map(({ id, content }) => (
          <li>
            <a href={view.href(findPaths.service.to({ id }))}>{contentIn(lang, content.name)}</a>
            {!known.has(id) && (
              <>
                {' '}
                <StatusTag tone="good">{t.isNew}</StatusTag>
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
