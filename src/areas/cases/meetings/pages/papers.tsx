import { SelectField } from '#ui/choices.tsx';
import { Card, StatusTag } from '#ui/content.tsx';
import { HiddenField, TextArea } from '#ui/fields.tsx';
import { ActionForm, Actions, Form, SubmitButton } from '#ui/form.tsx';
import { Section, TypedText } from '#ui/layout.tsx';
import { choicesOf, codeName } from '../../case-files/codes.ts';
import { meetingPaths } from '../../paths.ts';
import type { ShownPaper } from '../read.ts';
import { words } from '../words.ts';
import type { MeetingProps } from './meeting.tsx';

/** What members are asked for, and what they answered: it stays in the meeting. */
export function Requests(props: MeetingProps) {
  const { view, state, meeting, papers, members, isHost } = props;
  const t = words[view.lang];
  const requests = papers.filter(({ kind }) => kind === 'request');
  if (!isHost && requests.length === 0) return null;
  const action = view.href(meetingPaths.paper.to({ meetingId: meeting.id, kind: 'request' }));
  const nameOf = (id: string | null) => members.find((member) => member.id === id)?.label ?? '';
  return (
    <Section title={t.requests}>
      {requests.map((request) => (
        <Card title={nameOf(request.toMemberId)}>
          <TypedText text={request.text} />
          <Answer {...props} request={request} />
        </Card>
      ))}
      {isHost && !meeting.cancelledAt && (
        <Form action={action} label={t.requests}>
          <SelectField
            view={view}
            state={state}
            name="toMemberId"
            label={t.requestTo}
            options={members.map(({ id, label }) => ({ value: id, label }))}
          />
          <TextArea view={view} state={state} name="request" label={t.request} rows={2} />
          <Actions>
            <SubmitButton kind="secondary">{t.ask}</SubmitButton>
          </Actions>
        </Form>
      )}
    </Section>
  );
}

/** The member who was asked answers; for somebody on paper only, whoever called the meeting writes it down. */
function Answer({
  view,
  state,
  meeting,
  papers,
  own,
  members,
  isHost,
  request,
}: MeetingProps & { request: ShownPaper }) {
  const t = words[view.lang];
  const answers = papers.filter(({ answersId }) => answersId === request.id);
  const asked = members.find(({ id }) => id === request.toMemberId);
  const mayAnswer = own?.id === request.toMemberId || (isHost && !asked?.personId);
  return (
    <>
      {answers.map(({ text }) => (
        <>
          <h4>{t.answer}</h4>
          <TypedText text={text} />
        </>
      ))}
      {answers.length === 0 && !mayAnswer && <p>{t.noAnswer}</p>}
      {answers.length === 0 && mayAnswer && (
        <Form
          action={view.href(meetingPaths.paper.to({ meetingId: meeting.id, kind: 'answer' }))}
          label={t.answer}
        >
          <HiddenField name="answersId" value={request.id} />
          <TextArea view={view} state={state} name="answer" label={t.answer} rows={2} />
          <Actions>
            <SubmitButton kind="secondary">{t.sendAnswer}</SubmitButton>
          </Actions>
        </Form>
      )}
    </>
  );
}

export function Decisions({ view, state, meeting, papers, isHost, bearers }: MeetingProps) {
  const t = words[view.lang];
  const decisions = papers.filter(({ kind }) => kind === 'decision');
  if (!isHost && decisions.length === 0) return null;
  const { id: meetingId } = meeting;
  return (
    <Section title={t.decisions} lead={isHost && t.toPlanNote}>
      <ul>
        {decisions.map(({ id, text, bearer, planItemId }) => (
          <li>
            {text}（{codeName(view.lang, bearers, bearer)}）{' '}
            {planItemId ? (
              <StatusTag tone="good">{t.inPlan}</StatusTag>
            ) : (
              isHost && (
                <ActionForm action={view.href(meetingPaths.toPlan.to({ meetingId, paperId: id }))} small>
                  {t.toPlan}
                </ActionForm>
              )
            )}
          </li>
        ))}
      </ul>
      {isHost && !meeting.cancelledAt && (
        <Form
          action={view.href(meetingPaths.paper.to({ meetingId, kind: 'decision' }))}
          label={t.addDecision}
        >
          <TextArea view={view} state={state} name="decision" label={t.decision} rows={2} />
          <SelectField
            view={view}
            state={state}
            name="bearer"
            label={t.bearer}
            empty={false}
            options={choicesOf(view.lang, bearers)}
          />
          <Actions>
            <SubmitButton kind="secondary">{t.addDecision}</SubmitButton>
          </Actions>
        </Form>
      )}
    </Section>
  );
}

export function Minutes({ view, state, meeting, papers, isHost }: MeetingProps) {
  const t = words[view.lang];
  const minutes = papers.find(({ kind }) => kind === 'minutes');
  if (!isHost)
    return minutes ? (
      <Section title={t.minutes}>
        <TypedText text={minutes.text} />
      </Section>
    ) : null;
  return (
    <Section title={t.minutes}>
      {state.problems.some(({ field }) => field === 'minutes') && minutes && (
        <TypedText text={minutes.text} />
      )}
      <Form
        action={view.href(meetingPaths.paper.to({ meetingId: meeting.id, kind: 'minutes' }))}
        label={t.minutes}
      >
        <HiddenField name="version" value={minutes?.version ?? 0} />
        <TextArea
          view={view}
          state={state}
          name="minutes"
          label={t.minutes}
          hint={t.minutesHint}
          value={minutes?.text}
          rows={8}
        />
        <Actions>
          <SubmitButton kind="secondary">{t.saveMinutes}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}
