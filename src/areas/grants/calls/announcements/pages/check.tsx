import { contentIn } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { RadioGroup } from '#ui/choices.tsx';
import { Notice } from '#ui/content.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead, Section, TypedText } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { findPaths } from '#areas/directory/paths.ts';
import { callPaths } from '../../../paths.ts';
import type { Standing } from '../../rules.ts';
import type { CallTerms, EligibilityQuestion } from '../../terms.ts';
import { words } from '../words.ts';
import { Papers } from './terms.tsx';

interface CheckProps {
  readonly view: View;
  readonly state: FormState;
  readonly slug: string;
  readonly terms: CallTerms;
}

/** Yes or no, a few times; nothing of it is kept. */
export function CheckPage({ view, state, slug, terms }: CheckProps) {
  const t = words[view.lang];
  return (
    <PublicFrame view={view} title={t.checkTitle} problems={state.problems}>
      <CheckHead view={view} slug={slug} terms={terms} />
      {terms.eligibility.length === 0 ? (
        <p>{t.noQuestions}</p>
      ) : (
        <Form action={view.href(callPaths.check.to({ slug }))}>
          {terms.eligibility.map(({ code, label }) => (
            <RadioGroup
              view={view}
              state={state}
              name={code}
              label={contentIn(view.lang, label)}
              required
              spread="line"
              options={[
                { value: 'yes', label: t.yes },
                { value: 'no', label: t.no },
              ]}
            />
          ))}
          <Actions>
            <SubmitButton>{t.see}</SubmitButton>
            <ButtonLink kind="quiet" href={view.href(callPaths.call.to({ slug }))}>
              {t.back}
            </ButtonLink>
          </Actions>
        </Form>
      )}
    </PublicFrame>
  );
}

function CheckHead({ view, slug, terms }: Pick<CheckProps, 'view' | 'slug' | 'terms'>) {
  const t = words[view.lang];
  const items = [
    { href: view.href(callPaths.list.to({})), label: t.title },
    { href: view.href(callPaths.call.to({ slug })), label: contentIn(view.lang, terms.name) },
  ];
  return (
    <PageHead
      title={t.checkTitle}
      kicker={contentIn(view.lang, terms.name)}
      lead={<p>{t.checkIntro}</p>}
      breadcrumbs={<Breadcrumbs view={view} items={items} current={t.checkTitle} />}
    />
  );
}

interface ResultProps extends Omit<CheckProps, 'state'> {
  readonly standing: Standing;
  /** The questions that did not pass. */
  readonly failed: readonly EligibilityQuestion[];
  /** Where an application begins, if it may now. */
  readonly apply: string | undefined;
}

export function CheckResultPage({ view, slug, terms, standing, failed, apply }: ResultProps) {
  const { lang } = view;
  const t = words[lang];
  const fits = failed.length === 0;
  return (
    <PublicFrame view={view} title={fits ? t.fits : t.fitsNot} languageSwitch={false}>
      <CheckHead view={view} slug={slug} terms={terms} />
      <Notice view={view} tone={fits ? 'good' : 'warn'} title={fits ? t.fits : t.fitsNot}>
        <p>{fits ? t.fitsText : t.fitsNotText}</p>
      </Notice>
      {failed.map(({ label, otherwise }) => (
        <Section title={contentIn(lang, label)}>
          <TypedText text={contentIn(lang, otherwise)} />
        </Section>
      ))}
      {fits && terms.papers.length > 0 && (
        <Section title={t.papers}>
          <Papers view={view} papers={terms.papers} />
        </Section>
      )}
      <div class="section">
        {fits && standing.is !== 'open' && <p>{t.notOpenNow}</p>}
        {apply && fits && <p>{t.applyLead}</p>}
        <Actions>
          {apply && fits && <ButtonLink href={view.href(apply)}>{t.apply}</ButtonLink>}
          {!fits && <ButtonLink href={view.href(findPaths.find.to({}))}>{t.otherHelp}</ButtonLink>}
          <ButtonLink kind="secondary" href={view.href(callPaths.check.to({ slug }))}>
            {t.again}
          </ButtonLink>
          <ButtonLink kind="quiet" href={view.href(callPaths.call.to({ slug }))}>
            {t.back}
          </ButtonLink>
        </Actions>
        <p class="hint">{t.unsure}</p>
      </div>
    </PublicFrame>
  );
}
