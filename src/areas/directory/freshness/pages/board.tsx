import { dayName, tokyoDay } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { type Option, SelectField } from '#ui/choices.tsx';
import { Disclosure, StatusTag, type Tone } from '#ui/content.tsx';
import { ActionForm, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs, Pagination } from '#ui/wayfinding.tsx';
import type { ConfirmationLink } from '../../confirmations/store.ts';
import type { LinkCheck } from '../../links/store.ts';
import { staffDirectoryPaths } from '../../paths.ts';
import { capacityStates, type CapacityState } from '../../services/content.ts';
import type { Service } from '../../services/store.ts';
import { directoryTrail } from '../../trail.ts';
import { AreaTabs } from '../../worklists/pages/tabs.tsx';
import { freshnessOf, type FreshnessState, worthlessAfterDays } from '../rules.ts';
import { words } from '../words.ts';

export interface OwnerScore {
  readonly id: string;
  readonly name: string;
  readonly score: number;
  readonly entries: number;
  readonly overdue: number;
  readonly never: number;
}

export interface BoardProps {
  readonly view: View;
  readonly state: FormState;
  readonly today: string;
  readonly isKeeper: boolean;
  readonly owners: readonly OwnerScore[];
  /** Owners whose entries can be looked at alone; the one that is; empty for all. */
  readonly choices: readonly Option[];
  readonly chosen: string;
  readonly services: readonly Service[];
  readonly links: ReadonlyMap<string, ConfirmationLink & { readonly pressedAt: Date | null }>;
  readonly broken: ReadonlyMap<string, readonly LinkCheck[]>;
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
}

const tones: Readonly<Record<FreshnessState, Tone>> = {
  fresh: 'good',
  due: 'info',
  overdue: 'bad',
  never: 'warn',
};

/** How true the directory is: per owner, and per entry with what can be done about it in one press. */
export function FreshnessPage(props: BoardProps) {
  const { view, state, isKeeper, page, pageSize, total, chosen } = props;
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead
        title={t.title}
        lead={t.lead}
        breadcrumbs={<Breadcrumbs view={view} items={directoryTrail(view)} current={t.title} />}
      />
      <AreaTabs view={view} current="freshness" keeper={isKeeper} />
      <Section title={isKeeper ? t.list : t.mine} lead={t.address}>
        {props.choices.length > 1 && <ChooseOwner {...props} />}
        <Entries {...props} />
        <Pagination
          view={view}
          page={page}
          pageSize={pageSize}
          total={total}
          hrefOf={(at) => view.href(staffDirectoryPaths.freshness.to({}, { owner: chosen, page: at }))}
        />
      </Section>
      <Section title={t.owners} lead={t.definition(worthlessAfterDays)}>
        <Owners {...props} />
      </Section>
    </StaffFrame>
  );
}

function ChooseOwner({ view, choices, chosen }: BoardProps) {
  const t = words[view.lang];
  return (
    <Form action={view.href(staffDirectoryPaths.freshness.to({}))} method="get" inline label={t.owner}>
      <SelectField view={view} name="owner" label={t.owner} value={chosen} empty={t.all} options={choices} />
      <SubmitButton kind="secondary">{t.show}</SubmitButton>
    </Form>
  );
}

function Owners({ view, owners }: BoardProps) {
  const t = words[view.lang];
  return (
    <DataTable
      view={view}
      caption={t.owners}
      captionHidden
      empty={t.noOwners}
      columns={[
        { key: 'owner', label: t.owner, head: true },
        { key: 'score', label: t.score, align: 'number', unit: t.points },
        { key: 'entries', label: t.entries, align: 'number', unit: t.unit },
        { key: 'overdue', label: t.overdue, align: 'number', unit: t.unit },
        { key: 'never', label: t.never, align: 'number', unit: t.unit },
      ]}
      rows={owners.map(({ name, score, entries, overdue, never }) => ({
        owner: name,
        score,
        entries,
        overdue,
        never,
      }))}
    />
  );
}

function Entries(props: BoardProps) {
  const { view, services, today, isKeeper } = props;
  const t = words[view.lang];
  return (
    <DataTable
      view={view}
      caption={t.list}
      captionHidden
      stacked
      empty={t.empty}
      columns={[
        { key: 'entry', label: t.entry, head: true },
        ...(isKeeper ? [{ key: 'owner' as const, label: t.owner }] : []),
        { key: 'state', label: t.state },
        { key: 'links', label: t.links },
        { key: 'act', label: t.act },
      ]}
      rows={services.map((service) => ({
        entry: <EntryName {...props} service={service} />,
        owner: contentIn(view.lang, { ja: service.owner.nameJa, en: service.owner.nameEn }),
        state: <State view={view} service={service} today={today} />,
        links: <Links {...props} service={service} />,
        act: <Acts view={view} service={service} />,
      }))}
    />
  );
}

function EntryName({ view, service, broken }: BoardProps & { service: Service }) {
  const t = words[view.lang];
  const checks = broken.get(service.id) ?? [];
  return (
    <>
      <a href={view.href(staffDirectoryPaths.service.to({ id: service.id }))}>
        {contentIn(view.lang, service.content.name)}
      </a>
      {service.sealed && (
        <>
          {' '}
          <StatusTag tone="bad">{t.sealed}</StatusTag>
        </>
      )}
      {checks.map(({ url, brokenSince }) => (
        <p class="hint">
          <StatusTag tone="warn">{t.brokenTitle}</StatusTag> {url}{' '}
          {t.broken(dayName(view.lang, brokenSince ?? ''))}
        </p>
      ))}
    </>
  );
}

function State({ view, service, today }: { view: View; service: Service; today: string }) {
  const t = words[view.lang];
  const { state, daysOverdue } = freshnessOf(service, today);
  const { verifiedOn, reviewOn } = service;
  return (
    <>
      <StatusTag tone={tones[state]}>{t.states[state]}</StatusTag>
      {daysOverdue > 0 && <p>{t.overdueDays(daysOverdue)}</p>}
      <p class="hint">
        {t.verified}：{verifiedOn ? dayName(view.lang, verifiedOn) : t.notYet}
      </p>
      {reviewOn && (
        <p class="hint">
          {t.review}：{dayName(view.lang, reviewOn)}
        </p>
      )}
    </>
  );
}

function Links({ view, service, links }: BoardProps & { service: Service }) {
  const t = words[view.lang];
  const link = links.get(service.id);
  if (!link) return <span class="hint">{t.noLink}</span>;
  return (
    <>
      {t.sent(dayName(view.lang, tokyoDay(link.sentAt)))}
      {link.withdrawnAt && <p class="hint">{t.withdrawn}</p>}
      {link.pressedAt && <p>{t.pressed(dayName(view.lang, tokyoDay(link.pressedAt)))}</p>}
    </>
  );
}

/** One press each. */
function Acts({ view, service }: { view: View; service: Service }) {
  const t = words[view.lang];
  const { id, sealed } = service;
  const said = service.capacity as CapacityState | null;
  return (
    <>
      <ActionForm action={view.href(staffDirectoryPaths.confirmEntry.to({ id }))} kind="secondary" small>
        {t.confirm}
      </ActionForm>
      <Disclosure summary={`${t.capacity}：${said ? t.capacityStates[said] : t.capacityUnsaid}`}>
        <div class="row">
          {capacityStates.map((capacity) => (
            <ActionForm
              action={view.href(staffDirectoryPaths.entryCapacity.to({ id }))}
              fields={{ capacity }}
              kind="secondary"
              small
            >
              {t.capacityStates[capacity]}
            </ActionForm>
          ))}
        </div>
      </Disclosure>
      {!sealed && (
        <Disclosure summary={t.links}>
          <div class="row">
            <ActionForm action={view.href(staffDirectoryPaths.sendLink.to({ id }))} kind="secondary" small>
              {t.send}
            </ActionForm>
            <ActionForm action={view.href(staffDirectoryPaths.withdrawLinks.to({ id }))} kind="danger" small>
              {t.withdraw}
            </ActionForm>
          </div>
        </Disclosure>
      )}
    </>
  );
}
