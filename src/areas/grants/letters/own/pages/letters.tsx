import { dayName } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { Notice } from '#ui/content.tsx';
import { PrintButton } from '#ui/sheet.tsx';
import { DataTable } from '#ui/table.tsx';
import { LinkFrame } from '../../../applications/pages/frame.tsx';
import type { CallTerms } from '../../../calls/terms.ts';
import { applicationPaths } from '../../../paths.ts';
import type { LetterContent, LetterKind } from '../../kinds/rules.ts';
import { LetterSheet } from '../../pages/letter-sheet.tsx';
import type { DocumentRow } from '../../store.ts';
import { words } from '../../words.ts';

interface OwnProps {
  readonly view: View;
  readonly token: string;
  readonly terms: CallTerms;
  readonly call: { readonly fiscalYear: number };
}

export function OwnLettersPage({
  view,
  token,
  terms,
  call,
  letters,
}: OwnProps & { letters: readonly DocumentRow[] }) {
  const t = words[view.lang];
  const to = (documentId: string) => view.href(applicationPaths.letter.to({ token, documentId }));
  return (
    <LinkFrame
      view={view}
      token={token}
      title={t.own}
      terms={terms}
      fiscalYear={call.fiscalYear}
      lead={<p>{t.ownLead}</p>}
    >
      <DataTable
        view={view}
        caption={t.own}
        captionHidden
        stacked
        empty={t.ownNone}
        columns={[
          { key: 'kind', label: t.ownKind, head: true },
          { key: 'number', label: t.ownNumber },
          { key: 'day', label: t.ownDay },
        ]}
        rows={letters.map(({ id, kind, number, issuedOn }) => ({
          kind: <a href={to(id)}>{t.kinds[kind as LetterKind]}</a>,
          number,
          day: dayName(view.lang, issuedOn),
        }))}
      />
    </LinkFrame>
  );
}

export function OwnLetterPage({ view, token, terms, call, content }: OwnProps & { content: LetterContent }) {
  const t = words[view.lang];
  return (
    <LinkFrame
      view={view}
      token={token}
      title={`${content.texts[view.lang].title} ${content.number}`}
      terms={terms}
      fiscalYear={call.fiscalYear}
      paper
      islands={['share']}
      actions={<PrintButton label={t.print} />}
    >
      {view.lang === 'en' && <Notice view={view}>{t.english}</Notice>}
      <LetterSheet lang={view.lang} content={content} />
    </LinkFrame>
  );
}
