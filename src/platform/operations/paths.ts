import { path } from '../path.ts';

export const operationsPaths = {
  deadJobs: path('/staff/operations/jobs'),
  retry: path('/staff/operations/jobs/:id/retry'),
  drop: path('/staff/operations/jobs/:id/drop'),
};
