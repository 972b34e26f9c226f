import type { View } from '#platform/web/view.ts';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { PrintButton } from '#ui/sheet.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import type { Corrections } from '../../manuscripts/corrected.ts';
import type { Manuscript } from '../../manuscripts/manuscript.ts';
import { words } from '../../manuscripts/page-words.ts';
import { CoverText, DocumentBody } from '../../manuscripts/pages/document.tsx';
import { reportPaths } from '../../paths.ts';
import { words as pageWords } from '../../publication/words.ts';

interface DocumentPageProps {
  readonly view: View;
  readonly manuscript: Manuscript;
  readonly sha256: string;
  readonly corrections: Corrections;
  readonly canonical: string;
  readonly overview: string;
}

/** `/reports/2024/document`: everything of an edition, to read at one go and to print. */
export function DocumentPage(props: DocumentPageProps) {
  const { view, manuscript, corrections } = props;
  const text = words[view.lang];
  const links = {
    figure: (id: string) => view.href(reportPaths.figurePath.to({ id })),
    picture: (id: string) => reportPaths.file.to({ id }),
  };
  const title = `${manuscript.title} ${text.document}`;
  return (
    <PublicFrame
      view={view}
      title={title}
      description={text.documentLead}
      canonical={props.canonical}
      islands={['share']}
    >
      <PageHead
        band
        title={title}
        lead={<CoverText view={view} manuscript={manuscript} corrections={corrections} links={links} />}
        actions={<PrintButton label={text.print} />}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[
              { href: view.href(reportPaths.reports.to({})), label: pageWords[view.lang].reports },
              { href: props.overview, label: manuscript.title },
            ]}
            current={text.document}
          />
        }
      />
      <DocumentBody view={view} manuscript={manuscript} corrections={corrections} links={links} />
      <Section title={pageWords[view.lang].aboutEdition}>
        <p>
          {text.hash}
          <br />
          <code>{props.sha256}</code>
        </p>
      </Section>
    </PublicFrame>
  );
}
