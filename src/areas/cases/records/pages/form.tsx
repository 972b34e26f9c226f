import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Checkbox, CheckboxGroup, SelectField } from '#ui/choices.tsx';
import { Disclosure } from '#ui/content.tsx';
import { DateField, HiddenField, NumberField, TextArea, TextField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { choicesOf, codeNames } from '../../case-files/codes.ts';
import { caseTrail } from '../../case-files/pages/trail.tsx';
import type { CaseFile } from '../../case-files/store.ts';
import type { CaseLists } from '../../forms/lists.ts';
import { isLasting } from '../codes.ts';
import { recordClasses } from '../rules.ts';
import { words } from '../words.ts';

/** What the page was opened for: any support, an accompaniment, a look at the plan. */
export const purposes = ['support', 'accompaniment', 'monitoring'] as const;
export type Purpose = (typeof purposes)[number];

/** A record as the form carries it. */
export interface RecordFields {
  readonly on: string;
  readonly at: string;
  readonly minutes: number | null;
  readonly kind: string;
  readonly service: string;
  readonly withWhom: readonly string[];
  readonly related: readonly string[];
  readonly place: string;
  readonly placeText: string;
  readonly names: string;
  readonly body: string;
  readonly next: string;
  readonly nextOn: string | null;
  readonly fromOn: string | null;
  readonly untilOn: string | null;
  readonly isMonitoring: boolean;
  readonly class: string;
}

interface FormProps {
  readonly view: View;
  readonly state: FormState;
  readonly action: string;
  readonly purpose: Purpose;
  readonly value: RecordFields;
  readonly today: string;
  /** Classes in which the reader may write. */
  readonly classes: readonly string[];
  readonly submit: string;
  readonly lists: CaseLists;
}

export function NewRecordPage({
  caseFile,
  ...props
}: Omit<FormProps, 'submit'> & { readonly caseFile: CaseFile }) {
  const { view, state, purpose } = props;
  const t = words[view.lang];
  const title = { support: t.new, accompaniment: t.accompany, monitoring: t.monitor }[purpose];
  const lead = { support: t.newLead, accompaniment: t.accompanyLead, monitoring: t.monitorLead }[purpose];
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        title={title}
        lead={lead}
        breadcrumbs={<Breadcrumbs view={view} items={caseTrail(view, caseFile)} current={title} />}
      />
      <RecordForm {...props} submit={t.save} />
    </StaffFrame>
  );
}

export function RecordForm(props: FormProps) {
  const { view, state, action, purpose, value, submit, classes } = props;
  const t = words[view.lang];
  const common = { view, state };
  return (
    <Form action={action} label={submit}>
      <HiddenField name="for" value={purpose} />
      <When {...props} />
      <What {...props} />
      <TextArea
        {...common}
        name="body"
        label={t.body}
        hint={t.bodyHint}
        value={value.body}
        rows={6}
        required
      />
      <TextField {...common} name="next" label={t.next} value={value.next} width="full" maxlength={300} />
      <DateField {...common} name="nextOn" label={t.nextOn} value={value.nextOn} />
      <Disclosure summary={t.more} open={isDetailed(value, state)}>
        <More {...props} />
      </Disclosure>
      {classes.length > 1 && (
        <SelectField
          {...common}
          name="class"
          label={t.class}
          empty={false}
          value={value.class}
          options={recordClasses
            .filter((each) => classes.includes(each))
            .map((each) => ({ value: each, label: t.classes[each] }))}
        />
      )}
      <Actions>
        <SubmitButton>{submit}</SubmitButton>
      </Actions>
    </Form>
  );
}

function isDetailed(
  { related: offices, names, fromOn, isMonitoring }: RecordFields,
  state: FormState,
): boolean {
  const wrong = state.problems.some(({ field }) => ['fromOn', 'untilOn'].includes(field));
  return wrong || offices.length > 0 || names !== '' || fromOn !== null || isMonitoring;
}

function When({ view, state, value, today }: FormProps) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <div class="cells">
      <DateField {...common} name="on" label={t.on} value={value.on} max={today} required />
      <TextField
        {...common}
        name="at"
        label={t.at}
        hint={t.atHint}
        value={value.at}
        width="short"
        autocomplete="off"
      />
      <NumberField {...common} name="minutes" label={t.minutes} unit={t.minutesUnit} value={value.minutes} />
    </div>
  );
}

function What({ view, state, value, purpose, lists }: FormProps) {
  const t = words[view.lang];
  const common = { view, state };
  const isAway = purpose === 'accompaniment';
  return (
    <>
      <div class="cells">
        {!isAway && (
          <SelectField
            {...common}
            name="kind"
            label={t.kind}
            value={value.kind}
            options={choicesOf(view.lang, lists.kinds, value.kind)}
            required
          />
        )}
        {!isAway && (
          <SelectField
            {...common}
            name="service"
            label={t.service}
            empty={t.noService}
            value={value.service}
            options={choicesOf(view.lang, lists.services, value.service)}
          />
        )}
        <SelectField
          {...common}
          name="place"
          label={t.place}
          empty={isAway ? undefined : t.noPlace}
          value={value.place}
          options={choicesOf(view.lang, lists.places, value.place)}
          required={isAway}
        />
        <TextField {...common} name="placeText" label={t.placeText} value={value.placeText} maxlength={200} />
      </div>
      <CheckboxGroup
        {...common}
        name="withWhom"
        label={t.withWhom}
        spread="line"
        values={value.withWhom}
        options={choicesOf(view.lang, lists.withWhom, value.withWhom)}
      />
    </>
  );
}

function More({ view, state, value, lists }: FormProps) {
  const t = words[view.lang];
  const lasting = Object.keys(lists.services).filter((code) => isLasting(lists.services, code));
  const common = { view, state };
  return (
    <>
      <TextField {...common} name="names" label={t.names} value={value.names} width="full" maxlength={300} />
      <p class="hint">{t.lastingHint(codeNames(view.lang, lists.services, lasting))}</p>
      <div class="cells">
        <DateField {...common} name="fromOn" label={t.from} value={value.fromOn} />
        <DateField {...common} name="untilOn" label={t.until} value={value.untilOn} />
      </div>
      <Checkbox {...common} name="isMonitoring" label={t.isMonitoring} checked={value.isMonitoring} />
      <CheckboxGroup
        {...common}
        name="related"
        label={t.related}
        spread="columns"
        values={value.related}
        options={choicesOf(view.lang, lists.related, value.related)}
      />
    </>
  );
}
