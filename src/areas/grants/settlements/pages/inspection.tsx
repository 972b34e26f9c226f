import { yenFull } from '#platform/money.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList, Notice, StatusTag } from '#ui/content.tsx';
import { DateField, HiddenField, TextArea, YenField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { Section, TypedText } from '#ui/layout.tsx';
import type { OpenedAward } from '../../awards/open.ts';
import { settlementPaths } from '../../paths.ts';
import type { Place } from '../place.ts';
import type { Report } from '../report.ts';
import { words } from '../words.ts';
import { ReportSummary } from './check.tsx';
import { PlaceFrame } from './frame.tsx';

export interface InspectionProps {
  readonly view: View;
  readonly state: FormState;
  readonly place: Place;
  readonly opened: OpenedAward;
  readonly report: Report;
  /** What the rule gives for the accepted costs. */
  readonly yen: number;
  readonly may: { readonly inspect: boolean; readonly fix: boolean };
  /** The day by which is returned, unless the approver says another. */
  readonly returnBy: string;
}

/** The report beside what the office accepts of it; then the amount, for somebody else to fix. */
export function InspectionPage(props: InspectionProps) {
  const { view, place, opened, report, state, may } = props;
  const t = words[view.lang];
  const is = (report.settlement?.state ?? 'none') as keyof typeof t.states;
  return (
    <PlaceFrame
      view={view}
      place={place}
      opened={opened}
      title={t.inspection}
      tags={<StatusTag tone={is === 'fixed' ? 'good' : 'info'}>{t.states[is]}</StatusTag>}
      problems={state.problems}
    >
      {report.remark && (
        <Notice view={view} tone="info" title={t.inspectRemark}>
          <TypedText text={report.remark} />
        </Notice>
      )}
      {is === 'submitted' && (may.inspect ? <Inspect {...props} /> : <p>{t.waitingFor.inspect}</p>)}
      {is === 'inspected' && <Amount {...props} />}
      {is === 'inspected' && (may.fix ? <Fix {...props} /> : <p>{t.waitingFor.fix}</p>)}
      {is === 'fixed' && <Amount {...props} />}
      <Section title={t.summary}>
        <ReportSummary view={view} place={place} report={report} />
      </Section>
      {(is === 'submitted' || is === 'inspected') && <SendBack {...props} />}
    </PlaceFrame>
  );
}

function Inspect({ view, state, opened, report }: InspectionProps) {
  const t = words[view.lang];
  const action = view.href(settlementPaths.inspection.to({ awardId: opened.award.id }));
  return (
    <Section title={t.accepted}>
      <Form action={action} label={t.inspection}>
        {report.lines.map(({ id, what, spentYen }) => (
          <YenField
            view={view}
            state={state}
            name={`accepted.${id}`}
            label={t.acceptedOf(what)}
            hint={t.spentOf(spentYen ?? 0)}
            value={spentYen ?? 0}
          />
        ))}
        <TextArea
          view={view}
          state={state}
          name="remark"
          label={t.inspectRemark}
          hint={t.inspectRemarkHint}
          rows={4}
        />
        <Actions>
          <SubmitButton>{t.inspect}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}

function Amount({ view, opened, report, yen }: InspectionProps) {
  const t = words[view.lang];
  const { award } = opened;
  const fixed = report.settlement?.fixedYen ?? yen;
  const accepted = report.lines.reduce((sum, line) => sum + (line.acceptedYen ?? 0), 0);
  const spent = report.lines.reduce((sum, line) => sum + (line.spentYen ?? 0), 0);
  const money = (term: string, amount: number) => ({ term, value: yenFull(view.lang, amount) });
  return (
    <Section title={t.reckoning}>
      <DefinitionList
        items={[
          money(t.decided, award.decidedYen),
          money(t.spentTotal, spent),
          money(t.accepted, accepted),
          money(t.fixedYen, fixed),
          money(t.paid, award.paidYen),
        ]}
      />
    </Section>
  );
}

/** What the press does stands above the button, in yen. */
function Fix({ view, state, opened, yen, returnBy }: InspectionProps) {
  const t = words[view.lang];
  const { award } = opened;
  const rest = yen - award.paidYen;
  return (
    <Section title={t.fix}>
      <p>{t.fixLead(yen)}</p>
      {rest > 0 && <p>{t.fixPay(rest)}</p>}
      {rest < 0 && <p>{t.fixReturn(-rest)}</p>}
      <Form action={view.href(settlementPaths.fix.to({ awardId: award.id }))} label={t.fix}>
        <HiddenField name="seen" value={yen} />
        {rest < 0 && (
          <DateField view={view} state={state} name="returnBy" label={t.returnBy} value={returnBy} required />
        )}
        <Actions>
          <SubmitButton>{t.fix}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}

function SendBack({ view, state, opened }: InspectionProps) {
  const t = words[view.lang];
  const action = view.href(settlementPaths.sendBack.to({ awardId: opened.award.id }));
  return (
    <Section title={t.sendBack}>
      <Form action={action} label={t.sendBack}>
        <TextArea view={view} state={state} name="reason" label={t.sendBackReason} rows={4} required />
        <Actions>
          <SubmitButton kind="secondary">{t.sendBack}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}
