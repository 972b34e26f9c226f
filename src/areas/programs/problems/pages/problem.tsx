import { fiscalYearName } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import type { Option } from '#ui/choices.tsx';
import { DefinitionList } from '#ui/content.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section, TypedText } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { programPaths } from '../../paths.ts';
import { listed, problemsTrail } from '../../trail.ts';
import type { Step } from '../rules.ts';
import type { Problem, ProblemNote } from '../store.ts';
import { words } from '../words.ts';
import { ProblemTag } from './list.tsx';
import { NextSteps } from './steps.tsx';
import { ProblemThread } from './thread.tsx';

export interface ProblemProps {
  readonly view: View;
  readonly state: FormState;
  /** The step whose form has problems; it stands open. */
  readonly tried: Step | undefined;
  readonly problem: Problem;
  readonly domains: readonly string[];
  readonly joined: readonly string[];
  readonly notes: readonly ProblemNote[];
  /** What this person may do now. */
  readonly steps: readonly Step[];
  readonly program: { readonly id: string; readonly name: string } | undefined;
  readonly nameOf: (organisationId: string) => string;
  /** Bureaus for which this person may join. */
  readonly joinable: readonly Option[];
  readonly programs: readonly Option[];
  readonly bureaus: readonly Option[];
}

export function ProblemPage(props: ProblemProps) {
  const { view, state, problem, domains, joined, notes, program, nameOf } = props;
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={problem.title} problems={state.problems}>
      <PageHead
        title={problem.title}
        kicker={fiscalYearName(view.lang, problem.fiscalYear)}
        tags={<ProblemTag view={view} status={problem.status} />}
        breadcrumbs={<Breadcrumbs view={view} items={problemsTrail(view)} current={problem.title} />}
      />
      <TypedText text={problem.detail} />
      <DefinitionList
        items={[
          { term: t.raisedBy, value: nameOf(problem.raisedBy) },
          { term: t.domains, value: listed(view.lang, domains) || t.nobody },
          { term: t.joined, value: listed(view.lang, joined.map(nameOf)) || t.nobody },
          ...(program
            ? [
                {
                  term: t.became,
                  value: (
                    <a href={view.href(programPaths.program.to({ programId: program.id }))}>{program.name}</a>
                  ),
                },
              ]
            : []),
          ...(problem.setAsideReason
            ? [{ term: t.reason, value: <TypedText text={problem.setAsideReason} /> }]
            : []),
        ]}
      />
      {props.steps.length > 0 && <NextSteps {...props} />}
      <Section title={t.thread}>
        <ProblemThread view={view} notes={notes} label={t.thread} nameOf={nameOf} />
      </Section>
    </StaffFrame>
  );
}
