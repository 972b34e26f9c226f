import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { SiteFields } from '../../pages/site-fields.tsx';
import { PeopleTabs } from '../../pages/tabs.tsx';
import { paths } from '../../paths.ts';
import { words as peopleWords } from '../../words.ts';
import { words } from '../words.ts';

export function SitePage({ view, state }: { view: View; state: FormState }) {
  const t = words[view.lang];
  const title = peopleWords[view.lang].site;
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead title={title} lead={t.siteLead} />
      <PeopleTabs view={view} current="site" />
      <Form action={view.href(paths.site.to({}))}>
        <SiteFields view={view} state={state} site={view.site} />
        <Actions>
          <SubmitButton>{t.save}</SubmitButton>
        </Actions>
      </Form>
    </StaffFrame>
  );
}
