import { dayName, tokyoDay } from '#platform/dates.ts';
import { RadioGroup, SelectField } from '#ui/choices.tsx';
import { Disclosure } from '#ui/content.tsx';
import { TextArea, TextField } from '#ui/fields.tsx';
import { ActionForm, Form, SubmitButton } from '#ui/form.tsx';
import { staffDirectoryPaths } from '../../paths.ts';
import { capacityStates } from '../content.ts';
import { stateOf } from '../state.ts';
import { words } from '../words.ts';
import type { OverviewProps } from './overview.tsx';

/** What can be done with an entry as a whole, the likeliest first. */
export function StateActs(props: OverviewProps) {
  const { view, service, missing } = props;
  const t = words[view.lang];
  const { id } = service;
  const state = stateOf(service);
  return (
    <>
      <h2>{t.next}</h2>
      {state === 'draft' && missing.length === 0 && (
        <ActionForm action={view.href(staffDirectoryPaths.publish.to({ id }))} kind="primary">
          {t.publish}
        </ActionForm>
      )}
      {props.verifiers.length > 0 && <Verify {...props} />}
      {state !== 'sealed' && <Capacity {...props} />}
      {state === 'published' && <WithReason {...props} act="withdraw" />}
      {state === 'sealed' ? <WithReason {...props} act="unseal" /> : <WithReason {...props} act="seal" />}
      {props.owners.length > 0 && <Move {...props} />}
      {state === 'draft' && !props.wasPublished && (
        <Disclosure summary={t.discard}>
          <p class="hint">{t.discardLead}</p>
          <ActionForm action={view.href(staffDirectoryPaths.discard.to({ id }))} kind="danger">
            {t.discard}
          </ActionForm>
        </Disclosure>
      )}
    </>
  );
}

function Verify({ view, service: { id }, verifiers }: OverviewProps) {
  const t = words[view.lang];
  const action = view.href(staffDirectoryPaths.verify.to({ id }));
  const [first] = verifiers;
  return (
    <>
      <Form action={action} label={t.verify}>
        {verifiers.length === 1 ? (
          <input type="hidden" name="organisationId" value={first?.value} />
        ) : (
          <SelectField
            view={view}
            name="organisationId"
            label={t.verifyAs}
            options={verifiers}
            value={first?.value}
            empty={false}
          />
        )}
        <SubmitButton kind="secondary">{t.verify}</SubmitButton>
      </Form>
      <p class="hint">{t.verifyLead}</p>
    </>
  );
}

/** One press for the state, and a word where one wants to say more. */
function Capacity({ view, state, service }: OverviewProps) {
  const t = words[view.lang];
  const { id, capacity, capacityNote, capacityAt } = service;
  const said = capacity as (typeof capacityStates)[number] | null;
  return (
    <Disclosure summary={`${t.capacity}：${t.capacityStates[said ?? 'none']}`}>
      {capacityAt && <p class="hint">{t.capacitySaid(dayName(view.lang, tokyoDay(capacityAt)))}</p>}
      <Form action={view.href(staffDirectoryPaths.capacity.to({ id }))} label={t.capacity}>
        <RadioGroup
          view={view}
          state={state}
          name="capacity"
          label={t.capacity}
          options={[...capacityStates, 'none' as const].map((value) => ({
            value,
            label: t.capacityStates[value],
          }))}
          value={said ?? 'none'}
        />
        <TextField
          view={view}
          state={state}
          name="capacityNote"
          label={t.capacityNote}
          value={capacityNote}
          maxlength={100}
        />
        <SubmitButton kind="secondary">{t.saveCapacity}</SubmitButton>
      </Form>
    </Disclosure>
  );
}

function WithReason({
  view,
  state,
  tried,
  service: { id },
  act,
}: OverviewProps & { act: 'withdraw' | 'seal' | 'unseal' }) {
  const t = words[view.lang];
  const leads = { withdraw: t.withdrawLead, seal: t.sealLead, unseal: t.unsealLead };
  const name = `${act}Reason`;
  return (
    <Disclosure summary={t[act]} open={tried === act}>
      <p class="hint">{leads[act]}</p>
      <Form action={view.href(staffDirectoryPaths[act].to({ id }))} label={t[act]}>
        <TextArea view={view} state={state} name={name} label={t.reason} rows={2} required />
        <SubmitButton kind={act === 'unseal' ? 'secondary' : 'danger'}>{t[act]}</SubmitButton>
      </Form>
    </Disclosure>
  );
}

function Move({ view, state, tried, service: { id }, owners }: OverviewProps) {
  const t = words[view.lang];
  return (
    <Disclosure summary={t.move} open={tried === 'move'}>
      <Form action={view.href(staffDirectoryPaths.move.to({ id }))} label={t.move}>
        <SelectField view={view} state={state} name="newOwner" label={t.newOwner} options={owners} required />
        <SubmitButton kind="secondary">{t.move}</SubmitButton>
      </Form>
    </Disclosure>
  );
}
