import { isCertified, type Certification } from '../workplaces/rules.ts';

export interface Wanted {
  readonly days: readonly string[];
  readonly tasks: readonly string[];
  readonly kind: string;
  readonly municipality: string;
}

export interface Place extends Certification {
  readonly id: string;
  readonly name: string;
  readonly municipality: string;
  readonly days: readonly string[];
  readonly tasks: readonly string[];
  readonly kinds: readonly string[];
  readonly places: number;
  readonly held: number;
}

export type Why =
  | { readonly is: 'near' }
  | { readonly is: 'days'; readonly of: readonly string[] }
  | { readonly is: 'tasks'; readonly of: readonly string[] }
  | { readonly is: 'free'; readonly n: number };

export interface Suggestion<P extends Place = Place> {
  readonly place: P;
  readonly why: readonly Why[];
}

const most = 10;

/** Certified workplaces with a free place that fit at least in one day, the best first, each with why. What is not asked for is no reason. */
export function suggestWorkplaces<P extends Place>(
  wanted: Wanted,
  places: readonly P[],
  today: string,
): readonly Suggestion<P>[] {
  return places
    .filter((place) => isCertified(place, today) && place.places > place.held)
    .filter(({ kinds }) => wanted.kind === '' || kinds.includes(wanted.kind))
    .map((place) => {
      const days = wanted.days.filter((day) => place.days.includes(day));
      const tasks = wanted.tasks.filter((task) => place.tasks.includes(task));
      const near = wanted.municipality !== '' && place.municipality === wanted.municipality;
      const why: Why[] = [
        ...(tasks.length > 0 ? [{ is: 'tasks', of: tasks } as const] : []),
        ...(days.length > 0 ? [{ is: 'days', of: days } as const] : []),
        ...(near ? [{ is: 'near' } as const] : []),
        { is: 'free', n: place.places - place.held },
      ];
      return { place, why, days: days.length, score: tasks.length * 3 + days.length * 2 + (near ? 4 : 0) };
    })
    .filter(({ days }) => wanted.days.length === 0 || days > 0)
    .toSorted((one, other) => other.score - one.score || one.place.id.localeCompare(other.place.id))
    .slice(0, most)
    .map(({ place, why }) => ({ place, why }));
}
