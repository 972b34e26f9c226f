import { contentIn } from '#platform/i18n.ts';
import type { Organisation } from '#platform/people/organisations.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import type { Municipality } from '#areas/directory/index.ts';
import { CheckboxGroup } from '#ui/choices.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { statisticsPaths } from '../../paths.ts';
import { words } from '../words.ts';

interface AreaProps {
  readonly view: View;
  readonly state: FormState;
  readonly organisation: Organisation;
  readonly municipalities: readonly Municipality[];
  readonly chosen: readonly string[];
}

/** For whose people an organisation answers. */
export function AreaPage({ view, state, organisation, municipalities, chosen }: AreaProps) {
  const t = words[view.lang];
  const name = contentIn(view.lang, { ja: organisation.nameJa, en: organisation.nameEn });
  const cityOf = (parent: string | null) => municipalities.find(({ code }) => code === parent);
  return (
    <StaffFrame view={view} title={`${t.areaTitle} ${name}`} problems={state.problems}>
      <PageHead title={t.areaTitle} kicker={name} lead={t.areaHelp} />
      <Form action={view.href(statisticsPaths.area.to({ organisationId: organisation.id }))}>
        <CheckboxGroup
          view={view}
          state={state}
          name="municipalities"
          label={t.areaTitle}
          spread="columns"
          values={chosen}
          options={municipalities.map(({ code, parentCode, nameJa, nameEn }) => {
            const city = cityOf(parentCode);
            const own = contentIn(view.lang, { ja: nameJa, en: nameEn });
            const of = city && contentIn(view.lang, { ja: city.nameJa, en: city.nameEn });
            return { value: code, label: of ? (view.lang === 'ja' ? `${of}${own}` : `${own}, ${of}`) : own };
          })}
        />
        <Actions>
          <SubmitButton>{t.save}</SubmitButton>
          <ButtonLink
            kind="quiet"
            href={view.href(statisticsPaths.year.to({}, { organisation: organisation.id }))}
          >
            {t.back}
          </ButtonLink>
        </Actions>
      </Form>
    </StaffFrame>
  );
}
