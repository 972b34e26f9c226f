import { performance } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';

/** How often is looked, and for so long nearly nothing was done. */
const quietMs = 1000;
const quietShare = 0.01;
/** Less than this is not worth the tenths of a second that it takes; a full nursery alone is a little less. */
const worthBytes = 40 * 1_048_576;

/**
 * Gives back at quiet moments what a start or a rush of requests left behind: Node collects only when it needs more. Does nothing in a
 * process that was started without `--expose-gc`.
 */
export function giveBack(): void {
  const { gc } = globalThis;
  if (!gc) return;
  let kept = 0;
  let before = performance.eventLoopUtilization();
  setInterval(() => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, before);
    before = now;
    if (utilization > quietShare || held() - kept < worthBytes) return;
    gc({ type: 'major', execution: 'sync', flavor: 'last-resort' });
    kept = held();
    before = performance.eventLoopUtilization();
  }, quietMs).unref();
}

function held(): number {
  const { total_heap_size: heap, external_memory: outside } = getHeapStatistics();
  return heap + outside;
}
