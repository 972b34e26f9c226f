import { csvFile } from '#platform/csv.ts';
import { partsBeside, toldCount } from '#platform/disclosure/parts.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Lang } from '#platform/i18n.ts';
import { listMunicipalities } from '#areas/directory/index.ts';
import type { SurveyQuestion } from './questions.ts';
import { type Counted, latest, type Summed, tabulate } from './rules.ts';
import { findSurvey, listEdits, listVersions } from './store.ts';
import { words } from './words.ts';

export interface ResultRow {
  readonly code: string;
  readonly label: { readonly ja: string; readonly en: string };
  /** Null: too few people to be told. */
  readonly counted: { readonly answers: number; readonly seen: number } | null;
}

export interface ResultTable {
  /** '' for municipalities, otherwise the question. */
  readonly code: string;
  readonly label: { readonly ja: string; readonly en: string };
  readonly rows: readonly ResultRow[];
}

interface Question {
  readonly code: string;
  readonly label: { readonly ja: string; readonly en: string };
}

/** A question that asks for a number; null: too few people to be told. */
export interface NumberResult extends Question {
  readonly counted: { readonly answers: number; readonly mean: number } | null;
}

/** What was written, without anything that says who, where or when; null: too few people to be told. */
export interface TextResult extends Question {
  readonly texts: readonly string[] | null;
}

export interface SurveyResults {
  readonly whole: ResultRow;
  readonly tables: readonly ResultTable[];
  readonly numbers: readonly NumberResult[];
  readonly texts: readonly TextResult[];
}

/**
 * A survey's figures with disclosure control: one-way tables only, k = 10 people, and what could be found by subtracting from the whole
 * hidden too. An answer to an earlier version counts at the option of the same code.
 */
export async function readResults(tx: Tx, surveyId: string): Promise<SurveyResults> {
  const survey = await findSurvey(tx, surveyId);
  const versions = await listVersions(tx, surveyId);
  const asked = allQuestions(
    [survey.version, ...versions.keys()].map((version) => versions.get(version) ?? []),
  );
  const names = new Map((await listMunicipalities(tx)).map((each) => [each.code, each]));
  const { whole, places, questions, numbers, texts } = tabulate(latest(await listEdits(tx, surveyId)), asked);
  const placeLabel = (code: string) => ({
    ja: names.get(code)?.nameJa ?? code,
    en: names.get(code)?.nameEn ?? code,
  });
  const told = (label: (code: string) => ResultRow['label'], parts: readonly Counted[]) =>
    disclosed(parts, whole).map((row) => ({ ...row, label: label(row.code) }));
  const isTold = isWholeTold(whole, places);
  return {
    numbers: asked.flatMap(({ code, label }) => {
      const summed = numbers[code];
      return summed ? [{ code, label, counted: meanOf(summed) }] : [];
    }),
    texts: asked.flatMap(({ code, label }) => {
      const said = texts[code];
      return said ? [{ code, label, texts: isTold || said.length === 0 ? said : null }] : [];
    }),
    whole: {
      code: '',
      label: { ja: words.ja.whole, en: words.en.whole },
      counted: isTold ? whole : null,
    },
    tables: [
      { code: '', label: { ja: words.ja.byPlace, en: words.en.byPlace }, rows: told(placeLabel, places) },
      ...asked
        .filter(({ code }) => questions[code])
        .map(({ code, label, options }) => ({
          code,
          label,
          rows: told(
            (option) => options.find((each) => each.code === option)?.label ?? { ja: option, en: option },
            questions[code] ?? [],
          ),
        })),
    ],
  };
}

/** Questions of all versions, each once, with every option it ever had; the newest words first. */
function allQuestions(versions: readonly (readonly SurveyQuestion[])[]): readonly SurveyQuestion[] {
  const all = new Map<string, SurveyQuestion>();
  for (const question of versions.flat()) {
    const before = all.get(question.code);
    const added = question.options.filter(
      (option) => !before?.options.some(({ code }) => code === option.code),
    );
    all.set(question.code, before ? { ...before, options: [...before.options, ...added] } : question);
  }
  return [...all.values()];
}

/** To one decimal; of few people nothing, and of nobody nought. */
function meanOf({ answers, seen, sum }: Summed): NumberResult['counted'] {
  if (answers > 0 && toldCount(seen) === null) return null;
  return { answers, mean: answers === 0 ? 0 : Math.round((sum * 10) / answers) / 10 };
}

function isWholeTold(whole: Counted, places: readonly Counted[]): boolean {
  const beside = partsBeside(places.map(({ code, seen }) => ({ code, people: seen })));
  return toldCount(whole.seen) !== null && beside.whole;
}

function disclosed(parts: readonly Counted[], whole: Counted) {
  const beside = partsBeside(parts.map(({ code, seen }) => ({ code, people: seen })));
  const isTold = ({ code, answers }: Counted) =>
    answers === 0 || (toldCount(whole.seen) !== null && !beside.few.has(code));
  return parts.map((part) => ({ code: part.code, counted: isTold(part) ? part : null }));
}

export function resultsCsv(lang: Lang, { whole, tables }: SurveyResults): string {
  const t = words[lang];
  const line = (table: string, { label, counted }: ResultRow) => [
    table,
    label[lang],
    counted?.answers ?? t.few,
    counted?.seen ?? t.few,
  ];
  return csvFile(
    [t.csvTable, t.option, `${t.answers}(${t.answersUnit})`, `${t.seen}(${t.seenUnit})`],
    [line('', whole), ...tables.flatMap(({ label, rows }) => rows.map((row) => line(label[lang], row)))],
  );
}
