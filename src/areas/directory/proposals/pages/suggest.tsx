import { contentIn } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { RadioGroup } from '#ui/choices.tsx';
import { Notice } from '#ui/content.tsx';
import { TextArea, TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { EmergencyPanel } from '../../emergency/pages/panel.tsx';
import { findPaths } from '../../paths.ts';
import { serviceKinds } from '../../services/content.ts';
import { cardWords } from '../../services/pages/card-words.ts';
import type { Service } from '../../services/store.ts';
import { correctableFields } from '../items.ts';
import { publicWords } from '../public-words.ts';

interface SuggestProps {
  readonly view: View;
  readonly state: FormState;
  readonly service: Service;
  /** The field from whose place on the page somebody came. */
  readonly field: string;
}

/** Anybody says what is wrong with an entry: which thing, what is right, how they know. */
export function SuggestPage({ view, state, service, field }: SuggestProps) {
  const t = publicWords[view.lang];
  const common = { view, state };
  const { id } = service;
  const { problems } = state;
  return (
    <PublicFrame view={view} title={t.title} problems={problems}>
      <PageHead
        title={t.title}
        lead={<Promise view={view} lead={t.lead(contentIn(view.lang, service.content.name))} />}
      />
      <Form action={view.href(findPaths.suggest.to({ id }))}>
        <RadioGroup
          {...common}
          name="field"
          label={t.field}
          required
          value={field}
          options={correctableFields.map((value) => ({ value, label: t.fields[value] }))}
        />
        <TextArea
          {...common}
          name="said"
          label={t.said}
          hint={t.saidHint}
          required
          rows={4}
          maxlength={1000}
        />
        <Knowing {...common} />
        <Actions>
          <SubmitButton>{t.send}</SubmitButton>
          <ButtonLink kind="quiet" href={view.href(findPaths.service.to({ id }))}>
            {t.back}
          </ButtonLink>
        </Actions>
      </Form>
      <p>
        <a href={view.href(findPaths.suggestNew.to({}))}>{t.missing}</a>
      </p>
    </PublicFrame>
  );
}

/** Support that is not listed at all. */
export function SuggestNewPage({ view, state }: { view: View; state: FormState }) {
  const t = publicWords[view.lang];
  const common = { view, state };
  return (
    <PublicFrame view={view} title={t.newTitle} problems={state.problems}>
      <PageHead title={t.newTitle} lead={<Promise view={view} lead={t.newLead} />} />
      <Form action={view.href(findPaths.suggestNew.to({}))}>
        <RadioGroup
          {...common}
          name="kind"
          label={t.kind}
          required
          options={serviceKinds.map((value) => ({ value, label: cardWords[view.lang].kind[value] }))}
        />
        <TextField {...common} name="name" label={t.name} required maxlength={120} width="full" />
        <TextArea {...common} name="what" label={t.what} required rows={4} maxlength={1000} />
        <TextField {...common} name="where" label={t.where} hint={t.whereHint} maxlength={200} width="full" />
        <TextField {...common} name="phone" label={t.contact} type="tel" maxlength={40} />
        <TextField
          {...common}
          name="website"
          label={t.fields.website}
          type="url"
          maxlength={500}
          width="full"
        />
        <Knowing {...common} />
        <Actions>
          <SubmitButton>{t.send}</SubmitButton>
        </Actions>
      </Form>
    </PublicFrame>
  );
}

function Promise({ view, lead }: { view: View; lead: string }) {
  return (
    <>
      <p>{lead}</p>
      <p>{publicWords[view.lang].promise}</p>
    </>
  );
}

/** How they know, where an answer may go, and a field that no person fills. */
function Knowing({ view, state }: { view: View; state: FormState }) {
  const t = publicWords[view.lang];
  return (
    <>
      <TextField
        view={view}
        state={state}
        name="source"
        label={t.source}
        hint={t.sourceHint}
        maxlength={500}
        width="full"
      />
      <TextField
        view={view}
        state={state}
        name="email"
        label={t.email}
        hint={t.emailHint}
        type="email"
        autocomplete="email"
        maxlength={254}
      />
      <div class="vh" aria-hidden="true">
        <label for="nickname">{t.trap}</label>
        <input id="nickname" name="nickname" type="text" tabindex={-1} autocomplete="off" />
      </div>
    </>
  );
}

/** After it was sent: what happens now, and who is there meanwhile. */
export function ThanksPage({ view, back, again }: { view: View; back: string | undefined; again: string }) {
  const t = publicWords[view.lang];
  return (
    <PublicFrame view={view} title={t.thanksTitle}>
      <PageHead title={t.thanksTitle} lead={<p>{t.thanks}</p>} />
      <Actions>
        {back && (
          <ButtonLink kind="secondary" href={view.href(back)}>
            {t.back}
          </ButtonLink>
        )}
        <ButtonLink kind="quiet" href={view.href(again)}>
          {t.another}
        </ButtonLink>
      </Actions>
      <EmergencyPanel view={view} />
    </PublicFrame>
  );
}

/** Too much from one place: nothing that was typed is thrown away by us without saying so. */
export function TooManyPage({ view, back }: { view: View; back: string }) {
  const t = publicWords[view.lang];
  return (
    <PublicFrame view={view} title={t.title}>
      <PageHead title={t.title} />
      <Notice view={view} tone="warn">
        <p>{t.tooMany}</p>
      </Notice>
      <p>
        <a href={view.href(back)}>{t.back}</a>
      </p>
    </PublicFrame>
  );
}
