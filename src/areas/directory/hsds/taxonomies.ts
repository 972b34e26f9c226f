import { NotFound } from '#platform/errors.ts';
import { foldForSearch } from '#platform/search-text.ts';
import type { ApiAnswer } from '#platform/web/api.ts';
import type { ParametersOf } from '#platform/web/query.ts';
import type { endpoints } from './endpoints.ts';
import { jsonOf } from './json.ts';
import { answerArray } from './list.ts';
import { hsdsTaxonomies, hsdsTerms } from './make/terms.ts';

interface Named {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

/** Every word stands in the name, in any language, or in the description. */
function fits(
  { name, description, name_en: english }: Named & { readonly name_en?: unknown },
  search: string | undefined,
): boolean {
  if (!search) return true;
  const text = foldForSearch([name, description, english].join(' '));
  return foldForSearch(search)
    .split(' ')
    .every((word) => text.includes(word));
}

export function answerTaxonomies(asked: ParametersOf<typeof endpoints.taxonomies.parameters>): ApiAnswer {
  return answerArray(
    asked,
    hsdsTaxonomies.filter((each) => fits(each, asked.search)).map((each) => [jsonOf(each)]),
  );
}

export function answerTaxonomy(id: string): ApiAnswer {
  return { body: jsonOf(byId(hsdsTaxonomies, id)) };
}

export function answerTerms(asked: ParametersOf<typeof endpoints.taxonomyTerms.parameters>): ApiAnswer {
  const terms = hsdsTerms.filter(
    (term) =>
      fits(term, asked.search) &&
      (!asked.taxonomy_id || term.taxonomy_id === asked.taxonomy_id) &&
      (!asked.top_only || term.parent_id === undefined) &&
      (!asked.parent_id || term.parent_id === asked.parent_id),
  );
  return answerArray(
    asked,
    terms.map((term) => [jsonOf(term)]),
  );
}

export function answerTerm(id: string): ApiAnswer {
  return { body: jsonOf(byId(hsdsTerms, id)) };
}

function byId<Item extends Named>(items: readonly Item[], id: string): Item {
  const found = items.find((item) => item.id === id);
  if (!found) throw new NotFound('taxonomy');
  return found;
}
