import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type * as Typst from '@myriaddreamin/typst-ts-node-compiler';
import type { Manuscript } from '../manuscripts/manuscript.ts';
import { pdfInput, picturePath } from './pdf-input.ts';
import type { Surroundings } from './pieces.ts';

const compilerPackage = '@myriaddreamin/typst-ts-node-compiler';
const fonts = ['400Regular/BIZUDPGothic_400Regular.ttf', '700Bold/BIZUDPGothic_700Bold.ttf'].map(
  (file) => `@expo-google-fonts/biz-udpgothic/${file}`,
);

/** A manuscript on paper. The same manuscript gives the same bytes. */
export async function writePdf(
  manuscript: Manuscript,
  surroundings: Surroundings,
): Promise<Uint8Array | null> {
  return printPdf({
    folder: import.meta.dirname,
    template: 'report.typ',
    inputs: { report: JSON.stringify(pdfInput(manuscript, surroundings)) },
    on: manuscript.edition.publishedOn ?? `${manuscript.edition.fiscalYear}-04-01`,
    pictures: [...surroundings.pictures].map(([fileId, { bytes, type }]) => [
      picturePath(fileId, type),
      bytes,
    ]),
  });
}

/** A tagged PDF (PDF/UA-1), or null where the compiler or its font is not installed: both are optional packages. */
export async function printPdf({
  folder,
  template,
  inputs,
  on,
  pictures = [],
}: {
  readonly folder: string;
  readonly template: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** The day that stands in the file. */
  readonly on: string;
  /** By their place under the folder. */
  readonly pictures?: readonly (readonly [place: string, bytes: Uint8Array])[];
}): Promise<Uint8Array | null> {
  const parts = await findParts();
  if (!parts) return null;
  const compiler = parts.NodeCompiler.create({
    workspace: folder,
    fontArgs: [{ fontBlobs: parts.fonts }],
  });
  for (const [place, bytes] of pictures) compiler.mapShadow(`${folder}${place}`, Buffer.from(bytes));
  const compiled = compiler.compile({ mainFilePath: `${folder}/${template}`, inputs: { ...inputs } });
  if (!compiled.result) throw new Error(`${template} is not printed: ${said(compiled.takeDiagnostics())}`);
  return compiler.pdf(compiled.result, {
    pdfStandard: 'ua-1',
    creationTimestamp: Date.parse(`${on}T00:00:00Z`) / 1000,
  });
}

async function findParts() {
  try {
    const { NodeCompiler } = (await import(compilerPackage)) as typeof Typst;
    const { resolve } = createRequire(import.meta.url);
    return { NodeCompiler, fonts: await Promise.all(fonts.map((font) => readFile(resolve(font)))) };
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND', 'ENOENT'].includes(code)) return null;
    // The compiler is there, its binary for this platform is not.
    if (/native binding/i.test(message)) return null;
    throw error;
  }
}

function said(error: { readonly shortDiagnostics: readonly unknown[] } | null): string {
  return JSON.stringify(error?.shortDiagnostics ?? []).slice(0, 2000);
}
