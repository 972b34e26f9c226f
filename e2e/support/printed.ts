import type { Page } from 'playwright-core';

export interface Printed {
  readonly pages: number;
  /** Of the paper, in millimetres: 210 × 297 is A4. */
  readonly paper: readonly [width: number, height: number];
  /** The headings in their order: on which page, counted from 1, and how many points above the page's lower edge. */
  readonly headings: readonly { readonly text: string; readonly page: number; readonly above: number }[];
}

/** The page as it comes out of the printer, on the paper that its style sheet asks for; a PDF's outline tells where its headings are. */
export async function printed(page: Page): Promise<Printed> {
  const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
  const raw = pdf.toString('latin1');
  const pages = [...(/\/Kids \[([^\]]*)\]/.exec(raw)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(([, id]) => id);
  const entries = raw.matchAll(/\/Title <FEFF([0-9A-F]*)>\s*\/Dest \[(\d+) 0 R \/XYZ [\d.]+ ([\d.]+) /g);
  const headings = [...entries].map(([, hex = '', id, above]) => ({
    text: Buffer.from(hex, 'hex').swap16().toString('utf16le'),
    page: pages.indexOf(id) + 1,
    above: Number(above),
  }));
  const [, width = 0, height = 0] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(raw) ?? [];
  const inMm = (points: number | string) => Math.round((Number(points) / 72) * 25.4);
  return { pages: pages.length, paper: [inMm(width), inMm(height)], headings };
}
