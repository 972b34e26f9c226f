import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { HoursFields } from '#areas/directory/index.ts';
import { HiddenField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { words as boardWords } from '../../boards/words.ts';
import { deskPaths } from '../../paths.ts';
import { closedDoor, type Door } from '../settings.ts';
import type { Desk } from '../store.ts';
import { words } from '../words.ts';

/** When one door answers: the same fields as the directory's hours. */
export function HoursPage({
  view,
  desk,
  door,
  state,
}: {
  view: View;
  desk: Desk;
  door: Door;
  state: FormState;
}) {
  const t = words[view.lang];
  const title = t.hoursOf(boardWords[view.lang].door[door]);
  const back = view.href(deskPaths.settings.to({ deskId: desk.id }));
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        title={title}
        lead={t.hoursLead}
        breadcrumbs={<Breadcrumbs view={view} items={[{ href: back, label: t.title }]} current={title} />}
      />
      <Form action={view.href(deskPaths.hours.to({ deskId: desk.id, door }))} label={title}>
        {/* Enter in a field presses the first button of a form: it has to be this one. */}
        <button type="submit" class="vh" tabindex={-1} aria-hidden="true" />
        <HiddenField name="version" value={desk.version} />
        <HoursFields view={view} state={state} hours={(desk.settings.doors[door] ?? closedDoor).hours} />
        <Actions>
          <SubmitButton>{t.save}</SubmitButton>
          <ButtonLink kind="quiet" href={back}>
            {t.title}
          </ButtonLink>
        </Actions>
      </Form>
    </StaffFrame>
  );
}
