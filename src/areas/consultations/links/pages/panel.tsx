import { tokyoMinute } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { worryTerms } from '#areas/directory/index.ts';
import { Disclosure } from '#ui/content.tsx';
import { HiddenField, TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, Form, SubmitButton } from '#ui/form.tsx';
import { words as boardWords } from '../../boards/words.ts';
import type { Contact } from '../../contacts/store.ts';
import { deskPaths, linkPaths } from '../../paths.ts';
import type { LinkedContact, Links } from '../read.ts';
import { words } from '../words.ts';

interface PanelProps {
  readonly view: View;
  readonly contact: Contact;
  readonly links: Links;
  readonly form: FormState;
}

/** Talks that may be of the same person: proposed with evidence, linked or dismissed by somebody, never by themselves. */
export function LinkPanel({ view, contact, links, form }: PanelProps) {
  const t = words[view.lang];
  const to = { contactId: contact.id };
  const { proposed, linked, dismissed } = links;
  const undo = (other: LinkedContact) => (
    <ActionForm action={view.href(linkPaths.undo.to(to))} fields={{ otherId: other.id }} kind="quiet" small>
      {t.undo}
    </ActionForm>
  );
  return (
    <section aria-labelledby="links-title">
      <h2 id="links-title">{t.title}</h2>
      {proposed.length > 0 && <p class="hint">{t.proposed}</p>}
      {proposed.map((other) => (
        <div class="card">
          <Line view={view} contact={contact} other={other} />
          <p>
            {t.because}：{other.evidence.map((kind) => t.evidence[kind as 'number'] ?? kind).join('・')}
          </p>
          <Actions>
            {(['linked', 'dismissed'] as const).map((state) => (
              <ActionForm
                action={view.href(linkPaths.decide.to(to))}
                fields={{ earlierId: other.id, state }}
                kind={state === 'linked' ? 'secondary' : 'quiet'}
                small
              >
                {state === 'linked' ? t.link : t.dismiss}
              </ActionForm>
            ))}
          </Actions>
        </div>
      ))}
      {linked.map((other) => (
        <div class="row">
          <Line view={view} contact={contact} other={other} />
          {undo(other)}
        </div>
      ))}
      {dismissed.length > 0 && (
        <Disclosure summary={t.dismissed(dismissed.length)}>
          {dismissed.map((other) => (
            <div class="row">
              <Line view={view} contact={contact} other={other} />
              {undo(other)}
            </div>
          ))}
        </Disclosure>
      )}
      {contact.sealedKey && (
        <Disclosure summary={t.ask} open={'markKind' in form.values}>
          <p class="hint">{t.askLead}</p>
          {(['number', 'phone'] as const).map((kind) => (
            <Form action={view.href(linkPaths.mark.to(to))} label={t[kind]} inline>
              <HiddenField name="markKind" value={kind} />
              <TextField
                view={view}
                {...('markKind' in form.values ? { state: form } : {})}
                name={`mark-${kind}`}
                label={t[kind]}
                autocomplete="off"
                inputmode="numeric"
                width="short"
              />
              <SubmitButton kind="secondary">{t.search}</SubmitButton>
            </Form>
          ))}
        </Disclosure>
      )}
    </section>
  );
}

function Line({ view, contact, other }: { view: View; contact: Contact; other: LinkedContact }) {
  const t = boardWords[view.lang];
  const worry = worryTerms.find(({ code }) => code === other.mainWorry)?.name[view.lang];
  return (
    <a href={view.href(deskPaths.desk.to({ deskId: contact.deskId }, { contact: other.id }))}>
      {tokyoMinute(other.arrivedAt)} {t.door[other.door as 'chat']} {t.number(other.number)}
      {worry ? ` ${worry}` : ''}
    </a>
  );
}
