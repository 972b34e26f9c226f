/** 「（０４５）０００－０００１」 → 045-000-0001: as numbers are kept. */
export function foldPhone(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‐‑‒–—―−ー]/g, '-')
    .replace(/^\((\d+)\)-?/, '$1-')
    .replace(/\((\d+)\)/g, '-$1-')
    .replace(/\s+/g, '')
    .replace(/-{2,}/g, '-');
}
