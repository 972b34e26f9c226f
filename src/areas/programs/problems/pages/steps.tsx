import type { Child } from 'hono/jsx';
import { SelectField } from '#ui/choices.tsx';
import { TextArea, TextField } from '#ui/fields.tsx';
import { type ButtonKind, FoldedForm } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { problemPaths } from '../../paths.ts';
import type { Step } from '../rules.ts';
import { words } from '../words.ts';
import type { ProblemProps } from './problem.tsx';

/** One form for each step that is possible now; the one that was tried stands open with what was typed. */
export function NextSteps(props: ProblemProps) {
  const t = words[props.view.lang];
  const forms: Record<Step, () => Child> = {
    join: () => <Join {...props} />,
    remark: () => <Remark {...props} />,
    consider: () => <Consider {...props} />,
    makeProgram: () => <MakeProgram {...props} />,
    setAside: () => <SetAside {...props} />,
  };
  return <Section title={t.next}>{props.steps.map((step) => forms[step]())}</Section>;
}

function StepForm({
  view,
  problem,
  tried,
  step,
  ...form
}: ProblemProps & { step: Step; label: string; kind?: ButtonKind; lead?: string; children?: Child }) {
  const { label, kind, lead, children } = form;
  const action = view.href(problemPaths[step].to({ problemId: problem.id }));
  return (
    <FoldedForm action={action} label={label} open={tried === step} lead={lead} kind={kind}>
      {children}
    </FoldedForm>
  );
}

/** What was typed belongs to the form that was tried, not to its neighbours. */
function fieldsOf({ view, state, tried }: ProblemProps, step: Step) {
  return tried === step ? { view, state } : { view };
}

function Join(props: ProblemProps) {
  const t = words[props.view.lang];
  const common = fieldsOf(props, 'join');
  const [only, ...more] = props.joinable;
  return (
    <StepForm {...props} step="join" label={t.join} lead={t.joinLead}>
      <SelectField
        {...common}
        name="organisationId"
        label={t.joinAs}
        value={more.length === 0 ? only?.value : undefined}
        required
        options={props.joinable}
      />
      <TextArea {...common} name="joinWords" label={t.joinWords} rows={2} />
    </StepForm>
  );
}

function Remark(props: ProblemProps) {
  const t = words[props.view.lang];
  return (
    <StepForm {...props} step="remark" label={t.remark} kind="secondary">
      <TextArea {...fieldsOf(props, 'remark')} name="remarkWords" label={t.remarkWords} required rows={3} />
    </StepForm>
  );
}

function Consider(props: ProblemProps) {
  const t = words[props.view.lang];
  const label = props.problem.status === 'set-aside' ? t.reconsider : t.consider;
  return (
    <StepForm {...props} step="consider" label={label}>
      <TextArea {...fieldsOf(props, 'consider')} name="considerWords" label={t.considerWords} rows={2} />
    </StepForm>
  );
}

function MakeProgram(props: ProblemProps) {
  const t = words[props.view.lang];
  const common = fieldsOf(props, 'makeProgram');
  return (
    <StepForm {...props} step="makeProgram" label={t.makeProgram} lead={t.makeProgramLead}>
      <SelectField
        {...common}
        name="programId"
        label={t.existing}
        empty={t.existingNone}
        options={props.programs}
      />
      <TextField {...common} name="newName" label={t.newName} width="full" />
      <SelectField {...common} name="newBureau" label={t.newBureau} options={props.bureaus} />
    </StepForm>
  );
}

function SetAside(props: ProblemProps) {
  const t = words[props.view.lang];
  return (
    <StepForm {...props} step="setAside" label={t.setAside} kind="danger">
      <TextArea
        {...fieldsOf(props, 'setAside')}
        name="reason"
        label={t.reason}
        hint={t.reasonHint}
        required
        rows={3}
      />
    </StepForm>
  );
}
