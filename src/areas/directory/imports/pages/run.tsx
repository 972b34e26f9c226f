import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Checkbox } from '#ui/choices.tsx';
import { Disclosure, Notice } from '#ui/content.tsx';
import { ActionForm, Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs, Pagination, Tabs } from '#ui/wayfinding.tsx';
import { staffDirectoryPaths } from '../../paths.ts';
import { directoryTrail } from '../../trail.ts';
import type { ImportedRow } from '../imported.ts';
import { type ColumnField, layouts } from '../layouts.ts';
import { words } from '../page-words.ts';
import type { ImportRun } from '../store.ts';
import { problemText } from '../words.ts';

export type RowState = ImportedRow['state'];

interface RunProps {
  readonly view: View;
  readonly state: FormState;
  readonly run: ImportRun;
  readonly owner: string;
  /** Rows of which state are shown, from which page. */
  readonly shown: RowState;
  readonly page: number;
}

const pageSize = 50;

/** What a file would change, row by row, or what has to be mended first. */
export function RunPage(props: RunProps) {
  const { view, state, run, owner } = props;
  const t = words[view.lang];
  const layout = layouts.find(({ code }) => code === run.layout);
  return (
    <StaffFrame view={view} title={t.preview} problems={state.problems}>
      <PageHead
        title={t.preview}
        kicker={`${run.fileName}　${owner}`}
        lead={t.facts(layout?.name[view.lang] ?? run.layout, t.encodings[run.encoding] ?? run.encoding)}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[
              ...directoryTrail(view),
              { href: view.href(staffDirectoryPaths.imports.to({})), label: t.title },
            ]}
            current={t.preview}
          />
        }
      />
      <Verdict {...props} />
      {run.unread.length > 0 && (
        <Disclosure summary={`${t.unread}（${run.unread.length}）`}>
          <p>{t.unreadLead}</p>
          <p>{run.unread.join(view.lang === 'ja' ? '、' : ', ')}</p>
        </Disclosure>
      )}
      <Rows {...props} />
    </StaffFrame>
  );
}

function Verdict(props: RunProps) {
  const { view, run } = props;
  const t = words[view.lang];
  const work = run.created + run.changed;
  if (run.status === 'applied' || run.status === 'dropped')
    return (
      <Notice view={view} tone={run.status === 'applied' ? 'good' : 'info'} title={t.verdict[run.status]}>
        <p>{t.counts(run.created, run.changed, run.unchanged, run.wrong)}</p>
      </Notice>
    );
  if (run.status === 'refused')
    return (
      <Notice view={view} tone="bad" title={t.verdict.refused(run.wrong)}>
        <p>{t.refusedHelp}</p>
        <Actions>
          <ButtonLink kind="secondary" href={view.href(staffDirectoryPaths.imports.to({}))}>
            {t.again}
          </ButtonLink>
        </Actions>
      </Notice>
    );
  return (
    <Notice view={view} tone="info" title={work > 0 ? t.verdict.waiting(work) : t.verdict.nothing}>
      <Apply {...props} />
    </Notice>
  );
}

function Apply({ view, state, run }: RunProps) {
  const t = words[view.lang];
  const { id } = run;
  return (
    <>
      <Form action={view.href(staffDirectoryPaths.applyImport.to({ id }))} label={t.apply}>
        {run.created > 0 && (
          <Checkbox view={view} state={state} name="publish" label={t.publish} hint={t.publishHint} />
        )}
        <Checkbox view={view} state={state} name="verify" label={t.verify} hint={t.verifyHint} />
        <Actions>
          <SubmitButton>{t.apply}</SubmitButton>
          <span class="hint">{t.applyNote}</span>
        </Actions>
      </Form>
      <ActionForm action={view.href(staffDirectoryPaths.dropImport.to({ id }))} kind="quiet">
        {t.drop}
      </ActionForm>
    </>
  );
}

function Rows(props: RunProps) {
  const { view, run, shown, page } = props;
  const t = words[view.lang];
  const rows = run.rows.filter(({ state }) => state === shown);
  const counts: Readonly<Record<RowState, number>> = {
    wrong: run.wrong,
    new: run.created,
    changed: run.changed,
    unchanged: run.unchanged,
  };
  const hrefOf = (state: RowState, at?: number) =>
    view.href(staffDirectoryPaths.importRun.to({ id: run.id }, { state, page: at }));
  const part = rows.slice((page - 1) * pageSize, page * pageSize);
  return (
    <Section title={t.states[shown]}>
      <Tabs
        label={t.stateTabs}
        items={(['wrong', 'new', 'changed', 'unchanged'] as const).map((state) => ({
          href: hrefOf(state),
          label: t.states[state],
          count: counts[state],
          current: state === shown,
        }))}
      />
      {shown === 'wrong' ? <WrongRows {...props} rows={part} /> : <ChangedRows {...props} rows={part} />}
      <Pagination
        view={view}
        page={page}
        pageSize={pageSize}
        total={rows.length}
        hrefOf={(at) => hrefOf(shown, at)}
      />
    </Section>
  );
}

function WrongRows({ view, rows, shown }: RunProps & { rows: readonly ImportedRow[] }) {
  const t = words[view.lang];
  return (
    <DataTable
      view={view}
      caption={t.states[shown]}
      captionHidden
      stacked
      empty={t.noRows}
      columns={[
        { key: 'row', label: t.row, align: 'number' },
        { key: 'name', label: t.name, head: true },
        { key: 'column', label: t.column },
        { key: 'what', label: t.what },
      ]}
      rows={rows.flatMap(({ row, name, problems }) =>
        problems.map((problem) => ({
          row: String(row),
          name,
          column: problem.column,
          what: problemText(view.lang, problem),
        })),
      )}
    />
  );
}

function ChangedRows({ view, rows, shown, run }: RunProps & { rows: readonly ImportedRow[] }) {
  const t = words[view.lang];
  const heading = headingsOf(run);
  return (
    <DataTable
      view={view}
      caption={t.states[shown]}
      captionHidden
      stacked
      empty={t.noRows}
      columns={[
        { key: 'row', label: t.row, align: 'number' },
        { key: 'name', label: t.name, head: true },
        ...(shown === 'unchanged' ? [] : [{ key: 'content' as const, label: t.content }]),
      ]}
      rows={rows.map(({ row, name, serviceId, changes }) => ({
        row: String(row),
        name: serviceId ? (
          <a href={view.href(staffDirectoryPaths.service.to({ id: serviceId }))}>{name}</a>
        ) : (
          name
        ),
        content: (
          <ul>
            {changes.map(({ field, before, after }) => (
              <li>
                <b>{heading(field)}</b>{' '}
                {shown === 'changed' && (
                  <>
                    <del>{before || '―'}</del> →{' '}
                  </>
                )}
                <ins>{after || '―'}</ins>
              </li>
            ))}
          </ul>
        ),
      }))}
    />
  );
}

/** A field by the heading of the file's layout, or of another one that has it. */
function headingsOf(run: ImportRun): (field: ColumnField) => string {
  const own = layouts.find(({ code }) => code === run.layout);
  const columns = [...(own?.columns ?? []), ...layouts.flatMap((layout) => layout.columns)];
  return (field) => columns.find((column) => column.field === field)?.heading ?? field;
}
