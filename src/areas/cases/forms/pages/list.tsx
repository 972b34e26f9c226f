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
import { type FieldClass, fieldClasses } from '../../relations/rules.ts';
import { classWords } from '../../relations/words.ts';
import { type FormList, type FormOption, sources } from '../form.ts';
import { type Standing, standingOf } from '../standing.ts';
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
        lead={leadOf(view, standingOf(list.code))}
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

function leadOf({ lang }: View, { closed, kept }: Standing): string {
  const t = words[lang];
  if (closed) return t.fixedLead;
  return [t.listLead, ...(kept.length > 0 ? [t.keptLead] : [])].join(lang === 'ja' ? '' : ' ');
}

function Options(props: FormListProps) {
  const { view, forms, list } = props;
  const t = words[view.lang];
  const { closed, marks } = standingOf(list.code);
  const fresh = closed || forms.state !== 'draft' ? 0 : newLines;
  const lines = [...list.options, ...Array.from({ length: fresh }, () => undefined)];
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
        ...(marks.length > 0 ? [{ key: 'mark', label: t.mark }] : []),
        { key: 'retired', label: t.retired },
      ]}
      rows={lines.map((option, at) => lineOf(props, option, at))}
    />
  );
}

/** A line to type in; what an option tells of somebody, and as what it counts, is settled when it is added. */
function lineOf({ view, state, forms, list }: FormListProps, option: FormOption | undefined, at: number) {
  const t = words[view.lang];
  const disabled = forms.state !== 'draft';
  const named = option?.name[view.lang] ?? t.newOption(at - list.options.length + 1);
  const cell = (field: string, label: string, value: string) => ({
    state,
    disabled,
    name: `o.${at}.${field}`,
    label: t.of(label, named),
    value,
  });
  const { closed, kept, marks } = standingOf(list.code);
  const sourceOptions = sources.map((source) => [source, t.sources[source]] as const);
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
      classNameOf(view, option.class)
    ) : (
      <SelectCell {...cell('class', t.class, '')} options={classOptions(view)} />
    ),
    mark: option ? (
      (option.mark && t.marks[option.mark]) || t.markOfStandard
    ) : (
      <SelectCell {...cell('mark', t.mark, '')} options={marks.map((each) => [each, t.marks[each]])} />
    ),
    retired:
      option &&
      !closed &&
      (kept.includes(option.code) ? (
        t.kept
      ) : (
        <TickCell {...cell('retired', t.retired, option.retired ? 'on' : '')} label={t.retire(named)} />
      )),
  };
}

function classNameOf({ lang }: View, fieldClass: FieldClass | undefined): string {
  return fieldClass ? classWords[lang][fieldClass] : words[lang].classOfField;
}

function classOptions(view: View): readonly (readonly [string, string])[] {
  const own = fieldClasses.filter((each) => each !== 'protected');
  return [['', classNameOf(view, undefined)], ...own.map((each) => [each, classNameOf(view, each)] as const)];
}
