import { z } from 'zod';
import type { FormState } from '#platform/web/form-state.ts';
import { field, formProblem, type Typed } from '#platform/web/form.ts';
import type { Visit } from '#platform/web/visit.ts';
import { questionKinds, type SurveyQuestion, type Values } from './questions.ts';
import { words } from './words.ts';

/** What forms and telephones send, read into what actions take. */

const value = z.union([z.string().max(2000), z.number(), z.array(z.string().max(60)).max(60)]);
const edit = z.object({
  id: z.uuid(),
  answerId: z.uuid(),
  version: z.int().min(1),
  sequence: z.int().min(1).max(10_000),
  municipality: z.string().max(10),
  seen: z.number(),
  values: z.record(z.string().max(40), value),
  removed: z.boolean(),
  wroteAt: z.iso.datetime().transform((at) => new Date(at)),
});

/** At most 200 edits a time; the telephone sends the rest after them. */
export const sentForm = z.object({
  sentAt: z.iso.datetime().transform((at) => new Date(at)),
  edits: z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'json' });
        return z.NEVER;
      }
    })
    .pipe(z.array(edit).max(200)),
});

const questionForm = z.object({
  labelJa: field.text(200),
  labelEn: field.optionalText(200),
  hintJa: field.optionalText(300),
  hintEn: field.optionalText(300),
  kind: field.choice(questionKinds),
  options: field.optionalText(3000),
});

type ReadQuestion =
  | {
      readonly ok: true;
      readonly questionOf: (
        before: SurveyQuestion | undefined,
        all: readonly SurveyQuestion[],
      ) => SurveyQuestion;
    }
  | { readonly ok: false; readonly state: FormState };

/** Codes stay with a question and with an option of the same words: answers are kept by them. */
export async function readQuestion(visit: Visit): Promise<ReadQuestion> {
  const form = await visit.form(
    questionForm.refine(({ kind, options }) => !kind.startsWith('choice') || linesOf(options).length >= 2, {
      path: ['options'],
      ...formProblem({ ja: words.ja.optionsMissing, en: words.en.optionsMissing }),
    }),
  );
  if (!form.ok) return form;
  const { labelJa, labelEn, hintJa, hintEn, kind, options } = form.values;
  return {
    ok: true,
    questionOf: (before, all) => {
      const taken = (before?.options ?? []).map(({ code }) => code);
      const made = kind.startsWith('choice')
        ? linesOf(options).map((label) => {
            const same = before?.options.find((option) => option.label.ja === label.ja);
            const code = same?.code ?? freeCode('o', taken);
            taken.push(code);
            return { code, label };
          })
        : [];
      const code =
        before?.code ??
        freeCode(
          'q',
          all.map((question) => question.code),
        );
      const [label, hint] = [
        { ja: labelJa, en: labelEn || labelJa },
        { ja: hintJa, en: hintEn || hintJa },
      ];
      return { code, kind, label, hint, options: made };
    },
  };
}

function linesOf(text: string) {
  return text
    .split('\n')
    .map((line) => line.split(' / ').map((part) => part.trim()))
    .filter(([ja]) => ja)
    .map(([ja = '', en]) => ({ ja, en: en || ja }));
}

function freeCode(prefix: string, taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`${prefix}${number}`)) number += 1;
  return `${prefix}${number}`;
}

type TypedAnswer =
  | {
      readonly ok: true;
      readonly values: { id: string; answerId: string; municipality: string; seen: number; values: Values };
      readonly typed: Typed;
    }
  | { readonly ok: false; readonly state: FormState };

/** The page's own form, without a script. */
export async function typedAnswer(visit: Visit, questions: readonly SurveyQuestion[]): Promise<TypedAnswer> {
  const asked = Object.fromEntries(
    questions.map(({ code, kind }) => [
      `q-${code}`,
      kind === 'choices'
        ? field.choices()
        : kind === 'number'
          ? field.wholeOrNull()
          : field.optionalText(2000),
    ]),
  );
  const schema = z.object({
    id: z.uuid(),
    answerId: z.uuid(),
    municipality: field.text(10),
    seen: field.whole({ max: 500 }),
    ...asked,
  });
  const form = await visit.form(schema);
  if (!form.ok) return form;
  const { id, answerId, municipality, seen, ...rest } = form.values;
  const values = Object.fromEntries(
    Object.entries(rest as Record<string, string | number | null | readonly string[]>).flatMap(
      ([name, said]) =>
        said === null || said === '' || (Array.isArray(said) && said.length === 0)
          ? []
          : [[name.slice(2), said]],
    ),
  ) as Values;
  return { ok: true, values: { id, answerId, municipality, seen, values }, typed: form.typed };
}
