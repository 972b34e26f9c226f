import { dayName, tokyoDay } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { TextField } from '#ui/fields.tsx';
import { ActionForm, Form, SubmitButton } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { PasskeyForm } from '../../passkeys/pages/passkey-form.tsx';
import type { PasskeyRow } from '../../passkeys/store.ts';
import { words as passkeyWords } from '../../passkeys/words.ts';
import { paths } from '../../paths.ts';
import { words } from '../words.ts';

export function PasskeySection({ view, passkeys }: { view: View; passkeys: readonly PasskeyRow[] }) {
  const t = words[view.lang];
  const p = passkeyWords[view.lang];
  const day = (moment: Date | null) => (moment ? dayName(view.lang, tokyoDay(moment)) : t.never);
  return (
    <Section title={t.passkeys} lead={t.passkeysLead}>
      <DataTable
        view={view}
        caption={t.passkeys}
        captionHidden
        empty={t.noPasskeys}
        columns={[
          { key: 'label', label: p.label, head: true },
          { key: 'added', label: t.added },
          { key: 'used', label: t.used },
          { key: 'act', label: t.act },
        ]}
        rows={passkeys.map(({ id, label, createdAt, usedAt }) => ({
          label,
          added: day(createdAt),
          used: day(usedAt),
          act: (
            <>
              <Form inline action={view.href(paths.renamePasskey.to({ id }))} label={p.newLabel(label)}>
                <TextField
                  view={view}
                  name={`label-${id}`}
                  label={p.newLabel(label)}
                  value={label}
                  width="short"
                />
                <SubmitButton kind="secondary" small>
                  {p.rename}
                </SubmitButton>
              </Form>
              <ActionForm action={view.href(paths.removePasskey.to({ id }))} kind="danger" small>
                {p.remove}
              </ActionForm>
            </>
          ),
        }))}
      />
      <PasskeyForm
        view={view}
        use="new"
        action={paths.newPasskey.to({})}
        options={paths.newPasskeyOptions.to({})}
        button={p.add}
      >
        <TextField view={view} name="newLabel" label={p.label} hint={p.labelHint} />
      </PasskeyForm>
      <noscript>
        <p>{p.needsScript}</p>
      </noscript>
    </Section>
  );
}
