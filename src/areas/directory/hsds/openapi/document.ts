import { licence } from '../about.ts';
import { endpoints, type Endpoint } from '../endpoints.ts';
import { exampleOf } from './examples.ts';
import { componentSchemas, type JsonSchema, parameterSchema, problemSchema, referenceTo } from './schemas.ts';

/** The API as OpenAPI 3.1 describes it, made from the list of its endpoints. */
export function openApiDocument({ publicUrl, operator }: { publicUrl: string; operator: string }) {
  const paths = Object.entries<Endpoint>(endpoints).map(([name, endpoint]) => [
    endpoint.at,
    pathOf(name, endpoint, publicUrl),
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: `${operator} 支援情報 API / Support directory API`,
      version: '1.0.0',
      summary: 'Human Services Data Specification (HSDS) 3.0',
      description: [
        '支援制度、相談窓口、支援団体、居場所を、国際的な標準 HSDS 3.0 の形で提供します。登録も鍵も要りません。',
        'Open to everybody: no registration, no key, any origin. Filters are combined with AND. Fields of our own stand beside those of the standard; nothing is ever null.',
      ].join('\n\n'),
      license: { name: licence.name, url: licence.url },
    },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    servers: [{ url: `${publicUrl}/hsds` }],
    tags: [
      { name: 'required', description: 'Required by the HSDS API specification.' },
      { name: 'optional', description: 'Optional in the HSDS API specification.' },
    ],
    paths: Object.fromEntries(paths) as Record<string, JsonSchema>,
    components: { schemas: componentSchemas() },
  };
}

function pathOf(name: string, endpoint: Endpoint, publicUrl: string): JsonSchema {
  return {
    get: {
      operationId: name,
      summary: endpoint.summary,
      tags: [endpoint.required ? 'required' : 'optional'],
      parameters: parametersOf(endpoint),
      responses: {
        200: answered(name, endpoint, publicUrl),
        304: { description: 'Not changed since the ETag that was sent as If-None-Match.' },
        ...(Object.keys(endpoint.parameters).length > 0 && { 400: errors.badRequest }),
        ...(hasId(endpoint) && { 404: errors.notFound }),
        429: errors.tooMany,
        500: errors.broken,
      },
    },
  };
}

function hasId({ at }: Endpoint): boolean {
  return at.includes('{id}');
}

function parametersOf(endpoint: Endpoint): JsonSchema[] {
  const schema = { type: 'string', format: 'uuid' };
  const id = { name: 'id', in: 'path', required: true, description: 'UUID', schema };
  return [
    ...(hasId(endpoint) ? [id] : []),
    ...Object.entries(endpoint.parameters).map(([name, type]) => ({
      name,
      in: 'query',
      required: false,
      ...parameterSchema(type),
    })),
  ];
}

function answered(name: string, endpoint: Endpoint, publicUrl: string): JsonSchema {
  const example = exampleOf(name as keyof typeof endpoints, publicUrl);
  return {
    description: endpoint.summary,
    headers: {
      ETag: { description: 'Send it back as If-None-Match.', schema: { type: 'string' } },
      'Access-Control-Allow-Origin': { description: 'Always *.', schema: { type: 'string', const: '*' } },
    },
    content: {
      'application/json': { schema: referenceTo(endpoint.answer), example },
      ...(endpoint.lines && {
        'application/x-ndjson': { schema: referenceTo(endpoint.lines) },
      }),
    },
  };
}

const errors = {
  badRequest: wrong('A parameter is wrong; `errors` names it.', {
    title: 'Bad request',
    status: 400,
    detail: 'page: must be at least 1',
    errors: [{ parameter: 'page', detail: 'must be at least 1' }],
  }),
  notFound: wrong('There is nothing public of this id.', {
    title: 'Not found',
    status: 404,
    detail: 'There is nothing public at this address.',
  }),
  tooMany: wrong('Too many requests: wait as long as Retry-After says.', {
    title: 'Too many requests',
    status: 429,
    detail: 'Wait a minute, then ask again.',
  }),
  broken: wrong('An error of ours; `id` names it.', {
    title: 'Internal error',
    status: 500,
    detail: 'The error is ours. Tell us its id.',
    id: '0b6f7f0e-7a8e-4a55-9d8f-3a1f5d0c1e2b',
  }),
} as const;

function wrong(description: string, example: JsonSchema): JsonSchema {
  return {
    description,
    content: {
      'application/problem+json': { schema: problemSchema, example: { type: 'about:blank', ...example } },
    },
  };
}
