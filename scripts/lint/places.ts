/** What the path of a file says about it. */

/** The areas in their order: a later one may use an earlier one. */
export const areas = [
  'directory',
  'programs',
  'training',
  'consultations',
  'cases',
  'grants',
  'partnerships',
  'report',
];

/** The area a file belongs to; an area that the list does not name is an error of the list, found by `unknownArea`. */
export function areaOf(path: string): string | undefined {
  const area = /^src\/areas\/([^/]+)\//.exec(path)?.[1];
  return area !== undefined && areas.includes(area) ? area : undefined;
}

/** The kind of a file of a slice, by its fixed name; only areas and platform have slices, and the router is none. */
export function kindOf(path: string): string | undefined {
  if (!/^src\/(areas|platform)\//.test(path) || path.startsWith('src/platform/web/') || isTest(path))
    return undefined;
  if (/\/pages\/[^/]+\.tsx?$/.test(path)) return 'pages';
  return /\/(tables|rules|store|actions|routes|jobs|fixtures|words)\.tsx?$/.exec(path)?.[1];
}

/** Tests, and what only tests use (`app.testing.ts`). */
export function isTest(path: string): boolean {
  return /\.(test|testing|e2e)\.tsx?$/.test(path);
}

/** The path is one of these files, or lies in one of these folders (which end with a slash). */
export function within(path: string, places: readonly string[]): boolean {
  return places.some((place) => (place.endsWith('/') ? path.startsWith(place) : path === place));
}
