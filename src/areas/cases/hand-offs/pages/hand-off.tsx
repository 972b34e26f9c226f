import { tokyoMinute } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { codes, type OnwardContact } from '#areas/consultations/index.ts';
import { contactPaths } from '#areas/consultations/paths.ts';
import { worryTerms } from '#areas/directory/index.ts';
import { Checkbox, CheckboxGroup, SelectField } from '#ui/choices.tsx';
import { DefinitionList, Disclosure } from '#ui/content.tsx';
import { HiddenField, TextArea, TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { givenHow } from '../../bases/rules.ts';
import { words as basisWords } from '../../bases/words.ts';
import { words as caseWords } from '../../case-files/words.ts';
import { words } from '../words.ts';
import { BackToDesk } from './receivers.tsx';

interface HandOffProps {
  readonly view: View;
  readonly state: FormState;
  /** The desk with the contact. */
  readonly back: string;
  readonly contact: OnwardContact;
  readonly receiver: { readonly id: string; readonly name: string };
  readonly municipality: string;
}

/** What goes over, which words, the person's yes: one page, one button. */
export function HandOffPage(props: HandOffProps) {
  const { view, state, back, contact, receiver } = props;
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead
        title={`${t.title}：${receiver.name}`}
        lead={t.lead}
        breadcrumbs={<BackToDesk view={view} back={back} number={contact.number} />}
      />
      <Section title={t.over} lead={t.overLead}>
        <Over {...props} />
      </Section>
      <Form action={view.href(contactPaths.toCase.to({ contactId: contact.id }))} label={t.title}>
        <HiddenField name="to" value={receiver.id} />
        <Section title={t.firstWords} lead={t.firstWordsLead}>
          <Words {...props} />
        </Section>
        <Section title={t.identity}>
          <Known {...props} />
        </Section>
        <Section title={t.consent} lead={t.consentLead}>
          <Consent {...props} />
        </Section>
        <Actions>
          <SubmitButton>{t.submit}</SubmitButton>
          <ButtonLink kind="quiet" href={back}>
            {contact.number}
          </ButtonLink>
        </Actions>
      </Form>
    </StaffFrame>
  );
}

function Over({ view, contact, municipality }: HandOffProps) {
  const t = words[view.lang];
  const { lang } = view;
  const worry = (code: string) => worryTerms.find((term) => term.code === code)?.name[lang] ?? '';
  const named = (list: Readonly<Record<string, { ja: string; en: string }>>, code: string) =>
    list[code]?.[lang] ?? t.nothing;
  return (
    <DefinitionList
      items={[
        { term: t.route, value: named(codes.route, contact.route) },
        { term: t.worries, value: contact.worries.map(worry).join('、') || t.nothing },
        { term: t.mainWorry, value: worry(contact.mainWorry) || t.nothing },
        { term: t.municipality, value: municipality },
        { term: t.age, value: named(codes.ageBand, contact.ageBand) },
        { term: t.sex, value: named(codes.sex, contact.sex) },
      ]}
    />
  );
}

function Words({ view, state, contact }: HandOffProps) {
  const t = words[view.lang];
  const { texts, said } = contact;
  return (
    <>
      {texts.length > 0 && (
        <CheckboxGroup
          view={view}
          state={state}
          name="texts"
          label={t.record}
          values={['content']}
          options={texts.map(({ kind, text }) => ({
            value: kind,
            label: t.texts[kind],
            hint: text,
          }))}
        />
      )}
      {said.length > 0 && (
        <Disclosure summary={t.conversation} open={Boolean(state.values['said'])}>
          <CheckboxGroup
            view={view}
            state={state}
            name="said"
            label={t.conversation}
            options={said.map(({ seq, text, at }) => ({
              value: String(seq),
              label: text,
              hint: tokyoMinute(at),
            }))}
          />
        </Disclosure>
      )}
      <TextArea view={view} state={state} name="added" label={t.added} hint={t.addedHint} rows={3} />
    </>
  );
}

function Known({ view, state }: HandOffProps) {
  const t = caseWords[view.lang];
  const common = { view, state, autocomplete: 'off' } as const;
  return (
    <>
      <TextField {...common} name="name" label={t.name} hint={t.nameHint} />
      <TextField {...common} name="kana" label={t.kana} />
      <TextField {...common} name="nickname" label={t.nickname} hint={t.nicknameHint} />
      <TextField {...common} name="phone" label={t.phone} width="short" />
    </>
  );
}

/** By which door somebody is spoken to, they agree. */
const usualHow: Readonly<Record<string, (typeof givenHow)[number]>> = {
  chat: 'chat',
  mail: 'chat',
  line: 'line',
};

function Consent({ view, state, contact, receiver }: HandOffProps) {
  const t = words[view.lang];
  const b = basisWords[view.lang];
  return (
    <>
      <blockquote>
        <p>{t.shown(receiver.name)}</p>
      </blockquote>
      <SelectField
        view={view}
        state={state}
        name="how"
        label={t.how}
        empty={false}
        value={usualHow[contact.door] ?? 'spoken'}
        options={givenHow.map((value) => ({ value, label: b.hows[value] }))}
      />
      <Checkbox view={view} state={state} name="agreed" label={t.agreed} />
    </>
  );
}
