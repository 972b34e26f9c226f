import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { hoursSentences } from '#areas/directory/index.ts';
import { Checkbox } from '#ui/choices.tsx';
import { HiddenField, NumberField, TextArea, TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DeskTabs } from '../../boards/pages/tabs.tsx';
import { words as boardWords } from '../../boards/words.ts';
import { deskPaths } from '../../paths.ts';
import { closedDoor, type Door, doors } from '../settings.ts';
import type { Desk } from '../store.ts';
import { words } from '../words.ts';
import { SettingTabs } from './tabs.tsx';

interface SettingsProps {
  readonly view: View;
  readonly desk: Desk;
  readonly state: FormState;
  /** Others at the desk read it. */
  readonly mayChange: boolean;
}

/** How a desk works, in the order in which a supervisor thinks of it: doors, people, what people see before. */
export function SettingsPage({ view, desk, state, mayChange }: SettingsProps) {
  const t = words[view.lang];
  const props = { view, desk, state, mayChange };
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead title={t.title} lead={mayChange ? t.lead : t.leadRead} />
      <DeskTabs view={view} deskId={desk.id} current="settings" />
      <SettingTabs view={view} deskId={desk.id} current="settings" />
      <Form action={view.href(deskPaths.settings.to({ deskId: desk.id }))} label={t.title}>
        <fieldset class="plain" disabled={!mayChange}>
          <legend class="vh">{t.title}</legend>
          <HiddenField name="version" value={desk.version} />
          <Names {...props} />
          <Section title={t.doors} lead={t.retentionHint}>
            {doors.map((door) => (
              <DoorFields {...props} door={door} />
            ))}
          </Section>
          <People {...props} />
          <Before {...props} />
          {mayChange && (
            <Actions>
              <SubmitButton>{t.save}</SubmitButton>
            </Actions>
          )}
        </fieldset>
      </Form>
    </StaffFrame>
  );
}

function Names({ view, desk, state }: SettingsProps) {
  const t = words[view.lang];
  const common = { view, state, required: true, width: 'full' } as const;
  return (
    <Section title={t.names}>
      <TextField {...common} name="nameJa" label={t.nameJa} value={desk.nameJa} />
      <TextField {...common} name="nameEn" label={t.nameEn} value={desk.nameEn} />
    </Section>
  );
}

function DoorFields({ view, desk, state, mayChange, door }: SettingsProps & { door: Door }) {
  const t = words[view.lang];
  const name = boardWords[view.lang].door[door];
  const set = desk.settings.doors[door] ?? closedDoor;
  const common = { view, state };
  return (
    <fieldset class="field">
      <legend>{name}</legend>
      <Checkbox {...common} name={`${door}.open`} label={t.open(name)} checked={set.open} />
      <div class="cells">
        <NumberField
          {...common}
          name={`${door}.lines`}
          label={door === 'phone' ? t.lines.phone : t.lines.other}
          unit={door === 'phone' ? t.line : t.talks}
          value={set.lines}
        />
        <NumberField
          {...common}
          name={`${door}.retentionDays`}
          label={t.retentionDays}
          unit={t.day}
          value={set.retentionDays}
        />
      </div>
      <p>
        <b>{t.hours}</b>：{hoursSentences(view.lang, set.hours).join('、') || t.closed}
      </p>
      {mayChange && (
        <ButtonLink kind="secondary" small href={view.href(deskPaths.hours.to({ deskId: desk.id, door }))}>
          {t.changeHours(name)}
        </ButtonLink>
      )}
    </fieldset>
  );
}

function People({ view, desk: { settings }, state }: SettingsProps) {
  const t = words[view.lang];
  const common = { view, state };
  const number = (name: NumberName, label: string, unit: string) => (
    <NumberField {...common} name={name} label={label} unit={unit} value={settings[name]} />
  );
  return (
    <Section title={t.people}>
      <div class="cells">
        {number('chatsPerCounsellor', t.chatsPerCounsellor, t.talks)}
        {number('firstAnswerSeconds', t.firstAnswer, t.second)}
        {number('answerSeconds', t.answer, t.second)}
        {number('quietMinutes', t.quiet, t.minute)}
        {number('escalationMinutes', t.escalation, t.minute)}
        {number('transferMinutes', t.transfer, t.minute)}
      </div>
      <Checkbox
        {...common}
        name="twoPeople"
        label={t.twoPeople}
        hint={t.twoPeopleHint}
        checked={settings.twoPeople}
      />
    </Section>
  );
}

type NumberName =
  | 'chatsPerCounsellor'
  | 'firstAnswerSeconds'
  | 'answerSeconds'
  | 'quietMinutes'
  | 'escalationMinutes'
  | 'transferMinutes';

function Before({ view, desk: { settings }, state }: SettingsProps) {
  const t = words[view.lang];
  const common = { view, state, rows: 2, hint: t.readersHint };
  return (
    <Section title={t.before}>
      <TextArea {...common} name="readersJa" label={t.readersJa} value={settings.readers.ja} />
      <TextArea {...common} name="readersEn" label={t.readersEn} value={settings.readers.en} />
      <Checkbox view={view} state={state} name="survey" label={t.survey} checked={settings.survey} />
      <Checkbox
        view={view}
        state={state}
        name="attachments"
        label={t.attachments}
        hint={t.attachmentsHint}
        checked={settings.attachments === true}
      />
    </Section>
  );
}
