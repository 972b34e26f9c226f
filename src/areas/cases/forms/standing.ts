/** What the product's own rules and figures stand on in a list. The words of every code are the prefecture's. */
export interface Standing {
  /** Every code is a branch of a rule: nothing is added or retired. */
  readonly closed?: true;
  /** Codes that a rule or a figure names: not retired. */
  readonly kept: readonly string[];
  /** As what an entry of the prefecture's own counts, the usual first; none where nothing depends on it. */
  readonly marks: readonly Mark[];
}

/** changes: their group · programs: whether the municipality decides · services: whether they go on from a day until another */
export const marks = ['else', 'ties', 'money', 'work', 'confirmed', 'decided', 'once', 'lasting'] as const;
export type Mark = (typeof marks)[number];

const free: Standing = { kept: [], marks: [] };
const closed: Standing = { ...free, closed: true };

const standings: Readonly<Record<string, Standing>> = {
  'yes-no': closed,
  screening: closed,
  'meeting-result': closed,
  outcome: closed,
  'contact-way': { ...free, kept: ['interview', 'accompaniment', 'other'] },
  'with-whom': { ...free, kept: ['person', 'organisation'] },
  bearer: { ...free, kept: ['person', 'own', 'related'] },
  agency: { ...free, kept: ['training-place'] },
  service: {
    kept: ['consultation', 'accompaniment', 'protection', 'independence', 'work-training'],
    marks: ['once', 'lasting'],
  },
  program: { kept: ['work-training'], marks: ['confirmed', 'decided'] },
  change: { kept: ['none', 'employed', 'wage-up'], marks: ['else', 'ties', 'money', 'work'] },
};

export function standingOf(list: string): Standing {
  return standings[list] ?? free;
}
