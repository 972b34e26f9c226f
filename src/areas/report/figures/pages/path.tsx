import { dayName } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { Notice } from '#ui/content.tsx';
import { Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { words } from '../chain-words.ts';
import type { ShownPath } from '../read-path.ts';
import { editionName, valueIn, yearUrl } from '../shown-path.ts';
import { Chain } from './chain.tsx';
import { Meaning, ShownValue } from './meaning.tsx';
import { PathFrame } from './path-frame.tsx';

export interface PathProps {
  readonly view: View;
  /** The number in every published edition of its year that says it, the newest first. */
  readonly shown: readonly [ShownPath, ...ShownPath[]];
  /** The newest published edition of the year and kind. */
  readonly newest: number;
  /** The name of last year's number, where it has a path of its own. */
  readonly previous: string | undefined;
}

/** `/figures/:id`: where a published number comes from. */
export function FigurePathPage(props: PathProps) {
  const { view, shown } = props;
  const [current] = shown;
  const within = { href: view.href(yearUrl(current)), label: editionName(view, current) };
  return (
    <PathFrame view={view} figure={current.path} within={within}>
      <PathBody {...props} />
    </PathFrame>
  );
}

/** All that everybody may know; the staff page shows the same and leads on. */
export function PathBody({ view, shown, newest, previous }: PathProps) {
  const text = words[view.lang];
  const [current] = shown;
  const { path } = current;
  return (
    <>
      {current.number < newest && (
        <Notice view={view} tone="warn">
          {text.notInNewest(String(newest))}
        </Notice>
      )}
      <ShownValue view={view} shown={current} />
      <Chain view={view} shown={current} />
      <Meaning view={view} path={path} value={current.value} previous={previous} />
      <Corrections view={view} shown={current} />
      <Editions view={view} shown={shown} />
    </>
  );
}

function Corrections({ view, shown }: { view: View; shown: ShownPath }) {
  const { lang } = view;
  const text = words[lang];
  if (shown.corrections.length === 0) return null;
  return (
    <Section title={text.errata} id="errata">
      <DataTable
        view={view}
        caption={text.errata}
        captionHidden
        stacked
        columns={[
          { key: 'on', label: text.correctedOn, head: true },
          { key: 'wrong', label: text.wrong, align: 'number' },
          { key: 'right', label: text.right, align: 'number' },
          { key: 'reason', label: text.reason },
        ]}
        rows={shown.corrections.map((each) => ({
          on: dayName(lang, each.on),
          wrong: <del>{valueIn(view, shown.path, Number(each.oldValue))}</del>,
          right: valueIn(view, shown.path, Number(each.newValue)),
          reason: <span lang="ja">{each.reason}</span>,
        }))}
      />
    </Section>
  );
}

/** Earlier values: what each edition of the year says. */
function Editions({ view, shown }: { view: View; shown: readonly ShownPath[] }) {
  const { lang } = view;
  const text = words[lang];
  if (shown.length < 2) return null;
  const isOneKind = shown.every(({ kind }) => kind === shown[0]?.kind);
  return (
    <Section title={text.editions} id="editions">
      <DataTable
        view={view}
        caption={text.editions}
        captionHidden
        stacked
        columns={[
          { key: 'edition', label: text.edition, head: true },
          { key: 'day', label: text.day },
          { key: 'value', label: text.value, align: 'number' },
        ]}
        rows={shown.map((each) => ({
          edition: isOneKind
            ? text.editionOf(String(each.number))
            : `${editionName(view, each)} ${text.editionOf(String(each.number))}`,
          day: dayName(lang, each.publishedOn),
          value: valueIn(view, each.path, each.value),
        }))}
      />
    </Section>
  );
}
