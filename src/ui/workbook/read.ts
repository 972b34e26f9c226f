import { Worker } from 'node:worker_threads';
import { ok, type Result, refuse } from '#platform/result.ts';
import type { ReadSheet, WorkbookRefusal } from './book.ts';
import { packageKind } from './unpack.ts';

type Answer = { readonly sheets: ReadSheet[] } | { readonly refusal: WorkbookRefusal };

/** Opens a workbook that somebody sent, whatever it really is, within `seconds` and `megabytes` of heap. */
export async function readWorkbook(
  bytes: Uint8Array,
  { seconds = 15, megabytes = 256 } = {},
): Promise<Result<readonly ReadSheet[], WorkbookRefusal>> {
  const kind = packageKind(bytes);
  if (kind !== 'zip') return refuse(kind === 'other' ? 'not-a-workbook' : kind);
  const answer = await inWorker(bytes, { seconds, megabytes });
  return 'sheets' in answer ? ok(answer.sheets) : refuse(answer.refusal);
}

function inWorker(
  bytes: Uint8Array,
  { seconds, megabytes }: { seconds: number; megabytes: number },
): Promise<Answer> {
  const worker = new Worker(new URL('./parse-worker.ts', import.meta.url), {
    workerData: bytes,
    // Types are stripped by Node itself: no loader of the parent is needed, and none is waited for.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  });
  return new Promise<Answer>((resolve) => {
    const late = setTimeout(() => resolve({ refusal: 'too-slow' }), seconds * 1000);
    const settle = (answer: Answer) => {
      clearTimeout(late);
      resolve(answer);
    };
    worker.once('message', settle);
    worker.once('error', (error: NodeJS.ErrnoException) =>
      settle({ refusal: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : 'damaged' }),
    );
    worker.once('exit', () => settle({ refusal: 'damaged' }));
  }).finally(() => worker.terminate());
}
