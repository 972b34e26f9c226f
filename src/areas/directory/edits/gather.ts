import type { Tx } from '#platform/database/database.ts';
import type { Lang } from '#platform/i18n.ts';
import type { FormState, Problem } from '#platform/web/form-state.ts';
import type { Typed } from '#platform/web/form.ts';
import { mustWriteService } from '../access.ts';
import { type Part, partOf } from '../descriptions/parts.ts';
import { labels } from '../descriptions/words.ts';
import { listMunicipalities, type Municipality } from '../municipalities/store.ts';
import type { ServiceContent } from '../services/content.ts';
import type { ContentProblem } from '../services/content-checks/problem.ts';
import { contentProblems } from '../services/content-checks/rules.ts';
import { isSamePlace, mergeOver, missingForPublication } from '../services/rules.ts';
import { findService, listLocationsOf, type Service } from '../services/store.ts';
import { findVersion } from '../versions/store.ts';
import { knownWith, problemsOf } from '../services/write.ts';
import { problemWords } from './problem-words.ts';
import { readPart } from './read.ts';
import { formName, textOf } from '#platform/web/typed.ts';
import type { Reading } from './values.ts';
import { words } from './words.ts';

/** What a form of a part is made from. */
export interface Editing {
  readonly service: Service;
  readonly municipalities: readonly Municipality[];
}

export async function readEditing(tx: Tx, serviceId: string): Promise<Editing> {
  const service = await findService(tx, serviceId);
  mustWriteService(tx.who, service);
  return { service, municipalities: await listMunicipalities(tx) };
}

/** A typed part as a content, and everything that is wrong with it. */
export interface TypedPart {
  readonly content: ServiceContent;
  /** The version from which it is a change. */
  readonly version: number;
  readonly changed: boolean;
  readonly problems: readonly Problem[];
}

export async function readTypedPart(
  tx: Tx,
  { service, part, typed, lang }: { service: Service; part: Part; typed: Typed; lang: Lang },
): Promise<TypedPart> {
  const seen = Number(textOf(typed, 'version'));
  const stored =
    seen === service.version ? undefined : await findVersion(tx, { serviceId: service.id, version: seen });
  const base = stored?.content ?? service.content;
  const reading = await atKnownPlaces(tx, service, readPart(part, typed, base));
  // Somebody who has seen both sides of a conflict decides: what they changed goes over what is there now.
  const decided = Number(textOf(typed, 'over')) === service.version;
  const content = decided ? mergeOver(base, service.content, reading.content) : reading.content;
  const found = [
    ...(await problemsOf(tx, content)),
    ...(service.publishedAt && !service.sealed ? missingForPublication(content) : []),
  ];
  const channel = content.channels.findIndex(({ id }) => id === textOf(typed, 'channel'));
  return {
    content,
    version: decided ? service.version : seen,
    changed: JSON.stringify(content) !== JSON.stringify(base),
    problems: toldProblems(lang, { part, reading, found, channel }),
  };
}

/** A location is the same in every entry that is there: a new row at an address that the organisation has is that one. */
async function atKnownPlaces(tx: Tx, service: Service, reading: Reading): Promise<Reading> {
  const { locations } = reading.content;
  const stored = new Set(service.content.locations.map(({ id }) => id));
  if (locations.every(({ id }) => stored.has(id))) return reading;
  const known = await listLocationsOf(tx, service.organisationId);
  const placed = locations.map((location) => {
    const same = stored.has(location.id) ? undefined : known.find((each) => isSamePlace(each, location));
    return same ? { ...location, id: same.id } : location;
  });
  return { ...reading, content: { ...reading.content, locations: placed } };
}

function toldProblems(
  lang: Lang,
  {
    part,
    reading,
    found,
    channel,
  }: { part: Part; reading: Reading; found: readonly ContentProblem[]; channel: number },
): readonly Problem[] {
  const here = found.filter(({ field }) => partOf(field) === part);
  const elsewhere = [...new Set(found.map(({ field }) => partOf(field)).filter((each) => each !== part))];
  const inForm = ({ field, ...problem }: ContentProblem) => ({
    ...problem,
    field: formName(field.replace(`channels.${channel}.hours`, 'hours'), reading.rows),
  });
  return [
    ...reading.unread.map(({ field, problem }) => told(lang, field, problemWords[lang][problem](0))),
    ...here
      .map(inForm)
      .filter(({ field }) => !reading.unread.some((unread) => unread.field === field))
      .map(({ field, problem, limit }) => told(lang, field, problemWords[lang][problem](limit ?? 0))),
    ...elsewhere.map((each) => ({
      field: '',
      message: words[lang].elsewhere(labels[lang].parts[each]),
    })),
  ];
}

/** What is wrong with a new entry, which says no place yet. */
export function problemsOfNew(lang: Lang, content: ServiceContent): readonly Problem[] {
  const found = contentProblems(content, knownWith([]));
  return found.map(({ field, problem, limit }) => told(lang, field, problemWords[lang][problem](limit ?? 0)));
}

/** The message names its field: in the summary it stands alone. */
export function told(lang: Lang, field: string, message: string): Problem {
  const [first = ''] = field.split('.');
  const label = (labels[lang].fields as Readonly<Record<string, string>>)[first];
  const row = /\.(\d+)\./.exec(field)?.[1];
  const named = [label, row === undefined ? '' : String(Number(row) + 1)].filter(Boolean).join(' ');
  return { field, message: named ? `${named}：${message}` : message };
}

/** The form again, as it was typed. */
export function formAgain(typed: Typed, problems: readonly Problem[] = []): FormState {
  return { values: typed, problems };
}
