import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { everyElement, parseXml, textIn } from '#ui/office/xml.testing.ts';

/** The texts of a slide file, slide by slide: shapes, tables, the names and numbers of charts, notes. */
export function slideTexts(bytes: Uint8Array): readonly string[] {
  const files = unzipSync(bytes);
  const read = (name: string) => {
    const part = files[name];
    return part ? strFromU8(part) : '';
  };
  const count = Object.keys(files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name)).length;
  return Array.from({ length: count }, (_, at) => {
    const rels = read(`ppt/slides/_rels/slide${at + 1}.xml.rels`);
    const charts = [...rels.matchAll(/charts\/(chart\d+)\.xml/g)].map(([, name]) =>
      read(`ppt/charts/${name}.xml`),
    );
    const notes = read(`ppt/notesSlides/notesSlide${at + 1}.xml`);
    return [read(`ppt/slides/slide${at + 1}.xml`), ...charts, notes]
      .filter(Boolean)
      .map((xml) => paragraphsIn(xml))
      .join('\n');
  });
}

/** Each paragraph and each value of a chart a line. */
function paragraphsIn(xml: string): string {
  return everyElement(parseXml(xml))
    .filter(({ name }) => name === 'a:p' || name === 'c:v')
    .map(textIn)
    .join('\n');
}

function installed(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Whether the optional compiler is here: where it is, there is a PDF. */
export function hasCompiler(): boolean {
  try {
    createRequire(import.meta.url).resolve('@myriaddreamin/typst-ts-node-compiler');
    return true;
  } catch {
    return false;
  }
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'tsunagi-compare-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What LibreOffice shows of a deck, page by page; undefined where it (or poppler, which reads it) is not installed. */
export function renderedPages(deck: Uint8Array): readonly string[] | undefined {
  if (!installed('soffice') || !installed('pdftotext')) return undefined;
  return inFolder((folder) => {
    writeFileSync(join(folder, 'deck.pptx'), deck);
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        join(folder, 'deck.pptx'),
      ],
      { stdio: 'ignore', timeout: 120_000 },
    );
    return pagesOfPdf(join(folder, 'deck.pdf'));
  });
}

/** The text of a PDF; undefined where poppler is not installed. */
export function pdfText(pdf: Uint8Array): string | undefined {
  if (!installed('pdftotext')) return undefined;
  return inFolder((folder) => {
    writeFileSync(join(folder, 'report.pdf'), pdf);
    return pagesOfPdf(join(folder, 'report.pdf')).join('\n');
  });
}

function pagesOfPdf(file: string): string[] {
  return execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8', maxBuffer: 64 * 1_048_576 })
    .split('\f')
    .slice(0, -1);
}

/** Letters as they are read, without blanks and line ends: programs break lines where they like. */
export function bare(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}
