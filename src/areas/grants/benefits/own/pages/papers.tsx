import { dayName } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { ownPagePaths } from '#areas/cases/paths.ts';
import { Disclosure, Notice } from '#ui/content.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { PrintButton } from '#ui/sheet.tsx';
import { DataTable } from '#ui/table.tsx';
import type { LetterContent, LetterKind } from '../../../letters/kinds/rules.ts';
import { LetterSheet } from '../../../letters/pages/letter-sheet.tsx';
import type { DocumentRow } from '../../../letters/store.ts';
import { words as letterWords } from '../../../letters/words.ts';
import { ownPaperPaths } from '../../../paths.ts';
import { words } from '../words.ts';

interface PapersProps {
  readonly view: View;
  /** Somebody may look: no paper is called by its name, and what it says is closed until it is opened. */
  readonly safe: boolean;
}

/** What was decided about the person, for the person. */
export function PapersPage({ view, safe, letters }: PapersProps & { letters: readonly DocumentRow[] }) {
  const t = words[view.lang];
  const { kinds } = letterWords[view.lang];
  return (
    <PublicFrame bare view={view} title={t.title} leave={ownPagePaths.leave.to({})}>
      <PageHead title={t.title} lead={safe ? '' : t.lead} />
      <p>
        <a href={view.href(ownPagePaths.page.to({}))}>{t.back}</a>
      </p>
      <DataTable
        view={view}
        caption={t.title}
        captionHidden
        stacked
        empty={t.none}
        columns={[
          { key: 'kind', label: t.kind, head: true },
          { key: 'number', label: t.number },
          { key: 'day', label: t.day },
        ]}
        rows={letters.map(({ id: documentId, kind, number, issuedOn }, at) => ({
          kind: (
            <a href={view.href(ownPaperPaths.paper.to({ documentId }))}>
              {safe ? `${t.neutral} ${at + 1}` : kinds[kind as LetterKind]}
            </a>
          ),
          number: safe ? '' : number,
          day: dayName(view.lang, issuedOn),
        }))}
      />
    </PublicFrame>
  );
}

export function PaperPage({ view, safe, content }: PapersProps & { content: LetterContent }) {
  const t = words[view.lang];
  const title = safe ? t.neutral : `${content.texts[view.lang].title} ${content.number}`;
  const sheet = (
    <>
      {view.lang === 'en' && <Notice view={view}>{letterWords.en.english}</Notice>}
      <LetterSheet lang={view.lang} content={content} />
    </>
  );
  return (
    <PublicFrame bare paper view={view} title={title} leave={ownPagePaths.leave.to({})} islands={['share']}>
      <PageHead title={title} actions={<PrintButton label={t.print} />} />
      <p>
        <a href={view.href(ownPaperPaths.list.to({}))}>{t.title}</a>
      </p>
      {safe ? <Disclosure summary={t.open}>{sheet}</Disclosure> : sheet}
    </PublicFrame>
  );
}
