import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { SelectField } from '#ui/choices.tsx';
import { NumberField, TextField } from '#ui/fields.tsx';
import { nameIn } from '../../trail.ts';
import type { Scheme } from '../rules.ts';
import type { Term } from '../store.ts';
import { words } from '../words.ts';

export interface Bureau {
  readonly id: string;
  readonly nameJa: string;
  readonly nameEn: string | null;
}

interface TermFieldsProps {
  readonly view: View;
  readonly state: FormState;
  readonly scheme: Scheme;
  readonly organisations: readonly Bureau[];
  readonly term?: Term;
}

/** What a term of this scheme is made of. */
export function TermFields({ view, state, scheme, organisations, term }: TermFieldsProps) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <>
      {!term && <TextField {...common} name="code" label={t.code} hint={t.codeHint} width="short" />}
      <TextField {...common} name="nameJa" label={t.nameJa} value={term?.nameJa} required width="full" />
      <TextField {...common} name="nameEn" label={t.nameEn} value={term?.nameEn} width="full" />
      {scheme === 'bureau' && (
        <SelectField
          {...common}
          name="organisationId"
          label={t.organisation}
          hint={t.organisationHint}
          value={term?.organisationId}
          required
          options={organisations.map((each) => ({ value: each.id, label: nameIn(view.lang, each) }))}
        />
      )}
      {scheme === 'category' && (
        <>
          <TextField
            {...common}
            name="mainContent"
            label={t.mainContent}
            value={term?.details['mainContent']}
            width="full"
          />
          <TextField
            {...common}
            name="mainContentEn"
            label={t.mainContentEn}
            value={term?.details['mainContentEn']}
            width="full"
          />
        </>
      )}
      {scheme === 'rating' && (
        <NumberField {...common} name="level" label={t.level} value={term?.details['level']} required />
      )}
    </>
  );
}
