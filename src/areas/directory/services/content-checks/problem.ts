export type ContentProblemName =
  | 'missing'
  | 'too-long'
  | 'unknown-code'
  | 'formula'
  | 'not-a-url'
  | 'not-a-mail-address'
  | 'not-a-phone-number'
  | 'not-a-postal-code'
  | 'not-a-day'
  | 'not-a-time'
  | 'no-weekday'
  | 'wrong-order'
  | 'out-of-range'
  | 'too-precise'
  | 'not-kana'
  | 'twice'
  | 'too-many'
  | 'invented-number';

/** Something wrong in a content, and where: `channels.0.value`. */
export interface ContentProblem {
  readonly field: string;
  readonly problem: ContentProblemName;
  readonly limit?: number;
}

/** Words that exist: of the model, of the taxonomies, and the municipalities that the content names. */
export interface Known {
  readonly kinds: ReadonlySet<string>;
  readonly statuses: ReadonlySet<string>;
  readonly channels: ReadonlySet<string>;
  readonly precisions: ReadonlySet<string>;
  readonly topics: ReadonlySet<string>;
  readonly serviceTypes: ReadonlySet<string>;
  readonly beneficiaries: ReadonlySet<string>;
  readonly placeTypes: ReadonlySet<string>;
  readonly accessibility: ReadonlySet<string>;
  readonly languages: ReadonlySet<string>;
  readonly municipalities: ReadonlySet<string>;
}
