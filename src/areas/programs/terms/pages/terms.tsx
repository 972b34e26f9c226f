import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Actions, Form, MoveButtons, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { type Column, DataTable } from '#ui/table.tsx';
import { Breadcrumbs, Tabs } from '#ui/wayfinding.tsx';
import { yearPaths } from '../../paths.ts';
import { nameIn, yearTrail } from '../../trail.ts';
import { YearTabs } from '../../years/pages/tabs.tsx';
import { type Scheme, schemes } from '../rules.ts';
import type { Term } from '../store.ts';
import { words } from '../words.ts';
import { type Bureau, TermFields } from './fields.tsx';

interface TermsProps {
  readonly view: View;
  readonly state: FormState;
  readonly year: number;
  readonly scheme: Scheme;
  readonly terms: readonly Term[];
  readonly organisations: readonly Bureau[];
  readonly isSecretariat: boolean;
}

export function TermsPage(props: TermsProps) {
  const { view, state, year, scheme, terms, isSecretariat } = props;
  const t = words[view.lang];
  const params = { year: String(year), scheme };
  return (
    <StaffFrame view={view} title={t.schemes[scheme]} problems={state.problems}>
      <PageHead
        title={t.schemes[scheme]}
        lead={t.lead}
        breadcrumbs={<Breadcrumbs view={view} items={yearTrail(view, year)} current={t.schemes[scheme]} />}
      />
      <YearTabs view={view} year={year} current="terms" isSecretariat={isSecretariat} />
      <Tabs
        label={t.schemeTabs}
        items={schemes.map((each) => ({
          href: view.href(yearPaths.terms.to({ ...params, scheme: each })),
          label: t.schemes[each],
          current: each === scheme,
        }))}
      />
      <TermTable {...props} terms={terms} />
      {isSecretariat && (
        <Section title={t.add}>
          <Form action={view.href(yearPaths.terms.to(params))}>
            <TermFields view={view} state={state} scheme={scheme} organisations={props.organisations} />
            <Actions>
              <SubmitButton>{t.addButton}</SubmitButton>
            </Actions>
          </Form>
        </Section>
      )}
    </StaffFrame>
  );
}

function TermTable({ view, year, scheme, terms, organisations, isSecretariat }: TermsProps) {
  const t = words[view.lang];
  const columns: Column[] = [
    { key: 'code', label: t.code },
    { key: 'nameJa', label: t.nameJa, head: true },
    { key: 'nameEn', label: t.nameEn },
    { key: 'detail', label: scheme === 'bureau' ? t.organisation : t.detail },
    ...(isSecretariat ? [{ key: 'act', label: t.order }] : []),
  ];
  return (
    <DataTable
      view={view}
      caption={t.schemes[scheme]}
      captionHidden
      stacked
      columns={columns}
      empty={t.empty}
      rows={terms.map((term, index) => ({
        code: term.code,
        nameJa: isSecretariat ? (
          <a href={view.href(yearPaths.term.to({ year: String(year), scheme, termId: term.id }))}>
            {term.nameJa}
          </a>
        ) : (
          term.nameJa
        ),
        nameEn: term.nameEn,
        detail: detailOf(view, term, organisations),
        act: (
          <MoveButtons
            view={view}
            action={view.href(
              yearPaths.moveTerm.to({ year: String(term.fiscalYear), scheme: term.scheme, termId: term.id }),
            )}
            name={nameIn(view.lang, term)}
            first={index === 0}
            last={index === terms.length - 1}
          />
        ),
      }))}
    />
  );
}

function detailOf(view: View, term: Term, organisations: readonly Bureau[]) {
  const organisation = organisations.find((each) => each.id === term.organisationId);
  if (organisation) return nameIn(view.lang, organisation);
  const { level, mainContent, mainContentEn } = term.details;
  return String(level ?? (view.lang === 'en' && mainContentEn ? mainContentEn : (mainContent ?? '')));
}
