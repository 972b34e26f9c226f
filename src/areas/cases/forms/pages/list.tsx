import { fiscalYearName } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Notice } from '#ui/content.tsx';
import { HiddenField } from '#ui/fields.tsx';
import { ActionForm, Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { formPaths } from '../../paths.ts';
import { fieldClasses } from '../../relations/rules.ts';
import { classWords } from '../../relations/words.ts';
import { type FormList, type FormOption, sources } from '../form.ts';
import type { CaseForms } from '../store.ts';
import { words } from '../words.ts';
import { SelectCell, TextCell, TickCell } from './cells.tsx';

/** Empty lines at the end: each time a list is saved there are as many again. */
export const newLines = 3;

interface FormListProps {
  readonly view: View;
  readonly state: FormState;
  readonly forms: CaseForms;
  readonly list: FormList;
}

export function yearTrail(view: View, { fiscalYear }: Pick<CaseForms, 'fiscalYear'>) {
  return [
    { href: view.href(formPaths.years.to({})), label: words[view.lang].title },
    {
      href: view.href(formPaths.year.to({ year: String(fiscalYear) })),
      label: fiscalYearName(view.lang, fiscalYear),
    },
  ];
}

/** Before anything can be changed, a draft is begun. */
export function BeginFirst({ view, forms }: { view: View; forms: CaseForms }) {
  const t = words[view.lang];
  return (
    <Notice view={view} title={t.using}>
      <ActionForm action={view.href(formPaths.begin.to({ year: String(forms.fiscalYear) }))}>
        {t.begin}
      </ActionForm>
    </Notice>
  );
}

/** One list of options: its words, its order, what is no longer offered. */
export function FormListPage(props: FormListProps) {
  const { view, state, forms, list } = props;
  const t = words[view.lang];
  const title = list.name[view.lang];
  const year = String(forms.fiscalYear);
  const draft = forms.state === 'draft';
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        title={title}
        lead={list.fixed ? t.fixedLead : t.listLead}
        breadcrumbs={<Breadcrumbs view={view} items={yearTrail(view, forms)} current={title} />}
      />
      {!draft && <BeginFirst view={view} forms={forms} />}
      <Form action={view.href(formPaths.list.to({ year, list: list.code }))} label={title}>
        <HiddenField name="revision" value={forms.revision} />
        <Options {...props} />
        <Actions>
          {draft && <SubmitButton>{t.save}</SubmitButton>}
          <ButtonLink kind="quiet" href={view.href(formPaths.year.to({ year }))}>
            {t.back}
          </ButtonLink>
        </Actions>
      </Form>
    </StaffFrame>
  );
}

function Options({ view, state, forms, list }: FormListProps) {
  const t = words[view.lang];
  const disabled = forms.state !== 'draft';
  const fresh = list.fixed || disabled ? 0 : newLines;
  const lines = [...list.options, ...Array.from({ length: fresh }, () => undefined)];
  const sourceOptions = sources.map((source) => [source, t.sources[source]] as const);
  const classOptions = [
    ['', t.classOfField] as const,
    ...fieldClasses
      .filter((each) => each !== 'protected')
      .map((each) => [each, classWords[view.lang][each]] as const),
  ];
  const row = (option: FormOption | undefined, at: number) => {
    const named = option?.name[view.lang] ?? t.newOption(at - list.options.length + 1);
    const cell = (field: string, label: string, value: string) => ({
      state,
      disabled,
      name: `o.${at}.${field}`,
      label: t.of(label, named),
      value,
    });
    return {
      order: <TextCell {...cell('position', t.order, String(at + 1))} short />,
      ja: (
        <>
          <TextCell {...cell('ja', t.ja, option?.name.ja ?? '')} />
          {!disabled && <HiddenField name={`o.${at}.code`} value={option?.code ?? ''} />}
        </>
      ),
      en: <TextCell {...cell('en', t.en, option?.name.en ?? '')} />,
      source: <SelectCell {...cell('source', t.source, option?.source ?? 'local')} options={sourceOptions} />,
      class: option ? (
        option.class ? (
          classWords[view.lang][option.class]
        ) : (
          t.classOfField
        )
      ) : (
        <SelectCell {...cell('class', t.class, '')} options={classOptions} />
      ),
      retired: option && !list.fixed && (
        <TickCell {...cell('retired', t.retired, option.retired ? 'on' : '')} label={t.retire(named)} />
      ),
    };
  };
  return (
    <DataTable
      view={view}
      caption={list.name[view.lang]}
      captionHidden
      stacked
      columns={[
        { key: 'order', label: t.order },
        { key: 'ja', label: t.ja },
        { key: 'en', label: t.en },
        { key: 'source', label: t.source },
        { key: 'class', label: t.class },
        { key: 'retired', label: t.retired },
      ]}
      rows={lines.map(row)}
    />
  );
}
