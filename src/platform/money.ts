import type { Lang } from './i18n.ts';

/** Yen are integers. Shown in units of 10,000 yen they are cut, not rounded, as budget papers do: sums may not add up. */

/** 1710970000 → 17億1,097万円; 5398643 → 539万円; below 10,000 yen in yen. English: ¥1,710.97 million. */
export function yenShort(lang: Lang, yen: number): string {
  if (lang === 'en') {
    if (Math.abs(yen) < 1_000_000) return yenFull('en', yen);
    return `¥${new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }).format(Math.trunc(yen / 10_000) / 100)} million`;
  }
  const sign = yen < 0 ? '−' : '';
  const man = Math.trunc(Math.abs(yen) / 10_000);
  if (man === 0) return yenFull('ja', yen);
  const oku = Math.trunc(man / 10_000);
  const rest = man % 10_000;
  const restText = rest ? `${rest.toLocaleString('ja-JP')}万` : '';
  return `${sign}${oku ? `${oku.toLocaleString('ja-JP')}億` : ''}${restText}円`;
}

/** 5398643 → 5,398,643円 / ¥5,398,643 */
export function yenFull(lang: Lang, yen: number): string {
  const digits = Math.abs(yen).toLocaleString('ja-JP');
  const sign = yen < 0 ? '−' : '';
  return lang === 'en' ? `${sign}¥${digits}` : `${sign}${digits}円`;
}

/** 35090000 → 3,509 (万円, cut) for table columns headed 万円. */
export function manYen(yen: number): string {
  return Math.trunc(yen / 10_000).toLocaleString('ja-JP');
}
