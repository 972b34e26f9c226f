import { tokyoDay } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { findPaths } from '#areas/directory/paths.ts';
import { RadioGroup } from '#ui/choices.tsx';
import { Disclosure } from '#ui/content.tsx';
import { HiddenField, TextField } from '#ui/fields.tsx';
import { ActionForm, Form, SubmitButton } from '#ui/form.tsx';
import type { Contact } from '../../contacts/store.ts';
import { contactPaths } from '../../paths.ts';
import type { NamedReferral, Referrals } from '../read.ts';
import { ways } from '../rules.ts';
import { words } from '../words.ts';

interface PanelProps {
  readonly view: View;
  readonly contact: Contact;
  readonly referrals: Referrals;
  readonly form: FormState;
}

/** Desks and schemes of the directory that somebody was told of or passed on to; found here, kept with the record. */
export function ReferralPanel({ view, contact, referrals: { made, found }, form }: PanelProps) {
  const t = words[view.lang];
  const to = { contactId: contact.id };
  const state = 'referWords' in form.values ? { state: form } : {};
  return (
    <section aria-labelledby="referrals-title">
      <h2 id="referrals-title">{t.title}</h2>
      {made.length === 0 && <p class="hint">{t.none}</p>}
      <ul>
        {made.map((referral) => (
          <Line view={view} contact={contact} referral={referral} />
        ))}
      </ul>
      {contact.erasedAt === null && (
        <Disclosure summary={t.add} open={found !== undefined}>
          <Form action={view.href(contactPaths.findReferral.to(to))} label={t.words}>
            <TextField
              view={view}
              {...state}
              name="referWords"
              label={t.words}
              hint={t.wordsHint}
              autocomplete="off"
              maxlength={100}
            />
            <SubmitButton kind="secondary">{t.search}</SubmitButton>
          </Form>
          {found?.length === 0 && <p>{t.nothing}</p>}
          {found && found.length > 0 && (
            <Form action={view.href(contactPaths.refer.to(to))} label={t.keep}>
              <HiddenField name="referWords" value={String(form.values['referWords'] ?? '')} />
              <RadioGroup
                view={view}
                {...state}
                name="referTo"
                label={t.which}
                required
                options={found.map(({ id, name, owner }) => ({ value: id, label: name, hint: owner }))}
              />
              <RadioGroup
                view={view}
                {...state}
                name="referHow"
                label={t.how}
                required
                options={ways.map((value) => ({ value, label: t.ways[value] }))}
              />
              <SubmitButton kind="secondary">{t.keep}</SubmitButton>
            </Form>
          )}
        </Disclosure>
      )}
    </section>
  );
}

function Line({ view, contact, referral }: { view: View; contact: Contact; referral: NamedReferral }) {
  const t = words[view.lang];
  const { id, serviceId, name, how, at } = referral;
  return (
    <li>
      {name ? <a href={view.href(findPaths.service.to({ id: serviceId }))}>{name}</a> : t.gone}{' '}
      {t.ways[how as keyof typeof t.ways] ?? how} {tokyoDay(at)}
      <ActionForm
        action={view.href(contactPaths.takeBackReferral.to({ contactId: contact.id }))}
        fields={{ referralId: id }}
        kind="quiet"
        small
      >
        {t.takeBack}
      </ActionForm>
    </li>
  );
}
