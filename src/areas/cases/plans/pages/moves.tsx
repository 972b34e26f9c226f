import { RadioGroup } from '#ui/choices.tsx';
import { EmptyState } from '#ui/content.tsx';
import { DateField, TextArea } from '#ui/fields.tsx';
import { Actions, ButtonLink, FoldedForm, Form, SubmitButton } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { givenHow } from '../../bases/rules.ts';
import { words as basisWords } from '../../bases/words.ts';
import { choicesOf } from '../../case-files/codes.ts';
import { planPaths, recordPaths } from '../../paths.ts';
import type { OpenPlan } from '../read.ts';
import type { PlanMove } from '../rules.ts';
import { words } from '../words.ts';
import type { PlanProps } from './plan.tsx';

type MoveProps = PlanProps & { readonly opened: OpenPlan };

/** The one thing that is next with this plan. */
export function NextMove(props: MoveProps) {
  const { planState, missing, mayWrite } = props;
  if (!mayWrite) return null;
  if (planState === 'draft') return missing.length === 0 ? <Agree {...props} /> : null;
  if (planState === 'agreed') return <Meet {...props} />;
  if (planState === 'met') return <Decide {...props} />;
  return planState === 'reviewed' ? null : <Running {...props} />;
}

function moveHref({ view, opened }: MoveProps, move: PlanMove): string {
  return view.href(planPaths.move.to({ planId: opened.plan.id, move }));
}

function Agree(props: MoveProps) {
  const { view, state, today } = props;
  const t = words[view.lang];
  const hows = basisWords[view.lang].hows;
  return (
    <Section title={t.agree} lead={t.agreeLead}>
      <Form action={moveHref(props, 'agree')} label={t.agree}>
        <DateField view={view} state={state} name="on" label={t.agreeOn} value={today} max={today} />
        <RadioGroup
          view={view}
          state={state}
          name="how"
          label={t.how}
          spread="line"
          options={givenHow.map((value) => ({ value, label: hows[value] }))}
        />
        <Actions>
          <SubmitButton>{t.agree}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}

function Meet(props: MoveProps) {
  const { view, state, today } = props;
  const t = words[view.lang];
  return (
    <Section title={t.meet} lead={t.meetLead}>
      <Form action={moveHref(props, 'meet')} label={t.meet}>
        <DateField view={view} state={state} name="on" label={t.meetOn} value={today} max={today} />
        <RadioGroup
          view={view}
          state={state}
          name="result"
          label={t.result}
          spread="line"
          options={choicesOf(view.lang, props.lists.meetingResults)}
        />
        <Actions>
          <SubmitButton>{t.meet}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}

function Decide(props: MoveProps) {
  const { view, state, today, decision, supervisor } = props;
  const t = words[view.lang];
  if (!supervisor)
    return (
      <EmptyState title={t.waits}>
        <p>
          {t.decideLead[decision]}
          {t.waitsLead}
        </p>
      </EmptyState>
    );
  return (
    <Section title={t.decide[decision]} lead={t.decideLead[decision]}>
      <Form action={moveHref(props, 'decide')} label={t.decide[decision]}>
        <DateField view={view} state={state} name="on" label={t.decideOn} value={today} max={today} />
        <Actions>
          <SubmitButton>{t.decide[decision]}</SubmitButton>
        </Actions>
      </Form>
      <FoldedForm
        action={moveHref(props, 'return')}
        label={t.return}
        open={state.problems.some(({ field }) => field === 'why')}
        kind="secondary"
      >
        <TextArea view={view} state={state} name="why" label={t.why} rows={3} />
      </FoldedForm>
    </Section>
  );
}

function Running({ view, caseFile }: MoveProps) {
  const t = words[view.lang];
  const { id: caseId } = caseFile;
  return (
    <Actions>
      <ButtonLink href={view.href(recordPaths.new.to({ caseId }, { for: 'monitoring' }))}>
        {t.monitor}
      </ButtonLink>
      <ButtonLink kind="secondary" href={view.href(planPaths.review.to({ caseId }))}>
        {t.review}
      </ButtonLink>
    </Actions>
  );
}
