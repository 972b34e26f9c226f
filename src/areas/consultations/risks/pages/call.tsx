import { tokyoMinute } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { SelectField } from '#ui/choices.tsx';
import { Disclosure, Notice } from '#ui/content.tsx';
import { HiddenField } from '#ui/fields.tsx';
import { ActionForm, Actions, Form, SubmitButton } from '#ui/form.tsx';
import { Thread } from '#ui/thread.tsx';
import type { Contact } from '../../contacts/store.ts';
import { riskPaths } from '../../paths.ts';
import { emergencyStepKinds, outcomes, stepResults } from '../codes.ts';
import type { Danger } from '../read.ts';
import { clockOf } from '../rules.ts';
import { callText } from '../shown.ts';
import { words } from '../words.ts';

interface CallProps {
  readonly view: View;
  readonly contact: Contact;
  readonly danger: Danger;
  readonly supervisor: boolean;
  readonly limitMinutes: number;
  readonly now: Date;
  readonly form: FormState;
}

/** The call of a supervisor in this conversation: its clock, who does what, the steps. Without one, the press that makes it. */
export function CallPanel(props: CallProps) {
  const { view, contact, danger, supervisor, limitMinutes, now } = props;
  const t = words[view.lang];
  const to = { contactId: contact.id };
  const { call } = danger;
  if (!call)
    return contact.state === 'ended' ? null : (
      <ActionForm action={view.href(riskPaths.call.to(to))} kind="quiet" small>
        {t.press}
      </ActionForm>
    );
  const { state } = clockOf({ ...call, limitMinutes, now });
  const nameOf = (id: string | null) => danger.staff.find(({ personId }) => personId === id)?.name ?? '';
  return (
    <div data-call>
      <Notice
        view={view}
        tone={state === 'acknowledged' ? 'warn' : 'bad'}
        title={callText(view.lang, call, { limitMinutes, now })}
      >
        {call.joinedBy && <p>{t.callJoined(nameOf(call.joinedBy))}</p>}
        {supervisor && (
          <Actions>
            {!call.acknowledgedAt && (
              <ActionForm action={view.href(riskPaths.acknowledge.to(to))} kind="primary">
                {t.acknowledge}
              </ActionForm>
            )}
            {!call.joinedAt && <ActionForm action={view.href(riskPaths.join.to(to))}>{t.join}</ActionForm>}
          </Actions>
        )}
        <Shares {...props} />
        <Steps {...props} />
        {supervisor && <Resolve {...props} />}
      </Notice>
    </div>
  );
}

function Shares({ view, contact, danger }: CallProps) {
  const t = words[view.lang];
  const { call, staff } = danger;
  const options = staff.map(({ personId, name }) => ({ value: personId, label: name }));
  const nameOf = (id: string | null | undefined) => options.find(({ value }) => value === id)?.label;
  const settled = nameOf(call?.talksId) ?? nameOf(call?.reportsId);
  return (
    <>
      {settled && (
        <p>
          {t.talks}：{nameOf(call?.talksId) ?? t.notYet}　{t.reports}：{nameOf(call?.reportsId) ?? t.notYet}
        </p>
      )}
      <Disclosure summary={t.twoPeople}>
        <p class="hint">{t.twoPeopleLead}</p>
        <Form action={view.href(riskPaths.share.to({ contactId: contact.id }))} label={t.twoPeople} inline>
          <SelectField
            view={view}
            name="talks"
            label={t.talks}
            value={call?.talksId ?? contact.takenBy}
            options={options}
          />
          <SelectField
            view={view}
            name="reports"
            label={t.reports}
            value={call?.reportsId}
            options={options}
          />
          <SubmitButton kind="secondary">{t.share}</SubmitButton>
        </Form>
      </Disclosure>
    </>
  );
}

function Steps({ view, contact, danger }: CallProps) {
  const t = words[view.lang];
  const action = view.href(riskPaths.step.to({ contactId: contact.id }));
  return (
    <>
      <h3>{t.steps}</h3>
      <p class="hint">{t.stepsLead}</p>
      {emergencyStepKinds.map((kind) => (
        <Form action={action} label={t.step[kind]} inline>
          <HiddenField name="kind" value={kind} />
          <SelectField
            view={view}
            name={`result-${kind}`}
            label={t.stepLabel(t.step[kind])}
            empty={false}
            options={stepResults.map((value) => ({ value, label: t.result[value] }))}
          />
          <SubmitButton kind="secondary">{t.stepKeep}</SubmitButton>
        </Form>
      ))}
      {danger.steps.length > 0 && (
        <Thread
          label={t.log}
          entries={danger.steps.map(({ step, result, by, at }) => ({
            by,
            when: tokyoMinute(at).slice(11),
            at: at.toISOString(),
            title: `${t.step[step as 'police']}　${t.result[result as 'told']}`,
          }))}
        />
      )}
    </>
  );
}

function Resolve({ view, contact }: CallProps) {
  const t = words[view.lang];
  return (
    <Form action={view.href(riskPaths.resolve.to({ contactId: contact.id }))} label={t.resolve} inline>
      <SelectField
        view={view}
        name="callOutcome"
        label={t.outcome}
        options={Object.entries(outcomes).map(([value, text]) => ({ value, label: text[view.lang] }))}
      />
      <SubmitButton kind="secondary">{t.resolve}</SubmitButton>
    </Form>
  );
}
