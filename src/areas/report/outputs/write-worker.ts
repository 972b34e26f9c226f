/** The thread in which files are written: pages are answered meanwhile. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Order, writeOutputs } from './write.ts';

parentPort?.postMessage(await writeOutputs(workerData as Order));
