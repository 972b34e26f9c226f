import { path } from '#platform/path.ts';

/** Pages of the site itself, which belong to no area. */
export const sitePaths = {
  home: path('/'),
  about: path('/about'),
  accessibility: path('/accessibility'),
  privacy: path('/privacy'),
} as const;
