import type { Child } from 'hono/jsx';
import { tokyoMinute } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { emergencyLines } from '#areas/directory/index.ts';
import { Checkbox, CheckboxGroup } from '#ui/choices.tsx';
import { Disclosure, Notice, StatusTag } from '#ui/content.tsx';
import { HiddenField, TextArea, TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { nameIn } from '../../../members/shown.ts';
import { words as watchWords } from '../../words.ts';
import { type Sign, signs } from '../rules.ts';
import type { Network } from '../../store.ts';
import { words } from '../words.ts';

interface FormProps {
  readonly view: View;
  readonly state: FormState;
  readonly action: string;
  /** Of this form: sent twice, it is one notice. */
  readonly id: string;
}

/** The two numbers that come before any form. */
export function FirstOfAll({ view }: { view: View }) {
  const { police, ambulance } = emergencyLines;
  return (
    <Notice view={view} tone="bad" title={watchWords[view.lang].sheetUrgent}>
      <p class="row">
        {[ambulance, police].map(({ number, name }) => (
          <ButtonLink kind="danger" href={`tel:${number}`}>
            {number} {name[view.lang]}
          </ButtonLink>
        ))}
      </p>
    </Notice>
  );
}

export function NoticeForm({ view, state, action, id }: FormProps) {
  const t = words[view.lang];
  const common = { view, state };
  const written = ['noticed', 'name', 'reach'].some((name) => state.values[name]);
  return (
    <Form action={view.href(action)} label={t.title}>
      <p>{t.careful}</p>
      <HiddenField name="id" value={String(state.values['id'] ?? id)} />
      <CheckboxGroup
        {...common}
        name="signs"
        label={t.signsLabel}
        options={(Object.keys(signs) as Sign[]).map((value) => ({ value, label: t.signs[value] }))}
        spread="columns"
      />
      <TextField
        {...common}
        name="place"
        label={t.place}
        hint={t.placeHint}
        maxlength={120}
        required
        width="full"
        autocomplete="off"
      />
      <TextArea {...common} name="words" label={t.more} hint={t.moreHint} rows={3} maxlength={1000} />
      <Checkbox {...common} name="urgent" label={t.urgent} />
      <Disclosure summary={t.extra} open={written}>
        <TextField
          {...common}
          name="noticed"
          label={t.noticed}
          hint={t.noticedHint}
          maxlength={200}
          width="full"
          autocomplete="off"
        />
        <TextField {...common} name="name" label={t.name} maxlength={60} autocomplete="name" />
        <TextField {...common} name="reach" label={t.reach} hint={t.reachHint} maxlength={120} />
      </Disclosure>
      {/* A person leaves it empty; what fills in every field is none. */}
      <HiddenField name="nickname" value="" />
      <Actions>
        <SubmitButton>{t.send}</SubmitButton>
      </Actions>
    </Form>
  );
}

/** The form for everybody, or (with `member`) that of a member's link. */
export function NoticePage({
  network,
  member,
  children,
  ...props
}: FormProps & { network: Network; member?: string | undefined; children?: Child }) {
  const { view, state } = props;
  const t = words[view.lang];
  const w = watchWords[view.lang];
  return (
    <PublicFrame view={view} title={t.title} problems={state.problems}>
      <PageHead
        title={t.title}
        kicker={member ? w.memberTitle(member) : w.networkTitle(nameIn(view.lang, network))}
        lead={t.lead}
      />
      <FirstOfAll view={view} />
      <NoticeForm {...props} />
      {member && <p class="hint">{w.memberLead}</p>}
      {children}
    </PublicFrame>
  );
}

export function ReceiptPage({
  view,
  at,
  looked,
  again,
}: {
  view: View;
  at: Date;
  looked: boolean;
  again: string;
}) {
  const t = words[view.lang];
  return (
    <PublicFrame view={view} title={t.receiptTitle}>
      <PageHead
        title={t.receiptTitle}
        tags={<StatusTag tone={looked ? 'good' : 'info'}>{looked ? t.looked : t.received}</StatusTag>}
        lead={t.receiptLead}
      />
      <p>
        {t.at} {tokyoMinute(at)}
      </p>
      <p>{t.receiptKeep}</p>
      <p>
        <ButtonLink kind="secondary" href={view.href(again)}>
          {t.another}
        </ButtonLink>
      </p>
    </PublicFrame>
  );
}
