import { fiscalYearName } from '#platform/dates.ts';
import { Notice, Tag } from '#ui/content.tsx';
import { ButtonLink } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { type MeasuresProps, MeasuresSection } from '../../measures/pages/section.tsx';
import { OffersSection } from '../../offers/pages/section.tsx';
import type { Offer } from '../../offers/store.ts';
import { programPaths } from '../../paths.ts';
import { PicturesSection } from '../../pictures/pages/picture.tsx';
import type { Picture } from '../../pictures/store.ts';
import { ResultText } from '../../results/pages/result.tsx';
import type { StoredResult } from '../../results/store.ts';
import { words as resultWords } from '../../results/words.ts';
import { nameIn, yearTrail } from '../../trail.ts';
import { VoicesSection } from '../../voices/pages/voice.tsx';
import type { Voice } from '../../voices/store.ts';
import { words } from '../words.ts';
import { BasicsSection, BudgetsSection, LogicSection, type PartsProps } from './parts.tsx';
import { HistorySection, type HistoryProps } from './history.tsx';
import { ContinuityTag, EntryTag } from './tags.tsx';

export interface ProgramProps extends PartsProps, HistoryProps {
  readonly measures: Pick<MeasuresProps, 'measures' | 'before'>;
  readonly offers: readonly Offer[];
  readonly result: StoredResult;
  readonly voices: readonly Voice[];
  readonly pictures: readonly Picture[];
  /** Handed in: the bureau of this person cannot change it now. */
  readonly closed: boolean;
}

/** Everything about a program, in the order in which a year goes. */
export function ProgramPage(props: ProgramProps) {
  const { view, program, terms, mayWrite } = props;
  const t = words[view.lang];
  const title = nameIn(view.lang, program);
  const programId = program.id;
  const of = (scheme: string) => terms.filter((term) => term.scheme === scheme);
  const entry = props.entries[0];
  return (
    <StaffFrame view={view} title={title}>
      <PageHead
        title={title}
        kicker={fiscalYearName(view.lang, program.fiscalYear)}
        breadcrumbs={<Breadcrumbs view={view} items={yearTrail(view, program.fiscalYear)} current={title} />}
        tags={
          <>
            <ContinuityTag view={view} continuity={program.continuity} />
            {program.illustrative && <Tag>{t.illustrative}</Tag>}
            {entry && <EntryTag view={view} status={entry.status} />}
          </>
        }
      />
      {props.closed && (
        <Notice view={view} title={t.closed}>
          <p>{t.closedLead}</p>
        </Notice>
      )}
      <MeasuresSection
        view={view}
        program={program}
        {...props.measures}
        units={of('unit')}
        mayWrite={mayWrite}
      />
      <OffersSection {...props} measures={props.measures.measures} />
      <ResultSection {...props} />
      <VoicesSection view={view} programId={programId} voices={props.voices} mayWrite={mayWrite} />
      <PicturesSection view={view} programId={programId} pictures={props.pictures} mayWrite={mayWrite} />
      <BasicsSection {...props} />
      <LogicSection {...props} />
      <BudgetsSection {...props} />
      <HistorySection {...props} />
    </StaffFrame>
  );
}

function ResultSection({ view, program, terms, result, mayWrite }: ProgramProps) {
  const ratings = terms.filter((term) => term.scheme === 'rating');
  const href = view.href(programPaths.result.to({ programId: program.id }));
  return (
    <Section
      title={resultWords[view.lang].title}
      id="result"
      actions={
        mayWrite && (
          <ButtonLink small kind="secondary" href={href}>
            {resultWords[view.lang].edit}
          </ButtonLink>
        )
      }
    >
      <ResultText view={view} result={result} ratings={ratings} />
    </Section>
  );
}
