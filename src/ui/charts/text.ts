/** Estimates of text in a chart, whose fonts are unknown to the server: a little too wide rather than too narrow. */

/** Size of all text in a chart, in units of its view box. */
export const fontSize = 13;
export const lineHeight = 17;

/** Width in view box units: Japanese characters are as wide as high, Latin ones and digits a bit over half. */
export function textWidth(text: string, size: number = fontSize): number {
  let ems = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    ems +=
      code >= 0x1100 && !(code >= 0xff61 && code <= 0xff9f) ? 1 : /[A-Z%MWmw@]/.test(character) ? 0.75 : 0.58;
  }
  return ems * size;
}

/** Breaks a label into lines no wider than `width`, at spaces where there are some, else between characters. */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[\x21-\x7e]+\s*|\s+|./gu) ?? []) {
    if (
      line &&
      textWidth((line + piece).trimEnd()) > width &&
      !/^[、。，．）」』】・：;:,.)!?]/u.test(piece)
    ) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  lines.push(line.trimEnd());
  return lines;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Which of evenly spaced labels can stand without touching: every first, second, third … one. */
export function labelStep(labels: readonly string[], spacing: number): number {
  const widest = Math.max(0, ...labels.map((label) => textWidth(label)));
  return Math.max(1, Math.ceil((widest + 2) / Math.max(spacing, 1)));
}
