import type { Child } from 'hono/jsx';
import { fiscalYearName } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import { yenFull } from '#platform/money.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList, Disclosure, FigureLink, Notice, Quote, Tag, type Term } from '#ui/content.tsx';
import { Grid, PageHead, Prose, Row, Section, TypedText } from '#ui/layout.tsx';
import type { ProgramContent } from '../../editions/content.ts';
import { words as storyWords } from '../../expectations/words.ts';
import { type CorrectedText, type Correction, correctionsOf, withCorrections } from '../../errata/rules.ts';
import { budgetFigure } from '../../figures/named.ts';
import { StatesLink } from '../../states/pages/link.tsx';
import type { EditionLinks, ShownEdition } from '../shown.ts';
import { words } from '../words.ts';
import { EditionLine } from './edition-info.tsx';
import { CorrectionNote } from './correction-note.tsx';
import { RatingTag } from './marks.tsx';
import { ProgramFigures } from './program-figures.tsx';

export interface ProgramProps {
  readonly view: View;
  /** As printed in the edition. */
  readonly program: ProgramContent;
  readonly corrections: readonly Correction[];
  readonly edition: ShownEdition;
  readonly links: EditionLinks;
  readonly otherYears: readonly { readonly fiscalYear: number; readonly href: string }[];
  readonly breadcrumbs?: Child;
}

/** One program in one year; the same for the public page and the preview. */
export function ProgramBody(props: ProgramProps) {
  const { view, corrections, edition, links } = props;
  const { lang } = view;
  const text = words[lang];
  const program = withCorrections(props.program, corrections);
  return (
    <>
      <ProgramHead {...props} />
      {program.illustrative && (
        <Notice view={view} title={text.illustrative}>
          {text.programIllustrative}
        </Notice>
      )}
      {text.japaneseOnly && <p class="hint">{text.japaneseOnly}</p>}
      <ProgramFigures view={view} program={program} corrections={corrections} links={links} />
      {program.hasStates && links.states && (
        <StatesLink view={view} href={`${links.states}#${program.slug}`} />
      )}
      <Words {...props} program={program} title={text.done} field="summary" />
      <Evaluation {...props} program={program} />
      <Words {...props} program={program} title={text.nextStep} field="nextStep" />
      <Voices {...props} />
      <Pictures {...props} />
      <About {...props} />
      <OtherYears {...props} />
      <EditionLine view={view} edition={edition} links={links} />
    </>
  );
}

function ProgramHead({ view, program, breadcrumbs }: ProgramProps) {
  const { lang } = view;
  const text = words[lang];
  const kicker = [
    fiscalYearName(lang, program.fiscalYear),
    program.categoryName && contentIn(lang, program.categoryName),
  ].filter(Boolean);
  const mark = text.continuityLong[program.continuity];
  return (
    <PageHead
      breadcrumbs={breadcrumbs}
      kicker={kicker.join(lang === 'ja' ? '　' : ', ')}
      title={contentIn(lang, program.name)}
      tags={
        (mark || program.illustrative || program.rating) && (
          <>
            {mark && <Tag tone={program.isNew ? 'bad' : undefined}>{mark}</Tag>}
            {program.illustrative && <Tag>{text.illustrative}</Tag>}
            {program.rating && <RatingTag view={view} rating={program.rating} />}
          </>
        )
      }
      lead={program.purpose && <p lang="ja">{program.purpose}</p>}
    />
  );
}

function Evaluation(props: ProgramProps) {
  const { view, program } = props;
  const text = words[view.lang];
  if (program.evaluation || correctionsOf(props.corrections, { kind: 'text', field: 'evaluation' }).length)
    return <Words {...props} title={text.evaluation} field="evaluation" />;
  return (
    <Section title={text.evaluation}>
      <p>{text.noEvaluation}</p>
    </Section>
  );
}

/** A text with what it said before it was corrected. */
function Words({
  view,
  program,
  corrections,
  title,
  field,
}: ProgramProps & { title: string; field: CorrectedText }) {
  const earlier = correctionsOf(corrections, { kind: 'text', field });
  if (!program[field] && earlier.length === 0) return null;
  return (
    <Section title={title}>
      <div lang="ja">
        <Prose>
          <TypedText text={program[field]} />
        </Prose>
      </div>
      {earlier.map((correction) => (
        <CorrectionNote view={view} correction={correction}>
          <del lang="ja">{correction.oldValue}</del>
        </CorrectionNote>
      ))}
    </Section>
  );
}

function Voices({ view, program }: ProgramProps) {
  if (program.voices.length === 0) return null;
  return (
    <Section title={words[view.lang].voices}>
      <div lang="ja">
        <Grid min="large">
          {program.voices.map(({ speaker, words: said }) => (
            <Quote role={speaker}>{said}</Quote>
          ))}
        </Grid>
      </div>
    </Section>
  );
}

function Pictures({ view, program, links }: ProgramProps) {
  if (program.pictures.length === 0) return null;
  return (
    <Section title={words[view.lang].pictures}>
      <Grid>
        {program.pictures.map(({ fileId, alternative, caption }) => (
          <figure lang="ja">
            <img src={links.picture(fileId)} alt={alternative} loading="lazy" decoding="async" />
            {caption && <figcaption class="hint">{caption}</figcaption>}
          </figure>
        ))}
      </Grid>
    </Section>
  );
}

function About({ view, program, links }: ProgramProps) {
  const { lang } = view;
  const text = words[lang];
  const separator = lang === 'ja' ? '、' : ', ';
  const items: Term[] = [
    { term: text.bureau, value: contentIn(lang, program.bureau) },
    { term: text.division, value: program.division },
    {
      term: text.partners,
      value: program.partners.map((partner) => contentIn(lang, partner)).join(separator),
    },
    { term: text.pillars, value: program.pillars.map(({ name }) => contentIn(lang, name)).join(separator) },
    { term: text.line, value: program.line ? contentIn(lang, program.line.name) : '' },
    { term: text.targetPeople, value: program.targetPeople },
    ...(['initial', 'revised', 'settled'] as const).map((stage) => ({
      term: text[stage],
      value:
        program.budget[stage] === null ? (
          ''
        ) : (
          <FigureLink href={links.path?.(budgetFigure(program.fiscalYear, program.thread, stage))}>
            {yenFull(lang, program.budget[stage])}
          </FigureLink>
        ),
    })),
  ];
  const steps = (['inputs', 'activities', 'outputs', 'outcomes'] as const).filter(
    (step) => program.logic[step],
  );
  return (
    <Section title={text.aboutProgram}>
      <DefinitionList items={items.filter(({ value }) => value !== '')} />
      {steps.length > 0 && (
        <Disclosure summary={text.logic}>
          <div lang="ja">
            <DefinitionList items={steps.map((step) => ({ term: text[step], value: program.logic[step] }))} />
          </div>
        </Disclosure>
      )}
    </Section>
  );
}

function OtherYears({ view, otherYears, links, program }: ProgramProps) {
  if (otherYears.length === 0 && !links.story) return null;
  return (
    <Section title={storyWords[view.lang].otherYears}>
      <Row>
        {otherYears.map(({ fiscalYear, href }) => (
          <a href={href}>{fiscalYearName(view.lang, fiscalYear)}</a>
        ))}
        {links.story && <a href={links.story(program.thread)}>{storyWords[view.lang].storyLink}</a>}
      </Row>
    </Section>
  );
}
