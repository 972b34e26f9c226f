/** How a value came to stand where it stands: the beginning of its path in a published report. */
export interface ValueOrigin {
  /** form: the bureau's return; program: the program's own page; workbook: a returned file; offer, live: counted by another area. */
  readonly via: 'form' | 'program' | 'workbook' | 'offer' | 'live';
  /** In which role. */
  readonly by: 'reporter' | 'secretariat' | 'product';
  /** Who: for staff, never for the public. */
  readonly name?: string;
  /** Of a workbook: which return, the SHA-256 of its file, and the cell (`Sheet!F12`). */
  readonly returnId?: string;
  readonly sha256?: string;
  readonly cell?: string;
  /** Of an offer: which. */
  readonly offerId?: string;
}

/** The same as whoever saves a value says it; the role is known from who they are. */
export type ValueFrom = Omit<ValueOrigin, 'by' | 'name'>;
