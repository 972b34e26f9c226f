/**
 * How much each reason to stand further up counts. What was asked for by name comes before what only speaks of it, that before what
 * is of the same kind; what is for the person's own town before what is for everybody; at equal fit what was confirmed lately before
 * what is stale, and what accepts before what is full. Two kilometres count one point against an entry elsewhere, one kilometre against a place that one goes to.
 */
export const weights = {
  namedAll: 60,
  namedSome: 35,
  spokenOf: 14,
  asTyped: 10,
  /** Of each need: the entry has a word of its group. */
  concept: 20,
  topic: 10,
  firstTopic: 4,
  forHere: 30,
  /** Somebody said where they are, and it is for the whole prefecture. */
  forAll: 10,
  /** Nobody said where they are. */
  forAllAnywhere: 4,
  stale: -8,
  accepting: 2,
  waiting: -4,
  full: -12,
  /** It ends at a person. */
  desk: 3,
} as const;

/** In the order in which `search_page` of guards.sql takes them. */
export const weightList: readonly number[] = [
  weights.namedAll,
  weights.namedSome,
  weights.spokenOf,
  weights.asTyped,
  weights.concept,
  weights.topic,
  weights.firstTopic,
  weights.forHere,
  weights.forAll,
  weights.stale,
  weights.accepting,
  weights.waiting,
  weights.full,
  weights.desk,
  weights.forAllAnywhere,
];
