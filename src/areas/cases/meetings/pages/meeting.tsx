import { tokyoDay, tokyoMinute } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { CheckboxGroup, RadioGroup } from '#ui/choices.tsx';
import { DefinitionList, Disclosure, Notice, StatusTag } from '#ui/content.tsx';
import { ActionForm, Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Columns, PageHead, Section, TypedText } from '#ui/layout.tsx';
import { Breadcrumbs, type Link } from '#ui/wayfinding.tsx';
import { casePaths, meetingPaths } from '../../paths.ts';
import type { ShownMeeting } from '../read.ts';
import { type MeetingLane, stateOf } from '../rules.ts';
import { words } from '../words.ts';
import { actName, meetingName, MeetingTags } from './list.tsx';
import { TimeFields } from './new.tsx';
import { Decisions, Minutes, Requests } from './papers.tsx';

export interface MeetingProps extends ShownMeeting {
  readonly view: View;
  readonly state: FormState;
  readonly trail: readonly Link[];
  readonly calledBy: string;
  readonly now: Date;
}

export function MeetingPage(props: MeetingProps) {
  const { view, state, meeting, trail, open, now, papers } = props;
  const title = meetingName(view, meeting);
  const agenda = papers.find(({ kind }) => kind === 'agenda');
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        title={title}
        kicker={actName(view, meeting)}
        breadcrumbs={<Breadcrumbs view={view} items={trail} current={tokyoMinute(meeting.startsAt)} />}
        tags={<MeetingTags view={view} meeting={meeting} now={now} />}
        actions={open && <Ways {...props} />}
      />
      <Columns aside={<Facts {...props} />} asideFirst>
        {!open && <Shut {...props} />}
        {agenda && (
          <Section title={t.agenda}>
            <TypedText text={agenda.text} />
          </Section>
        )}
        {open && <Requests {...props} />}
        {open && <Decisions {...props} />}
        {open && <Minutes {...props} />}
        {props.isHost && open && !meeting.cancelledAt && !meeting.heldAt && <Steps {...props} />}
      </Columns>
    </StaffFrame>
  );
}

function Ways({ view, isHost, meeting: { id: meetingId, caseId } }: MeetingProps) {
  const t = words[view.lang];
  return (
    <>
      {!isHost && (
        <ButtonLink kind="secondary" href={view.href(casePaths.case.to({ caseId }))}>
          {t.toCase}
        </ButtonLink>
      )}
      <ButtonLink kind="quiet" href={view.href(meetingPaths.agenda.to({ meetingId }))}>
        {t.agendaPrint}
      </ButtonLink>
    </>
  );
}

/** Before the promise, before and after the window: that there is a meeting, and nothing of whom it is about. */
function Shut({ view, meeting, own, now }: MeetingProps) {
  const t = words[view.lang];
  if (own && !own.swornAt && !meeting.cancelledAt)
    return (
      <Section title={t.swearTitle}>
        <TypedText text={t.swearWords(meetingName(view, meeting), actName(view, meeting))} />
        <ActionForm action={view.href(meetingPaths.swear.to({ meetingId: meeting.id }))} kind="primary">
          {t.swear}
        </ActionForm>
      </Section>
    );
  const at = stateOf(meeting, now);
  const said = !own
    ? t.sealedFromYou
    : at === 'planned'
      ? t.notOpen(tokyoMinute(meeting.opensAt))
      : at === 'cancelled'
        ? t.states.cancelled
        : t.closed;
  return (
    <Notice view={view}>
      <p>{said}</p>
    </Notice>
  );
}

function Facts({ view, meeting, members, papers, calledBy, number }: MeetingProps) {
  const t = words[view.lang];
  const link = papers.find(({ kind }) => kind === 'link')?.text ?? '';
  return (
    <section aria-labelledby="meeting-facts">
      <h2 id="meeting-facts">{t.when}</h2>
      <DefinitionList
        items={[
          { term: t.when, value: t.windowLine(tokyoMinute(meeting.startsAt), tokyoMinute(meeting.endsAt)) },
          {
            term: t.window,
            value: t.windowLine(tokyoMinute(meeting.opensAt), tokyoMinute(meeting.closesAt)),
          },
          { term: t.purpose, value: t.purposes[meeting.purpose as keyof typeof t.purposes] },
          { term: t.lane, value: t.lanes[meeting.lane as MeetingLane] },
          { term: t.calledBy, value: calledBy },
          { term: t.number, value: number ?? '' },
          { term: t.link, value: link },
        ].filter(({ value }) => value !== '')}
      />
      {members.length > 0 && (
        <>
          <h2>{t.members}</h2>
          <ul>
            {members.map((member) => (
              <li>
                {member.label} {member.isChair && `（${t.chair}）`}{' '}
                <StatusTag tone={member.swornAt ? 'good' : 'neutral'}>
                  {t.memberStates[!member.personId ? 'paper' : member.swornAt ? 'sworn' : 'waiting']}
                </StatusTag>{' '}
                {meeting.heldAt && (member.attended ? t.attended : t.absent)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Steps(props: MeetingProps) {
  const { view, state, meeting, members, now } = props;
  const t = words[view.lang];
  const { id: meetingId } = meeting;
  const common = { view, state };
  const clock = (moment: Date) => tokyoMinute(moment).slice(11);
  return (
    <>
      {now >= meeting.startsAt && (
        <Section title={t.hold} lead={t.holdLead}>
          <Form action={view.href(meetingPaths.hold.to({ meetingId }))} label={t.hold}>
            <CheckboxGroup
              {...common}
              name="attended"
              label={t.attended}
              options={members.map(({ id, label }) => ({ value: id, label }))}
            />
            {meeting.purpose === 'plan' && (
              <RadioGroup
                {...common}
                name="result"
                label={t.result}
                options={(['fits', 'to-change'] as const).map((value) => ({
                  value,
                  label: t.results[value],
                }))}
              />
            )}
            <Actions>
              <SubmitButton>{t.holdSubmit}</SubmitButton>
            </Actions>
          </Form>
        </Section>
      )}
      <Disclosure summary={t.move} open={state.problems.some(({ field }) => field === 'on')}>
        <Form action={view.href(meetingPaths.move.to({ meetingId }))} label={t.move}>
          <TimeFields
            view={view}
            state={state}
            day={tokyoDay(meeting.startsAt)}
            from={clock(meeting.startsAt)}
            to={clock(meeting.endsAt)}
          />
          <Actions>
            <SubmitButton kind="secondary">{t.move}</SubmitButton>
          </Actions>
        </Form>
        <ActionForm action={view.href(meetingPaths.cancel.to({ meetingId }))} kind="danger">
          {t.cancel}
        </ActionForm>
      </Disclosure>
    </>
  );
}

/** On paper: what the members need at the table, and nothing to find the person by but the number. */
export function AgendaPage({ view, meeting, trail, members, papers, number, calledBy }: MeetingProps) {
  const t = words[view.lang];
  const title = meetingName(view, meeting);
  const agenda = papers.find(({ kind }) => kind === 'agenda')?.text ?? '';
  return (
    <StaffFrame view={view} title={`${title}：${t.agenda}`}>
      <PageHead
        title={`${title}：${t.agenda}`}
        kicker={actName(view, meeting)}
        breadcrumbs={<Breadcrumbs view={view} items={trail} current={t.agenda} />}
      />
      <DefinitionList
        items={[
          { term: t.when, value: t.windowLine(tokyoMinute(meeting.startsAt), tokyoMinute(meeting.endsAt)) },
          { term: t.calledBy, value: calledBy },
          { term: t.number, value: number ?? '' },
          { term: t.members, value: members.map(({ label }) => label).join('、') },
        ].filter(({ value }) => value !== '')}
      />
      <Section title={t.agenda}>
        <TypedText text={agenda} />
      </Section>
      <p>{t.agendaNote}</p>
      <Actions>
        <ButtonLink kind="quiet" href={view.href(meetingPaths.meeting.to({ meetingId: meeting.id }))}>
          {title}
        </ButtonLink>
      </Actions>
    </StaffFrame>
  );
}
