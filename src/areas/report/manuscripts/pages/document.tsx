import type { View } from '#platform/web/view.ts';
import { GroupedBars } from '#ui/charts/bar-chart.tsx';
import { LineChart } from '#ui/charts/line-chart.tsx';
import { DefinitionList, Quote, Tag } from '#ui/content.tsx';
import { Prose, Section as PageSection, TypedText } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { CorrectionNote } from '../../publication/pages/correction-note.tsx';
import type { Corrections } from '../corrected.ts';
import type { Block, Line, Manuscript, Section } from '../manuscript.ts';
import { words } from '../page-words.ts';
import { FigureText, LineText, type Shown } from './figure-text.tsx';

export interface DocumentProps {
  readonly view: View;
  readonly manuscript: Manuscript;
  readonly corrections: Corrections;
  readonly links: {
    /** The path of a number; a preview has none. */
    readonly figure?: (id: string) => string;
    readonly picture: (fileId: string) => string;
  };
}

/** A section's own place on the page. */
export function anchorOf({ id }: Pick<Section, 'id'>): string {
  return encodeURIComponent(id.replaceAll(':', '-'));
}

/** The whole manuscript: contents, then section by section; what the page's head says already (the title) is not said again. */
export function DocumentBody(props: DocumentProps) {
  const { view, manuscript } = props;
  const sections = manuscript.sections.filter(({ kind }) => kind !== 'title');
  return (
    <>
      <PageSection title={words[view.lang].contents}>
        <nav aria-label={words[view.lang].contents}>
          <ol>
            {sections.map((section) => (
              <li>
                <a href={`#${anchorOf(section)}`}>{section.heading}</a>
              </li>
            ))}
          </ol>
        </nav>
      </PageSection>
      {sections.map((section) => (
        <DocumentSection {...props} section={section} />
      ))}
    </>
  );
}

/** What stands on the cover: under whom, by whom, which edition. */
export function CoverText(props: DocumentProps) {
  const cover = props.manuscript.sections.find(({ kind }) => kind === 'title');
  return <>{cover?.blocks.map((block) => block.kind === 'text' && <TextBlock {...props} block={block} />)}</>;
}

function DocumentSection({ section, ...props }: DocumentProps & { section: Section }) {
  const marks = section.marks ?? [];
  return (
    <PageSection title={section.heading} id={anchorOf(section)}>
      {(section.kicker || marks.length > 0) && (
        <p class="row">
          {section.kicker && <span class="hint">{section.kicker}</span>}
          {marks.map((mark) => (
            <Tag>{mark}</Tag>
          ))}
        </p>
      )}
      {section.blocks.map((block, at) => (
        <DocumentBlock {...props} section={section} block={block} id={`${anchorOf(section)}-${at}`} />
      ))}
    </PageSection>
  );
}

function DocumentBlock({
  block,
  id,
  section,
  ...props
}: DocumentProps & { block: Block; id: string; section: Section }) {
  const { links } = props;
  switch (block.kind) {
    case 'text':
      return <TextBlock {...props} block={block} />;
    case 'list':
      return (
        <>
          {block.heading && <h3>{block.heading}</h3>}
          <ul>
            {block.items.map((line) => (
              <li>
                <LineText {...props} line={line} />
              </li>
            ))}
          </ul>
        </>
      );
    case 'figures':
      return <FiguresBlock {...props} block={block} />;
    case 'table':
      return <TableBlock {...props} block={block} />;
    case 'chart':
      return <ChartBlock {...props} block={block} id={id} heading={section.heading} />;
    case 'voice':
      return (
        <div lang={block.lang}>
          <Quote role={block.speaker}>{block.words}</Quote>
        </div>
      );
    case 'picture':
      return (
        <figure lang={block.lang}>
          <img src={links.picture(block.fileId)} alt={block.alternative} loading="lazy" decoding="async" />
          {block.caption && <figcaption class="hint">{block.caption}</figcaption>}
        </figure>
      );
  }
}

type Of<Kind extends Block['kind']> = Shown & { readonly block: Extract<Block, { kind: Kind }> };

/** A text, and what it said before it was corrected. */
function TextBlock(props: Of<'text'>) {
  const { view, block, corrections } = props;
  const earlier = (block.source && corrections.get(block.source)) || [];
  const newest = earlier.at(-1);
  return (
    <>
      {block.heading && <h3>{block.heading}</h3>}
      <div lang={block.lang}>
        <Prose>
          {newest ? (
            <TypedText text={newest.newValue} />
          ) : (
            block.paragraphs.map((line) => (
              <p>
                <LineText {...props} line={line} typedIn={block.lang} />
              </p>
            ))
          )}
        </Prose>
      </div>
      {earlier.map((correction) => (
        <CorrectionNote view={view} correction={correction}>
          <del lang="ja">{correction.oldValue}</del>
        </CorrectionNote>
      ))}
    </>
  );
}

function FiguresBlock(props: Of<'figures'>) {
  const { manuscript, block } = props;
  const items = block.ids.flatMap((id) => {
    const figure = manuscript.figures[id];
    return figure ? [{ term: figure.label, value: <FigureText {...props} figure={figure} withNote /> }] : [];
  });
  return (
    <>
      {block.heading && <h3>{block.heading}</h3>}
      <DefinitionList items={items} />
    </>
  );
}

function TableBlock(props: Of<'table'>) {
  const { view, block } = props;
  const cell = (line: Line | undefined) =>
    line && line.length > 0 ? <LineText {...props} line={line} /> : ' ';
  return (
    <DataTable
      view={view}
      caption={block.caption}
      stacked
      columns={block.columns.map(({ heading, align }, at) => ({
        key: String(at),
        label: heading,
        ...(align === 'end' ? { align: 'number' as const } : {}),
        ...(at === 0 ? { head: true } : {}),
      }))}
      rows={block.rows.map((row) =>
        Object.fromEntries(block.columns.map((_, at) => [String(at), cell(row[at])])),
      )}
    />
  );
}

/** The right value stands in the picture; what was corrected is struck in the results above it. */
/** One of many on the page: its name says which program it is of. */
function ChartBlock({
  view,
  manuscript,
  block,
  id,
  heading,
  corrections,
  links,
}: Of<'chart'> & { id: string; heading: string }) {
  const valueOf = (figure: string | null) => {
    const newest = figure === null ? undefined : corrections.get(figure)?.at(-1)?.newValue;
    if (newest !== undefined) return Number(newest);
    return figure === null ? null : (manuscript.figures[figure]?.value ?? null);
  };
  const hrefOf = (figure: string | null) => {
    const known = figure === null ? undefined : manuscript.figures[figure];
    return known && links.figure?.(known.path ?? known.id);
  };
  const chart = {
    view,
    id: `chart-${id}`,
    title: `${heading}${view.lang === 'ja' ? '：' : ': '}${block.caption}`,
    unit: block.unit,
    description: block.alternative,
    labels: block.series[0]?.points.map(({ label }) => label) ?? [],
    series: block.series.map(({ name, points }) => ({
      label: name,
      values: points.map(({ figure }) => valueOf(figure)),
      hrefs: points.map(({ figure }) => hrefOf(figure)),
    })),
  };
  return block.shape === 'line' ? <LineChart {...chart} /> : <GroupedBars {...chart} />;
}
