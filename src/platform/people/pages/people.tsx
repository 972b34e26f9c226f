import type { Role } from '#platform/access.ts';
import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { StatusTag } from '#ui/content.tsx';
import { TextField } from '#ui/fields.tsx';
import { ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Pagination } from '#ui/wayfinding.tsx';
import { paths } from '../paths.ts';
import type { HeldRow, PersonRow } from '../store.ts';
import { words } from '../words.ts';
import { PeopleTabs } from './tabs.tsx';

interface PeopleProps {
  readonly view: View;
  readonly people: readonly PersonRow[];
  readonly held: readonly HeldRow[];
  readonly roles: readonly Role[];
  readonly search: string;
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  readonly now: Date;
}

export function PeoplePage(props: PeopleProps) {
  const { view, people, held, roles, search, page, pageSize, total, now } = props;
  const t = words[view.lang];
  const rolesOf = (personId: string) =>
    held.filter((each) => each.personId === personId).map((each) => heldName(view, roles, each));
  return (
    <StaffFrame view={view} title={t.people}>
      <PageHead
        title={t.people}
        actions={<ButtonLink href={view.href(paths.invite.to({}))}>{t.invite}</ButtonLink>}
      />
      <PeopleTabs view={view} current="people" />
      <Form inline method="get" action={view.href(paths.people.to({}))}>
        <TextField view={view} name="q" type="search" label={t.search} value={search} />
        <SubmitButton kind="secondary">{t.searchButton}</SubmitButton>
      </Form>
      <DataTable
        view={view}
        caption={t.people}
        captionHidden
        empty={t.none}
        stacked
        columns={[
          { key: 'name', label: t.name, head: true },
          { key: 'email', label: t.email },
          { key: 'roles', label: t.roles },
          { key: 'state', label: t.state },
        ]}
        rows={people.map((person) => ({
          name: <a href={view.href(paths.person.to({ id: person.id }))}>{person.name}</a>,
          email: person.email,
          roles: rolesOf(person.id).join('、'),
          state: <PersonState view={view} person={person} now={now} />,
        }))}
      />
      <Pagination
        view={view}
        page={page}
        pageSize={pageSize}
        total={total}
        hrefOf={(number) => view.href(paths.people.to({}, { q: search, page: number }))}
      />
    </StaffFrame>
  );
}

export function PersonState({ view, person, now }: { view: View; person: PersonRow; now: Date }) {
  const t = words[view.lang];
  if (person.disabledAt) return <StatusTag tone="bad">{t.disabled}</StatusTag>;
  if (person.lockedUntil && person.lockedUntil > now) return <StatusTag tone="warn">{t.locked}</StatusTag>;
  return <StatusTag tone="good">{t.active}</StatusTag>;
}

/** 「くらし局（局の報告担当）」 */
export function heldName(view: View, roles: readonly Role[], held: HeldRow): string {
  return `${contentIn(view.lang, { ja: held.organisationJa, en: held.organisationEn })}（${roleName(view, roles, held.role)}）`;
}

export function roleName(view: View, roles: readonly Role[], role: string): string {
  return roles.find((each) => each.name === role)?.words[view.lang] ?? role;
}
