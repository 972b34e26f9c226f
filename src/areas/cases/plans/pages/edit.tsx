import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { rowCount } from '#platform/web/typed.ts';
import { Checkbox, SelectField } from '#ui/choices.tsx';
import { Disclosure, Notice } from '#ui/content.tsx';
import { FieldRows } from '#ui/field-rows.tsx';
import { DateField, HiddenField, TextArea, TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { choicesOf } from '../../case-files/codes.ts';
import { caseTrail } from '../../case-files/pages/trail.tsx';
import type { CaseFile } from '../../case-files/store.ts';
import type { CaseLists } from '../../forms/lists.ts';
import { planPaths } from '../../paths.ts';
import { classWords } from '../../relations/words.ts';
import type { Difference, PlanForm } from '../form.ts';
import { carefulClasses } from '../read.ts';
import { words } from '../words.ts';

interface EditProps {
  readonly view: View;
  readonly state: FormState;
  readonly caseFile: CaseFile;
  readonly round: number;
  /** What is stored, or for a new round what goes over from the one before. */
  readonly stored: PlanForm;
  /** Of which the form was made, counted up by every save: 0 for a plan that does not exist yet. */
  readonly version: number;
  readonly lapses: boolean;
  readonly lists: CaseLists;
  /** Somebody saved before: who, when, and where the two differ. */
  readonly conflict?: { name: string; at: string; differences: readonly Difference[] } | undefined;
}

export function EditPlanPage(props: EditProps) {
  const { view, state, caseFile, round, version, lapses, conflict } = props;
  const t = words[view.lang];
  const title = t.round(round);
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        title={title}
        lead={t.lead}
        breadcrumbs={<Breadcrumbs view={view} items={caseTrail(view, caseFile)} current={title} />}
      />
      {conflict && <Conflict view={view} {...conflict} />}
      {lapses && <Notice view={view}>{t.lapses}</Notice>}
      <Form action={view.href(planPaths.edit.to({ caseId: caseFile.id }))} label={title}>
        <HiddenField name="version" value={version} />
        <Goals {...props} />
        <Rows {...props} />
        <Days {...props} />
        <Actions>
          <SubmitButton>{t.save}</SubmitButton>
          <ButtonLink kind="quiet" href={view.href(planPaths.plan.to({ caseId: caseFile.id }))}>
            {t.title}
          </ButtonLink>
        </Actions>
      </Form>
    </StaffFrame>
  );
}

function Goals({ view, state, stored }: EditProps) {
  const t = words[view.lang];
  const common = { view, state };
  const careful = carefulClasses.some((each) => stored.careful[each] || state.values[`careful.${each}`]);
  return (
    <Section title={t.goals}>
      <TextArea {...common} name="issues" label={t.issues} value={stored.issues} rows={4} />
      <TextArea
        {...common}
        name="longGoal"
        label={t.longGoal}
        hint={t.longGoalHint}
        value={stored.longGoal}
        rows={2}
      />
      <TextArea {...common} name="goal" label={t.goal} value={stored.goal} rows={2} />
      <Disclosure summary={t.careful} open={careful}>
        <p class="hint">{t.carefulHint}</p>
        {carefulClasses.map((each) => (
          <TextArea
            {...common}
            name={`careful.${each}`}
            label={classWords[view.lang][each]}
            value={stored.careful[each]}
            rows={2}
          />
        ))}
      </Disclosure>
    </Section>
  );
}

function Rows({ view, state, stored, lists }: EditProps) {
  const t = words[view.lang];
  return (
    <Section title={t.rows}>
      <FieldRows
        view={view}
        state={state}
        list="items"
        count={rowCount(state.values, 'items', stored.rows.length)}
        title={t.rowTitle}
        add={t.addRow}
        ordered
        row={(at, name) => (
          <RowFields view={view} state={state} lists={lists} name={name} row={stored.rows[at]} />
        )}
      />
    </Section>
  );
}

function RowFields({
  view,
  state,
  lists,
  name,
  row,
}: Pick<EditProps, 'view' | 'state' | 'lists'> & {
  name: (field: string) => string;
  row: PlanForm['rows'][number] | undefined;
}) {
  const t = words[view.lang];
  const common = { view, state };
  const id = state.values[name('id')] ?? row?.id ?? '';
  return (
    <>
      <HiddenField name={name('id')} value={typeof id === 'string' ? id : ''} />
      <TextField
        {...common}
        name={name('what')}
        label={t.what}
        value={row?.what}
        width="full"
        maxlength={300}
      />
      <div class="cells">
        <SelectField
          {...common}
          name={name('bearer')}
          label={t.bearer}
          value={row?.bearer}
          options={choicesOf(view.lang, lists.bearers, row?.bearer)}
        />
        <SelectField
          {...common}
          name={name('related')}
          label={t.related}
          hint={t.relatedHint}
          empty="—"
          value={row?.related}
          options={choicesOf(view.lang, lists.related, row?.related)}
        />
        <SelectField
          {...common}
          name={name('program')}
          label={t.program}
          empty={t.noProgram}
          value={row?.program}
          options={choicesOf(view.lang, lists.programs, row?.program)}
        />
        <DateField {...common} name={name('startsOn')} label={t.from} value={row?.startsOn} />
        <DateField {...common} name={name('endsOn')} label={t.until} value={row?.endsOn} />
        <TextField {...common} name={name('note')} label={t.note} value={row?.note} maxlength={200} />
        <SelectField
          {...common}
          name={name('class')}
          label={t.rowClass}
          empty={false}
          value={row?.class ?? 'basic'}
          options={(['basic', ...carefulClasses] as const).map((value) => ({
            value,
            label: t.rowClasses[value],
          }))}
        />
      </div>
    </>
  );
}

function Days({ view, state, stored }: EditProps) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <Section title={t.period}>
      <div class="cells">
        <DateField {...common} name="startsOn" label={t.from} value={stored.startsOn} />
        <DateField {...common} name="endsOn" label={t.until} value={stored.endsOn} />
        <DateField {...common} name="monitorOn" label={t.monitorOn} value={stored.monitorOn} />
      </div>
      <Checkbox
        {...common}
        name="isEmploymentTarget"
        label={t.employment}
        checked={stored.isEmploymentTarget}
      />
      <TextArea {...common} name="remark" label={t.remark} value={stored.remark} rows={3} />
    </Section>
  );
}

function Conflict({ view, name, at, differences }: { view: View } & NonNullable<EditProps['conflict']>) {
  const t = words[view.lang];
  const label = ({ field, number }: Difference): string => {
    if (field === 'row') return t.row(number);
    if (field === 'added') return t.added(number);
    if (field === 'careful') return classWords[view.lang][carefulClasses[number] ?? 'health'];
    const names = { startsOn: t.from, endsOn: t.until, monitorOn: t.monitorOn, employment: t.employmentYes };
    return field in names
      ? names[field as keyof typeof names]
      : t[field as 'issues' | 'longGoal' | 'goal' | 'remark'];
  };
  return (
    <Notice view={view} tone="warn" title={t.conflict}>
      <p>{t.conflictLead(name, at)}</p>
      <DataTable
        view={view}
        caption={t.conflict}
        captionHidden
        stacked
        columns={[
          { key: 'field', label: t.field, head: true },
          { key: 'theirs', label: t.theirs },
          { key: 'yours', label: t.yours },
        ]}
        rows={differences.map((difference) => ({
          field: label(difference),
          theirs: difference.theirs || t.empty,
          yours: difference.yours || t.empty,
        }))}
      />
    </Notice>
  );
}
