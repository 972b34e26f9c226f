import type { Color } from './deck.ts';

/** Colours of a slide's text, by what they are for; all of them readable on white, `white` on the band. */
export const colors: Readonly<Record<Color, string>> = {
  ink: '1A1A1C',
  quiet: '5B5B66',
  accent: '0017C1',
  white: 'FFFFFF',
  strong: 'B3261E',
};

export const band = '0017C1';
export const paleGround = 'EEF2FF';
export const headGround = 'DCE5FF';
export const hairline = 'B8C0D9';

/** Series of a chart: told apart by brightness as well, with marks of their own on lines. */
export const seriesColors = ['0017C1', 'E25100', '118D57', '7A5AC8', '5B5B66', 'B78F00'] as const;
export const seriesMarks = ['circle', 'square', 'triangle', 'diamond', 'x', 'star'] as const;
