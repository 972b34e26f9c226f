import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { flowSchema } from '#areas/directory/navigator/schema.ts';
import { schemesSchema } from '#areas/directory/schemes/schema.ts';
import { readEntries } from './entries.ts';
import { type Directory, documentNames, entryFile, municipality, profile, proposal } from './files.ts';

/** Reads the directory of a demo world. */
export async function readDirectory(folder: string): Promise<Directory> {
  const read = async <T>(schema: z.ZodType<T, unknown>, ...path: string[]): Promise<T> =>
    schema.parse(JSON.parse(await readFile(join(folder, ...path), 'utf8')));
  const municipalities = await read(z.array(municipality), 'municipalities.json');
  const files = (await readdir(join(folder, 'entries'))).toSorted();
  const entries = await Promise.all(
    files.map(async (file) => {
      const given = await read(entryFile, 'entries', file);
      return [file.replace('.json', ''), readEntries(given, municipalities)] as const;
    }),
  );
  return {
    municipalities,
    navigator: await read(flowSchema, 'navigator.json'),
    schemes: await read(schemesSchema, 'schemes.json'),
    profiles: await read(z.record(z.string(), profile), 'profiles.json'),
    documents: await read(documentNames, 'documents.json'),
    proposals: await read(z.array(proposal), 'proposals.json'),
    entries: Object.fromEntries(entries),
  };
}
