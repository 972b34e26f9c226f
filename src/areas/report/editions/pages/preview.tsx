import type { View } from '#platform/web/view.ts';
import { Notice } from '#ui/content.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Section } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { contentIn } from '#platform/i18n.ts';
import { YearBody } from '../../publication/pages/public.tsx';
import { YearHead, yearTitle } from '../../publication/pages/year-head.tsx';
import { ProgramBody } from '../../publication/pages/program.tsx';
import type { EditionLinks, ShownEdition } from '../../publication/shown.ts';
import { DraftFiles } from '../../outputs/pages/draft-files.tsx';
import { staffReportPaths } from '../../paths.ts';
import { StatesBody } from '../../states/pages/states.tsx';
import { words as stateWords } from '../../states/words.ts';
import type { EditionHead, ProgramContent } from '../content.ts';
import { words } from '../words.ts';

interface PreviewProps {
  readonly view: View;
  readonly id: string;
  readonly edition: ShownEdition;
  readonly head: EditionHead;
}

/** The year's page as it will be, drawn by the same parts. */
export function PreviewPage({ view, id, edition, head }: PreviewProps) {
  const title = yearTitle(view, head);
  return (
    <StaffFrame view={view} title={title}>
      <PreviewNote view={view} />
      <YearHead
        view={view}
        head={head}
        title={title}
        breadcrumbs={<Way view={view} id={id} current={title} />}
      />
      <YearBody
        view={view}
        head={head}
        edition={edition}
        links={previewLinks(view, id)}
        others={[]}
        errata={[]}
      />
      {head.states && (
        <Section title={stateWords[view.lang].preview}>
          <StatesBody
            view={view}
            fiscalYear={head.fiscalYear}
            states={head.states}
            fewest={head.fewest}
            path={undefined}
            program={previewLinks(view, id).program}
          />
        </Section>
      )}
      <DraftFiles view={view} id={id} />
    </StaffFrame>
  );
}

export function ProgramPreviewPage({
  view,
  id,
  edition,
  program,
}: Omit<PreviewProps, 'head'> & { program: ProgramContent }) {
  const name = contentIn(view.lang, program.name);
  return (
    <StaffFrame view={view} title={name}>
      <PreviewNote view={view} />
      <ProgramBody
        view={view}
        program={program}
        corrections={[]}
        edition={edition}
        links={previewLinks(view, id)}
        otherYears={[]}
        breadcrumbs={<Way view={view} id={id} current={name} />}
      />
    </StaffFrame>
  );
}

function PreviewNote({ view }: { view: View }) {
  const text = words[view.lang];
  return (
    <Notice view={view} tone="info" title={text.preview}>
      {text.previewNote}
    </Notice>
  );
}

function Way({ view, id, current }: { view: View; id: string; current: string }) {
  const text = words[view.lang];
  return (
    <Breadcrumbs
      view={view}
      items={[
        { href: view.href(staffReportPaths.home.to({})), label: text.title },
        { href: view.href(staffReportPaths.edition.to({ id })), label: text.edition },
      ]}
      current={current}
    />
  );
}

function previewLinks(view: View, id: string): EditionLinks {
  return {
    overview: view.href(staffReportPaths.preview.to({ id })),
    program: (slug) => view.href(staffReportPaths.program.to({ id, slug })),
    picture: (fileId) => staffReportPaths.picture.to({ id, fileId }),
  };
}
