import { tokyoDay, tokyoMinute } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { RadioGroup } from '#ui/choices.tsx';
import { DateField, NumberField, TextField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import type { Course } from '../../courses/store.ts';
import { areaWords } from '../../words.ts';
import { ways } from '../rules.ts';
import type { Session } from '../store.ts';
import { words } from '../words.ts';
import { titleOf } from './lines.tsx';

interface SessionFormProps {
  readonly view: View;
  readonly state: FormState;
  readonly action: string;
  readonly course: Course;
  readonly session: Session | undefined;
  readonly url: string | undefined;
}

export function SessionFormPage({ view, state, action, course, session, url }: SessionFormProps) {
  const t = words[view.lang];
  const area = areaWords[view.lang];
  const title = session ? t.editSession : t.newSession;
  const common = { view, state };
  const time = (moment: Date | undefined) => moment && tokyoMinute(moment).slice(11);
  const day = (moment: Date | undefined) => moment && tokyoDay(moment);
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead title={title} kicker={titleOf(view, course)} />
      <Form action={view.href(action)}>
        <RadioGroup
          {...common}
          name="way"
          label={area.way}
          value={session?.way ?? 'on-site'}
          options={ways.map((value) => ({ value, label: area.ways[value] }))}
          required
        />
        <DateField {...common} name="day" label={t.day} value={day(session?.startsAt)} required />
        <TextField
          {...common}
          name="from"
          label={t.from}
          hint={t.timeHint}
          value={time(session?.startsAt)}
          width="short"
          required
        />
        <TextField
          {...common}
          name="until"
          label={t.until}
          value={time(session?.endsAt)}
          width="short"
          required
        />
        <DateField
          {...common}
          name="lastDay"
          label={t.lastDay}
          value={session && day(session.endsAt) !== day(session.startsAt) ? day(session.endsAt) : undefined}
        />
        <TextField {...common} name="venue" label={t.venue} value={session?.venue} width="full" />
        <TextField
          {...common}
          name="url"
          type="url"
          label={t.url}
          hint={t.urlHint}
          value={url}
          width="full"
        />
        <NumberField
          {...common}
          name="quota"
          label={t.quota}
          hint={t.quotaHint}
          unit={t.seats}
          value={session?.quota}
        />
        <DateField {...common} name="entryFrom" label={t.entryFrom} value={session?.entryFrom} required />
        <DateField {...common} name="entryUntil" label={t.entryUntil} value={session?.entryUntil} required />
        <Actions>
          <SubmitButton>{t.save}</SubmitButton>
        </Actions>
      </Form>
    </StaffFrame>
  );
}
