import { dayName } from '#platform/dates.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { RadioGroup } from '#ui/choices.tsx';
import { Card, DefinitionList, EmptyState, Notice, StatusTag } from '#ui/content.tsx';
import { TextArea, TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { casesTrail } from '../../case-files/pages/trail.tsx';
import { casePaths, followUpPaths } from '../../paths.ts';
import { followUpResults } from '../rules.ts';
import { words } from '../words.ts';

export interface FollowUpLine {
  readonly id: string;
  readonly caseId: string;
  readonly number: string;
  readonly dueOn: string;
  readonly workerName: string | null;
  /** The reader carries the case: they record what they hear. */
  readonly mayRecord: boolean;
}

interface FollowUpsProps {
  readonly view: View;
  readonly state: FormState;
  /** Whose form comes back. */
  readonly changed: string;
  readonly lines: readonly FollowUpLine[];
  readonly today: string;
}

/** Whom somebody promised to ask how things are. */
export function FollowUpsPage(props: FollowUpsProps) {
  const { view, state, lines } = props;
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead
        title={t.title}
        lead={t.lead}
        breadcrumbs={<Breadcrumbs view={view} items={casesTrail(view)} current={t.title} />}
      />
      {lines.length === 0 ? (
        <EmptyState title={t.empty} />
      ) : (
        <Notice view={view} title={t.again}>
          <ButtonLink kind="secondary" href={view.href(casePaths.new.to({}))}>
            {t.receive}
          </ButtonLink>
        </Notice>
      )}
      {lines.map((line) => (
        <FollowUpCard {...props} line={line} />
      ))}
    </StaffFrame>
  );
}

function FollowUpCard({
  view,
  state,
  changed,
  line,
  today,
}: FollowUpsProps & { readonly line: FollowUpLine }) {
  const t = words[view.lang];
  const common = { view, state: changed === line.id ? state : emptyForm };
  return (
    <Card
      level={2}
      title={`${t.case} ${line.number}`}
      href={view.href(casePaths.case.to({ caseId: line.caseId }))}
      tags={line.dueOn < today && <StatusTag tone="bad">{t.late}</StatusTag>}
    >
      <DefinitionList
        items={[
          { term: t.due, value: dayName(view.lang, line.dueOn) },
          { term: t.worker, value: line.workerName ?? t.nobody },
        ]}
      />
      {line.mayRecord && (
        <Form
          action={view.href(followUpPaths.record.to({ followUpId: line.id }))}
          label={`${t.record}：${line.number}`}
        >
          <RadioGroup
            {...common}
            name="result"
            label={t.result}
            spread="line"
            options={followUpResults.map((value) => ({ value, label: t.results[value] }))}
          />
          <TextArea {...common} name="note" label={t.note} rows={2} />
          <TextField
            {...common}
            name="nextOn"
            label={t.next}
            hint={t.nextHint}
            width="short"
            autocomplete="off"
          />
          <Actions>
            <SubmitButton>{t.record}</SubmitButton>
          </Actions>
        </Form>
      )}
    </Card>
  );
}
