/** Beginnings and ends in turn, in milliseconds; an end is outside. */
export type Spans = readonly number[];

const range = /[[(]"?([^",]*)"?,"?([^",)\]]*)"?[)\]]/g;

/** What PostgreSQL writes for several ranges of moments: `{["2026-11-24 00:00:00+00","2026-11-24 08:00:00+00"),…}`. */
export function spansOf(written: string): Spans {
  return [...written.matchAll(range)].flatMap(([, from = '', to = '']) => [
    from === '' ? Number.NEGATIVE_INFINITY : momentOf(from),
    to === '' ? Number.POSITIVE_INFINITY : momentOf(to),
  ]);
}

export function isWithin(spans: Spans, at: number): boolean {
  for (let next = 0; next < spans.length; next += 2)
    if ((spans[next] as number) <= at && at < (spans[next + 1] as number)) return true;
  return false;
}

/** `2026-11-24 09:00:00+09` */
function momentOf(written: string): number {
  return Date.parse(written.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
}
