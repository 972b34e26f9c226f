import type { Child } from 'hono/jsx';
import { fiscalYearName } from '#platform/dates.ts';
import type { Problem } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { PublicFrame, StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import type { OpenedAward } from '../../awards/open.ts';
import type { Place } from '../place.ts';
import { words } from '../words.ts';

interface PlaceFrameProps {
  readonly view: View;
  readonly place: Place;
  readonly opened: OpenedAward;
  readonly title: string;
  readonly lead?: Child;
  readonly tags?: Child;
  readonly problems?: readonly Problem[];
  readonly children?: Child;
}

/** The same page behind a link and at the office: which call it is about, and the way back to the award. */
export function PlaceFrame({ view, place, opened, title, problems = [], ...props }: PlaceFrameProps) {
  const t = words[view.lang];
  const { terms, call, award } = opened;
  const Frame = place.staff ? StaffFrame : PublicFrame;
  return (
    <Frame view={view} title={title} problems={problems}>
      <PageHead
        title={title}
        kicker={`${terms.name[view.lang]}　${fiscalYearName(view.lang, call.fiscalYear)}　${award.number}`}
        breadcrumbs={
          <p>
            <a href={place.award}>← {t.back}</a>
          </p>
        }
        lead={props.lead}
        tags={props.tags}
      />
      {props.children}
    </Frame>
  );
}
