import { z } from 'zod';
import { endpoints, type Endpoint } from '../endpoints.ts';
import * as large from '../model/large.ts';
import * as small from '../model/small.ts';

/** JSON Schema (draft 2020-12) of everything that the API gives out, by the names under which they refer to each other. */

export type JsonSchema = Readonly<Record<string, unknown>>;

/** What goes wrong, as RFC 9457 says it. */
const problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(z.object({ parameter: z.string(), detail: z.string() })).optional(),
  id: z.string().optional(),
});

const prefix = '#/components/schemas/';

const registry = z.registry<{ id: string }>();
for (const [name, schema] of Object.entries<unknown>({ ...small, ...large, problem }))
  if (schema instanceof z.ZodObject) registry.add(schema, { id: name });
for (const [name, endpoint] of Object.entries<Endpoint>(endpoints)) {
  if (!registry.has(endpoint.answer)) registry.add(endpoint.answer, { id: `${name}Answer` });
  if (endpoint.lines && !registry.has(endpoint.lines)) registry.add(endpoint.lines, { id: `${name}Line` });
}

/** A format says what its pattern would say at length. */
function withoutPattern({ jsonSchema }: { jsonSchema: Record<string, unknown> }): void {
  if (typeof jsonSchema['format'] === 'string') delete jsonSchema['pattern'];
}

export function componentSchemas(): Readonly<Record<string, JsonSchema>> {
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `${prefix}${id}`, override: withoutPattern });
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, bare(schema)]));
}

/** Without what only a schema that stands alone says of itself. */
function bare(schema: JsonSchema): JsonSchema {
  const alone = ['$schema', '$id'];
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !alone.includes(key)));
}

export function referenceTo(schema: z.ZodType): JsonSchema {
  const id = registry.get(schema)?.id;
  if (!id) throw new Error('a schema that the document does not name');
  return { $ref: `${prefix}${id}` };
}

export const problemSchema: JsonSchema = referenceTo(problem);

export function parameterSchema(schema: z.ZodType): { schema: JsonSchema; description: string } {
  const made = z.toJSONSchema(schema, { io: 'input', override: withoutPattern });
  const { description = '', ...rest } = made;
  return { schema: bare(rest), description };
}
