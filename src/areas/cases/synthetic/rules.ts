import { addDays } from '#platform/dates.ts';

/** A year of an organisation that nobody ever lived: how much of what, and from which seed. */
export interface SyntheticYear {
  readonly fiscalYear: number;
  readonly seed: string;
  readonly people: number;
  readonly consultations: number;
  readonly accompaniments: number;
  /** People, each once. */
  readonly protection: number;
  readonly independence: number;
  readonly worries: readonly string[];
  readonly municipalities: readonly string[];
}

export interface SyntheticRecord {
  readonly service: 'consultation' | 'accompaniment' | 'protection' | 'independence';
  readonly kind: string;
  readonly place: string;
  readonly on: string;
  /** Tokyo's clock. */
  readonly hour: number;
  readonly minutes: number;
}

export interface SyntheticCase {
  /** The how manieth of the year; the last of them told no name. */
  readonly at: number;
  readonly receivedOn: string;
  readonly mainWorry: string;
  readonly municipality: string;
  /** Null: still open at the end of the year. */
  readonly closedOn: string | null;
  readonly records: readonly SyntheticRecord[];
  readonly lookedBackOn: string;
  /** Stages of いまの様子 by domain, when first asked and last; null: asked once. */
  readonly before: readonly number[];
  readonly after: readonly number[] | null;
}

/** Numbers by chance that are the same for the same seed: 0 … 1. */
function chance(seed: string): () => number {
  let state = [...seed].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0, 7);
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const days = 330;
const kinds = ['interview', 'phone', 'phone', 'line', 'visit'] as const;
const places = ['estate-agent', 'welfare-office', 'job-centre', 'hospital', 'court'] as const;

/** Exactly as many records as the year says, spread over its people; whoever came early came more often. */
export function casesOf(year: SyntheticYear): readonly SyntheticCase[] {
  const random = chance(year.seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const first = `${year.fiscalYear}-04-01`;
  const starts = Array.from({ length: year.people }, (_, at) => Math.floor((at * days) / year.people));
  const shares = sharesOf(starts, { total: year.consultations, random });
  const together = Array.from({ length: year.accompaniments }, () =>
    Math.floor(random() * Math.min(8, year.people)),
  );
  return starts.map((start, at) => {
    const on = () => addDays(first, start + Math.floor(random() * (363 - start)));
    const talks = Array.from({ length: shares[at] ?? 0 }, (_, n) =>
      recordOf('consultation', pick(kinds), n === 0 ? addDays(first, start) : on(), random),
    );
    const walks = together
      .filter((whose) => whose === at)
      .map(() => ({ ...recordOf('accompaniment', 'accompaniment', on(), random), place: pick(places) }));
    const lasting = [
      ...(at < year.protection
        ? [recordOf('protection', 'interview', addDays(first, start + 1), random)]
        : []),
      ...(at < year.independence
        ? [recordOf('independence', 'interview', addDays(first, start + 21), random)]
        : []),
    ];
    const before = Array.from({ length: 6 }, () => 1 + Math.floor(random() * 3));
    return {
      at,
      receivedOn: addDays(first, start),
      mainWorry: pick(year.worries),
      municipality: pick(year.municipalities),
      closedOn: at % 3 === 2 ? addDays(first, 363) : null,
      lookedBackOn: addDays(first, 362),
      records: [...talks, ...walks, ...lasting].toSorted((a, b) => a.on.localeCompare(b.on)),
      before,
      // From one stage harder to two better; of four people one is asked once.
      after:
        at % 4 === 3
          ? null
          : before.map((stage) => Math.min(5, Math.max(1, stage - 1 + Math.floor(random() * 4)))),
    };
  });
}

function recordOf(
  service: SyntheticRecord['service'],
  kind: string,
  on: string,
  random: () => number,
): SyntheticRecord {
  return {
    service,
    kind,
    place: 'office',
    on,
    hour: 9 + Math.floor(random() * 8),
    minutes: 20 + Math.floor(random() * 60),
  };
}

/** Parts of a whole number that add up to exactly it, at least one each. */
function sharesOf(
  starts: readonly number[],
  { total, random }: { total: number; random: () => number },
): readonly number[] {
  const parts = starts.map(() => 1);
  for (let left = total - starts.length; left > 0; left -= 1) {
    const at = Math.floor(random() * random() * starts.length);
    parts[at] = (parts[at] ?? 0) + 1;
  }
  return parts;
}
