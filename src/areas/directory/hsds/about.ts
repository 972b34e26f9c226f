import { readSite } from '#platform/people/site.ts';
import type { ApiAnswer } from '#platform/web/api.ts';
import type { ApiVisit } from '#platform/web/visit.ts';
import { hsdsPaths, openDataPaths } from '../paths.ts';
import { jsonOf } from './json.ts';

/** Under which everything is given out. */
export const licence = {
  name: 'CC BY 4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/',
} as const;

/** What this API is, as `/` of the standard says it; its profile is described on a page of ours. */
export function aboutOf({ publicUrl, operator }: { publicUrl: string; operator: string }) {
  return {
    version: '3.0',
    profile: `${publicUrl}${openDataPaths.api.to({})}`,
    openapi_url: `${publicUrl}${hsdsPaths.openapi.to({})}`,
    description: `${operator}の支援情報（支援制度、相談窓口、支援団体、居場所）`,
    license: licence.url,
    publisher: { name: operator, website: `${publicUrl}/` },
  };
}

export async function answerAbout({ db, remember, tools }: ApiVisit): Promise<ApiAnswer> {
  const site = await remember('site', () => readSite(db));
  return { body: jsonOf(aboutOf({ publicUrl: tools.publicUrl, operator: site.operator.ja })) };
}
