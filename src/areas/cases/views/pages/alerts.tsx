import { dayName } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { SelectField } from '#ui/choices.tsx';
import { DefinitionList, EmptyState } from '#ui/content.tsx';
import { TextArea } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section, TypedText } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { viewPaths } from '../../paths.ts';
import { alertResults, type ViewRule } from '../rules.ts';
import type { CaseView, ViewAlert } from '../store.ts';
import { words } from '../words.ts';
import { ViewsFrame } from './frame.tsx';
import { LooksTable } from './views.tsx';

interface Names {
  readonly nameOf: (personId: string | null) => string;
  readonly numberOf: (caseId: string | null) => string;
}

export function AlertsPage({
  view,
  waiting,
  answered,
  ...names
}: Names & {
  readonly view: View;
  readonly waiting: readonly ViewAlert[];
  readonly answered: readonly ViewAlert[];
}) {
  const t = words[view.lang];
  return (
    <ViewsFrame view={view} tab="alerts" lead={t.alertsLead} open={waiting.length}>
      <Section title={t.waiting}>
        {waiting.length === 0 ? (
          <EmptyState title={t.noAlerts} />
        ) : (
          <AlertTable view={view} caption={t.waiting} alerts={waiting} {...names} />
        )}
      </Section>
      {answered.length > 0 && (
        <Section title={t.answered}>
          <AlertTable view={view} caption={t.answered} alerts={answered} {...names} />
        </Section>
      )}
    </ViewsFrame>
  );
}

function AlertTable({
  view,
  caption,
  alerts,
  nameOf,
  numberOf,
}: Names & { readonly view: View; readonly caption: string; readonly alerts: readonly ViewAlert[] }) {
  const t = words[view.lang];
  return (
    <DataTable
      view={view}
      caption={caption}
      captionHidden
      stacked
      columns={[
        { key: 'rule', label: t.rule, head: true },
        { key: 'reader', label: t.reader },
        { key: 'day', label: t.day },
        { key: 'count', label: t.count, align: 'number' },
        { key: 'number', label: t.number },
        { key: 'result', label: t.result },
      ]}
      rows={alerts.map((alert) => ({
        rule: (
          <a href={view.href(viewPaths.answer.to({ alertId: alert.id }))}>
            {t.rules[alert.rule as ViewRule]}
          </a>
        ),
        reader: nameOf(alert.personId),
        day: dayName(view.lang, alert.day),
        count: alert.count,
        number: numberOf(alert.caseId),
        result: alert.result ? t.results[alert.result as (typeof alertResults)[number]] : t.look,
      }))}
    />
  );
}

/** One alert: what was unusual, what they looked at around then, and what the officer found out. */
export function AlertPage({
  view,
  state,
  alert,
  answer,
  looks,
  mayAnswer,
  nameOf,
  numberOf,
}: Names & {
  readonly view: View;
  readonly state: FormState;
  readonly alert: ViewAlert;
  readonly answer: string;
  readonly looks: readonly CaseView[];
  readonly mayAnswer: boolean;
}) {
  const t = words[view.lang];
  const title = t.rules[alert.rule as ViewRule];
  const trail = [{ href: view.href(viewPaths.alerts.to({})), label: t.tabs.alerts }];
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead title={title} breadcrumbs={<Breadcrumbs view={view} items={trail} current={title} />} />
      <DefinitionList
        items={[
          { term: t.reader, value: nameOf(alert.personId) },
          { term: t.day, value: dayName(view.lang, alert.day) },
          { term: t.count, value: String(alert.count) },
          { term: t.number, value: numberOf(alert.caseId) },
        ].filter(({ value }) => value !== '')}
      />
      {alert.result ? (
        <Section title={t.answerTitle}>
          <DefinitionList
            items={[
              { term: t.result, value: t.results[alert.result as (typeof alertResults)[number]] },
              { term: t.answeredBy, value: nameOf(alert.answeredBy) },
            ]}
          />
          <TypedText text={answer} />
        </Section>
      ) : mayAnswer ? (
        <AnswerForm view={view} state={state} alertId={alert.id} />
      ) : (
        <p>{t.officerOnly}</p>
      )}
      <Section title={t.theirLooks}>
        <LooksTable view={view} rows={looks} nameOf={nameOf} numberOf={numberOf} />
      </Section>
    </StaffFrame>
  );
}

function AnswerForm({ view, state, alertId }: { view: View; state: FormState; alertId: string }) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <Section title={t.answerTitle}>
      <Form action={view.href(viewPaths.answer.to({ alertId }))} label={t.answerTitle}>
        <SelectField
          {...common}
          name="result"
          label={t.result}
          options={alertResults.map((value) => ({ value, label: t.results[value] }))}
        />
        <TextArea {...common} name="answer" label={t.answer} hint={t.answerHint} rows={4} />
        <Actions>
          <SubmitButton>{t.save}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}
