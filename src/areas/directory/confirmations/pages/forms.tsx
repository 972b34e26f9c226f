import type { Child } from 'hono/jsx';
import { Disclosure } from '#ui/content.tsx';
import { HiddenField, TextArea, TextField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { isPlain, writeHours } from '../../hours-text/write.ts';
import { hoursWords } from '../../hours-text/words.ts';
import { confirmationPaths } from '../../paths.ts';
import { words } from '../words.ts';
import type { ConfirmProps } from './confirm.tsx';

type Part = 'hours' | 'phone' | 'text' | 'more';

/** Each part is a form of its own, closed until it is wanted. */
export function MendForms(props: ConfirmProps) {
  const t = words[props.view.lang];
  return (
    <Section title={t.mend} lead={t.mendLead}>
      <PartForm {...props} part="hours">
        <HoursFields {...props} />
      </PartForm>
      <PartForm {...props} part="phone">
        <PhoneFields {...props} />
      </PartForm>
      <PartForm {...props} part="text">
        <TextFields {...props} />
      </PartForm>
      <PartForm {...props} part="more">
        <TextArea
          {...fieldsOf(props, 'more')}
          name="more"
          label={t.more}
          hint={t.moreHint}
          required
          rows={4}
          maxlength={2000}
        />
      </PartForm>
    </Section>
  );
}

function PartForm({
  view,
  token,
  service,
  tried,
  part,
  children,
}: ConfirmProps & { part: Part; children?: Child }) {
  const t = words[view.lang];
  const rich = part === 'hours' && !isEditable(service.content);
  return (
    <Disclosure summary={t.parts[part]} open={tried === part}>
      {rich ? (
        <p>{t.hoursRich}</p>
      ) : (
        <Form action={view.href(confirmationPaths.mend.to({ token, part }))} label={t.parts[part]}>
          <HiddenField name="version" value={service.version} />
          {children}
          <Actions>
            <SubmitButton kind="secondary">{t.save[part]}</SubmitButton>
          </Actions>
        </Form>
      )}
    </Disclosure>
  );
}

/** Hours that four fields can hold: not by way of contact, not by season. */
export function isEditable({ hours, channels }: ConfirmProps['service']['content']): boolean {
  return isPlain(hours) && channels.every((channel) => channel.hours === undefined);
}

/** What was typed belongs to the form that was tried. */
function fieldsOf({ view, state, tried }: ConfirmProps, part: Part) {
  return tried === part ? { view, state } : { view };
}

function HoursFields(props: ConfirmProps) {
  const t = hoursWords[props.view.lang];
  const common = fieldsOf(props, 'hours');
  const cells = writeHours(props.service.content.hours);
  return (
    <>
      <TextField
        {...common}
        name="days"
        label={t.days}
        hint={t.daysHint}
        value={cells.days}
        maxlength={100}
      />
      <TextField
        {...common}
        name="opens"
        label={t.opens}
        hint={t.opensHint}
        value={cells.opens}
        width="short"
        maxlength={40}
      />
      <TextField
        {...common}
        name="closes"
        label={t.closes}
        hint={t.closesHint}
        value={cells.closes}
        width="short"
        maxlength={40}
      />
      <TextArea
        {...common}
        name="note"
        label={t.note}
        hint={t.noteHint}
        value={cells.note.replaceAll('；', '\n')}
        rows={4}
        maxlength={500}
      />
    </>
  );
}

function PhoneFields(props: ConfirmProps) {
  const t = words[props.view.lang];
  const common = fieldsOf(props, 'phone');
  const phones = props.service.content.channels.filter(({ kind }) => kind === 'phone');
  return (
    <>
      {phones.map(({ id, value, label }) => (
        <TextField
          {...common}
          name={`phone.${id}`}
          label={t.phone(label.ja)}
          hint={t.phoneHint}
          type="tel"
          value={value}
          maxlength={40}
        />
      ))}
      <TextField {...common} name="phone.new" label={t.newPhone} type="tel" maxlength={40} />
    </>
  );
}

function TextFields(props: ConfirmProps) {
  const t = words[props.view.lang];
  const common = fieldsOf(props, 'text');
  const { summary, description, application } = props.service.content;
  return (
    <>
      <TextArea
        {...common}
        name="summary"
        label={t.summary}
        hint={t.textHint}
        value={summary.ja}
        required
        rows={2}
        maxlength={100}
      />
      <TextArea
        {...common}
        name="description"
        label={t.description}
        value={description.ja}
        rows={6}
        maxlength={5000}
      />
      <TextArea
        {...common}
        name="application"
        label={t.application}
        value={application.ja}
        rows={3}
        maxlength={1000}
      />
    </>
  );
}
