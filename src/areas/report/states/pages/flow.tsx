import type { Child } from 'hono/jsx';
import { contentIn, formatNumber } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { FlowChart } from '#ui/charts/flow-chart.tsx';
import { Disclosure, FigureLink } from '#ui/content.tsx';
import { DataTable } from '#ui/table.tsx';
import { shownWords } from '../../disclosure/shown-words.ts';
import { stateFigure } from '../../figures/named.ts';
import { bands, type StateFlow, type StateKey, type StatesContent } from '../content/rules.ts';
import { words } from '../words.ts';

export interface FlowProps {
  readonly view: View;
  readonly fiscalYear: number;
  readonly states: StatesContent;
  /** Where a number comes from; a preview has none. */
  readonly path: ((figureId: string) => string) | undefined;
}

export function domainName({ view, states }: FlowProps, { domain }: StateFlow): string {
  const found = states.domains.find(({ code }) => code === domain);
  return found ? contentIn(view.lang, found.name) : domain;
}

/** A number that leads to its path, or that it is not told, which leads to why. */
export function count({ view, fiscalYear, path }: FlowProps, flow: StateFlow, key: StateKey): Child {
  const value = flow.counts[key];
  return (
    <FigureLink href={path?.(stateFigure(fiscalYear, flow, key))}>
      {value === null ? shownWords[view.lang].withheld : formatNumber(view.lang, value)}
    </FigureLink>
  );
}

/** Whether any way is told. */
export function hasWays({ counts }: StateFlow): boolean {
  return bands.some((from) => bands.some((to) => (counts[`${from}-${to}`] ?? 0) > 0));
}

/** A domain: one sentence, the ways as a picture, and all its numbers. */
export function FlowOfDomain(props: FlowProps & { readonly flow: StateFlow; readonly open: boolean }) {
  const { view, flow } = props;
  const text = words[view.lang];
  const domain = domainName(props, flow);
  const sentence = inWords(props, flow, (key) => said(view, flow.counts[key]));
  const ways = bands.map((from) => bands.map((to) => flow.counts[`${from}-${to}`]));
  // Where no way is told, a picture would show nothing.
  const told = hasWays(flow);
  return (
    <Disclosure summary={text.wayOf(domain)} open={props.open}>
      <p>{linkedWords(props, flow)}</p>
      {told && (
        <div class="picture">
          <FlowChart
            view={view}
            id={`flow-${flow.program?.slug ?? 'all'}-${flow.domain}`}
            title={text.wayOf(domain)}
            description={sentence}
            names={[text.before, text.after]}
            labels={bands.map((band) => text.bandsShort[band])}
            ways={ways}
          />
        </div>
      )}
      {told && ways.flat().includes(null) && <p class="hint">{text.chartHidden}</p>}
      <WayTable {...props} />
    </Disclosure>
  );
}

function WayTable(props: FlowProps & { readonly flow: StateFlow }) {
  const { view, flow } = props;
  const text = words[view.lang];
  // Told apart from the same domain of another program on the page.
  const of = flow.program ? contentIn(view.lang, flow.program.name) : text.all;
  const caption = text.label(of, text.wayOf(domainName(props, flow)));
  return (
    <DataTable
      view={view}
      caption={caption}
      captionHidden
      columns={[
        { key: 'before', label: `${text.before} → ${text.after}`, head: true },
        ...bands.map((to) => ({
          key: `to${to}` as const,
          label: text.bands[to],
          unit: text.people,
          align: 'number' as const,
        })),
        { key: 'total', label: text.total, unit: text.people, align: 'number' },
      ]}
      rows={bands.map((from) => ({
        before: text.bands[from],
        ...Object.fromEntries(bands.map((to) => [`to${to}`, count(props, flow, `${from}-${to}`)])),
        total: count(props, flow, `from-${from}`),
      }))}
      total={{
        before: text.total,
        ...Object.fromEntries(bands.map((to) => [`to${to}`, count(props, flow, `to-${to}`)])),
        total: count(props, flow, 'all'),
      }}
    />
  );
}

/** What came of them; what is not told is not guessed. `say`: how a number of it is written. */
function inWords(props: FlowProps, flow: StateFlow, say: (key: StateKey) => string): string {
  const { lang } = props.view;
  const text = words[lang];
  const domain = domainName(props, flow);
  const ways = ['better', 'same', 'worse'] as const;
  if ((['all', ...ways] as const).every((key) => flow.counts[key] !== null))
    return text.sentence(domain, say('all'), say('better'), say('same'), say('worse'));
  return text.sentenceFew(domain, ways.map((way) => text.said(text[way], say(way))).join(text.comma));
}

/** 41人, or that it is not told. */
function said({ lang }: View, value: number | null): string {
  if (value === null) return shownWords[lang].withheld;
  return lang === 'ja' ? `${formatNumber(lang, value)}${words[lang].people}` : formatNumber(lang, value);
}

/** The sentence with its numbers, each of which leads to its path. */
function linkedWords(props: FlowProps, flow: StateFlow): readonly Child[] {
  const { view, fiscalYear, path } = props;
  const marked = inWords(props, flow, (key) => `\u0001${key}\u0001`);
  return marked.split('\u0001').map((part, at) => {
    if (at % 2 === 0) return part;
    const key = part as StateKey;
    return (
      <FigureLink href={path?.(stateFigure(fiscalYear, flow, key))}>
        {said(view, flow.counts[key])}
      </FigureLink>
    );
  });
}
