import { contentIn } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import type { Option } from '#ui/choices.tsx';
import { DefinitionList, Notice, Tag } from '#ui/content.tsx';
import { ButtonLink } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Columns, PageHead, Section, TypedText } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import type { Said } from '../../descriptions/describe.ts';
import { parts } from '../../descriptions/parts.ts';
import { labels } from '../../descriptions/words.ts';
import { FreshnessLine } from '../../freshness/pages/line.tsx';
import { findPaths, staffDirectoryPaths } from '../../paths.ts';
import { directoryTrail } from '../../trail.ts';
import type { ContentProblem } from '../content-checks/problem.ts';
import { stateOf } from '../state.ts';
import type { Service } from '../store.ts';
import { words } from '../words.ts';
import { StateActs } from './acts.tsx';
import { cardWords } from './card-words.ts';
import { StateTags } from './tags.tsx';

export interface OverviewProps {
  readonly view: View;
  readonly state: FormState;
  /** The act whose form has problems; it stands open. */
  readonly tried: string | undefined;
  readonly service: Service;
  readonly said: readonly Said[];
  readonly missing: readonly ContentProblem[];
  /** In any version: then its history stays. */
  readonly wasPublished: boolean;
  readonly today: string;
  readonly verifiedBy: string;
  /** Organisations in whose name this person may confirm. */
  readonly verifiers: readonly Option[];
  /** To whom a keeper may give it; empty for everybody else. */
  readonly owners: readonly Option[];
}

/** One entry as its keepers see it: its state, what can be done, and everything that it says, part by part. */
export function OverviewPage(props: OverviewProps) {
  const { view, service, today, state } = props;
  const t = words[view.lang];
  const name = contentIn(view.lang, service.content.name);
  const { id } = service;
  const now = stateOf(service);
  return (
    <StaffFrame view={view} title={name} problems={state.problems}>
      <PageHead
        title={name}
        kicker={cardWords[view.lang].kind[service.content.kind]}
        tags={
          <>
            <StateTags view={view} service={service} today={today} />
            {service.content.illustrative && <Tag tone="warn">{cardWords[view.lang].illustrative}</Tag>}
          </>
        }
        lead={<p>{t.stateHints[now]}</p>}
        breadcrumbs={<Breadcrumbs view={view} items={directoryTrail(view)} current={name} />}
        actions={
          <>
            {now !== 'sealed' && (
              <ButtonLink kind="secondary" small href={view.href(staffDirectoryPaths.preview.to({ id }))}>
                {t.preview}
              </ButtonLink>
            )}
            <ButtonLink kind="secondary" small href={view.href(staffDirectoryPaths.history.to({ id }))}>
              {t.history}
            </ButtonLink>
            {now === 'published' && (
              <ButtonLink kind="quiet" small href={view.href(findPaths.service.to({ id }))}>
                {t.seePublic}
              </ButtonLink>
            )}
          </>
        }
      />
      <Columns asideFirst aside={<StateActs {...props} />}>
        <Missing {...props} />
        {now === 'published' && (
          <FreshnessLine view={view} entry={service} by={props.verifiedBy} today={today} />
        )}
        <DefinitionList
          items={[
            {
              term: t.owner,
              value: contentIn(view.lang, { ja: service.owner.nameJa, en: service.owner.nameEn }),
            },
            { term: t.code, value: `${service.code}　${t.version(service.version)}` },
          ]}
        />
        <Parts {...props} />
      </Columns>
    </StaffFrame>
  );
}

function Missing({ view, missing, service }: OverviewProps) {
  const t = words[view.lang];
  if (missing.length === 0 || stateOf(service) !== 'draft') return null;
  return (
    <Notice view={view} tone="info" title={t.missing}>
      <ul>
        {missing.map(({ field }) => (
          <li>{t.missingFields[field] ?? field}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** What it says, each part with the way to change it; what it does not say yet in one line. */
function Parts({ view, service: { id }, said }: OverviewProps) {
  const t = words[view.lang];
  const names = labels[view.lang].parts;
  return (
    <>
      {parts.map((part) => {
        const lines = said.filter((each) => each.part === part);
        const unsaid = lines.filter(({ text }) => !text).map(({ label }) => label);
        return (
          <Section
            title={names[part]}
            id={part}
            actions={
              <a
                href={view.href(staffDirectoryPaths.part.to({ id, part }))}
                aria-label={t.editPart(names[part])}
              >
                {t.edit}
              </a>
            }
          >
            {unsaid.length < lines.length && (
              <DefinitionList
                items={lines
                  .filter(({ text }) => text)
                  .map(({ label, text }) => ({ term: label, value: <TypedText text={text} /> }))}
              />
            )}
            {unsaid.length > 0 && <p class="hint">{t.unsaid(unsaid.join(labels[view.lang].and))}</p>}
          </Section>
        );
      })}
    </>
  );
}
