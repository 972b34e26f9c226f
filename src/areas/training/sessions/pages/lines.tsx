import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList, StatusTag, type Tone } from '#ui/content.tsx';
import type { Course } from '../../courses/store.ts';
import type { Places } from '../../entries/store.ts';
import { areaWords } from '../../words.ts';
import { type Standing, standingOf, type Way } from '../rules.ts';
import { sayWhen } from '../say.ts';
import type { Session } from '../store.ts';

const tones: Record<Standing, Tone> = {
  before: 'info',
  open: 'good',
  closed: 'neutral',
  over: 'neutral',
  cancelled: 'bad',
};

export function titleOf(view: View, course: Course): string {
  return contentIn(view.lang, { ja: course.titleJa, en: course.titleEn });
}

export function isFull({ quota }: Session, places: Places | undefined): boolean {
  return quota !== null && places !== undefined && (places.taken >= quota || places.waiting > 0);
}

export function SessionTag({ view, session, now }: { view: View; session: Session; now: Date }) {
  const standing = standingOf(session, now);
  return <StatusTag tone={tones[standing]}>{areaWords[view.lang].standings[standing]}</StatusTag>;
}

export function sayPlaces(view: View, session: Session, places: Places | undefined): string {
  const t = areaWords[view.lang];
  if (session.quota === null) return t.unlimited;
  return isFull(session, places) ? t.full : t.free(session.quota - (places?.taken ?? 0));
}

interface SessionTermsProps {
  readonly view: View;
  readonly session: Session;
  readonly places: Places | undefined;
}

/** When, how and where, and whether there is room. */
export function SessionTerms({ view, session, places }: SessionTermsProps) {
  const t = areaWords[view.lang];
  return (
    <DefinitionList
      items={[
        { term: t.when, value: sayWhen(view.lang, session) },
        { term: t.way, value: t.ways[session.way as Way] },
        ...(session.venue ? [{ term: t.venue, value: session.venue }] : []),
        { term: t.places, value: sayPlaces(view, session, places) },
      ]}
    />
  );
}
