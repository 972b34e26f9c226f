import type { Child } from 'hono/jsx';
import { tokyoMinute } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import type { Service } from '#areas/directory/index.ts';
import { findPaths } from '#areas/directory/paths.ts';
import { contentIn } from '#platform/i18n.ts';
import { Tag } from '#ui/content.tsx';
import { ButtonLink } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { placePaths } from '../../paths.ts';
import type { Session, TodayState } from '../rules.ts';
import type { PlaceDay } from '../store.ts';
import { words } from '../words.ts';
import { SessionLine, TodayTag } from './parts.tsx';

export interface PublicPlaceProps {
  readonly view: View;
  readonly service: Service;
  readonly where: string;
  readonly today: TodayState;
  readonly said: PlaceDay | undefined;
  readonly sessions: readonly Session[];
  /** What it looks for, and its pictures. */
  readonly children?: Child;
}

/** A place for everybody: whether it is open today, when next, and what it looks for. */
export function PublicPlacePage({ view, service, where, today, said, sessions, children }: PublicPlaceProps) {
  const t = words[view.lang];
  const { content, id } = service;
  const name = contentIn(view.lang, content.name);
  const entry = view.href(findPaths.service.to({ id }));
  return (
    <PublicFrame
      view={view}
      title={name}
      canonical={placePaths.place.to({ serviceId: id })}
      description={contentIn(view.lang, content.summary)}
    >
      <PageHead
        title={name}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[{ href: view.href(findPaths.places.to({})), label: t.places }]}
            current={name}
          />
        }
        tags={
          <>
            <TodayTag view={view} state={today} />
            {where && <Tag>{where}</Tag>}
          </>
        }
        lead={
          <>
            {said && (
              <p>
                {(said.open ? t.hereOpen : t.hereClosed)(tokyoMinute(said.saidAt).slice(11))} {said.note}
              </p>
            )}
            <p>{contentIn(view.lang, content.summary)}</p>
          </>
        }
        actions={
          <ButtonLink kind="secondary" href={entry}>
            {t.entry}
          </ButtonLink>
        }
      />
      <Section title={t.next} id="sessions">
        {sessions.length === 0 && <p>{t.empty}</p>}
        <ul>
          {sessions.slice(0, 8).map((session) => (
            <li>
              <SessionLine view={view} session={session} />
            </li>
          ))}
        </ul>
        <p class="no-print">
          <a href={view.href(placePaths.feed.to({ serviceId: id }))}>{t.feed}</a>{' '}
          <span class="hint">{t.feedHint}</span>
        </p>
        <p class="no-print">
          <a href={view.href(placePaths.allFeed.to({}))}>{t.feedAll}</a>
        </p>
      </Section>
      {children}
    </PublicFrame>
  );
}
