import { addDays, dayName } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { RadioGroup } from '#ui/choices.tsx';
import { DateField, TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import type { HolidayOverride } from '../../hours/holidays.ts';
import { datedText } from '../../hours/text.ts';
import { staffDirectoryPaths } from '../../paths.ts';
import { directoryTrail } from '../../trail.ts';
import { AreaTabs } from '../../worklists/pages/tabs.tsx';
import type { NamedDay } from '../rules.ts';
import { words } from '../words.ts';
import { TableEndNotice } from './table-end.tsx';

interface HolidaysProps {
  readonly view: View;
  readonly state: FormState;
  /** As they hold here, from today on. */
  readonly days: readonly NamedDay[];
  readonly overrides: readonly HolidayOverride[];
  readonly lastHoliday: string;
  readonly today: string;
}

export function HolidaysPage(props: HolidaysProps) {
  const { view, state, lastHoliday, today } = props;
  const { lang } = view;
  const t = words[lang];
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead
        title={t.title}
        lead={<p>{t.lead}</p>}
        breadcrumbs={<Breadcrumbs view={view} items={directoryTrail(view)} current={t.title} />}
      />
      <AreaTabs view={view} current="holidays" keeper />
      <TableEndNotice view={view} lastHoliday={lastHoliday} today={today} />
      <Section title={t.list}>
        <HolidayTable {...props} />
        <p class="hint">{t.until(dayName(lang, lastHoliday))}</p>
      </Section>
      <Section title={t.change}>
        <Form action={view.href(staffDirectoryPaths.holidays.to({}))} label={t.change}>
          <DateField
            view={view}
            state={state}
            name="date"
            label={t.date}
            min={today}
            max={addDays(today, 3650)}
            required
          />
          <RadioGroup
            view={view}
            state={state}
            name="what"
            label={t.what}
            options={[
              { value: 'make', label: t.make },
              { value: 'take', label: t.take },
            ]}
            value="make"
            required
          />
          <TextField view={view} state={state} name="nameJa" label={t.nameJa} hint={t.nameJaHint} />
          <TextField view={view} state={state} name="nameEn" label={t.nameEn} />
          <Actions>
            <SubmitButton>{t.save}</SubmitButton>
          </Actions>
        </Form>
      </Section>
    </StaffFrame>
  );
}

function HolidayTable({ view, days, overrides }: HolidaysProps) {
  const { lang } = view;
  const t = words[lang];
  const changed = new Map(overrides.map((override) => [override.date, override]));
  const takenOut = overrides
    .filter(({ holiday }) => !holiday)
    .map(({ date }) => ({ day: date, name: undefined }));
  const rows = [...days, ...takenOut].toSorted((a, b) => (a.day < b.day ? -1 : 1));
  return (
    <DataTable
      view={view}
      caption={t.list}
      captionHidden
      stacked
      columns={[
        { key: 'day', label: t.day, head: true },
        { key: 'name', label: t.name },
        { key: 'source', label: t.source },
        { key: 'act', label: t.act },
      ]}
      rows={rows.map(({ day, name }) => ({
        day: datedText(lang, day),
        name: name && contentIn(lang, name),
        source: changed.has(day) ? (name ? t.added : t.takenOut) : t.national,
        act: changed.has(day) && (
          <ActionForm action={view.href(staffDirectoryPaths.holidayRestore.to({ date: day }))} small>
            {t.restore}
          </ActionForm>
        ),
      }))}
    />
  );
}
