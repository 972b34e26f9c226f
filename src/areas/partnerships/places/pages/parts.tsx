import type { View } from '#platform/web/view.ts';
import { StatusTag, type Tone } from '#ui/content.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { placeStaffPaths } from '../../paths.ts';
import type { Session, TodayState } from '../rules.ts';
import { sessionText } from '../say.ts';
import { words } from '../words.ts';

const tones: Record<TodayState, Tone> = {
  open: 'good',
  later: 'info',
  over: 'neutral',
  cancelled: 'warn',
  none: 'neutral',
};

export function TodayTag({ view, state }: { view: View; state: TodayState }) {
  return <StatusTag tone={tones[state]}>{words[view.lang].state[state]}</StatusTag>;
}

/** From the list of places over one place to a page of it. */
export function PlaceCrumbs({
  view,
  place,
  current,
}: {
  view: View;
  place: { readonly id: string; readonly name: string };
  current: string;
}) {
  const items = [
    { href: view.href(placeStaffPaths.list.to({})), label: words[view.lang].title },
    { href: view.href(placeStaffPaths.place.to({ serviceId: place.id })), label: place.name },
  ];
  return <Breadcrumbs view={view} items={items} current={current} />;
}

/** What is on, and what is cancelled and why. */
export function SessionLine({ view, session }: { view: View; session: Session }) {
  const t = words[view.lang];
  if (!session.cancelled) return <>{sessionText(view.lang, session)}</>;
  return (
    <>
      <StatusTag tone="warn">{t.cancelled}</StatusTag> <s>{sessionText(view.lang, session)}</s>{' '}
      {session.reason}
    </>
  );
}
