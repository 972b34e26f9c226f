import type { Child } from 'hono/jsx';
import { yenFull } from '#platform/money.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import type { Municipality } from '#areas/directory/index.ts';
import { RadioGroup } from '#ui/choices.tsx';
import { DefinitionList, Disclosure, Notice } from '#ui/content.tsx';
import { HiddenField, NumberField, TextArea } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section, TypedText } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import type { Written } from '../../applications/open.ts';
import type { ShownPaper } from '../../applications/papers/actions.ts';
import { askedQuestions } from '../../applications/rules.ts';
import { answerText } from '../../applications/shown.ts';
import type { CallTerms } from '../../calls/terms.ts';
import { reviewPaths } from '../../paths.ts';
import { type Assessment, conflicts } from '../rules.ts';
import type { Assignment } from '../store.ts';
import { ownWords } from '../own-words.ts';
import { words } from '../words.ts';

interface FrameProps {
  readonly view: View;
  readonly state: FormState;
  readonly assignment: Assignment;
  readonly callName: string;
}

function Frame({
  view,
  state,
  assignment,
  callName,
  title,
  children,
}: FrameProps & { title: string; children?: Child }) {
  const t = words[view.lang];
  const o = ownWords[view.lang];
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        title={title}
        kicker={callName}
        lead={[assignment.number, assignment.subject || t.person].join('　')}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[{ href: view.href(reviewPaths.own.to({})), label: o.own }]}
            current={assignment.number}
          />
        }
      />
      {children}
    </StaffFrame>
  );
}

/** Before anything of the application is shown: number and a group's public name, and the question. */
export function DeclarePage(props: FrameProps) {
  const o = ownWords[props.view.lang];
  return (
    <Frame {...props} title={o.declareTitle}>
      {props.assignment.state === 'conflicted' ? (
        <Notice view={props.view}>{o.conflictedPage}</Notice>
      ) : (
        <>
          <p>{o.declareLead}</p>
          <DeclareForm {...props} late={false} />
        </>
      )}
    </Frame>
  );
}

function DeclareForm({ view, state, assignment, late }: FrameProps & { late: boolean }) {
  const t = words[view.lang];
  const o = ownWords[view.lang];
  const reasons = conflicts.map((value) => ({ value: value as string, label: t.conflicts[value] }));
  return (
    <Form action={view.href(reviewPaths.declare.to({ assignmentId: assignment.id }))} label={o.declareTitle}>
      <RadioGroup
        view={view}
        state={state}
        name="conflict"
        label={o.declareQuestion}
        required
        options={late ? reasons : [{ value: 'none', label: o.declareFree }, ...reasons]}
      />
      <Actions>
        <SubmitButton kind={late ? 'secondary' : 'primary'}>{o.declare}</SubmitButton>
      </Actions>
    </Form>
  );
}

export interface AssessProps extends FrameProps {
  readonly terms: CallTerms;
  readonly written: Written;
  readonly askedYen: number | null;
  readonly papers: readonly ShownPaper[];
  readonly places: readonly Municipality[];
  readonly assessment: Assessment;
  readonly version: number;
  /** False once it is decided. */
  readonly open: boolean;
}

/** What a reviewer reads and judges: answers and papers, without account and contacts, which are nothing of theirs. */
export function AssessPage(props: AssessProps) {
  const { view, terms, written, askedYen, papers, places, assignment } = props;
  const t = words[view.lang];
  const o = ownWords[view.lang];
  const { lang } = view;
  return (
    <Frame {...props} title={o.assess}>
      <DefinitionList
        items={[
          { term: o.applicant, value: written.applicant?.name ?? '' },
          { term: o.askedYen, value: askedYen === null ? '' : yenFull(lang, askedYen) },
        ]}
      />
      {askedQuestions(terms, written.answers).map((question) => (
        <Section title={question.label[lang] || question.label.ja}>
          <TypedText
            text={answerText(lang, { question, answer: written.answers.get(question.code), places })}
          />
        </Section>
      ))}
      <Section title={o.papers}>
        {papers.length === 0 ? (
          <p>{o.noPapers}</p>
        ) : (
          <ul>
            {papers.map(({ id, name }) => (
              <li>
                <a href={view.href(reviewPaths.paper.to({ assignmentId: assignment.id, paperId: id }))}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t.points}>
        {props.open ? <AssessForm {...props} /> : <Notice view={view}>{o.decidedAlready}</Notice>}
      </Section>
      <Disclosure summary={o.lateConflict}>
        <DeclareForm {...props} late />
      </Disclosure>
    </Frame>
  );
}

function AssessForm({ view, state, assignment, terms, assessment, version }: AssessProps) {
  const t = words[view.lang];
  const o = ownWords[view.lang];
  const common = { view, state };
  return (
    <Form action={view.href(reviewPaths.assignment.to({ assignmentId: assignment.id }))} label={o.assess}>
      <HiddenField name="from" value={version} />
      {terms.criteria.map(({ code, label, hint, most }) => {
        const name = label[view.lang] || label.ja;
        return (
          <>
            <NumberField
              {...common}
              name={`points.${code}`}
              label={o.pointsLabel(name, most)}
              hint={hint?.[view.lang]}
              unit={o.pointUnit}
              value={assessment.points[code] ?? ''}
            />
            <TextArea
              {...common}
              name={`words.${code}`}
              label={o.wordsLabel(name)}
              rows={2}
              value={assessment.words[code] ?? ''}
            />
          </>
        );
      })}
      <TextArea {...common} name="comment" label={t.comment} rows={4} value={assessment.comment} />
      <Actions>
        <SubmitButton name="do" value="done">
          {o.handIn}
        </SubmitButton>
        <SubmitButton kind="secondary" name="do" value="draft">
          {o.saveDraft}
        </SubmitButton>
      </Actions>
    </Form>
  );
}
