import { contentIn } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import { rowCount } from '#platform/web/typed.ts';
import type { View } from '#platform/web/view.ts';
import { Notice } from '#ui/content.tsx';
import { FieldRows } from '#ui/field-rows.tsx';
import { DateField, HiddenField, NumberField, TextArea, TextField, YenField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { TypedText } from '#ui/layout.tsx';
import { Stepper } from '#ui/wayfinding.tsx';
import type { OpenedAward } from '../../awards/open.ts';
import type { Place } from '../place.ts';
import { numberName, type Report } from '../report.ts';
import { type decideSubmit, type ReportStep, reportSteps } from '../rules.ts';
import { words } from '../words.ts';
import { CheckStep } from './check.tsx';
import { PlaceFrame } from './frame.tsx';
import { PapersStep, ReceiptsStep } from './receipts.tsx';

export interface ReportProps {
  readonly view: View;
  readonly state: FormState;
  readonly place: Place;
  readonly opened: OpenedAward;
  readonly report: Report;
  readonly step: ReportStep;
  /** Nobody writes in it now: sent, or the award does not run. */
  readonly closed: boolean;
  /** Whether it can be sent as it stands, and what the amount would be. */
  readonly decision: ReturnType<typeof decideSubmit>;
  readonly estimate: number;
  /** What was just done; empty on the first look. */
  readonly said: string;
}

const steps = { work: Work, costs: Costs, receipts: ReceiptsStep, papers: PapersStep, check: CheckStep };

/** One question page at a time; each is saved as it was typed. */
export function ReportPage(props: ReportProps) {
  const { view, place, opened, report, step, state, closed } = props;
  const t = words[view.lang];
  const Step = closed ? CheckStep : steps[step];
  return (
    <PlaceFrame
      view={view}
      place={place}
      opened={opened}
      title={closed ? t.title : `${t.title}：${t.steps[step]}`}
      lead={<p>{closed ? t.reportClosed : `${t.due(report.dueOn)}${t.savedHint}`}</p>}
      problems={state.problems}
    >
      {props.said && (
        <div role="status">
          <Notice view={view} tone="good">
            <p>{props.said}</p>
          </Notice>
        </div>
      )}
      {report.remark && (
        <Notice view={view} tone={report.settlement?.state === 'returned' ? 'warn' : 'info'} title={t.remark}>
          <TypedText text={report.remark} />
        </Notice>
      )}
      {!closed && (
        <Stepper
          view={view}
          label={t.stepsLabel}
          current={reportSteps.indexOf(step)}
          steps={reportSteps.map((each) => ({
            label: t.steps[each],
            ...(each !== step && { href: place.step(each) }),
          }))}
        />
      )}
      <div class="section">
        <Step {...props} />
      </div>
    </PlaceFrame>
  );
}

function Work({ view, state, place, opened, report }: ReportProps) {
  const t = words[view.lang];
  const { settlement, said, byNumber } = report;
  const { startsOn, endsOn } = opened.award;
  const common = { view, state };
  const question = opened.terms.questions.find(({ code }) => code === byNumber);
  return (
    <Form action={place.step('work')} label={t.steps.work}>
      <HiddenField name="version" value={settlement?.version ?? 0} />
      <TextArea {...common} name="done" label={t.done} hint={t.doneHint} value={said.done} rows={8} />
      <TextArea {...common} name="result" label={t.result} hint={t.resultHint} value={said.result} rows={5} />
      <DateField
        {...common}
        name="endedOn"
        label={t.endedOn}
        {...(startsOn && endsOn && { hint: t.endedOnHint(startsOn, endsOn) })}
        value={settlement?.endedOn ?? ''}
      />
      {byNumber && (
        <NumberField
          {...common}
          name="count"
          label={t.count}
          {...(question && { hint: question.label[view.lang] || question.label.ja })}
          value={settlement?.done ?? ''}
        />
      )}
      {(report.terms.questions ?? []).map(({ code, label, hint, required }) => (
        <NumberField
          {...common}
          name={numberName(code)}
          label={contentIn(view.lang, label)}
          hint={[hint && contentIn(view.lang, hint), required ? t.countHint : ''].filter(Boolean).join('　')}
          value={said.numbers?.[code] ?? ''}
        />
      ))}
      <Actions>
        <SubmitButton>{t.next}</SubmitButton>
      </Actions>
    </Form>
  );
}

function Costs(props: ReportProps) {
  const { view, state, place, report } = props;
  const t = words[view.lang];
  const { lines, settlement } = report;
  const common = { view, state };
  return (
    <Form action={place.step('costs')} label={t.steps.costs}>
      <p>{t.costsLead}</p>
      <HiddenField name="version" value={settlement?.version ?? 0} />
      <FieldRows
        view={view}
        state={state}
        list="lines"
        count={rowCount(state.values, 'lines', lines.length, lines.length === 0 ? 1 : 0)}
        title={t.line}
        add={t.addLine}
        row={(at, name) => <Cost {...props} at={at} name={name} />}
      />
      <YenField
        {...common}
        name="income"
        label={t.income}
        hint={t.incomeHint}
        value={settlement?.incomeYen ?? ''}
      />
      <YenField {...common} name="tax" label={t.tax} hint={t.taxHint} value={settlement?.taxYen ?? ''} />
      <Actions>
        <SubmitButton>{t.next}</SubmitButton>
      </Actions>
    </Form>
  );
}

/** A planned cost keeps its name; one that came up later is named. */
function Cost({
  view,
  state,
  report,
  at,
  name,
}: ReportProps & { at: number; name: (field: string) => string }) {
  const t = words[view.lang];
  const common = { view, state };
  const line = report.lines[at];
  const planned = line?.plannedYen ?? null;
  return (
    <>
      <HiddenField name={name('id')} value={line?.id ?? ''} />
      {line && planned !== null ? (
        <>
          <HiddenField name={name('what')} value={line.what} />
          <p>
            <b>{line.what}</b>　<small>{t.planned(planned)}</small>
          </p>
        </>
      ) : (
        <TextField {...common} name={name('what')} label={t.what} value={line?.what ?? ''} maxlength={200} />
      )}
      <YenField {...common} name={name('spent')} label={t.spent} value={line?.spentYen ?? ''} />
      <DateField {...common} name={name('paidOn')} label={t.paidOn} value={line?.paidOn ?? ''} />
    </>
  );
}
