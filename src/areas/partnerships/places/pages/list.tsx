import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import type { Service } from '#areas/directory/index.ts';
import { Card, Disclosure, EmptyState } from '#ui/content.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead } from '#ui/layout.tsx';
import { placeStaffPaths } from '../../paths.ts';
import type { Session, TodayState } from '../rules.ts';
import { words } from '../words.ts';
import { SessionLine, TodayTag } from './parts.tsx';

export interface ListedPlace {
  readonly service: Service;
  readonly state: TodayState;
  readonly next: Session | undefined;
  /** The operator has said something of it, or it is open today: it stands on top. */
  readonly lively: boolean;
}

export function PlaceListPage({ view, places }: { view: View; places: readonly ListedPlace[] }) {
  const t = words[view.lang];
  const lively = places.filter((place) => place.lively);
  const others = places.filter((place) => !place.lively);
  return (
    <StaffFrame view={view} title={t.title}>
      <PageHead title={t.title} lead={<p>{t.listLead}</p>} />
      {places.length === 0 && (
        <EmptyState title={t.none}>
          <p>{t.noneHint}</p>
        </EmptyState>
      )}
      <Cards view={view} places={lively} />
      {others.length > 0 && (
        <Disclosure summary={t.more(others.length)} open={lively.length === 0}>
          <Cards view={view} places={others} />
        </Disclosure>
      )}
    </StaffFrame>
  );
}

function Cards({ view, places }: { view: View; places: readonly ListedPlace[] }) {
  return (
    <Grid>
      {places.map(({ service, state, next }) => (
        <Card
          title={contentIn(view.lang, service.content.name)}
          href={view.href(placeStaffPaths.place.to({ serviceId: service.id }))}
          level={2}
          tags={<TodayTag view={view} state={state} />}
        >
          {next && (
            <p>
              <SessionLine view={view} session={next} />
            </p>
          )}
        </Card>
      ))}
    </Grid>
  );
}
