import { contentIn } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import type { Service } from '#areas/directory/index.ts';
import { Checkbox, CheckboxGroup, type Option, SelectField } from '#ui/choices.tsx';
import { TextArea, TextField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { Breadcrumbs, type Link } from '#ui/wayfinding.tsx';
import { givenHow } from '../../bases/rules.ts';
import { words as basisWords } from '../../bases/words.ts';
import { referralPaths } from '../../paths.ts';
import { FreePlaces } from '../../referrals/pages/choose.tsx';
import { words as referralWords } from '../../referrals/words.ts';
import { words } from '../words.ts';

interface OnwardProps {
  readonly view: View;
  readonly state: FormState;
  readonly referralId: string;
  readonly trail: readonly Link[];
  readonly service: Service;
  /** What the receiver was told, each to be chosen. */
  readonly told: readonly Option[];
  readonly today: string;
}

/** What a receiver tells the next organisation, and the consent for it. */
export function OnwardPage({ view, state, referralId, trail, service, told, today }: OnwardProps) {
  const t = words[view.lang];
  const common = { view, state };
  const name = contentIn(view.lang, service.content.name);
  const hows = basisWords[view.lang].hows;
  const short = { ...common, width: 'short', autocomplete: 'off' } as const;
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead
        title={`${t.title}：${name}`}
        lead={t.lead}
        breadcrumbs={<Breadcrumbs view={view} items={trail} current={t.title} />}
        tags={<FreePlaces view={view} service={service} />}
      />
      <Form
        action={view.href(referralPaths.onwardFill.to({ referralId, serviceId: service.id }))}
        label={t.title}
      >
        {told.length > 0 && <CheckboxGroup {...common} name="fields" label={t.fields} options={told} />}
        <TextArea {...common} name="message" label={t.message} rows={4} />
        <Checkbox {...common} name="urgent" label={referralWords[view.lang].urgent} />
        <Section title={t.consent} lead={t.consentLead}>
          <TextArea {...common} name="purpose" label={t.purpose} rows={2} />
          <SelectField
            {...common}
            name="how"
            label={t.how}
            empty={false}
            options={givenHow.map((value) => ({ value, label: hows[value] }))}
          />
          <TextField {...short} name="givenOn" label={t.given} value={today} />
        </Section>
        <Actions>
          <SubmitButton>{t.send}</SubmitButton>
        </Actions>
      </Form>
    </StaffFrame>
  );
}
