/** Which entries are asked for; everything that is said has to hold. */
export interface Wanted {
  /** As `filedUnder` writes them: `worry/debt`, `place-type`. */
  readonly terms: readonly string[];
  readonly organisationId?: string | undefined;
  /** On or after this moment. */
  readonly modifiedAfter?: Date | undefined;
  /** Entries that a search has found. */
  readonly ids?: readonly string[] | undefined;
}

/** Around a point, in metres. */
export interface Near {
  readonly latitude: number;
  readonly longitude: number;
  readonly metres: number;
}

/** A stretch of a list: by its place in the order, or after the last id that was seen. */
export interface Stretch {
  readonly limit: number;
  readonly offset?: number;
  readonly afterId?: string | undefined;
}
