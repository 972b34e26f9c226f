import type { Child } from 'hono/jsx';
import type { View } from '#platform/web/view.ts';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { reportPaths } from '../../paths.ts';
import { words } from '../chain-words.ts';
import type { FigureMeaning } from '../path.ts';
import { pathTitle } from '../shown-path.ts';

interface PathFrameProps {
  readonly view: View;
  readonly figure: FigureMeaning;
  /** Where the number stands. */
  readonly within: { readonly href: string; readonly label: string };
  readonly children?: Child;
}

/** `/figures/:id`, for everybody: of a number that a report tells, and of one that was kept before it. */
export function PathFrame({ view, figure, within, children }: PathFrameProps) {
  const text = words[view.lang];
  const title = pathTitle(view, figure);
  const reports = { href: view.href(reportPaths.reports.to({})), label: text.kicker };
  return (
    <PublicFrame
      view={view}
      title={title}
      description={text.lead}
      canonical={reportPaths.figurePath.to({ id: figure.id })}
    >
      <PageHead
        breadcrumbs={<Breadcrumbs view={view} items={[reports, within]} current={title} />}
        kicker={text.kicker}
        title={title}
        lead={<p>{text.lead}</p>}
      />
      {children}
    </PublicFrame>
  );
}
