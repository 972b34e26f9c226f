import { monthName, tokyoMinute } from '#platform/dates.ts';
import { formatNumber, type Lang } from '#platform/i18n.ts';
import { Disclosure, Notice } from '#ui/content.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section, TypedText } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { collectionPaths, programPaths } from '../../paths.ts';
import { Deadline, EntryState, type RoundShown } from '../../rounds/pages/parts.tsx';
import { areaTrail, nameIn } from '../../trail.ts';
import { type EntryContent, termName, type YearWords } from '../contents.ts';
import type { EntryAct, FieldChange } from '../rules.ts';
import type { Change, Note } from '../store.ts';
import { words } from '../words.ts';
import { Comparison, Months } from './comparison.tsx';
import { Conversation, Decision } from './decision.tsx';
import { EntryForm, type EntryFormProps, measureName } from './fields.tsx';

export interface EntryPageProps extends EntryFormProps {
  readonly round: RoundShown;
  readonly today: string;
  readonly bureau: string;
  readonly acts: readonly EntryAct[];
  readonly notes: readonly Note[];
  readonly changes: readonly Change[];
  /** Set when somebody else saved first: what stands against what was typed. */
  readonly conflict?: readonly FieldChange[];
  readonly mayRemark: boolean;
}

/** One program's return: form or reading, the decision, the conversation, and who changed what. */
export function EntryPage(props: EntryPageProps) {
  const { view, state, content, round, bureau, acts, notes } = props;
  const t = words[view.lang];
  const name = nameIn(view.lang, content);
  const lastReturn =
    content.status === 'returned'
      ? notes.findLast(({ kind }) => kind === 'returned' || kind === 'reopened')
      : undefined;
  return (
    <StaffFrame view={view} title={name} problems={state.problems}>
      <PageHead
        title={name}
        kicker={`${round.title}　${bureau}`}
        tags={<EntryState view={view} status={content.status} />}
        lead={<Deadline view={view} round={round} today={props.today} />}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[
              ...areaTrail(view),
              { href: view.href(collectionPaths.rounds.to({})), label: t.rounds },
              { href: view.href(collectionPaths.round.to({ roundId: round.id })), label: round.title },
            ]}
            current={name}
          />
        }
        actions={<a href={view.href(programPaths.program.to({ programId: content.programId }))}>{t.open}</a>}
      />
      {props.conflict && <Conflict {...props} conflict={props.conflict} />}
      {lastReturn && !props.conflict && (
        <Notice view={view} tone="warn" title={t.returnedNow}>
          <TypedText text={lastReturn.words} />
        </Notice>
      )}
      <Decision {...props} />
      {acts.includes('save') ? (
        <EntryForm {...props} />
      ) : (
        <>
          <Comparison {...props} />
          <Months {...props} />
          <Reading {...props} />
        </>
      )}
      {acts.includes('save') && <Comparison {...props} />}
      <Conversation {...props} />
      <History {...props} />
    </StaffFrame>
  );
}

function Conflict({
  view,
  content,
  yearWords,
  conflict,
}: EntryPageProps & { conflict: readonly FieldChange[] }) {
  const t = words[view.lang];
  return (
    <Notice view={view} tone="warn" title={t.conflictTitle}>
      <p>{t.conflictLead}</p>
      <DataTable
        view={view}
        caption={t.conflictTitle}
        captionHidden
        stacked
        columns={[
          { key: 'field', label: t.what, head: true },
          { key: 'stored', label: t.stored },
          { key: 'typed', label: t.typed },
        ]}
        rows={conflict.map(({ field, before, after }) => ({
          field: fieldName(view.lang, content, field),
          stored: shownValue(view.lang, { field, value: before, yearWords }),
          typed: shownValue(view.lang, { field, value: after, yearWords }),
        }))}
      />
    </Notice>
  );
}

/** What was handed in, to read. */
function Reading({ view, content, yearWords }: EntryPageProps) {
  const t = words[view.lang];
  const rating = yearWords.ratings.find(({ code }) => code === content.rating);
  const parts = [
    [t.summary, content.summary],
    [t.evaluation, content.evaluation],
    [t.rating, rating ? termName(view.lang, rating) : (content.rating ?? '')],
    [t.nextStep, content.nextStep],
  ] as const;
  return (
    <Section title={t.words}>
      {parts.map(([title, text]) => (
        <>
          <h3>{title}</h3>
          <TypedText text={text || t.empty} />
        </>
      ))}
    </Section>
  );
}

function History({ view, content, changes, yearWords }: EntryPageProps) {
  const t = words[view.lang];
  return (
    <Section title={t.history}>
      {changes.length === 0 ? (
        <p>{t.noHistory}</p>
      ) : (
        <Disclosure summary={`${t.history}（${changes.length}）`}>
          <DataTable
            view={view}
            caption={t.history}
            captionHidden
            columns={[
              { key: 'when', label: t.when },
              { key: 'who', label: t.who },
              { key: 'what', label: t.what, head: true },
              { key: 'before', label: t.before },
              { key: 'after', label: t.after },
              { key: 'via', label: t.via },
            ]}
            rows={changes.map(({ at, personName, field, before, after, via }) => ({
              when: tokyoMinute(at),
              who: personName,
              what: fieldName(view.lang, content, field),
              before: shownValue(view.lang, { field, value: before, yearWords }),
              after: shownValue(view.lang, { field, value: after, yearWords }),
              via: t.vias[via as 'form'] ?? via,
            }))}
          />
        </Disclosure>
      )}
    </Section>
  );
}

/** 電話相談 4月 / 事業の評価: a field of a return in words. */
export function fieldName(lang: Lang, content: Pick<EntryContent, 'measures'>, field: string): string {
  const t = words[lang];
  const [kind, measureId, period = ''] = field.split(':');
  if (kind !== 'value') return t[field as 'summary' | 'evaluation' | 'rating' | 'nextStep'];
  const measure = content.measures.find(({ id }) => id === measureId);
  const name = measure ? measureName(lang, measure) : t.goneMeasure;
  return period.length > 4 ? `${name}　${monthName(lang, period)}` : name;
}

/** Numbers with separators, ratings by name, nothing as «empty». */
export function shownValue(
  lang: Lang,
  { field, value, yearWords }: { field: string; value: string | null; yearWords: Pick<YearWords, 'ratings'> },
): string {
  if (value === null || value === '') return words[lang].empty;
  if (field.startsWith('value:')) return formatNumber(lang, Number(value));
  const rating = field === 'rating' ? yearWords.ratings.find(({ code }) => code === value) : undefined;
  return rating ? termName(lang, rating) : value;
}
