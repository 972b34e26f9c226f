/** The thread in which a foreign file is opened: it can be ended, and its memory is its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { parseWorkbook } from './parse.ts';
import { Refused } from './unpack.ts';

try {
  parentPort?.postMessage({ sheets: await parseWorkbook(workerData as Uint8Array) });
} catch (error) {
  parentPort?.postMessage({ refusal: error instanceof Refused ? error.refusal : 'damaged' });
}
