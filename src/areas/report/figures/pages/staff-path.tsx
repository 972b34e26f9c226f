import { tokyoMinute } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList, Notice } from '#ui/content.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { collectionPaths, programPaths } from '#areas/programs/paths.ts';
import type { LiveValue } from '../../live-measures/store.ts';
import { words } from '../../live-measures/words.ts';
import { reportPaths, staffReportPaths } from '../../paths.ts';
import type { FigurePath, FigureTrail } from '../path.ts';
import { pathTitle, valueIn } from '../shown-path.ts';
import { PathBody, type PathProps } from './path.tsx';

type StaffPathProps = PathProps & {
  readonly trail: FigureTrail;
  /** What the records say now. */
  readonly now: LiveValue | undefined;
};

/** `/staff/report/figures/:id`: the same path, and where it leads on inside the product. */
export function StaffPathPage(props: StaffPathProps) {
  const { view, shown } = props;
  const text = words[view.lang];
  const { path } = shown[0];
  const title = pathTitle(view, path);
  return (
    <StaffFrame view={view} title={title}>
      <PageHead
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[{ href: view.href(staffReportPaths.home.to({})), label: text.report }]}
            current={title}
          />
        }
        kicker={text.staffPath}
        title={title}
      />
      <SourceNow {...props} />
      <PathBody view={view} shown={shown} newest={props.newest} previous={props.previous} />
      <Section title={text.leadsOn} id="trail">
        <ul>
          {linksOf(view, path, props.trail).map(({ href, label }) => (
            <li>
              <a href={view.href(href)}>{label}</a>
            </li>
          ))}
          <li>
            <a href={view.href(reportPaths.figurePath.to({ id: path.id }))}>{text.publicPage}</a>
          </li>
        </ul>
        <Names {...props} />
      </Section>
    </StaffFrame>
  );
}

/** A record that changed after publication: the edition stays, the difference is said. */
function SourceNow({ view, shown: [current], now }: StaffPathProps) {
  const text = words[view.lang];
  if (!now || now.value === null) return null;
  const at = tokyoMinute(now.computedAt);
  const same = now.value === current.value;
  return (
    <Notice view={view} tone={same ? 'good' : 'warn'} title={text.sourceNow}>
      {same ? text.nowSame(at) : text.nowSays(valueIn(view, current.path, now.value), at)}
    </Notice>
  );
}

function Names({ view, shown: [current], trail }: StaffPathProps) {
  const text = words[view.lang];
  const items = [
    { term: text.enteredBy, value: trail.enteredBy ?? '' },
    { term: text.acceptedBy, value: trail.acceptedBy ?? '' },
    { term: text.statedBy, value: trail.statedBy ?? '' },
    {
      term: text.liveThen,
      value: typeof trail.liveValue === 'number' ? valueIn(view, current.path, trail.liveValue) : '',
    },
  ].filter(({ value }) => value !== '');
  return items.length > 0 ? <DefinitionList items={items} /> : null;
}

function linksOf(
  view: View,
  { fiscalYear, statement }: FigurePath,
  trail: FigureTrail,
): readonly { href: string; label: string }[] {
  const text = words[view.lang];
  const { programId, measureId, entryId, roundId, returnId, offerId } = trail;
  return [
    ...(programId ? [{ href: programPaths.program.to({ programId }), label: text.toProgram }] : []),
    ...(entryId ? [{ href: collectionPaths.entry.to({ entryId }), label: text.toEntry }] : []),
    ...(roundId && returnId
      ? [{ href: collectionPaths.workbookReturn.to({ roundId, returnId }), label: text.toWorkbook }]
      : []),
    ...(programId && offerId
      ? [{ href: `${programPaths.program.to({ programId })}#offers`, label: text.toOffers }]
      : []),
    ...(measureId && statement?.sha256
      ? [
          {
            href: staffReportPaths.statementDocument.to({ year: String(fiscalYear), measureId }),
            label: text.toDocument,
          },
        ]
      : []),
  ];
}
