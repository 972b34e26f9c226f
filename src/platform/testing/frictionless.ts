/** What Data Package v2 asks for, as far as we use it, in words of our own (JSON Schema draft-07). */

const uri = { type: 'string', format: 'uri' };
const name = { type: 'string', pattern: '^[a-z0-9][a-z0-9._-]*$' };

const fieldTypes = ['string', 'number', 'integer', 'boolean', 'date', 'datetime', 'time', 'any'];

export const tableSchemaSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  required: ['$schema', 'fields'],
  properties: {
    $schema: { const: 'https://datapackage.org/profiles/2.0/tableschema.json' },
    fields: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['name', 'type'],
        properties: {
          name: { type: 'string', minLength: 1 },
          type: { enum: fieldTypes },
          format: { enum: ['default', 'email', 'uri', 'uuid'] },
          title: { type: 'string' },
          description: { type: 'string' },
          constraints: {
            type: 'object',
            properties: { required: { type: 'boolean' }, unique: { type: 'boolean' } },
            additionalProperties: false,
          },
        },
        additionalProperties: false,
      },
    },
    missingValues: {
      type: 'array',
      items: {
        anyOf: [
          { type: 'string' },
          {
            type: 'object',
            required: ['value'],
            properties: { value: { type: 'string' }, label: { type: 'string' } },
          },
        ],
      },
    },
    primaryKey: { type: 'array', minItems: 1, items: { type: 'string' } },
  },
  additionalProperties: false,
};

export const dataPackageSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  required: ['$schema', 'name', 'resources', 'licenses'],
  properties: {
    $schema: { const: 'https://datapackage.org/profiles/2.0/datapackage.json' },
    name,
    title: { type: 'string', minLength: 1 },
    description: { type: 'string' },
    homepage: uri,
    version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$' },
    created: { type: 'string', format: 'date-time' },
    keywords: { type: 'array', minItems: 1, items: { type: 'string' } },
    licenses: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        anyOf: [{ required: ['name'] }, { required: ['path'] }],
        properties: {
          name: { type: 'string', pattern: '^[-a-zA-Z0-9._]+$' },
          path: uri,
          title: { type: 'string' },
        },
      },
    },
    contributors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['title'],
        properties: { title: { type: 'string' }, roles: { type: 'array', items: { type: 'string' } } },
      },
    },
    resources: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['name', 'path', 'schema', 'type'],
        properties: {
          $schema: { const: 'https://datapackage.org/profiles/2.0/dataresource.json' },
          name,
          title: { type: 'string', minLength: 1 },
          path: { anyOf: [uri, { type: 'string', pattern: '^[a-z0-9._-]+$' }] },
          type: { const: 'table' },
          format: { const: 'csv' },
          mediatype: { type: 'string', pattern: '^[^/]+/[^/]+$' },
          encoding: { const: 'utf-8' },
          dialect: {
            type: 'object',
            properties: {
              delimiter: { type: 'string', minLength: 1 },
              lineTerminator: { type: 'string' },
              quoteChar: { type: 'string' },
              doubleQuote: { type: 'boolean' },
              header: { type: 'boolean' },
            },
            additionalProperties: false,
          },
          schema: { anyOf: [uri, tableSchemaSchema] },
        },
      },
    },
  },
};
