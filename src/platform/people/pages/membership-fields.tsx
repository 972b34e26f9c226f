import { organisationKinds, type Role } from '#platform/access.ts';
import { contentIn } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { SelectField } from '#ui/choices.tsx';
import type { Organisation } from '../organisations.ts';
import { kindWords, words } from '../words.ts';

interface MembershipFieldsProps {
  readonly view: View;
  readonly state: FormState;
  readonly roles: readonly Role[];
  readonly organisations: readonly Organisation[];
}

/** A role and where it is held; each role says at which kinds of organisations it exists. */
export function MembershipFields({ view, state, roles, organisations }: MembershipFieldsProps) {
  const t = words[view.lang];
  const open = organisations.filter((organisation) => !organisation.closedAt);
  return (
    <>
      <SelectField
        view={view}
        state={state}
        name="organisationId"
        label={t.organisation}
        required
        options={organisationKinds
          .map((kind) => ({
            label: kindWords[view.lang][kind],
            options: open
              .filter((organisation) => organisation.kind === kind)
              .map(({ id, nameJa, nameEn }) => ({
                value: id,
                label: contentIn(view.lang, { ja: nameJa, en: nameEn }),
              })),
          }))
          .filter((group) => group.options.length > 0)}
      />
      <SelectField
        view={view}
        state={state}
        name="role"
        label={t.role}
        required
        options={roles.map((role) => ({
          value: role.name,
          label: `${role.words[view.lang]}（${role.at.map((kind) => kindWords[view.lang][kind]).join('・')}）`,
        }))}
      />
    </>
  );
}
