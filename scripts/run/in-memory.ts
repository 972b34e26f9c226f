import { statfsSync } from 'node:fs';

/** Where Linux keeps files in memory. */
const memory = '/dev/shm';
/** Bytes: the databases of two workers, or the products of two journeys and a browser, and as much again. */
const needed = 4 * 1024 ** 3;

/**
 * What tests write nobody keeps: files of theirs lie in memory where there is room, unless somebody named a place. A database has two
 * thousand files; a disk takes half a second of CPU to make them, memory a tenth of that.
 */
export function keepFilesInMemory(): void {
  const place = placeOfFiles({ given: process.env['TMPDIR'], free: freeIn(memory) });
  if (place) process.env['TMPDIR'] = place;
}

export function placeOfFiles({
  given,
  free,
}: {
  given: string | undefined;
  free: number;
}): string | undefined {
  return given ?? (free >= needed ? memory : undefined);
}

function freeIn(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return 0;
  }
}
