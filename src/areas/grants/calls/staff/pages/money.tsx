import { dayName, tokyoDay } from '#platform/dates.ts';
import { yenFull } from '#platform/money.ts';
import { StatusTag, type Tone } from '#ui/content.tsx';
import { Disclosure } from '#ui/content.tsx';
import { TextArea, TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, Form, SubmitButton } from '#ui/form.tsx';
import { Row, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { callStaffPaths } from '../../../paths.ts';
import type { BudgetLine } from '../../store.ts';
import { words } from '../words.ts';
import type { CallProps } from './call.tsx';

const tones: Record<string, Tone> = { asked: 'warn', approved: 'good', declined: 'neutral' };

/** The budget of a call: what it is, how it came to be, and asking for more or less. */
export function MoneySection(props: CallProps) {
  const { view, state, call, changes, may } = props;
  const t = words[view.lang];
  return (
    <Section title={t.money} id="budget">
      <p>
        <b>{t.moneyLine(yenFull(view.lang, props.budgetYen), yenFull(view.lang, props.freeYen))}</b>
      </p>
      <DataTable
        view={view}
        caption={t.budgetChanges}
        stacked
        empty={t.noChanges}
        columns={[
          { key: 'when', label: t.when, head: true },
          { key: 'yen', label: t.yen, align: 'number' },
          { key: 'reason', label: t.reason },
          { key: 'who', label: t.who },
          { key: 'decision', label: t.decision },
        ]}
        rows={changes.map((change) => ({
          when: dayName(view.lang, tokyoDay(change.askedAt)),
          yen: yenFull(view.lang, change.yen),
          reason: change.reason,
          who: change.askedByName ?? t.system,
          decision: <Decision {...props} change={change} />,
        }))}
      />
      {may.askBudget && (call.state === 'draft' || call.state === 'published') && (
        <Disclosure summary={t.askBudget} open={state.values.yen !== undefined}>
          <Form action={view.href(callStaffPaths.budget.to({ callId: call.id }))}>
            <TextField
              view={view}
              state={state}
              name="yen"
              label={t.yen}
              hint={t.yenHint}
              required
              width="short"
            />
            <TextArea view={view} state={state} name="budgetReason" label={t.askReason} required rows={2} />
            <Actions>
              <SubmitButton>{t.askNow}</SubmitButton>
            </Actions>
          </Form>
        </Disclosure>
      )}
    </Section>
  );
}

function Decision({ view, may, change }: CallProps & { change: BudgetLine }) {
  const t = words[view.lang];
  const { id: changeId, state } = change;
  const mayAnswer = state === 'asked' && may.decideBudget && change.askedBy !== may.personId;
  return (
    <>
      <StatusTag tone={tones[state] ?? 'neutral'}>{t.budgetStates[state as 'asked']}</StatusTag>{' '}
      {change.decidedByName}
      {mayAnswer && (
        <Row>
          <ActionForm
            action={view.href(callStaffPaths.answerBudget.to({ changeId, answer: 'approved' }))}
            small
          >
            {t.approve}
          </ActionForm>
          <ActionForm
            action={view.href(callStaffPaths.answerBudget.to({ changeId, answer: 'declined' }))}
            kind="quiet"
            small
          >
            {t.decline}
          </ActionForm>
        </Row>
      )}
    </>
  );
}
