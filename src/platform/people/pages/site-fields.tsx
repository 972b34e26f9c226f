import type { FormState } from '#platform/web/form-state.ts';
import type { Site, View } from '#platform/web/view.ts';
import { TextField } from '#ui/fields.tsx';
import { siteWords } from '../site-words.ts';

/** Whose site it is, in both languages. */
export function SiteFields({ view, state, site }: { view: View; state: FormState; site: Partial<Site> }) {
  const t = siteWords[view.lang];
  const field = (
    name: 'operatorJa' | 'operatorEn' | 'titleJa' | 'titleEn',
    value?: string,
    hint?: string,
  ) => <TextField view={view} state={state} name={name} label={t[name]} value={value} hint={hint} required />;
  return (
    <>
      {field('operatorJa', site.operator?.ja, t.operatorHint)}
      {field('operatorEn', site.operator?.en)}
      {field('titleJa', site.title?.ja)}
      {field('titleEn', site.title?.en)}
      <TextField
        view={view}
        state={state}
        name="headquartersJa"
        label={t.headquartersJa}
        value={site.headquarters?.ja}
        required
      />
      <TextField
        view={view}
        state={state}
        name="headquartersEn"
        label={t.headquartersEn}
        value={site.headquarters?.en}
        required
      />
    </>
  );
}
