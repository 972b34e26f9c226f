import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Disclosure } from '#ui/content.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { nameIn } from '../../../members/shown.ts';
import { watchStaffPaths } from '../../../paths.ts';
import { WatchCrumbs } from '../../pages/staff.tsx';
import type { Network } from '../../store.ts';
import { words as watchWords } from '../../words.ts';
import type { Reads, Warning } from '../store.ts';
import { words } from '../words.ts';
import { TextForm, WarningTag } from './parts.tsx';

export function WarningsPage({
  view,
  state,
  network,
  warnings,
  reads,
}: {
  view: View;
  state: FormState;
  network: Network;
  warnings: readonly Warning[];
  reads: ReadonlyMap<string, Reads>;
}) {
  const t = words[view.lang];
  const { organisationId } = network;
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead
        title={t.title}
        kicker={watchWords[view.lang].networkTitle(nameIn(view.lang, network))}
        lead={t.lead}
        breadcrumbs={<WatchCrumbs view={view} current={t.title} />}
      />
      <DataTable
        view={view}
        caption={t.title}
        captionHidden
        columns={[
          { key: 'title', label: t.name, head: true },
          { key: 'state', label: t.state },
          { key: 'reads', label: t.reads },
        ]}
        rows={warnings.map((warning) => ({
          title: (
            <a href={view.href(watchStaffPaths.warning.to({ organisationId, warningId: warning.id }))}>
              {warning.title}
            </a>
          ),
          state: <WarningTag view={view} warning={warning} />,
          reads:
            warning.sentAt && t.readsOf(reads.get(warning.id)?.read ?? 0, reads.get(warning.id)?.of ?? 0),
        }))}
        empty={t.none}
        stacked
      />
      <Disclosure summary={t.write} open={state.problems.length > 0}>
        <TextForm view={view} state={state} action={watchStaffPaths.warnings.to({ organisationId })} />
      </Disclosure>
    </StaffFrame>
  );
}

/** For whoever checks as the second person: of all networks that wait. */
export function ToCheckPage({
  view,
  warnings,
  nameOf,
}: {
  view: View;
  warnings: readonly Warning[];
  nameOf: (organisationId: string) => string;
}) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.toCheck}>
      <PageHead
        title={t.toCheck}
        lead={t.toCheckLead}
        breadcrumbs={<WatchCrumbs view={view} current={t.toCheck} />}
      />
      <DataTable
        view={view}
        caption={t.toCheckCount(warnings.length)}
        columns={[
          { key: 'title', label: t.name, head: true },
          { key: 'network', label: watchWords[view.lang].title },
        ]}
        rows={warnings.map(({ id: warningId, organisationId, title }) => ({
          title: <a href={view.href(watchStaffPaths.warning.to({ organisationId, warningId }))}>{title}</a>,
          network: nameOf(organisationId),
        }))}
        empty={t.toCheckCount(0)}
        stacked
      />
    </StaffFrame>
  );
}
