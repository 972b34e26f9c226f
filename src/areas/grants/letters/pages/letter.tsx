import type { View } from '#platform/web/view.ts';
import { EmptyState, Notice } from '#ui/content.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { PrintButton } from '#ui/sheet.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { letterPaths } from '../../paths.ts';
import type { DocumentRow } from '../store.ts';
import type { LetterContent, LetterKind } from '../kinds/rules.ts';
import { words } from '../words.ts';
import { LetterSheet } from './letter-sheet.tsx';

interface LetterProps {
  readonly view: View;
  readonly document: DocumentRow;
  /** Where it is come from; the register unless said otherwise. */
  readonly from?: { readonly href: string; readonly label: string };
  readonly letter:
    | { readonly content: LetterContent; readonly templateVersion: number; readonly sha256: string }
    | undefined;
}

export function LetterPage({ view, document, letter, from }: LetterProps) {
  const t = words[view.lang];
  const title = `${document.number} ${t.kinds[document.kind as LetterKind]}`;
  return (
    <StaffFrame view={view} title={title} islands={['share']}>
      <PageHead
        title={title}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[from ?? { href: view.href(letterPaths.register.to({})), label: t.title }]}
            current={document.number}
          />
        }
        actions={letter && <PrintButton label={t.print} />}
      />
      {letter ? (
        <>
          {view.lang === 'en' && <Notice view={view}>{t.english}</Notice>}
          <LetterSheet lang={view.lang} content={letter.content} />
          <p class="hint">{t.asIssued(letter.templateVersion, letter.sha256.slice(0, 16))}</p>
        </>
      ) : (
        <EmptyState title={t.notWritten} />
      )}
    </StaffFrame>
  );
}
