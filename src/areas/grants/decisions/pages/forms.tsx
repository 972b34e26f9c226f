import type { FormState } from '#platform/web/form-state.ts';
import { CheckboxGroup } from '#ui/choices.tsx';
import { Disclosure } from '#ui/content.tsx';
import { DateField, HiddenField, NumberField, TextArea } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { packPaths } from '../../paths.ts';
import { words } from '../words.ts';
import type { PackProps } from './pack.tsx';

/** What was typed belongs to the form that was sent. */
function fieldsOf({ view, state, tried }: PackProps, form: PackProps['tried']) {
  const typed: FormState | undefined = tried === form ? state : undefined;
  return typed ? { view, state: typed } : { view };
}

export function BoardForm(props: PackProps) {
  const { view, shown } = props;
  const t = words[view.lang];
  const { pack, words: said } = shown;
  const common = fieldsOf(props, 'board');
  return (
    <Form action={view.href(packPaths.board.to({ packId: pack.id }))} label={t.board}>
      <HiddenField name="revision" value={pack.revision} />
      <TextArea
        {...common}
        name="members"
        label={t.members}
        hint={t.membersHint}
        rows={4}
        value={said.members.join('\n')}
      />
      <NumberField
        {...common}
        name="quorum"
        label={t.quorum}
        hint={t.quorumHint}
        unit={t.people}
        value={pack.quorum || ''}
      />
      <DateField {...common} name="metOn" label={t.metOn} value={pack.metOn} />
      <NumberField {...common} name="present" label={t.present} unit={t.people} value={pack.present || ''} />
      <TextArea {...common} name="minutes" label={t.minutes} rows={4} value={said.minutes} />
      <Actions>
        <SubmitButton kind="secondary">{t.saveBoard}</SubmitButton>
      </Actions>
    </Form>
  );
}

export function DecideForm(props: PackProps) {
  const { view, shown, today, tried, state } = props;
  const t = words[view.lang];
  const { pack, items } = shown;
  const common = fieldsOf(props, 'decide');
  const deferred = tried === 'decide' ? (state.values['deferred'] ?? []) : [];
  return (
    <Form action={view.href(packPaths.decide.to({ packId: pack.id }))} label={t.decide}>
      <HiddenField name="revision" value={pack.revision} />
      <DateField {...common} name="decidedOn" label={t.decidedOn} required value={today} max={today} />
      <TextArea
        {...common}
        name="decisionReason"
        label={t.decisionReason}
        hint={t.decisionReasonHint}
        required
        rows={3}
      />
      <Disclosure summary={t.deferred} open={deferred.length > 0}>
        <CheckboxGroup
          {...common}
          name="deferred"
          label={t.deferred}
          hint={t.deferredHint}
          spread="columns"
          options={items.map(({ applicationId, number, name }) => ({
            value: applicationId,
            label: `${number} ${name ?? t.person}`,
          }))}
        />
      </Disclosure>
      <Actions>
        <SubmitButton>{t.decide}</SubmitButton>
      </Actions>
    </Form>
  );
}

export function ReturnForm(props: PackProps) {
  const { view, shown } = props;
  const t = words[view.lang];
  return (
    <Form action={view.href(packPaths.return.to({ packId: shown.pack.id }))} label={t.returnIt}>
      <HiddenField name="revision" value={shown.pack.revision} />
      <TextArea {...fieldsOf(props, 'return')} name="returnReason" label={t.returnReason} required rows={3} />
      <Actions>
        <SubmitButton kind="secondary">{t.returnIt}</SubmitButton>
      </Actions>
    </Form>
  );
}
