import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { type Municipality, worryTerms } from '#areas/directory/index.ts';
import { BarChart } from '#ui/charts/bar-chart.tsx';
import { StatFigure } from '#ui/content.tsx';
import { Grid, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { words as boardWords } from '../../boards/words.ts';
import { words as callWords } from '../../calls/words.ts';
import { codes } from '../../contacts/codes.ts';
import { doors } from '../../desks/settings.ts';
import { answers, questions } from '../../surveys/rules.ts';
import { words as surveyWords } from '../../surveys/words.ts';
import { measuresOf, surveyOf } from '../measures.ts';
import { type Counted, shownSums, sumBy } from '../read.ts';
import { protectedCount } from '../rules.ts';
import { words } from '../words.ts';

/** What the pages of counts are made from. */
export interface PartProps {
  readonly view: View;
  readonly counted: Counted;
  /** One month of what is counted; absent: all of it. */
  readonly month?: string;
  /** Seen beyond the desk: numbers of what people are like are told with care. */
  readonly guarded: boolean;
  readonly municipalities: readonly Municipality[];
}

export function KeyFigures({ view, counted, month, guarded }: PartProps) {
  const t = words[view.lang];
  const measures = measuresOf(view.lang, { counted, guarded, ...(month && { month }) });
  return (
    <Section title={t.byDoor}>
      <Grid min="small">
        {measures.flatMap(({ label, value, unit, note }) =>
          value === null
            ? []
            : [<StatFigure view={view} label={label} value={value} unit={unit} {...(note && { note })} />],
        )}
      </Grid>
    </Section>
  );
}

type Named = Readonly<Record<string, { readonly ja: string; readonly en: string }>>;

/** Who came, with what, when, and what came of it. */
export function Breakdown(props: PartProps) {
  const { view } = props;
  const { lang } = view;
  const t = words[lang];
  const worryName = new Map(worryTerms.map(({ code, name }) => [code, name[lang]]));
  const named = (of: Named) => (code: string) => of[code]?.[lang] ?? code;
  const risks: Readonly<Record<string, string>> = callWords[lang].riskLevels;
  return (
    <>
      <Bars {...props} kind="worry" title={t.worries} name={(code) => worryName.get(code) ?? code} />
      <Places {...props} />
      <Bars {...props} kind="hour" by="b" title={t.hours} name={(hour) => `${Number(hour)}`} inOrder />
      <Bars {...props} kind="call-hour" title={t.callHours} name={(hour) => `${Number(hour)}`} inOrder />
      <Bars {...props} kind="outcome" title={t.outcomes} name={named(codes.outcome)} />
      <Bars {...props} kind="age" title={t.ages} name={named(codes.ageBand)} />
      <Bars {...props} kind="sex" title={t.sexes} name={named(codes.sex)} />
      <Bars {...props} kind="risk" title={t.risks} name={(level) => risks[level] ?? level} inOrder />
      <Survey {...props} />
    </>
  );
}

const alwaysExact = ['hour', 'call-hour'];

function Bars({
  view,
  counted,
  month,
  guarded,
  kind,
  by = 'a',
  title,
  name,
  inOrder,
}: PartProps & {
  kind: string;
  by?: 'a' | 'b';
  title: string;
  name: (code: string) => string;
  inOrder?: boolean;
}) {
  const t = words[view.lang];
  const careful = guarded && !alwaysExact.includes(kind);
  const sums = shownSums(counted, kind, { guarded: careful, by, ...(month && { month }) });
  const entries = Object.entries(sums).filter(([, n]) => n !== 0);
  if (entries.length === 0) return null;
  const shown = inOrder
    ? entries.toSorted(([a], [b]) => a.localeCompare(b))
    : entries.toSorted(([, a], [, b]) => (b ?? 0) - (a ?? 0));
  const hidden = shown.filter(([, n]) => n === null).map(([code]) => name(code));
  return (
    <Section title={title}>
      <BarChart
        view={view}
        id={`${kind}-bars`}
        title={title}
        unit={t.count}
        labels={shown.filter(([, n]) => n !== null).map(([code]) => name(code))}
        values={shown.flatMap(([, n]) => (n === null ? [] : [n]))}
        direction={inOrder ? 'upright' : 'lying'}
      />
      {hidden.length > 0 && (
        <p class="hint">
          {t.few}：{hidden.join('、')}
        </p>
      )}
    </Section>
  );
}

/** By municipality and way of contact; beyond the desk by municipality alone. */
function Places({ view, counted, month, guarded, municipalities }: PartProps) {
  const t = words[view.lang];
  const b = boardWords[view.lang];
  const in_ = month ? { month } : {};
  const totals = Object.entries(sumBy(counted, 'place', in_)).filter(([, n]) => n > 0);
  if (totals.length === 0) return null;
  const shownDoors = guarded ? [] : doors;
  const rows = totals
    .toSorted(([, a], [, b_]) => b_ - a)
    .map(([code, n]) => {
      const place = municipalities.find((each) => each.code === code);
      const byDoor = sumBy(counted, 'place', { ...in_, by: 'b', only: code });
      return {
        place: place ? contentIn(view.lang, { ja: place.nameJa, en: place.nameEn }) : code,
        ...Object.fromEntries(shownDoors.map((door) => [door, byDoor[door] ?? 0])),
        total: guarded ? (protectedCount(n) ?? t.few) : n,
      };
    });
  return (
    <Section title={t.placesTable}>
      <DataTable
        view={view}
        caption={t.placesTable}
        captionHidden
        columns={[
          { key: 'place', label: t.places, head: true },
          ...shownDoors.map((door) => ({ key: door, label: b.door[door], align: 'number' as const })),
          { key: 'total', label: t.total, align: 'number' },
        ]}
        rows={rows}
      />
    </Section>
  );
}

function Survey({ view, counted, month, guarded }: PartProps) {
  const s = surveyWords[view.lang];
  const in_ = month ? { month } : {};
  const people = Object.values(sumBy(counted, 'surveyed', in_)).reduce((all, n) => all + n, 0);
  if (people === 0) return null;
  const t = words[view.lang];
  const told = guarded ? protectedCount(people) : people;
  return (
    <Section title={s.report} lead={told === null ? t.few : s.reportLead(told)}>
      <DataTable
        view={view}
        caption={s.report}
        captionHidden
        columns={[
          { key: 'question', label: s.question, head: true },
          ...answers.map((answer) => ({ key: answer, label: s.answers[answer], align: 'number' as const })),
          { key: 'all', label: s.given, align: 'number' },
          { key: 'share', label: s.share, unit: '%', align: 'number' },
        ]}
        rows={questions.map((question) => {
          const { given, all, share } = surveyOf({ counted, guarded, ...in_ }, question);
          return {
            question: s.questions[question],
            ...Object.fromEntries(
              answers.map((answer) => [answer, answer in given ? (given[answer] ?? t.few) : 0]),
            ),
            all: all ?? t.few,
            share: share ?? '',
          };
        })}
      />
      <p class="hint">{s.shareNote}</p>
    </Section>
  );
}
