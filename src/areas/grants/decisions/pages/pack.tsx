import type { Child } from 'hono/jsx';
import { dayName } from '#platform/dates.ts';
import { yenFull } from '#platform/money.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList, Notice, StatFigure } from '#ui/content.tsx';
import { ActionForm, ButtonLink } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Row, Section, TypedText } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { letterPaths, packPaths } from '../../paths.ts';
import { awardYenOf, type ShownPack } from '../read.ts';
import { words } from '../words.ts';
import { BoardForm, DecideForm, ReturnForm } from './forms.tsx';
import { ItemsForm, ItemsTable } from './items.tsx';
import { PackTag } from './list.tsx';

export interface PackProps {
  readonly view: View;
  readonly state: FormState;
  /** The form that was sent and refused. */
  readonly tried: 'items' | 'board' | 'propose' | 'decide' | 'return' | undefined;
  readonly shown: ShownPack;
  readonly mayWrite: boolean;
  readonly mayDecide: boolean;
  /** They may decide, but had a hand in this pack. */
  readonly ownWork: boolean;
  readonly today: string;
}

export function PackPage(props: PackProps) {
  const { view, state, tried, shown, mayWrite } = props;
  const t = words[view.lang];
  const { pack, items } = shown;
  const at = { packId: pack.id };
  return (
    <StaffFrame view={view} title={pack.title} problems={state.problems}>
      <Head view={view} shown={shown} />
      {pack.state === 'returned' && shown.words.returned && (
        <Notice view={view} tone="warn" title={t.returnedBecause}>
          <TypedText text={shown.words.returned} />
        </Notice>
      )}
      <Sums view={view} shown={shown} />
      <Section
        title={t.items}
        actions={
          mayWrite && (
            <ActionForm
              action={view.href(packPaths.refill.to(at))}
              fields={{ revision: pack.revision }}
              small
            >
              {t.refill}
            </ActionForm>
          )
        }
      >
        {mayWrite ? (
          <ItemsForm view={view} state={tried === 'items' ? state : empty} shown={shown} />
        ) : (
          <ItemsTable view={view} items={items} />
        )}
      </Section>
      <Board {...props} />
      <Steps {...props} />
      <Hands view={view} shown={shown} />
    </StaffFrame>
  );
}

function Head({ view, shown }: { view: View; shown: ShownPack }) {
  const t = words[view.lang];
  const { pack, terms } = shown;
  const at = { packId: pack.id };
  return (
    <PageHead
      title={pack.title}
      kicker={terms.name[view.lang] || terms.name.ja}
      tags={<PackTag view={view} state={pack.state} />}
      breadcrumbs={
        <Breadcrumbs
          view={view}
          items={[{ href: view.href(packPaths.list.to({})), label: t.title }]}
          current={pack.title}
        />
      }
      actions={
        <>
          <ButtonLink kind="secondary" href={view.href(packPaths.print.to(at))}>
            {t.print}
          </ButtonLink>
          <ButtonLink kind="quiet" href={view.href(packPaths.csv.to(at))} download>
            {t.csv}
          </ButtonLink>
          {pack.state === 'decided' && (
            <ButtonLink kind="quiet" href={view.href(letterPaths.register.to({}, { office: pack.bureauId }))}>
              {t.letters}
            </ButtonLink>
          )}
        </>
      }
    />
  );
}

/** What this person may do with the pack now. */
function Steps(props: PackProps) {
  const { view, shown, mayWrite, mayDecide, ownWork } = props;
  const t = words[view.lang];
  const { pack, items } = shown;
  const at = { packId: pack.id };
  return (
    <>
      {mayWrite && items.length > 0 && (
        <Section title={t.propose} lead={t.proposeLead}>
          <Row>
            <ActionForm
              action={view.href(packPaths.propose.to(at))}
              fields={{ revision: pack.revision }}
              kind="primary"
            >
              {t.propose}
            </ActionForm>
          </Row>
        </Section>
      )}
      {ownWork && pack.state === 'proposed' && <Notice view={view}>{t.ownWork}</Notice>}
      {mayDecide && (
        <>
          <Section title={t.decide} lead={t.decideLead}>
            <DecideForm {...props} />
          </Section>
          <Section title={t.returnIt}>
            <ReturnForm {...props} />
          </Section>
        </>
      )}
    </>
  );
}

const empty: FormState = { values: {}, problems: [] };

function Sums({ view, shown }: { view: View; shown: ShownPack }) {
  const t = words[view.lang];
  const { pack, items, money } = shown;
  const awardYen = awardYenOf(items);
  const after = money.freeYen - (pack.state === 'decided' ? 0 : awardYen);
  return (
    <>
      <Grid min="small">
        <StatFigure view={view} label={t.items} value={items.length} unit={t.count} />
        <StatFigure view={view} label={t.awardYen} value={yenFull(view.lang, awardYen)} />
        <StatFigure view={view} label={t.freeYen} value={yenFull(view.lang, money.freeYen)} />
        {pack.state !== 'decided' && (
          <StatFigure view={view} label={t.afterYen} value={yenFull(view.lang, after)} />
        )}
      </Grid>
      {after < 0 && (
        <Notice view={view} tone="bad">
          {t.over(yenFull(view.lang, -after))}
        </Notice>
      )}
    </>
  );
}

function Board(props: PackProps) {
  const { view, shown, mayWrite } = props;
  const t = words[view.lang];
  return (
    <Section title={t.board} {...(mayWrite && { lead: t.boardLead })}>
      {mayWrite ? <BoardForm {...props} /> : <BoardFacts view={view} shown={shown} />}
    </Section>
  );
}

export function BoardFacts({ view, shown }: { view: View; shown: ShownPack }) {
  const t = words[view.lang];
  const { pack, words: said } = shown;
  if (pack.members === 0) return <p>{t.noBoard}</p>;
  const reached = pack.present >= pack.quorum;
  const rows: { term: string; value: Child }[] = [
    { term: t.metOn, value: pack.metOn ? dayName(view.lang, pack.metOn) : '' },
    {
      term: t.present,
      value: `${t.boardOf(pack.present, pack.members, pack.quorum)} ${reached ? t.quorumReached : t.quorumMissed}`,
    },
    { term: t.members, value: <TypedText text={said.members.join('\n')} /> },
    ...(said.minutes ? [{ term: t.minutes, value: <TypedText text={said.minutes} /> }] : []),
  ];
  return <DefinitionList items={rows} />;
}

function Hands({ view, shown }: { view: View; shown: ShownPack }) {
  const t = words[view.lang];
  const { pack, words: said, nameOf } = shown;
  const rows = [
    { term: t.proposedBy, value: nameOf(pack.proposedBy ?? pack.createdBy) },
    ...(pack.decidedOn
      ? [
          { term: t.decidedBy, value: nameOf(pack.decidedBy) },
          { term: t.decidedOn, value: dayName(view.lang, pack.decidedOn) },
        ]
      : []),
    ...(said.reason ? [{ term: t.decisionReason, value: <TypedText text={said.reason} /> }] : []),
  ].filter(({ value }) => value !== '');
  return rows.length > 0 ? <DefinitionList items={rows} /> : null;
}
