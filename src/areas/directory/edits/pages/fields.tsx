import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import type { Option } from '#ui/choices.tsx';
import { Disclosure } from '#ui/content.tsx';
import { TextArea, TextField } from '#ui/fields.tsx';
import { labels } from '../../descriptions/words.ts';
import type { Translated } from '../../hours/hours.ts';
import type { Municipality } from '../../municipalities/store.ts';
import type { ServiceContent } from '../../services/content.ts';
import { type TaxonomyCode, taxonomies } from '../../taxonomy/terms.ts';
import { typedLangs } from '../values.ts';

/** What each part of the form is made from. */
export interface PartProps {
  readonly view: View;
  readonly state: FormState;
  readonly content: ServiceContent;
  readonly municipalities: readonly Municipality[];
}

export function termOptions(view: View, taxonomy: TaxonomyCode): readonly Option[] {
  return taxonomies[taxonomy].terms.map(({ code, name }) => ({ value: code, label: name[view.lang] }));
}

interface TranslatedProps {
  readonly view: View;
  readonly state: FormState;
  /** `name` stands for `name.ja`, `name.ja-simple` and `name.en`. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: Translated | undefined;
  readonly required?: boolean;
  /** Rows of the fields; absent: one line. */
  readonly rows?: number;
}

/** A text in the languages in which staff write. Only Japanese is ever required; the others are folded away until they say something. */
export function TranslatedFields({ name, label, hint, value, required, rows, ...common }: TranslatedProps) {
  const t = labels[common.view.lang];
  const fieldIn = (lang: (typeof typedLangs)[number]) => {
    const props = {
      ...common,
      name: `${name}.${lang}`,
      label: lang === 'ja' ? label : t.inLang(label, t.langs[lang] ?? lang),
      value: value?.[lang],
      ...(lang === 'ja' ? { hint, required } : {}),
    };
    return rows ? <TextArea {...props} rows={rows} /> : <TextField {...props} width="full" />;
  };
  const others = typedLangs.slice(1);
  const { state } = common;
  const said = others.some(
    (lang) =>
      value?.[lang] ||
      state.values[`${name}.${lang}`] ||
      state.problems.some(({ field }) => field === `${name}.${lang}`),
  );
  return (
    <div class="translated">
      {fieldIn('ja')}
      <Disclosure summary={t.otherLangs(label)} open={said}>
        {others.map(fieldIn)}
      </Disclosure>
    </div>
  );
}
