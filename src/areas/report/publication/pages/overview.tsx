import { contentIn, formatNumber } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { FigureLink, Notice, StatFigure, Tag } from '#ui/content.tsx';
import { Grid, Row, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import type { EditionHead, ProgramBrief } from '../../editions/content.ts';
import { countFigure, programsFigure } from '../../figures/named.ts';
import type { EditionLinks } from '../shown.ts';
import { words } from '../words.ts';
import { Marks, RatingTag } from './marks.tsx';

interface OverviewProps {
  readonly view: View;
  readonly head: EditionHead;
  readonly links: EditionLinks;
}

/** The year's results: the whole, then each category with its programs. */
export function OverviewBody({ view, head, links }: OverviewProps) {
  const text = words[view.lang];
  const groups = groupsOf(head);
  return (
    <>
      <Totals view={view} head={head} links={links} />
      <Section title={text.byCategory} id="categories">
        <CategoryTable view={view} head={head} links={links} />
        {head.programs.some((program) => program.illustrative) && (
          <Notice view={view} title={text.illustrative}>
            {text.illustrativeMeaning(text.illustrative)}
          </Notice>
        )}
      </Section>
      {groups.map(({ id, name, programs }) => (
        <Section title={name ? contentIn(view.lang, name) : text.noCategory} id={id}>
          <ProgramTable
            view={view}
            caption={name ? contentIn(view.lang, name) : text.noCategory}
            programs={programs}
            links={links}
          />
        </Section>
      ))}
    </>
  );
}

function Totals({ view, head, links }: OverviewProps) {
  const text = words[view.lang];
  return (
    <Section title={text.totals}>
      <Grid min="small">
        <StatFigure
          view={view}
          label={text.programs}
          value={head.programs.length}
          unit={text.programsUnit}
          href={links.path?.(programsFigure(head.fiscalYear, null))}
        />
        <StatFigure
          view={view}
          label={text.categories}
          value={head.categories.length}
          unit={text.categoriesUnit}
          href={links.path?.(countFigure(head, 'categories'))}
        />
        <StatFigure
          view={view}
          label={text.newPrograms}
          value={head.programs.filter(({ isNew }) => isNew).length}
          unit={text.programsUnit}
          href={links.path?.(countFigure(head, 'new-programs'))}
        />
      </Grid>
      <RatingCounts view={view} head={head} links={links} />
    </Section>
  );
}

/** How many programs have which rating, the best first; those without one are said too. */
function RatingCounts({ view, head, links }: OverviewProps) {
  const { programs } = head;
  const text = words[view.lang];
  const ratings = new Map(programs.flatMap(({ rating }) => (rating ? [[rating.code, rating] as const] : [])));
  if (ratings.size === 0) return null;
  const count = (code: string | undefined) => programs.filter(({ rating }) => rating?.code === code).length;
  const shown = (code: string | undefined) => (
    <FigureLink href={links.path?.(countFigure(head, 'rated', code))}>
      {formatNumber(view.lang, count(code))}
    </FigureLink>
  );
  return (
    <Row>
      <b>{text.ratings}</b>
      {[...ratings.values()]
        .sort((a, b) => a.level - b.level)
        .map((rating) => (
          <span>
            <RatingTag view={view} rating={rating} /> {shown(rating.code)}
          </span>
        ))}
      {count(undefined) > 0 && (
        <span>
          <Tag>{text.notRated}</Tag> {shown(undefined)}
        </span>
      )}
    </Row>
  );
}

function CategoryTable({ view, head, links }: OverviewProps) {
  const text = words[view.lang];
  const shown = (category: string | null, programs: number) => (
    <FigureLink href={links.path?.(programsFigure(head.fiscalYear, category))}>
      {formatNumber(view.lang, programs)}
    </FigureLink>
  );
  return (
    <DataTable
      view={view}
      caption={text.byCategory}
      captionHidden
      stacked
      columns={[
        { key: 'name', label: text.category, head: true },
        { key: 'programs', label: text.programs, align: 'number' },
        { key: 'content', label: text.mainContent },
      ]}
      rows={head.categories.map((category, index) => ({
        name: (
          <a href={`#${anchorOf(category.code)}`}>
            {index + 1} {contentIn(view.lang, category.name)}
          </a>
        ),
        programs: shown(category.code, category.programs),
        content: contentIn(view.lang, category.mainContent),
      }))}
      total={{ name: text.total, programs: shown(null, head.programs.length), content: ' ' }}
    />
  );
}

function ProgramTable({
  view,
  caption,
  programs,
  links,
}: {
  view: View;
  caption: string;
  programs: readonly ProgramBrief[];
  links: EditionLinks;
}) {
  const text = words[view.lang];
  return (
    <DataTable
      view={view}
      caption={caption}
      captionHidden
      even
      columns={[
        { key: 'name', label: text.program, head: true },
        { key: 'bureau', label: text.bureau },
        { key: 'rating', label: text.rating },
      ]}
      rows={programs.map((program) => ({
        name: (
          <>
            <a href={links.program(program.slug)}>{contentIn(view.lang, program.name)}</a>
            <Marks view={view} program={program} />
          </>
        ),
        bureau: contentIn(view.lang, program.bureau),
        rating: program.rating && <RatingTag view={view} rating={program.rating} />,
      }))}
    />
  );
}

/** In the order of the year's categories; programs without one at the end. */
function groupsOf(head: EditionHead) {
  const known = new Set(head.categories.map(({ code }) => code));
  const groups = head.categories.map(({ code, name }, index) => ({
    id: anchorOf(code),
    name: { ja: `${index + 1} ${name.ja}`, en: name.en && `${index + 1} ${name.en}` },
    programs: head.programs.filter(({ category }) => category === code),
  }));
  const rest = head.programs.filter(({ category }) => category === null || !known.has(category));
  return [
    ...groups.filter(({ programs }) => programs.length > 0),
    ...(rest.length > 0 ? [{ id: 'category-none', name: undefined, programs: rest }] : []),
  ];
}

function anchorOf(code: string): string {
  return `category-${encodeURIComponent(code)}`;
}
