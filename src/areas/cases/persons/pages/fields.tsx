import { eraDay } from '../rules.ts';
import type { Identity, Place } from '../rules.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { type Option, SelectField } from '#ui/choices.tsx';
import { TextField } from '#ui/fields.tsx';
import { words } from '../../case-files/words.ts';

interface FieldsProps {
  readonly view: View;
  readonly state: FormState;
  readonly identity?: Identity | undefined;
  readonly place?: Place | undefined;
}

/** Who somebody is, as far as they say: every field may stay empty. */
export function IdentityFields({ view, state, identity, sexes }: FieldsProps & { sexes: readonly Option[] }) {
  const t = words[view.lang];
  const common = { view, state, autocomplete: 'off' } as const;
  const birth = identity?.birth ?? '';
  return (
    <>
      <TextField {...common} name="name" label={t.name} hint={t.nameHint} value={identity?.name} />
      <TextField {...common} name="kana" label={t.kana} value={identity?.kana} />
      <TextField
        {...common}
        name="nickname"
        label={t.nickname}
        hint={t.nicknameHint}
        value={identity?.nickname}
      />
      <SelectField
        view={view}
        state={state}
        name="sex"
        label={t.sex}
        empty={t.notSaid}
        value={identity?.sex ?? ''}
        options={sexes}
      />
      <TextField
        {...common}
        name="birth"
        label={t.birth}
        hint={t.birthHint}
        value={birth && view.lang === 'ja' ? eraDay(birth) : birth}
        width="short"
      />
    </>
  );
}

export function ContactFields({ view, state, identity, place }: FieldsProps) {
  const t = words[view.lang];
  const common = { view, state, autocomplete: 'off' } as const;
  return (
    <>
      <TextField {...common} name="phone" label={t.phone} width="short" value={identity?.phone} />
      <TextField {...common} name="email" label={t.email} value={identity?.email} />
      <PlaceFields view={view} state={state} place={place} />
    </>
  );
}

function PlaceFields({ view, state, place }: FieldsProps) {
  const t = words[view.lang];
  const common = { view, state, autocomplete: 'off' } as const;
  return (
    <>
      <TextField {...common} name="postalCode" label={t.postalCode} width="short" value={place?.postalCode} />
      <TextField {...common} name="address" label={t.address} width="full" value={place?.address} />
    </>
  );
}
