import type { ApiAnswer } from '#platform/web/api.ts';
import type { ApiVisit } from '#platform/web/visit.ts';
import { readSite } from '#platform/people/site.ts';
import { hsdsPaths, openDataPaths } from '../paths.ts';
import { jsonOf } from './json.ts';

export const licence = {
  name: 'CC BY 4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/',
} as const;

/** What this API is, as `/` of the standard says it; its profile is described on our own page. */
export async function answerAbout({ db, remember, tools: { publicUrl } }: ApiVisit): Promise<ApiAnswer> {
  const site = await remember('site', () => readSite(db));
  return {
    body: jsonOf({
      version: '3.0',
      profile: `${publicUrl}${openDataPaths.api.to({})}`,
      openapi_url: `${publicUrl}${hsdsPaths.openapi.to({})}`,
      description: `${site.operator.ja}の支援情報（制度、相談窓口、支援団体、居場所）`,
      license: licence.url,
      publisher: { name: site.operator.ja, website: `${publicUrl}/` },
    }),
  };
}
