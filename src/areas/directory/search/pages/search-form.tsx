import type { View } from '#platform/web/view.ts';
import { SelectField } from '#ui/choices.tsx';
import { keeper } from '#ui/kept.ts';
import { HiddenField, TextField } from '#ui/fields.tsx';
import { Form, SubmitButton } from '#ui/form.tsx';
import { placeName } from '../../municipalities/names.ts';
import type { Municipality } from '../../municipalities/store.ts';
import { findPaths } from '../../paths.ts';
import { addressOf, type Asked } from '../asked.ts';
import { words } from '../words.ts';

/** What is chosen otherwise stays; the words and the place are said anew. */
export function SearchForm({
  view,
  asked,
  places,
}: {
  view: View;
  /** Absent on a first page. */
  asked?: Asked;
  places: readonly Municipality[];
}) {
  const { lang } = view;
  const t = words[lang];
  const { q: _, municipality: __, ...kept } = asked ? addressOf(asked) : {};
  return (
    <Form action={findPaths.find.to({})} method="get" label={t.search} inline>
      {lang !== 'ja' && <HiddenField name="lang" value={lang} />}
      {Object.entries(kept).map(([name, value]) => value && <HiddenField name={name} value={value} />)}
      <TextField
        view={view}
        name="q"
        type="search"
        label={t.q}
        hint={t.qHint}
        value={asked?.q}
        autocomplete="off"
      />
      <PlaceField view={view} places={places} chosen={asked?.municipality ?? ''} />
      <SubmitButton>{t.search}</SubmitButton>
    </Form>
  );
}

interface PlaceProps {
  readonly view: View;
  readonly places: readonly Municipality[];
  readonly chosen: string;
}

const keepField = keeper<readonly Municipality[]>();

/** Every municipality and ward, the same on page after page: rendered once for each of them that is chosen. */
function PlaceField({ view, places, chosen }: PlaceProps) {
  return keepField(places, `${view.lang} ${chosen}`, () => (
    <Places view={view} places={places} chosen={chosen} />
  ));
}

function Places({ view, places, chosen }: PlaceProps) {
  const { lang } = view;
  const t = words[lang];
  return (
    <SelectField
      view={view}
      name="municipality"
      label={t.municipality}
      value={chosen}
      empty={t.everywhere}
      options={places
        .filter(({ parentCode }) => parentCode !== null)
        .map(({ code }) => ({ value: code, label: placeName(lang, code, places) }))}
    />
  );
}
