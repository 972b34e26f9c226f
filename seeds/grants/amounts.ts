/** `count` different-looking amounts that add up to exactly `total`: the same every time. */
export function amountsOf({ count, total }: { count: number; total: number }): readonly number[] {
  const middle = Math.floor(total / count);
  const rough = Array.from({ length: count }, (_, at) => middle + (((at * 7919) % 41) - 20) * 500);
  const rest = total - rough.reduce((sum, yen) => sum + yen, 0);
  const each = Math.trunc(rest / count);
  const last = rest - each * count;
  return rough.map((yen, at) => yen + each + (at < Math.abs(last) ? Math.sign(last) : 0));
}
