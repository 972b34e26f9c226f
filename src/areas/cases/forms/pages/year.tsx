import { fiscalYearName } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Notice, Tag } from '#ui/content.tsx';
import { ActionForm, Actions } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { formPaths } from '../../paths.ts';
import type { FormList } from '../form.ts';
import type { FormChange } from '../changes.ts';
import { fieldsOf, uncheckedIn } from '../rules.ts';
import { standingOf } from '../standing.ts';
import type { CaseForms } from '../store.ts';
import { words } from '../words.ts';
import { StateTag } from './years.tsx';

interface FormYearProps {
  readonly view: View;
  readonly state: FormState;
  readonly forms: CaseForms;
  /** Against what is published; none for a version that is not a draft. */
  readonly changes: readonly FormChange[];
  /** Of an earlier version every option is written out; it is edited no more. */
  readonly past: boolean;
}

/** The lists and questions of a fiscal year, and what is about to change in them. */
export function FormYearPage({ view, state, forms, changes, past }: FormYearProps) {
  const t = words[view.lang];
  const { fiscalYear, version } = forms;
  const title = `${fiscalYearName(view.lang, fiscalYear)} ${t.versionOf(version)}`;
  const year = String(fiscalYear);
  const draft = forms.state === 'draft';
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        title={title}
        kicker={t.title}
        lead={draft ? t.drafting : past ? t.old : t.using}
        tags={<StateTag view={view} state={forms.state} />}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[{ href: view.href(formPaths.years.to({})), label: t.title }]}
            current={title}
          />
        }
      />
      {draft && <Changes view={view} changes={changes} year={year} />}
      {!draft && !past && (
        <Actions>
          <ActionForm action={view.href(formPaths.begin.to({ year }))}>{t.begin}</ActionForm>
        </Actions>
      )}
      <Section title={t.forms}>
        <DataTable
          view={view}
          caption={t.forms}
          captionHidden
          stacked
          columns={[
            { key: 'form', label: t.form, head: true },
            { key: 'fields', label: t.fields, align: 'number' },
            { key: 'unchecked', label: t.unchecked, align: 'number' },
          ]}
          rows={forms.content.forms.map((form) => ({
            form: past ? (
              form.name[view.lang]
            ) : (
              <a href={view.href(formPaths.form.to({ year, form: form.code }))}>{form.name[view.lang]}</a>
            ),
            fields: fieldsOf(form).length,
            unchecked: uncheckedIn(fieldsOf(form)),
          }))}
        />
      </Section>
      <Lists view={view} lists={forms.content.lists} year={year} past={past} />
    </StaffFrame>
  );
}

function Lists({
  view,
  lists,
  year,
  past,
}: {
  view: View;
  lists: readonly FormList[];
  year: string;
  past: boolean;
}) {
  const t = words[view.lang];
  const optionsOf = ({ options }: FormList) =>
    options.map(({ name, retired }) => name[view.lang] + (retired ? `（${t.retired}）` : '')).join('、');
  return (
    <Section title={t.lists}>
      <DataTable
        view={view}
        caption={t.lists}
        captionHidden
        stacked
        columns={[
          { key: 'list', label: t.list, head: true },
          past ? { key: 'options', label: t.count } : { key: 'count', label: t.count, align: 'number' },
          { key: 'unchecked', label: t.unchecked, align: 'number' },
        ]}
        rows={lists.map((list) => ({
          list: past ? (
            list.name[view.lang]
          ) : (
            <>
              <a href={view.href(formPaths.list.to({ year, list: list.code }))}>{list.name[view.lang]}</a>{' '}
              {standingOf(list.code).closed && <Tag>{t.fixed}</Tag>}
            </>
          ),
          options: optionsOf(list),
          count: list.options.length,
          unchecked: uncheckedIn(list.options),
        }))}
      />
    </Section>
  );
}

function Changes({ view, changes, year }: { view: View; changes: readonly FormChange[]; year: string }) {
  const t = words[view.lang];
  return (
    <Notice view={view} title={t.changes}>
      {changes.length === 0 && <p>{t.changesNone}</p>}
      <ul>
        {changes.map(({ of, what, name }) => (
          <li>
            {of[view.lang]}：{name[view.lang]}　{t.change[what]}
          </li>
        ))}
      </ul>
      <Actions>
        <ActionForm action={view.href(formPaths.publish.to({ year }))} kind="primary">
          {t.publish}
        </ActionForm>
        <ActionForm action={view.href(formPaths.discard.to({ year }))} kind="danger">
          {t.discard}
        </ActionForm>
      </Actions>
    </Notice>
  );
}
