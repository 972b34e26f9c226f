import { dayName, fiscalYearName, tokyoDay, tokyoMinute } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import { Notice } from '#ui/content.tsx';
import { ActionForm, Actions, ButtonLink } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Thread } from '#ui/thread.tsx';
import { Breadcrumbs, Stepper } from '#ui/wayfinding.tsx';
import { reportPaths, staffReportPaths } from '../../paths.ts';
import { did } from '../history-words.ts';
import { words } from '../words.ts';
import { DraftSteps, Withdraw } from './draft-steps.tsx';
import type { EditionProps } from './edition-props.ts';
import { EditionStatusTag } from './home.tsx';

/** `/staff/report/editions/:id`: one edition on its way to the public. */
export function EditionPage(props: EditionProps) {
  const { view, edition, problems } = props;
  const { lang } = view;
  const text = words[lang];
  const title = text.editionTitle(
    fiscalYearName(lang, edition.fiscalYear),
    text.kinds[edition.kind],
    edition.number,
  );
  return (
    <StaffFrame view={view} title={title} problems={problems}>
      <PageHead
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[{ href: view.href(staffReportPaths.home.to({})), label: text.title }]}
            current={title}
          />
        }
        title={title}
        tags={<EditionStatusTag view={view} status={edition.status} />}
      />
      {edition.status !== 'withdrawn' && (
        <Stepper
          view={view}
          label={text.steps}
          steps={[{ label: text.stepDraft }, { label: text.stepProposed }, { label: text.stepPublished }]}
          current={{ draft: 0, proposed: 1, published: 3 }[edition.status]}
        />
      )}
      <NextStep {...props} />
      <Differences {...props} />
      <History {...props} />
      <Pages {...props} />
    </StaffFrame>
  );
}

function NextStep(props: EditionProps) {
  const { view, edition, may } = props;
  const text = words[view.lang];
  const { id } = edition;
  const preview = (
    <>
      <ButtonLink kind="secondary" href={view.href(staffReportPaths.preview.to({ id }))}>
        {text.preview}
      </ButtonLink>
      {may.readManuscript && (
        <ButtonLink kind="secondary" href={view.href(staffReportPaths.manuscript.to({ id }))}>
          {text.manuscript}
        </ButtonLink>
      )}
    </>
  );
  return (
    <Section title={text.next}>
      {edition.status === 'draft' && <DraftSteps {...props} preview={preview} />}
      {edition.status === 'proposed' && (
        <>
          <p>{may.approve ? text.approveLead : text.waiting}</p>
          <Actions>
            {preview}
            {may.approve && (
              <ActionForm
                kind="primary"
                action={view.href(staffReportPaths.approve.to({ id: edition.id }))}
                fields={{ seenHash: edition.contentHash }}
              >
                {text.approve}
              </ActionForm>
            )}
            {may.prepare && <Withdraw {...props} />}
          </Actions>
        </>
      )}
      {edition.status === 'published' && <Published {...props} />}
      {edition.status === 'withdrawn' && <p>{text.statuses.withdrawn}</p>}
    </Section>
  );
}

function Published({ view, edition, intact }: EditionProps) {
  const text = words[view.lang];
  const path = edition.kind === 'results' ? reportPaths.edition : reportPaths.planEdition;
  const url = path.to({ year: String(edition.fiscalYear), number: String(edition.number) });
  return (
    <>
      <p>
        {text.frozen} {edition.publishedOn && dayName(view.lang, edition.publishedOn)}
      </p>
      <Notice view={view} tone={intact ? 'good' : 'bad'} title={intact ? text.intact : text.broken}>
        {text.hash} <code>{edition.contentHash}</code>
      </Notice>
      <p>
        <a href={view.href(url)}>{text.publicPage}</a>
      </p>
    </>
  );
}

function Differences({ view, differences }: EditionProps) {
  const text = words[view.lang];
  const fields: Readonly<Record<string, string>> = text.fields;
  return (
    <Section title={text.differences}>
      {differences === null && <p>{text.noFormer}</p>}
      {differences?.length === 0 && <p>{text.sameAsBefore}</p>}
      {differences && differences.length > 0 && (
        <DataTable
          view={view}
          caption={text.differences}
          captionHidden
          stacked
          columns={[
            { key: 'program', label: text.program, head: true },
            { key: 'what', label: text.what },
            { key: 'before', label: text.before },
            { key: 'after', label: text.after },
          ]}
          rows={differences.map(({ program, what, label, before, after }) => ({
            program,
            what: what === 'added' || what === 'removed' ? text[what] : (fields[label] ?? label),
            before: before && <span class="typed">{before}</span>,
            after: after && <span class="typed">{after}</span>,
          }))}
        />
      )}
    </Section>
  );
}

/** Each program's page, and where a published one is corrected. */
function Pages({ view, edition, may }: EditionProps) {
  const text = words[view.lang];
  const { id, content } = edition;
  if (content.programs.length === 0) return null;
  return (
    <Section title={text.programPreviews}>
      <DataTable
        view={view}
        caption={text.programPreviews}
        captionHidden
        columns={[
          { key: 'name', label: text.program, head: true },
          ...(may.correct ? [{ key: 'correct', label: text.errata } as const] : []),
        ]}
        rows={content.programs.map(({ slug, name }) => ({
          name: (
            <a href={view.href(staffReportPaths.program.to({ id, slug }))}>{contentIn(view.lang, name)}</a>
          ),
          correct: (
            <a
              href={view.href(staffReportPaths.newErratum.to({ id, slug }))}
              aria-label={text.correctProgram(contentIn(view.lang, name))}
            >
              {text.correct}
            </a>
          ),
        }))}
      />
    </Section>
  );
}

function History({ view, steps }: EditionProps) {
  const text = words[view.lang];
  return (
    <Section title={text.history}>
      <Thread
        label={text.history}
        entries={steps.map(({ at, kind, personName, words: said }) => ({
          by: personName,
          title: [did[view.lang][kind], said].filter(Boolean).join(view.lang === 'ja' ? '：' : ': '),
          when: `${dayName(view.lang, tokyoDay(at))} ${tokyoMinute(at).slice(11)}`,
          at: at.toISOString(),
        }))}
      />
    </Section>
  );
}
