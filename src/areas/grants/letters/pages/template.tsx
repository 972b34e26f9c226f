import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList, Disclosure, Notice } from '#ui/content.tsx';
import { HiddenField, TextArea, TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Row, Section } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { letterPaths } from '../../paths.ts';
import { type LetterContent, type LetterKind, letterPlaces, type LetterTemplate } from '../kinds/rules.ts';
import { words } from '../words.ts';
import { LetterSheet } from './letter-sheet.tsx';

export interface TemplateProps {
  readonly view: View;
  readonly state: FormState;
  readonly bureauId: string;
  readonly kind: LetterKind;
  /** The draft, else what holds. */
  readonly template: LetterTemplate;
  /** The newest version of any state: a form says which one it was made from. */
  readonly version: number;
  readonly hasDraft: boolean;
  readonly preview: LetterContent;
  readonly mayWrite: boolean;
  readonly mayPublish: boolean;
}

export function TemplatePage(props: TemplateProps) {
  const { view, state, bureauId, kind, version, hasDraft, preview } = props;
  const t = words[view.lang];
  const at = { bureauId, kind };
  return (
    <StaffFrame view={view} title={t.kinds[kind]} problems={state.problems}>
      <PageHead
        title={t.kinds[kind]}
        kicker={t.wordsTitle}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[
              { href: view.href(letterPaths.register.to({})), label: t.title },
              { href: view.href(letterPaths.office.to({ bureauId })), label: t.wordsTitle },
            ]}
            current={t.kinds[kind]}
          />
        }
      />
      {hasDraft && (
        <Notice view={view} title={t.draft}>
          {!props.mayPublish && <p>{t.waits}</p>}
          <Row>
            {props.mayPublish && (
              <ActionForm action={view.href(letterPaths.publish.to(at))} fields={{ version }} kind="primary">
                {t.publish}
              </ActionForm>
            )}
            {props.mayWrite && (
              <ActionForm action={view.href(letterPaths.discard.to(at))}>{t.discard}</ActionForm>
            )}
          </Row>
        </Notice>
      )}
      {props.mayWrite && (
        <Section title={t.edit}>
          <TemplateForm {...props} />
        </Section>
      )}
      <Section title={t.preview} lead={t.previewLead}>
        <LetterSheet lang={view.lang} content={preview} />
      </Section>
    </StaffFrame>
  );
}

function TemplateForm({ view, state, bureauId, kind, template, version }: TemplateProps) {
  const t = words[view.lang];
  const common = { view, state };
  const { title, body, conditions, appeal } = template;
  return (
    <Form action={view.href(letterPaths.template.to({ bureauId, kind }))} label={t.edit}>
      <HiddenField name="version" value={version} />
      <TextField {...common} name="titleJa" label={t.templateTitle} required value={title.ja} />
      <TextArea
        {...common}
        name="bodyJa"
        label={t.body}
        hint={t.bodyHint}
        required
        rows={14}
        value={body.ja}
      />
      <Disclosure summary={t.places}>
        <DefinitionList
          items={letterPlaces.map((place) => ({ term: `{${place}}`, value: t.placeNames[place] }))}
        />
      </Disclosure>
      <TextField
        {...common}
        name="conditionsJa"
        label={t.conditions}
        hint={t.conditionsHint}
        value={conditions.ja}
      />
      <TextArea {...common} name="appealJa" label={t.appealField} required rows={8} value={appeal.ja} />
      <TextField {...common} name="titleEn" label={t.templateTitleEn} value={title.en} />
      <TextArea {...common} name="bodyEn" label={t.bodyEn} rows={12} value={body.en} />
      <TextField {...common} name="conditionsEn" label={t.conditionsEn} value={conditions.en} />
      <TextArea {...common} name="appealEn" label={t.appealEn} rows={8} value={appeal.en} />
      <Actions>
        <SubmitButton>{t.save}</SubmitButton>
      </Actions>
    </Form>
  );
}
