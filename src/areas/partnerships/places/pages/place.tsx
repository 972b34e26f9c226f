import { tokyoMinute } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Card, Notice } from '#ui/content.tsx';
import { TextField } from '#ui/fields.tsx';
import { ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Section } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { placePaths, placeStaffPaths } from '../../paths.ts';
import type { Session, TodayState } from '../rules.ts';
import type { PlaceDay } from '../store.ts';
import { words } from '../words.ts';
import { SessionLine, TodayTag } from './parts.tsx';

export interface PartLink {
  readonly title: string;
  readonly href: string;
  readonly said: string;
  readonly warn?: boolean;
}

interface PlacePageProps {
  readonly view: View;
  readonly state: FormState;
  readonly place: { readonly id: string; readonly name: string };
  readonly today: TodayState;
  readonly said: PlaceDay | undefined;
  readonly sessions: readonly Session[];
  readonly alwaysOpen: boolean;
  /** The end that is offered for an opening without a plan. */
  readonly until: string;
  readonly parts: readonly PartLink[];
}

/** The operator's first page on a telephone: what today is, and the two buttons that change it. */
export function PlacePage(props: PlacePageProps) {
  const { view, place, sessions, parts } = props;
  const t = words[view.lang];
  const params = { serviceId: place.id };
  return (
    <StaffFrame view={view} title={place.name} problems={props.state.problems}>
      <PageHead
        title={place.name}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[{ href: view.href(placeStaffPaths.list.to({})), label: t.title }]}
            current={place.name}
          />
        }
        tags={<TodayTag view={view} state={props.today} />}
        lead={<SaidLine {...props} />}
      />
      {props.alwaysOpen ? <Notice view={view}>{t.alwaysOpen}</Notice> : <TodayForm {...props} />}
      <Section
        title={t.next}
        actions={
          <ButtonLink kind="secondary" small href={view.href(placeStaffPaths.sessions.to(params))}>
            {t.sessions}
          </ButtonLink>
        }
      >
        {sessions.length === 0 && <p>{t.empty}</p>}
        <ul>
          {sessions.slice(0, 5).map((session) => (
            <li>
              <SessionLine view={view} session={session} />
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t.parts}>
        <Grid>
          {parts.map(({ title, href, said, warn }) => (
            <Card title={title} href={view.href(href)} {...(warn && { tone: 'warn' as const })}>
              <p>{said}</p>
            </Card>
          ))}
        </Grid>
        <p>
          <a href={view.href(placePaths.place.to(params))}>{t.publicPage}</a>
        </p>
      </Section>
    </StaffFrame>
  );
}

function SaidLine({ view, said }: PlacePageProps) {
  if (!said) return null;
  const t = words[view.lang];
  const time = tokyoMinute(said.saidAt).slice(11);
  return (
    <p>
      {said.open ? t.saidOpen(time) : t.saidClosed(time)} {said.note}
    </p>
  );
}

/** Two buttons of one form: either is one press, and a word or an hour can go with it. */
function TodayForm({ view, state, place, today, until }: PlacePageProps) {
  const t = words[view.lang];
  const runs = today === 'open' || today === 'later';
  return (
    <Section title={t.today}>
      <Form action={view.href(placeStaffPaths.today.to({ serviceId: place.id }))} label={t.today}>
        <div class="presses">
          <SubmitButton name="open" value="yes" kind={runs ? 'secondary' : 'primary'}>
            {t.openNow}
          </SubmitButton>
          <SubmitButton name="open" value="no" kind="secondary">
            {t.closeNow}
          </SubmitButton>
        </div>
        <p class="hint">{t.closeHint}</p>
        <TextField
          view={view}
          state={state}
          name="note"
          label={t.note}
          hint={t.noteHint}
          maxlength={100}
          width="full"
        />
        {today !== 'open' && today !== 'later' && (
          <TextField
            view={view}
            state={state}
            name="until"
            label={t.until}
            hint={t.untilHint}
            value={until}
            width="short"
          />
        )}
      </Form>
    </Section>
  );
}
