import { fiscalYearName } from '#platform/dates.ts';
import type { Problem } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { EmptyState, StatusTag } from '#ui/content.tsx';
import { ActionForm, Actions } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { staffReportPaths } from '../../paths.ts';
import type { Erratum } from '../store.ts';
import { words } from '../words.ts';

export interface ErratumInQueue extends Erratum {
  readonly fiscalYear: number;
  readonly editionNumber: number;
  /** Program and figure or text. */
  readonly what: string;
}

interface ErrataProps {
  readonly view: View;
  readonly errata: readonly ErratumInQueue[];
  readonly problems: readonly Problem[];
  /** Null for those who do not decide at all. */
  readonly deciderId: string | null;
}

const tones = { proposed: 'warn', published: 'good', refused: 'neutral' } as const;

/** `/staff/report/errata`: what waits for a second person, then what was decided. */
export function ErrataPage({ view, errata, problems, deciderId }: ErrataProps) {
  const { lang } = view;
  const text = words[lang];
  return (
    <StaffFrame view={view} title={text.title} problems={problems}>
      <PageHead
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[{ href: view.href(staffReportPaths.home.to({})), label: text.report }]}
            current={text.title}
          />
        }
        title={text.title}
        lead={<p>{text.lead}</p>}
      />
      {errata.length === 0 ? (
        <EmptyState title={text.none}>
          <p>{text.noneNext}</p>
        </EmptyState>
      ) : (
        <DataTable
          view={view}
          caption={text.title}
          captionHidden
          stacked
          columns={[
            { key: 'what', label: text.program, head: true },
            { key: 'from', label: text.from },
            { key: 'to', label: text.to },
            { key: 'why', label: text.why },
            { key: 'status', label: text.status },
            { key: 'act', label: text.act },
          ]}
          rows={errata.map((erratum) => ({
            what: (
              <>
                <a href={view.href(staffReportPaths.edition.to({ id: erratum.editionId }))}>
                  {text.edition(fiscalYearName(lang, erratum.fiscalYear), erratum.editionNumber)}
                </a>
                <br />
                {erratum.what}
              </>
            ),
            from: <del class="typed">{erratum.oldValue}</del>,
            to: <span class="typed">{erratum.newValue}</span>,
            why: erratum.reason,
            status: <StatusTag tone={tones[erratum.status]}>{text.statuses[erratum.status]}</StatusTag>,
            act: erratum.status === 'proposed' && (
              <Decide view={view} erratum={erratum} deciderId={deciderId} />
            ),
          }))}
        />
      )}
    </StaffFrame>
  );
}

function Decide({ view, erratum, deciderId }: { view: View; erratum: Erratum; deciderId: string | null }) {
  const text = words[view.lang];
  if (deciderId === null || deciderId === erratum.proposedBy) return <>{text.waitingForOther}</>;
  const { id } = erratum;
  return (
    <Actions>
      <ActionForm small kind="primary" action={view.href(staffReportPaths.publishErratum.to({ id }))}>
        {text.publish}
      </ActionForm>
      <ActionForm small action={view.href(staffReportPaths.refuseErratum.to({ id }))}>
        {text.refuse}
      </ActionForm>
    </Actions>
  );
}
