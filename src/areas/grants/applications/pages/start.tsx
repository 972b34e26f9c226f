import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { TextField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { Notice } from '#ui/content.tsx';
import { fiscalYearName } from '#platform/dates.ts';
import type { CallTerms } from '../../calls/terms.ts';
import { applicationPaths } from '../../paths.ts';
import { words } from '../words.ts';

interface StartProps {
  readonly view: View;
  readonly state: FormState;
  readonly slug: string;
  readonly fiscalYear: number;
  readonly terms: CallTerms;
  /** The last day of the window; undefined: nothing is taken now. */
  readonly until: string | undefined;
}

/** Before anything is asked: what it takes, and two fields. */
export function StartPage({ view, state, slug, fiscalYear, terms, until }: StartProps) {
  const { lang } = view;
  const t = words[lang];
  const common = { view, state };
  return (
    <PublicFrame view={view} title={t.startTitle} problems={state.problems}>
      <PageHead
        title={t.startTitle}
        kicker={`${terms.name[lang]}　${fiscalYearName(lang, fiscalYear)}`}
        lead={t.startLead}
      />
      {until === undefined ? (
        <Notice view={view} tone="warn">
          <p>{t.notOpen}</p>
        </Notice>
      ) : (
        <Form action={view.href(applicationPaths.start.to({ slug }))} label={t.startTitle}>
          <p class="hint">
            {t.until(until)} {t.startTime}
          </p>
          <TextField
            {...common}
            name="name"
            label={t.yourName}
            hint={t.yourNameHint}
            required
            autocomplete="name"
            maxlength={100}
          />
          <TextField
            {...common}
            name="mail"
            label={t.yourMail}
            hint={t.yourMailHint}
            type="email"
            required
            autocomplete="email"
            maxlength={200}
          />
          <Actions>
            <SubmitButton>{t.begin}</SubmitButton>
          </Actions>
        </Form>
      )}
      <p>
        {t.haveLink} <a href={view.href(applicationPaths.lost.to({}))}>{t.lostLink}</a>
      </p>
      {terms.papers.length > 0 && (
        <Section title={t.startPapers}>
          <ul>
            {terms.papers.map(({ label, required }) => (
              <li>
                {label[lang]}
                {!required && `（${t.optional}）`}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t.otherWays}>
        <p>{t.otherWaysText(terms.contact.name[lang], terms.contact.phone)}</p>
      </Section>
    </PublicFrame>
  );
}
