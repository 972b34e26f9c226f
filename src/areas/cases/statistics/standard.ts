import type { TargetFigure } from './rules.ts';

export interface StandardTarget {
  readonly fiscalYear: number;
  readonly figure: TargetFigure;
  readonly value: number;
  /** verified: read in a published document; memory: named from memory, to be looked up before it is relied on. */
  readonly source: 'verified' | 'memory';
}

const verified = (fiscalYear: number, values: Readonly<Partial<Record<TargetFigure, number>>>) =>
  Object.entries(values).map(
    ([figure, value]): StandardTarget => ({
      fiscalYear,
      figure: figure as TargetFigure,
      value,
      source: 'verified',
    }),
  );

/**
 * 国の目安値: a month for 100,000 people, the rates in percent. Source: the ministry's tables for fiscal years 2015 to 2017 and the
 * KPI of 2018, in which plans are half of the receptions (26) and plans that aim at work 60 % of the plans.
 */
export const standardTargets: readonly StandardTarget[] = [
  ...verified(2015, { received: 20, planned: 10, target: 6, rate: 40 }),
  ...verified(2016, { received: 22, planned: 11, target: 7, rate: 42 }),
  ...verified(2017, { received: 24, planned: 12, target: 7, rate: 70 }),
  ...verified(2018, { received: 26, planned: 13, target: 7.8, rate: 75 }),
  ...[2019, 2020, 2021, 2022, 2023, 2024, 2025].flatMap((fiscalYear): StandardTarget[] => [
    { fiscalYear, figure: 'rate', value: 75, source: 'memory' },
    { fiscalYear, figure: 'improved', value: 90, source: 'memory' },
  ]),
];
