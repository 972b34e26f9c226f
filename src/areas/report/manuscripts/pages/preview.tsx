import type { View } from '#platform/web/view.ts';
import { Notice } from '#ui/content.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Row } from '#ui/layout.tsx';
import { staffReportPaths as paths } from '../../paths.ts';
import type { Manuscript } from '../manuscript.ts';
import type { ExcusedNumber } from '../open-numbers.ts';
import { words } from '../page-words.ts';
import { CoverText, DocumentBody } from './document.tsx';
import { ManuscriptHead } from './editor.tsx';

interface PreviewProps {
  readonly view: View;
  readonly id: string;
  readonly title: string;
  readonly manuscript: Manuscript;
  /** Numbers that somebody said are no results: whoever approves sees why. */
  readonly excused: readonly ExcusedNumber[];
}

/** The whole document as it will be printed. */
export function ManuscriptPreviewPage(props: PreviewProps) {
  const { view, id, manuscript, excused } = props;
  const text = words[view.lang];
  const document = {
    view,
    manuscript,
    corrections: new Map(),
    links: { picture: (fileId: string) => paths.picture.to({ id, fileId }) },
  };
  return (
    <StaffFrame view={view} title={text.preview}>
      <ManuscriptHead {...props} inside current={text.preview} heading={manuscript.title} />
      <Notice view={view}>{text.previewNote}</Notice>
      {excused.length > 0 && (
        <Notice view={view} title={text.excused}>
          <ul>
            {excused.map(({ found, reason, text: typed }) => (
              <li>
                {typed.place}「{found.sentence}」 {found.text}
                {found.unit} — {reason}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Row>
        <a href={paths.manuscriptPreview.to({ id })}>{text.inJapanese}</a>
        <a href={paths.manuscriptPreview.to({ id }, { text: 'en' })}>{text.inEnglish}</a>
      </Row>
      <CoverText {...document} />
      <DocumentBody {...document} />
    </StaffFrame>
  );
}
