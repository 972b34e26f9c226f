import type { Context } from 'hono';
import { z } from 'zod';
import { defineWords, type Lang, type Text } from '../i18n.ts';
import type { FormState, Problem } from './form-state.ts';

export type Typed = Readonly<Record<string, string | readonly string[]>>;
export type FormOutcome<Values> =
  | { readonly ok: true; readonly values: Values; readonly typed: Typed }
  | { readonly ok: false; readonly state: FormState };

/**
 * Reads a posted form through a zod schema. The schema sees text (trimmed, NFC) per field, text[] where a name came several
 * times or ends in `[]` (the brackets are dropped), and File for uploads; an empty upload is left out.
 */
export async function readForm<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
  lang: Lang,
): Promise<FormOutcome<z.output<Schema>>> {
  const fields: Record<string, string | string[] | File> = {};
  const typed: Record<string, string | string[]> = {};
  for (const [name, value] of await postedIn(c)) {
    if (value instanceof File) {
      if (value.size > 0) fields[name] = value;
      continue;
    }
    const texts = (Array.isArray(value) ? value : [value])
      .filter((each) => typeof each === 'string')
      .map(clean);
    const key = name.endsWith('[]') ? name.slice(0, -2) : name;
    fields[key] = name.endsWith('[]') || texts.length > 1 ? texts : (texts[0] ?? '');
    typed[key] = fields[key] as string | string[];
  }
  return checkForm(schema, fields, typed, lang);
}

/** What came under each name. An ordinary form is a line of text: the way over streams and parts costs several times as much. */
async function postedIn(c: Context): Promise<Iterable<readonly [string, unknown]>> {
  if (!c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded'))
    return Object.entries(await c.req.parseBody({ all: true }));
  const pairs = new URLSearchParams(await c.req.text());
  return Array.from(
    Map.groupBy(pairs, ([name]) => name),
    ([name, came]) => [name, came.map(([, value]) => value)],
  );
}

/** The same for values that did not come by HTTP: a row of an import, a seed. */
export function checkForm<Schema extends z.ZodType>(
  schema: Schema,
  fields: Record<string, unknown>,
  typed: Typed,
  lang: Lang,
): FormOutcome<z.output<Schema>> {
  const parsed = schema.safeParse(fields);
  if (parsed.success) return { ok: true, values: parsed.data, typed };
  return {
    ok: false,
    state: { values: typed, problems: parsed.error.issues.map((issue) => asProblem(issue, lang)) },
  };
}

/** A problem that a schema's own check found: `ctx.addIssue(formProblem({ ja: …, en: … }))`, or `.refine(check, formProblem(…))`. */
export function formProblem(text: Text): { message: string; params: { text: Text } } {
  return { message: text.ja, params: { text } };
}

/** Control characters are no text: the database takes no NUL, and the others hide what stands beside them. */
function clean(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();
}

function asProblem(issue: z.core.$ZodIssue, lang: Lang): Problem {
  return { field: issue.path.map(String).join('.'), message: messageOf(issue, lang) };
}

function messageOf(issue: z.core.$ZodIssue, lang: Lang): string {
  const t = words[lang];
  if (issue.code === 'custom') {
    const text = (issue.params as { text?: Text } | undefined)?.text;
    return text ? text[lang] : issue.message;
  }
  if (issue.code === 'too_small') {
    if (issue.origin === 'string')
      return Number(issue.minimum) <= 1 ? t.required : t.tooShort(Number(issue.minimum));
    if (issue.origin === 'array') return t.chooseAtLeast(Number(issue.minimum));
    return t.tooSmall(Number(issue.minimum));
  }
  if (issue.code === 'too_big')
    return issue.origin === 'string' ? t.tooLong(Number(issue.maximum)) : t.tooBig(Number(issue.maximum));
  if (issue.code === 'invalid_type')
    return issue.expected === 'number' || issue.expected === 'int' ? t.number : t.required;
  if (issue.code === 'invalid_value') return t.choose;
  if (issue.code === 'invalid_format')
    return issue.format === 'email' ? t.email : issue.format === 'date' ? t.date : t.format;
  return t.format;
}

const words = defineWords({
  ja: {
    required: '入力してください',
    tooShort: (least: number) => `${least}文字以上で入力してください`,
    tooLong: (most: number) => `${most}文字以内で入力してください`,
    tooSmall: (least: number) => `${least}以上の数を入力してください`,
    tooBig: (most: number) => `${most}以下の数を入力してください`,
    chooseAtLeast: (least: number) => `${least}つ以上選んでください`,
    choose: '選択肢から選んでください',
    number: '数字で入力してください',
    email: 'メールアドレスの形で入力してください（例：name@example.jp）',
    date: '年月日を正しく入力してください',
    format: '入力の形が正しくありません',
  },
  en: {
    required: 'Fill in this field',
    tooShort: (least: number) => `Use at least ${least} characters`,
    tooLong: (most: number) => `Use at most ${most} characters`,
    tooSmall: (least: number) => `Enter ${least} or more`,
    tooBig: (most: number) => `Enter ${most} or less`,
    chooseAtLeast: (least: number) => `Choose at least ${least}`,
    choose: 'Choose one of the options',
    number: 'Enter a number',
    email: 'Enter an e-mail address (for example name@example.jp)',
    date: 'Enter a real date',
    format: 'This is not in the right form',
  },
});

const empty = (value: unknown) => value === undefined || value === '';
/** Full-width digits, commas and the yen sign are understood: 「１，２３４円」 is 1234. */
const plainNumber = (value: unknown) => {
  if (typeof value !== 'string') return value;
  const text = value
    .normalize('NFKC')
    .replace(/[,\s¥円]/g, '')
    .replace(/[−―ー]/g, '-');
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : value;
};

/** Field kinds for schemas. */
export const field = {
  text: (max: number) => z.string().min(1).max(max),
  optionalText: (max: number) => z.string().max(max).default(''),
  email: () => z.string().toLowerCase().pipe(z.email()),
  /** Whole number, null when left empty. */
  wholeOrNull: ({ min = 0, max = Number.MAX_SAFE_INTEGER } = {}) =>
    z.preprocess((value) => (empty(value) ? null : plainNumber(value)), z.int().min(min).max(max).nullable()),
  whole: ({ min = 0, max = Number.MAX_SAFE_INTEGER } = {}) =>
    z.preprocess(plainNumber, z.int().min(min).max(max)),
  /** Number with up to four decimals, null when left empty. */
  numberOrNull: () =>
    z.preprocess(
      (value) => (empty(value) ? null : plainNumber(value)),
      z.number().min(0).max(Number.MAX_SAFE_INTEGER).nullable(),
    ),
  day: () => z.iso.date(),
  choice: <const Options extends readonly [string, ...string[]]>(options: Options) => z.enum(options),
  choices: () =>
    z.preprocess(
      (value) => (empty(value) ? [] : Array.isArray(value) ? value : [value]),
      z.array(z.string().max(100)).max(200),
    ),
  checkbox: () => z.preprocess((value) => value === 'on' || value === '1', z.boolean()),
  upload: () => z.instanceof(File).optional(),
};
