import { CheckboxGroup } from '#ui/choices.tsx';
import { TextField } from '#ui/fields.tsx';
import { Disclosure } from '#ui/content.tsx';
import { labels } from '../../descriptions/words.ts';
import { type TaxonomyCode, taxonomies } from '../../taxonomy/terms.ts';
import { words } from '../words.ts';
import { type PartProps, termOptions } from './fields.tsx';

export function AccessPart(props: PartProps) {
  const t = words[props.view.lang];
  return (
    <>
      <NotedChoices {...props} list="languages" taxonomy="language" hint={t.languagesHint} />
      <NotedChoices {...props} list="accessibility" taxonomy="accessibility" />
    </>
  );
}

/** Words that are chosen, and beside each something more about it. */
function NotedChoices({
  view,
  state,
  content,
  list,
  taxonomy,
  hint,
}: PartProps & { list: 'languages' | 'accessibility'; taxonomy: TaxonomyCode; hint?: string }) {
  const t = words[view.lang];
  const stored = content[list];
  const noteOf = (code: string) => stored.find((each) => each.code === code)?.note;
  const label = labels[view.lang].fields[list];
  return (
    <>
      <CheckboxGroup
        view={view}
        state={state}
        spread="columns"
        name={list}
        label={label}
        hint={hint}
        options={termOptions(view, taxonomy)}
        values={stored.map(({ code }) => code)}
      />
      <Disclosure summary={t.noteOf(label)} open={stored.some(({ note }) => note !== '')}>
        <p class="hint">{t.noteOfHint}</p>
        <div class="cells">
          {taxonomies[taxonomy].terms.map(({ code, name }) => (
            <TextField
              view={view}
              state={state}
              name={`${list}.${code}.note`}
              label={t.noteOf(name[view.lang])}
              value={noteOf(code)}
            />
          ))}
        </div>
      </Disclosure>
    </>
  );
}
