import { dayName, fiscalYearName, tokyoDay } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { Notice, Tag } from '#ui/content.tsx';
import { ButtonLink } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead, Section, TypedText } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { findPaths } from '#areas/directory/paths.ts';
import { applicationPaths, callPaths } from '../../../paths.ts';
import type { Standing } from '../../rules.ts';
import { StandingTag } from '../../say.tsx';
import type { Call, listVersions } from '../../store.ts';
import type { CallTerms } from '../../terms.ts';
import { words as common } from '../../words.ts';
import { words } from '../words.ts';
import { Facts } from './facts.tsx';
import { TermsSections } from './terms.tsx';

export interface CallProps {
  readonly view: View;
  readonly call: Call;
  readonly terms: CallTerms;
  readonly standing: Standing;
  readonly budgetYen: number;
  readonly freeYen: number;
  /** Newest first; those that were published. */
  readonly versions: Awaited<ReturnType<typeof listVersions>>;
  /** An earlier version, as it once held. */
  readonly version?: number;
}

/** Everything that somebody has to know before they apply, what can be done now first. */
export function CallPage(props: CallProps) {
  const { view, call, terms, standing, version } = props;
  const t = words[view.lang];
  const name = contentIn(view.lang, terms.name);
  const title = version === undefined ? name : t.versionTitle(name, version);
  return (
    <PublicFrame
      view={view}
      title={title}
      description={contentIn(view.lang, terms.summary)}
      canonical={callPaths.call.to({ slug: call.slug })}
    >
      <PageHead
        title={title}
        kicker={fiscalYearName(view.lang, call.fiscalYear)}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[{ href: view.href(callPaths.list.to({})), label: t.title }]}
            current={title}
          />
        }
        tags={
          version === undefined && (
            <>
              <StandingTag view={view} standing={standing} />
              {call.illustrative && <Tag tone="info">{common[view.lang].example}</Tag>}
            </>
          )
        }
        lead={<TypedText text={contentIn(view.lang, terms.summary)} />}
      />
      {version === undefined ? <Now {...props} /> : <Earlier view={view} slug={call.slug} />}
      <Section title={t.facts}>
        <Facts {...props} />
      </Section>
      <TermsSections view={view} terms={terms} />
      {version === undefined && <History {...props} />}
    </PublicFrame>
  );
}

function Earlier({ view, slug }: { view: View; slug: string }) {
  const t = words[view.lang];
  return (
    <Notice view={view} tone="warn" title={t.oldVersion}>
      <p>
        <a href={view.href(callPaths.call.to({ slug }))}>{t.toCurrent}</a>
      </p>
    </Notice>
  );
}

/** What can be done today. */
function Now({ view, call, terms, standing }: CallProps) {
  const t = words[view.lang];
  const over = standing.is === 'ended' || standing.is === 'cancelled';
  const { slug } = call;
  const applies = call.audience === 'groups' && standing.is === 'open';
  const told = call.endNote && contentIn(view.lang, call.endNote);
  return (
    <>
      {over && told && (
        <Notice view={view} tone="warn" title={standing.is === 'ended' ? t.endedNote : t.cancelledNote}>
          <TypedText text={told} />
        </Notice>
      )}
      {call.audience === 'persons' && !over && (
        <Notice view={view} title={t.byPartner}>
          <p>
            <a href={view.href(findPaths.find.to({}))}>{t.findDesk}</a>
          </p>
        </Notice>
      )}
      {!over && (
        <div class="actions">
          {terms.eligibility.length > 0 && (
            <ButtonLink href={view.href(callPaths.check.to({ slug }))}>{t.check}</ButtonLink>
          )}
          {applies && (
            <ButtonLink kind="secondary" href={view.href(applicationPaths.start.to({ slug }))}>
              {t.apply}
            </ButtonLink>
          )}
        </div>
      )}
      {!over && terms.eligibility.length > 0 && <p class="hint">{t.checkLead}</p>}
      {applies && (
        <p class="hint">
          {t.applyLead} {t.paper}
        </p>
      )}
    </>
  );
}

function History({ view, call, versions }: CallProps) {
  const t = words[view.lang];
  const { slug } = call;
  return (
    <>
      <Section title={t.follow} lead={t.followLead}>
        <p class="row">
          <a href={view.href(callPaths.subscribe.to({}, { call: slug }))}>{t.subscribeCall}</a>
          <a href={view.href(callPaths.feed.to({}))}>{t.feed}</a>
        </p>
      </Section>
      <Section title={t.history} lead={t.historyLead}>
        <ol class="thread" reversed>
          {versions.map(({ version, note, publishedAt }, index) => (
            <li>
              <p class="thread-head">
                <b>
                  {index === 0 ? (
                    `${t.version(version)}（${t.current}）`
                  ) : (
                    <a href={view.href(callPaths.version.to({ slug, version: String(version) }))}>
                      {t.version(version)}
                    </a>
                  )}
                </b>
                {publishedAt && (
                  <time datetime={tokyoDay(publishedAt)}>{dayName(view.lang, tokyoDay(publishedAt))}</time>
                )}
              </p>
              <p>{contentIn(view.lang, note) || t.first}</p>
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}
