import type { View } from '#platform/web/view.ts';
import { DefinitionList, StatusTag } from '#ui/content.tsx';
import { ButtonLink } from '#ui/form.tsx';
import { Section, TypedText } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { accountPart, applicantPart } from '../../open.ts';
import type { ShownPaper } from '../../papers/actions.ts';
import { askedPapers, askedQuestions } from '../../rules.ts';
import { accountLines, answerText, applicantLines, sizeText } from '../../shown.ts';
import { papersPart } from '../../tasks.ts';
import type { Sight } from '../../view.ts';
import { fieldWords } from '../../field-words.ts';
import { words as common } from '../../words.ts';
import { words } from '../words.ts';

interface ContentProps {
  readonly view: View;
  readonly sight: Sight;
  /** Where a part is changed; left out: it is only read. */
  readonly changeUrl?: ((part: string) => string) | undefined;
  readonly paperUrl: (paperId: string) => string;
}

/** Everything that stands in an application, part by part. */
export function ApplicationContent({ view, sight, changeUrl, paperUrl }: ContentProps) {
  const { lang } = view;
  const [t, c] = [words[lang], common[lang]];
  const none = fieldWords[lang].notAnswered;
  const { opened, written, places, papers } = sight;
  const change = (part: string, label: string) =>
    changeUrl && (
      <ButtonLink small kind="secondary" href={changeUrl(part)}>
        {t.change}
        <span class="vh"> {label}</span>
      </ButtonLink>
    );
  const applicant = applicantLines(lang, written.applicant);
  const account = accountLines(lang, written.account);
  return (
    <>
      <Section title={c.applicant} actions={change(applicantPart, c.applicant)}>
        {applicant.length > 0 ? <DefinitionList items={[...applicant]} /> : <p>{none}</p>}
      </Section>
      {askedQuestions(opened.terms, written.answers).map((question) => (
        <Section title={question.label[lang]} actions={change(question.code, question.label[lang])}>
          <TypedText
            text={answerText(lang, { question, answer: written.answers.get(question.code), places })}
          />
        </Section>
      ))}
      <Section title={c.account} actions={change(accountPart, c.account)}>
        {account.length > 0 ? <DefinitionList items={[...account]} /> : <p>{none}</p>}
      </Section>
      {(askedPapers(opened.terms, written.answers).length > 0 || papers.length > 0) && (
        <Section title={c.papers} actions={change(papersPart, c.papers)}>
          <PaperTable view={view} sight={sight} papers={papers} paperUrl={paperUrl} />
        </Section>
      )}
    </>
  );
}

/** Papers with what proves them: kind, size, hash, and whether somebody looked for viruses. */
export function PaperTable({
  view,
  sight,
  papers,
  paperUrl,
}: {
  view: View;
  sight: Pick<Sight, 'opened'>;
  papers: readonly ShownPaper[];
  paperUrl: (paperId: string) => string;
}) {
  const t = words[view.lang];
  return (
    <DataTable
      view={view}
      caption={t.files}
      captionHidden
      stacked
      empty={t.noPapers}
      columns={[
        { key: 'file', label: t.file, head: true },
        { key: 'size', label: t.size },
        { key: 'scan', label: t.scan },
        { key: 'hash', label: t.hash },
      ]}
      rows={papers.map((paper) => ({
        file: (
          <>
            <a href={paperUrl(paper.id)}>{paper.name}</a>
            <br />
            <small>{paperLabel(view, sight, paper.code)}</small>
          </>
        ),
        size: sizeText(paper.bytes),
        scan: (
          <StatusTag tone={paper.scan === 'clean' ? 'good' : 'neutral'}>
            {t.scans[paper.scan] ?? paper.scan}
          </StatusTag>
        ),
        hash: <code>{paper.sha256}</code>,
      }))}
    />
  );
}

function paperLabel(view: View, { opened }: Pick<Sight, 'opened'>, code: string): string {
  const paper = opened.terms.papers.find((each) => each.code === code);
  return paper?.label[view.lang] ?? common[view.lang].scanPaper;
}
