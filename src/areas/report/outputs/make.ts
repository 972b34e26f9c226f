import { Worker } from 'node:worker_threads';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { withoutMetadata } from '#platform/files/metadata.ts';
import { type FileStore, listStoredFiles, readContent } from '#platform/files/store.ts';
import { pictureOf } from '#ui/deck/picture.ts';
import type { Picture } from '#ui/deck/deck.ts';
import { reportPaths } from '../paths.ts';
import type { Manuscript } from '../manuscripts/manuscript.ts';
import { type Format, formats as allFormats, type Output } from './formats.ts';
import type { Order } from './write.ts';

/** What files are made with, besides what they say. */
export interface Workshop {
  readonly files: FileStore;
  /** Where people reach the product. No slash at the end. */
  readonly publicUrl: string;
}

/** The files of an edition. What cannot be written ends the publication: an edition is there with all of them or not at all. */
export async function makeOutputs(
  tx: Tx,
  manuscripts: readonly Manuscript[],
  { files, publicUrl }: Workshop,
  formats: readonly Format[] = allFormats,
): Promise<readonly Output[]> {
  const pictures = await picturesOf(tx, manuscripts, files);
  return inWorker({
    manuscripts,
    surroundings: { figuresUrl: `${publicUrl}${reportPaths.figurePath.to({ id: '' })}`, pictures },
    formats,
  });
}

/** Bytes of all pictures of one edition in its files; those beyond are named there and stand on the pages. */
const mostBytes = 60 * 1_048_576;

/** Pictures as they may go out: nothing but pixels in them. */
async function picturesOf(
  tx: Tx,
  manuscripts: readonly Manuscript[],
  files: FileStore,
): Promise<ReadonlyMap<string, Picture>> {
  const blocks = manuscripts.flatMap(({ sections }) => sections.flatMap((section) => section.blocks));
  const ids = [...new Set(blocks.flatMap((block) => (block.kind === 'picture' ? [block.fileId] : [])))];
  const stored = new Map((await listStoredFiles(tx, ids)).map((file) => [file.id, file]));
  const pictures = new Map<string, Picture>();
  let bytes = 0;
  for (const id of ids) {
    const file = stored.get(id);
    if (!file) throw new NotFound('file');
    const bare = withoutMetadata(await readContent(files, file), file.mediaType);
    const picture = bare && pictureOf(bare);
    if (!picture || bytes + picture.bytes.length > mostBytes) continue;
    bytes += picture.bytes.length;
    pictures.set(id, picture);
  }
  return pictures;
}

function inWorker(order: Order): Promise<readonly Output[]> {
  const worker = new Worker(new URL('./write-worker.ts', import.meta.url), {
    workerData: order,
    // Types are stripped by Node itself: no loader of the parent is needed, and none is waited for.
    execArgv: [],
  });
  return new Promise<readonly Output[]>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the files of the edition were not written')));
  }).finally(() => worker.terminate());
}
