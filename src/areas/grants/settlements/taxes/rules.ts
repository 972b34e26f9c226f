/**
 * 消費税仕入控除税額: a group that files consumption tax gets back what it paid on purchases, also on those that the grant paid.
 * That share goes back. Amounts with tax included, in yen.
 */
export const taxMethods = ['none', 'simplified', 'full', 'proportional', 'itemised'] as const;
export type TaxMethod = (typeof taxMethods)[number];

export interface TaxFacts {
  /**
   * none: files no consumption tax (免税事業者, or no purchases deducted) · simplified: 簡易課税, nothing of these purchases is
   * deducted · full: 全額控除 · proportional: 一括比例配分方式 · itemised: 個別対応方式
   */
  readonly method: TaxMethod;
  /** Accepted costs at 10 % and at 8 %. Of `itemised`: those for taxed sales only. */
  readonly at10: number;
  readonly at8: number;
  /** Of `itemised`: costs for taxed and other sales together. */
  readonly common10: number;
  readonly common8: number;
  /** 課税売上割合 in hundredths of a percent: 8000 is 80 %. */
  readonly ratio: number;
}

/** The tax in these purchases that the group deducts. */
export function deductedTax({ method, at10, at8, common10, common8, ratio }: TaxFacts): number {
  const own = taxIn(at10, at8);
  const share = (yen: number) => Math.floor((yen * ratio) / 10_000);
  switch (method) {
    case 'none':
    case 'simplified':
      return 0;
    case 'full':
      return own;
    case 'proportional':
      return share(own);
    case 'itemised':
      return own + share(taxIn(common10, common8));
  }
}

/** 10/110 and 8/108: the tax that a price with tax contains, each cut to a yen. */
function taxIn(at10: number, at8: number): number {
  return Math.floor((at10 * 10) / 110) + Math.floor((at8 * 8) / 108);
}

/** What of it the grant paid: as large a part as the grant is of the accepted costs, never more than the grant. */
export function taxToReturn(facts: TaxFacts, grant: { fixedYen: number; acceptedYen: number }): number {
  if (grant.acceptedYen === 0) return 0;
  const part = Math.floor((deductedTax(facts) * grant.fixedYen) / grant.acceptedYen);
  return Math.min(part, grant.fixedYen);
}
