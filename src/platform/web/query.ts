import { z } from 'zod';
import { type ApiAnswer, badRequest, type ParameterProblem } from './api.ts';

export type ParameterTypes = Readonly<Record<string, z.ZodType>>;
export type ParametersOf<Types extends ParameterTypes> = {
  readonly [Name in keyof Types]: z.output<Types[Name]>;
};

/**
 * The parameters of a request to an API, each by its schema: whole numbers and yes-or-no are read from their text first. An
 * empty value counts as not given, a name given twice is a problem, and one that nobody knows is passed over.
 */
export function readParameters<Types extends ParameterTypes>(
  url: string,
  types: Types,
):
  | { readonly ok: true; readonly values: ParametersOf<Types> }
  | { readonly ok: false; readonly answer: ApiAnswer } {
  const given = new URL(url).searchParams;
  const values: Record<string, unknown> = {};
  const problems: ParameterProblem[] = [];
  for (const [parameter, schema] of Object.entries(types)) {
    const texts = given.getAll(parameter).filter((text) => text !== '');
    if (texts.length > 1) {
      problems.push({ parameter, detail: 'is given more than once' });
      continue;
    }
    const parsed = schema.safeParse(texts[0] === undefined ? undefined : valueOf(schema, texts[0]));
    if (parsed.success) values[parameter] = parsed.data;
    else problems.push({ parameter, detail: parsed.error.issues[0]?.message ?? 'is wrong' });
  }
  if (problems.length > 0) return { ok: false, answer: badRequest(problems) };
  return { ok: true, values: values as ParametersOf<Types> };
}

function valueOf(schema: z.ZodType, text: string): unknown {
  const type = kindOf(schema);
  if (type === 'number') return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}

/** The type inside what may be absent or has a default. */
function kindOf(schema: z.ZodType): string {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return kindOf(schema.unwrap() as z.ZodType);
  return schema.type;
}

const said = (sentence: string) => ({ error: () => sentence });

/** Kinds of parameters, whose problems are said in words. */
export const parameter = {
  whole: (least: number, most: number) =>
    z
      .int(said(`must be a whole number from ${least} to ${most}`))
      .min(least, said(`must be at least ${least}`))
      .max(most, said(`must be at most ${most}`)),
  number: (least: number, most: number) =>
    z
      .number(said(`must be a number from ${least} to ${most}`))
      .min(least, said(`must be at least ${least}`))
      .max(most, said(`must be at most ${most}`)),
  flag: () => z.boolean(said('must be true or false')),
  id: () => z.uuid(said('must be a UUID')),
  text: (most: number) => z.string().max(most, said(`must have at most ${most} characters`)),
  oneOf: <const Value extends string>(...values: readonly [Value, ...Value[]]) =>
    z.enum(values, said(`must be one of ${values.join(', ')}`)),
};
