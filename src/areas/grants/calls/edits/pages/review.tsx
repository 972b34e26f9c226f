import { rowCount } from '#platform/web/typed.ts';
import { FieldRows } from '#ui/field-rows.tsx';
import { HiddenField, NumberField } from '#ui/fields.tsx';
import { Section } from '#ui/layout.tsx';
import { words } from '../words.ts';
import { codeOf, TextPair } from './fields.tsx';
import type { EditProps } from './frame.tsx';

/** What the office ticks off, and what reviewers give points for. */
export function ReviewFields({ view, state, terms }: EditProps) {
  const t = words[view.lang];
  const own = { view, state };
  return (
    <>
      <Section title={t.checksPart}>
        <FieldRows
          {...own}
          list="checks"
          count={rowCount(state.values, 'checks', terms.checks.length)}
          title={t.checkItem}
          add={t.addCheckItem}
          ordered
          row={(at, name) => (
            <>
              <HiddenField name={name('code')} value={codeOf(state, name('code'), terms.checks[at]?.code)} />
              <TextPair {...own} name={name('label')} label={t.checkItem} value={terms.checks[at]?.label} />
            </>
          )}
        />
      </Section>
      <Section title={t.criteriaPart}>
        <FieldRows
          {...own}
          list="criteria"
          count={rowCount(state.values, 'criteria', terms.criteria.length)}
          title={t.criterion}
          add={t.addCriterion}
          ordered
          row={(at, name) => {
            const criterion = terms.criteria[at];
            return (
              <>
                <HiddenField name={name('code')} value={codeOf(state, name('code'), criterion?.code)} />
                <TextPair {...own} name={name('label')} label={t.criterion} value={criterion?.label} />
                <TextPair {...own} name={name('hint')} label={t.hint} value={criterion?.hint} />
                <NumberField
                  {...own}
                  name={name('most')}
                  label={t.most}
                  unit={t.points}
                  value={criterion?.most}
                />
              </>
            );
          }}
        />
      </Section>
    </>
  );
}
