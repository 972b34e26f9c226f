import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { ActionForm, Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { yearPaths } from '../../paths.ts';
import { nameIn, yearTrail } from '../../trail.ts';
import type { Scheme } from '../rules.ts';
import type { Term } from '../store.ts';
import { words } from '../words.ts';
import { type Bureau, TermFields } from './fields.tsx';

interface TermProps {
  readonly view: View;
  readonly state: FormState;
  readonly term: Term;
  readonly organisations: readonly Bureau[];
}

export function TermPage({ view, state, term, organisations }: TermProps) {
  const t = words[view.lang];
  const scheme = term.scheme as Scheme;
  const title = nameIn(view.lang, term);
  const params = { year: String(term.fiscalYear), scheme, termId: term.id };
  const list = view.href(yearPaths.terms.to(params));
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        title={title}
        kicker={`${t.schemes[scheme]} ${term.code}`}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[...yearTrail(view, term.fiscalYear), { href: list, label: t.schemes[scheme] }]}
            current={title}
          />
        }
      />
      <Form action={view.href(yearPaths.term.to(params))}>
        <TermFields view={view} state={state} scheme={scheme} organisations={organisations} term={term} />
        <Actions>
          <SubmitButton>{t.save}</SubmitButton>
          <ButtonLink kind="quiet" href={list}>
            {t.back}
          </ButtonLink>
        </Actions>
      </Form>
      <Section title={t.remove} lead={t.removeLead}>
        <ActionForm action={view.href(yearPaths.removeTerm.to(params))} kind="danger">
          {t.remove}
        </ActionForm>
      </Section>
    </StaffFrame>
  );
}
