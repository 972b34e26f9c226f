import { dayName, tokyoDay } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { type Option, SelectField } from '#ui/choices.tsx';
import { Disclosure, EmptyState, StatusTag, type Tone } from '#ui/content.tsx';
import { DateField, HiddenField, TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs, Tabs } from '#ui/wayfinding.tsx';
import { caseTrail, casesTrail } from '../../case-files/pages/trail.tsx';
import type { CaseFile } from '../../case-files/store.ts';
import { casePaths, taskPaths } from '../../paths.ts';
import { type TaskState, taskState } from '../rules.ts';
import { words } from '../words.ts';

export interface TaskLine {
  readonly id: string;
  readonly what: string;
  readonly dueOn: string;
  readonly doneAt: Date | null;
  readonly ownerId: string;
  readonly ownerName: string | null;
  readonly version: number;
  /** The case on which it stands, as lists name it. */
  readonly caseFile?: { readonly id: string; readonly number: string; readonly name: string };
}

const tones: Record<TaskState, Tone> = { overdue: 'bad', today: 'warn', later: 'neutral', done: 'good' };

/** What somebody has promised, over all their cases. */
export function MyTasksPage({
  view,
  range,
  lines,
  today,
}: {
  view: View;
  range: 'mine' | 'all';
  lines: readonly TaskLine[];
  today: string;
}) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title}>
      <PageHead
        title={t.title}
        lead={t.mineLead}
        breadcrumbs={<Breadcrumbs view={view} items={casesTrail(view)} current={t.title} />}
      />
      <Tabs
        label={t.rangesLabel}
        items={(['mine', 'all'] as const).map((each) => ({
          href: view.href(taskPaths.mine.to({}, { range: each })),
          label: t.ranges[each],
          current: each === range,
        }))}
      />
      {lines.length === 0 ? (
        <EmptyState title={t.empty} />
      ) : (
        <TaskTable view={view} lines={lines} today={today} back={range} finishes />
      )}
    </StaffFrame>
  );
}

interface CaseTasksProps {
  readonly view: View;
  readonly state: FormState;
  readonly caseFile: CaseFile;
  readonly lines: readonly TaskLine[];
  readonly workers: readonly Option[];
  readonly self: string;
  readonly mayWrite: boolean;
  readonly today: string;
}

export function CaseTasksPage(props: CaseTasksProps) {
  const { view, state, caseFile, lines, mayWrite, today } = props;
  const t = words[view.lang];
  const open = lines.filter(({ doneAt }) => !doneAt);
  const done = lines.filter(({ doneAt }) => doneAt);
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead
        title={t.title}
        lead={t.lead}
        breadcrumbs={<Breadcrumbs view={view} items={caseTrail(view, caseFile)} current={t.title} />}
      />
      <Section title={t.open}>
        {open.length === 0 ? (
          <EmptyState title={t.empty} />
        ) : (
          <TaskTable view={view} lines={open} today={today} back="case" finishes={mayWrite} />
        )}
      </Section>
      {mayWrite && <AddTask {...props} />}
      {mayWrite && open.map((line) => <MoveTask {...props} line={line} />)}
      {done.length > 0 && (
        <Section title={t.done}>
          <TaskTable view={view} lines={done} today={today} back="case" finishes={false} />
        </Section>
      )}
    </StaffFrame>
  );
}

interface TableProps {
  readonly view: View;
  readonly lines: readonly TaskLine[];
  readonly today: string;
  /** Where the button leads back to. */
  readonly back: 'mine' | 'all' | 'case';
  readonly finishes: boolean;
}

export function TaskTable({ view, lines, today, back, finishes }: TableProps) {
  const t = words[view.lang];
  const onCase = lines.some(({ caseFile }) => caseFile);
  return (
    <DataTable
      view={view}
      caption={t.title}
      captionHidden
      stacked
      columns={[
        { key: 'what', label: t.what, head: true },
        ...(onCase ? [{ key: 'case' as const, label: t.case }] : []),
        { key: 'due', label: t.dueOn },
        { key: 'owner', label: t.owner },
        { key: 'state', label: t.state },
        ...(finishes ? [{ key: 'act' as const, label: t.finish }] : []),
      ]}
      rows={lines.map((line) => {
        const state = taskState(line, today);
        const { caseFile } = line;
        return {
          what: line.what,
          case: caseFile && (
            <a href={view.href(casePaths.case.to({ caseId: caseFile.id }))}>
              {caseFile.number} {caseFile.name}
            </a>
          ),
          due: dayName(view.lang, line.dueOn),
          owner: line.ownerName,
          state: (
            <StatusTag tone={tones[state]}>
              {line.doneAt ? t.doneOn(dayName(view.lang, tokyoDay(line.doneAt))) : t.states[state]}
            </StatusTag>
          ),
          act: (
            <ActionForm
              action={view.href(taskPaths.done.to({ taskId: line.id }))}
              fields={{ back }}
              kind="secondary"
              small
            >
              {t.finish}
              <span class="vh">：{line.what}</span>
            </ActionForm>
          ),
        };
      })}
    />
  );
}

function AddTask({ view, state, caseFile, workers, self, today }: CaseTasksProps) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <Section title={t.add}>
      <Form action={view.href(taskPaths.list.to({ caseId: caseFile.id }))} label={t.add}>
        <TextField
          {...common}
          name="what"
          label={t.what}
          hint={t.whatHint}
          width="full"
          maxlength={300}
          required
        />
        <div class="cells">
          <DateField {...common} name="dueOn" label={t.dueOn} min={today} required />
          <SelectField
            {...common}
            name="ownerId"
            label={t.owner}
            value={caseFile.assignedTo ?? self}
            options={workers}
            required
          />
        </div>
        <Actions>
          <SubmitButton>{t.add}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}

function MoveTask({ view, line, workers, today }: CaseTasksProps & { line: TaskLine }) {
  const t = words[view.lang];
  const field = (name: string) => `${name}-${line.id}`;
  return (
    <Disclosure summary={`${t.move}：${line.what}`}>
      <Form action={view.href(taskPaths.move.to({ taskId: line.id }))} label={`${t.move}：${line.what}`}>
        <HiddenField name="version" value={line.version} />
        <div class="cells">
          <DateField view={view} name={field('dueOn')} label={t.dueOn} value={line.dueOn} min={today} />
          <SelectField
            view={view}
            name={field('ownerId')}
            label={t.owner}
            empty={false}
            value={line.ownerId}
            options={workers}
          />
        </div>
        <Actions>
          <SubmitButton kind="secondary">{t.move}</SubmitButton>
        </Actions>
      </Form>
    </Disclosure>
  );
}
