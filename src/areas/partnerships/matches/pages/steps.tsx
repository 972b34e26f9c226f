import type { Child } from 'hono/jsx';
import { Disclosure } from '#ui/content.tsx';
import { Checkbox } from '#ui/choices.tsx';
import { DateField, HiddenField, NumberField, TextArea, YenField } from '#ui/fields.tsx';
import { ActionForm, Actions, type ButtonKind, Form, SubmitButton } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { unitName } from '../units.ts';
import { declineReasons, type Step } from '../rules.ts';
import type { TakingName } from '../taking.ts';
import { words } from '../words.ts';
import type { TalkProps } from './talk.tsx';

/** What this side can do now, the likeliest first; each is a form of its own, and the one that was tried stands open. */
export function NextSteps(props: TalkProps) {
  const t = words[props.view.lang];
  const forms: Partial<Record<Step, () => Child>> = {
    accept: () => <Accept {...props} />,
    decline: () => <Decline {...props} />,
    receive: () => <Receive {...props} />,
    finish: () => <Finish {...props} />,
    thank: () => <Thank {...props} />,
    say: () => <Say {...props} />,
    draft: () => <Draft {...props} />,
    withdraw: () => <Withdraw {...props} />,
    stepBack: () => <StepBack {...props} />,
  };
  const order = Object.keys(forms) as Step[];
  const steps = order.filter((step) => props.talk.steps.includes(step));
  if (steps.length === 0) return null;
  return <Section title={t.can}>{steps.map((step) => forms[step]?.())}</Section>;
}

interface FoldProps extends TalkProps {
  readonly step: TakingName;
  readonly label: string;
  readonly lead?: string;
  readonly submit?: string;
  readonly kind?: ButtonKind;
  readonly children?: Child;
}

export function Fold({
  urlOf,
  tried,
  step,
  label,
  lead,
  submit = label,
  kind = 'primary',
  children,
}: FoldProps) {
  return (
    <Disclosure summary={label} open={tried === step}>
      {lead && <p>{lead}</p>}
      <Form action={urlOf(step)} label={label}>
        {children}
        <Actions>
          <SubmitButton kind={kind}>{submit}</SubmitButton>
        </Actions>
      </Form>
    </Disclosure>
  );
}

/** What was typed belongs to the form that was tried, not to its neighbours. */
export function fieldsOf({ view, state, tried }: TalkProps, step: TakingName) {
  return tried === step ? { view, state } : { view };
}

function Accept({ view, urlOf }: TalkProps) {
  const t = words[view.lang];
  return (
    <>
      <p>{t.acceptLead}</p>
      <ActionForm action={urlOf('accept')} kind="primary">
        {t.accept}
      </ActionForm>
    </>
  );
}

/** One press says no and why; a word more can be written first. */
function Decline(props: TalkProps) {
  const t = words[props.view.lang];
  return (
    <Form action={props.urlOf('decline')} label={t.decline}>
      <p>{t.declineLead}</p>
      <Actions>
        {declineReasons.map((reason) => (
          <SubmitButton kind="secondary" name="reason" value={reason}>
            <span class="vh">{t.decline} </span>
            {t.reasons[reason]}
          </SubmitButton>
        ))}
      </Actions>
      <Disclosure summary={t.declineWords}>
        <TextArea {...fieldsOf(props, 'decline')} name="declineWords" label={t.declineWords} rows={2} />
      </Disclosure>
    </Form>
  );
}

function Withdraw(props: TalkProps) {
  const t = words[props.view.lang];
  return (
    <Fold {...props} step="withdraw" label={t.withdraw} kind="danger">
      <TextArea {...fieldsOf(props, 'withdraw')} name="withdrawWords" label={t.withdrawWords} rows={2} />
    </Fold>
  );
}

function Say(props: TalkProps) {
  const { view, urlOf } = props;
  const t = words[view.lang];
  return (
    <Form action={urlOf('say')} label={t.sayLabel}>
      <TextArea
        {...fieldsOf(props, 'say')}
        name="words"
        label={t.sayLabel}
        hint={t.sayHint}
        required
        rows={4}
      />
      <Actions>
        <SubmitButton kind="secondary">{t.say}</SubmitButton>
      </Actions>
    </Form>
  );
}

function Draft(props: TalkProps) {
  const { view, today, talk } = props;
  const t = words[view.lang];
  const { match } = talk;
  const common = fieldsOf(props, 'draft');
  return (
    <Fold
      {...props}
      step="draft"
      label={match.draft ? t.draftAgain : t.draft}
      lead={t.draftLead}
      submit={t.draftSubmit}
    >
      <TextArea {...common} name="text" label={t.draftText} value={match.draft} required rows={5} />
      <NumberField
        {...common}
        name="quantity"
        label={t.quantity}
        unit={unitName(view.lang, match)}
        value={match.quantity ?? undefined}
      />
      <DateField
        {...common}
        name="dueOn"
        label={t.dueOn}
        min={today}
        value={match.dueOn ?? undefined}
        required
      />
    </Fold>
  );
}

function StepBack(props: TalkProps) {
  const t = words[props.view.lang];
  return (
    <Fold {...props} step="step-back" label={t.stepBack} kind="danger">
      <TextArea
        {...fieldsOf(props, 'step-back')}
        name="stepBackWords"
        label={t.stepBackWords}
        required
        rows={3}
      />
    </Fold>
  );
}

function Receive(props: TalkProps) {
  const { view, talk, today } = props;
  const t = words[view.lang];
  const common = fieldsOf(props, 'receive');
  const { match } = talk;
  return (
    <Fold {...props} step="receive" label={t.receive} lead={t.receiveLead}>
      <HiddenField name="unit" value={match.unit} />
      <DateField {...common} name="on" label={t.receivedOn} value={today} max={today} required />
      <NumberField
        {...common}
        name="received"
        label={t.receivedQuantity}
        unit={unitName(view.lang, match)}
        required
      />
      {match.kind === 'goods' && <YenField {...common} name="yen" label={t.worth} />}
      <Checkbox {...common} name="last" label={t.last} checked />
    </Fold>
  );
}

function Finish({ view, urlOf, talk }: TalkProps) {
  if (talk.deliveries.length === 0) return null;
  return <ActionForm action={urlOf('finish')}>{words[view.lang].finish}</ActionForm>;
}

function Thank(props: TalkProps) {
  const t = words[props.view.lang];
  const common = fieldsOf(props, 'thank');
  return (
    <Fold {...props} step="thank" label={t.thank}>
      <TextArea
        {...common}
        name="thankWords"
        label={t.thankWords}
        hint={t.thankOfferedHint}
        required
        rows={4}
      />
      <Checkbox {...common} name="offered" label={t.thankOffered} />
    </Fold>
  );
}
