import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { HoursFields, type Service, visitHours } from '#areas/directory/index.ts';
import { DateField, HiddenField, TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { placeStaffPaths } from '../../paths.ts';
import type { Session } from '../rules.ts';
import { inAddress, sessionText } from '../say.ts';
import { words } from '../words.ts';
import { PlaceCrumbs, SessionLine } from './parts.tsx';

interface Props {
  readonly view: View;
  readonly state: FormState;
  readonly place: { readonly id: string; readonly name: string };
}

/** What is ahead, a single session more, and the rule behind all. */
export function SessionsPage({
  sessions,
  today,
  ...props
}: Props & { sessions: readonly Session[]; today: string }) {
  const { view, state, place } = props;
  const t = words[view.lang];
  const params = { serviceId: place.id };
  return (
    <StaffFrame view={view} title={t.sessions} problems={state.problems}>
      <PageHead
        title={t.sessions}
        breadcrumbs={<PlaceCrumbs view={view} place={place} current={t.sessions} />}
        lead={<p>{t.sessionsLead}</p>}
        actions={
          <ButtonLink kind="secondary" href={view.href(placeStaffPaths.hours.to(params))}>
            {t.weekly}
          </ButtonLink>
        }
      />
      <Section title={t.next}>
        {sessions.length === 0 && <p>{t.empty}</p>}
        <ul class="sessions">
          {sessions.map((session) => (
            <li>
              <SessionLine view={view} session={session} />{' '}
              <a
                href={view.href(
                  placeStaffPaths.session.to({ ...params, day: session.day, slot: inAddress(session.slot) }),
                )}
              >
                {t.change}
                <span class="vh"> {sessionText(view.lang, session)}</span>
              </a>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t.add} id="add">
        <Form action={view.href(placeStaffPaths.sessions.to(params))} label={t.add}>
          <DateField view={view} state={state} name="day" label={t.day} min={today} required />
          <TimeFields {...props} />
          <Actions>
            <SubmitButton>{t.addButton}</SubmitButton>
          </Actions>
        </Form>
      </Section>
    </StaffFrame>
  );
}

function TimeFields({ view, state, session }: Props & { session?: Session }) {
  const t = words[view.lang];
  const common = { view, state, hint: t.timeHint, width: 'short', required: true } as const;
  return (
    <>
      <TextField {...common} name="opens" label={t.opens} value={session?.opens} />
      <TextField {...common} name="closes" label={t.closes} value={session?.closes} />
      <TextField
        view={view}
        state={state}
        name="title"
        label={t.name}
        hint={t.nameHint}
        value={session?.title}
        maxlength={60}
        width="full"
      />
    </>
  );
}

export function SessionPage({ session, ...props }: Props & { session: Session }) {
  const { view, state, place } = props;
  const t = words[view.lang];
  const title = t.changeTitle(sessionText(view.lang, session));
  const params = { serviceId: place.id, day: session.day, slot: inAddress(session.slot) };
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead title={title} breadcrumbs={<PlaceCrumbs view={view} place={place} current={t.change} />} />
      <Form action={view.href(placeStaffPaths.session.to(params))} label={title}>
        <TimeFields {...props} session={session} />
        <Actions>
          <SubmitButton>{session.cancelled ? t.restore : t.save}</SubmitButton>
          <ButtonLink kind="quiet" href={view.href(placeStaffPaths.sessions.to(params))}>
            {t.sessions}
          </ButtonLink>
        </Actions>
      </Form>
      {!session.cancelled && (
        <Section title={t.cancelTitle}>
          <Form action={view.href(placeStaffPaths.cancel.to(params))} label={t.cancelTitle}>
            <TextField
              view={view}
              state={state}
              name="reason"
              label={t.reason}
              hint={t.reasonHint}
              maxlength={100}
              width="full"
              required
            />
            <Actions>
              <SubmitButton kind="danger">{t.cancel}</SubmitButton>
            </Actions>
          </Form>
        </Section>
      )}
    </StaffFrame>
  );
}

export function PlaceHoursPage({ view, state, place, service }: Props & { service: Service }) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.weeklyTitle} problems={state.problems}>
      <PageHead
        title={t.weeklyTitle}
        lead={<p>{t.weeklyLead}</p>}
        breadcrumbs={<PlaceCrumbs view={view} place={place} current={t.weeklyTitle} />}
      />
      <Form action={view.href(placeStaffPaths.hours.to({ serviceId: place.id }))} label={t.weeklyTitle}>
        {/* Enter in a field presses the first button of a form: it has to be this one. */}
        <button type="submit" class="vh" tabindex={-1} aria-hidden="true" />
        <HiddenField
          name="version"
          value={state.values['version'] ? String(state.values['version']) : service.version}
        />
        <HoursFields view={view} state={state} hours={visitHours(service.content)} />
        <Actions>
          <SubmitButton>{t.save}</SubmitButton>
          <ButtonLink kind="quiet" href={view.href(placeStaffPaths.sessions.to({ serviceId: place.id }))}>
            {t.sessions}
          </ButtonLink>
        </Actions>
      </Form>
    </StaffFrame>
  );
}
