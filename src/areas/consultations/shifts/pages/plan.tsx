import { CheckboxGroup, SelectField } from '#ui/choices.tsx';
import { DateField, TextField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { words as boardWords } from '../../boards/words.ts';
import { doors } from '../../desks/settings.ts';
import { deskPaths } from '../../paths.ts';
import { words } from '../words.ts';
import type { ShiftsProps } from './texts.ts';

/** Puts somebody on duty: once, or every week up to a day. */
export function PlanForm({ view, desk, day, staff, state }: ShiftsProps) {
  const t = words[view.lang];
  const common = { view, state };
  const open = doors.filter((door) => desk.settings.doors[door]?.open);
  return (
    <Section title={t.plan}>
      <Form action={view.href(deskPaths.shifts.to({ deskId: desk.id }))} label={t.plan}>
        <SelectField {...common} name="personId" label={t.person} required options={staff} />
        <div class="cells">
          <DateField {...common} name="day" label={t.day} required value={day} />
          <TextField {...common} name="from" label={t.from} hint={t.timeHint} required width="short" />
          <TextField {...common} name="to" label={t.to} required width="short" />
        </div>
        <CheckboxGroup
          {...common}
          name="doors"
          label={t.doors}
          spread="line"
          values={open}
          options={open.map((door) => ({ value: door, label: boardWords[view.lang].door[door] }))}
        />
        <DateField {...common} name="until" label={t.until} hint={t.untilHint} />
        <Actions>
          <SubmitButton>{t.save}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}
