import type { CellStyle } from 'hucre/xlsx';
import type { Look } from './book.ts';

export const fontName = '游ゴシック';
const ink = '1F2937';
const quiet = '6B7280';
const blue = '2B5797';
const paleBlue = 'DCE6F3';
const mist = 'F1F3F6';
const white = 'FFFFFF';
const line = 'C3CCD9';
const inputLine = '6F94C8';

interface Choice {
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly fill?: string;
  readonly line?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly top?: boolean;
  readonly wrap?: boolean;
  readonly format?: string;
  readonly unlocked?: boolean;
  readonly indent?: number;
}

const whole = '#,##0';
const decimal = '#,##0.####';

const choices: Readonly<Record<Look, Choice>> = {
  plain: {},
  title: { size: 16, bold: true, color: blue },
  lead: { size: 10.5, color: quiet },
  heading: { bold: true, color: white, fill: blue, line: blue, align: 'center', wrap: true },
  'heading-number': { bold: true, color: white, fill: blue, line: blue, align: 'right', wrap: true },
  group: { fill: paleBlue, line: paleBlue },
  'group-title': { indent: 1, size: 11, bold: true, color: ink, fill: paleBlue, line: paleBlue },
  label: { indent: 1, bold: true, color: ink, fill: mist, line, wrap: true },
  note: { size: 9, color: quiet, wrap: true, top: true },
  step: { size: 11, bold: true, color: blue },
  message: { indent: 1, size: 11, color: ink, fill: paleBlue, line: paleBlue, wrap: true },
  text: { indent: 1, size: 11, color: ink, wrap: true, top: true },
  shown: { indent: 1, color: ink, fill: mist, line, wrap: true },
  'shown-note': { indent: 1, size: 9, color: quiet, fill: mist, line, wrap: true },
  'shown-text': { color: quiet, fill: mist, line, wrap: true, top: true, indent: 1 },
  'shown-choice': { color: quiet, fill: mist, line, align: 'center' },
  'shown-number': { color: quiet, fill: mist, line, align: 'right', format: whole },
  'shown-decimal': { color: quiet, fill: mist, line, align: 'right', format: decimal },
  blocked: { color: quiet, fill: 'E3E7ED', line },
  sum: { color: ink, fill: mist, line, align: 'right', format: whole, bold: true },
  'cell-text': { color: ink, line, wrap: true, top: true },
  'cell-number': { color: ink, line, align: 'right', top: true, format: whole },
  'cell-decimal': { color: ink, line, align: 'right', top: true, format: decimal },
  'input-number': { color: ink, fill: white, line: inputLine, align: 'right', format: whole, unlocked: true },
  'input-decimal': {
    color: ink,
    fill: white,
    line: inputLine,
    align: 'right',
    format: decimal,
    unlocked: true,
  },
  'input-text': {
    indent: 1,
    color: ink,
    fill: white,
    line: inputLine,
    wrap: true,
    top: true,
    unlocked: true,
  },
  'input-choice': { color: ink, fill: white, line: inputLine, align: 'center', unlocked: true },
};

export const styles = Object.fromEntries(
  Object.entries(choices).map(([look, choice]) => [look, styleOf(choice)]),
) as Readonly<Record<Look, CellStyle>>;

function styleOf(choice: Choice): CellStyle {
  const side = choice.line ? ({ style: 'thin', color: { rgb: choice.line } } as const) : undefined;
  return {
    font: {
      name: fontName,
      size: choice.size ?? 10,
      bold: choice.bold ?? false,
      color: { rgb: choice.color ?? ink },
    },
    ...(choice.fill
      ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: choice.fill } } as const }
      : {}),
    ...(side ? { border: { top: side, right: side, bottom: side, left: side } } : {}),
    alignment: {
      horizontal: choice.align ?? 'left',
      vertical: choice.top ? 'top' : 'center',
      wrapText: choice.wrap ?? false,
      ...(choice.indent ? { indent: choice.indent } : {}),
    },
    ...(choice.format ? { numFmt: choice.format } : {}),
    protection: { locked: !choice.unlocked },
  };
}
