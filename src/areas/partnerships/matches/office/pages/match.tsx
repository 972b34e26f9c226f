import { contentIn } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { SelectField } from '#ui/choices.tsx';
import { DefinitionList } from '#ui/content.tsx';
import { TextArea } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section, TypedText } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { matchOfficePaths } from '../../../paths.ts';
import type { Report } from '../../discipline/store.ts';
import { MatchTag, MatchThread } from '../../pages/thread.tsx';
import { reportOutcomes } from '../../reports.ts';
import type { Side } from '../../rules.ts';
import type { Match, MatchNote } from '../../store.ts';
import type { Names } from '../../talk.ts';
import { words as matchWords } from '../../words.ts';
import { words } from '../words.ts';

interface OfficeMatchProps {
  readonly view: View;
  readonly state: FormState;
  readonly match: Match;
  readonly notes: readonly MatchNote[];
  readonly names: Readonly<Record<Side, Names>>;
  readonly reports: readonly Report[];
}

export function OfficeMatchPage(props: OfficeMatchProps) {
  const { view, state, match, notes, names, reports } = props;
  const [t, m] = [words[view.lang], matchWords[view.lang]];
  const trail = [{ href: view.href(matchOfficePaths.home.to({})), label: t.title }];
  return (
    <StaffFrame view={view} title={match.title} problems={state.problems}>
      <PageHead
        title={match.title}
        tags={<MatchTag view={view} status={match.status} />}
        breadcrumbs={<Breadcrumbs view={view} items={trail} current={match.title} />}
      />
      <DefinitionList
        items={(['giver', 'receiver'] as const).map((side) => ({
          term: m[side],
          value: contentIn(view.lang, names[side]),
        }))}
      />
      {reports.map((report) => (
        <Handle view={view} report={report} />
      ))}
      {!match.endedAt && (
        <>
          <Word {...props} step="nudge" label={t.nudge} field={t.nudgeWords} />
          <Word {...props} step="close" label={t.close} field={t.closeWords} />
        </>
      )}
      <Section title={m.thread}>
        {!match.openedAt && <p>{t.closed}</p>}
        <MatchThread view={view} notes={notes} names={names} reason={match.reason} />
      </Section>
    </StaffFrame>
  );
}

function Handle({ view, report }: { view: View; report: Report }) {
  const t = words[view.lang];
  const why = matchWords[view.lang].why;
  return (
    <Section title={why[report.why as keyof typeof why]}>
      {report.words && <TypedText text={report.words} />}
      {report.handledAt ? (
        <p>{t.outcomes[report.outcome as keyof typeof t.outcomes]}</p>
      ) : (
        <Form action={view.href(matchOfficePaths.report.to({ reportId: report.id }))} label={t.handle}>
          <SelectField
            view={view}
            name="outcome"
            label={t.outcome}
            empty={false}
            options={reportOutcomes.map((value) => ({ value, label: t.outcomes[value] }))}
          />
          <TextArea view={view} name="reason" label={t.reason} rows={2} />
          <Actions>
            <SubmitButton>{t.handle}</SubmitButton>
          </Actions>
        </Form>
      )}
    </Section>
  );
}

function Word({
  view,
  match,
  step,
  label,
  field,
}: OfficeMatchProps & { step: 'nudge' | 'close'; label: string; field: string }) {
  return (
    <Form action={view.href(matchOfficePaths.step.to({ matchId: match.id, step }))} label={label}>
      <TextArea view={view} name={`${step}Words`} label={field} required rows={2} />
      <Actions>
        <SubmitButton kind={step === 'close' ? 'danger' : 'secondary'}>{label}</SubmitButton>
      </Actions>
    </Form>
  );
}
