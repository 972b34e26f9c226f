/** 総合振込, as banks of Japan read it: records of 120 bytes. Names are half-width kana already; codes are digits. */

/** The account that pays, as it stands in a header record. */
export interface HeaderGroup {
  /** 委託者コード, ten digits. */
  readonly clientCode: string;
  readonly clientName: string;
  readonly bankCode: string;
  readonly bankName: string;
  readonly branchCode: string;
  readonly branchName: string;
  /** 1 普通, 2 当座, 9 その他 */
  readonly accountKind: string;
  readonly accountNumber: string;
  /** How many data records follow it. */
  readonly records: number;
}
