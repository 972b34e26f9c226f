import type { Job } from '#platform/jobs.ts';

/** What the first publication of a call enqueues; carried out by `callJobs`. */
export const tellPublished = { name: 'grant-call.tell' } as Job<{ callId: string }>;
