/** What a letter to a group says: nothing of what was written. */
export interface About {
  readonly call: string;
  readonly year: number;
  /** 受付番号; empty before the application was sent. */
  readonly number: string;
  readonly url: string;
}
