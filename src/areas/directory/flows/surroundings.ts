import type { Tx } from '#platform/database/database.ts';
import { contentIn, type Lang } from '#platform/i18n.ts';
import { listMunicipalities } from '../municipalities/store.ts';
import { entriesOf, outcomeOf } from '../navigator/checks/rules.ts';
import type { Flow, Situation } from '../navigator/flow.ts';
import { findDraft, findPublishedFlow, type FlowRow } from '../navigator/store.ts';
import { placeName, readSurroundings } from '../navigator/surroundings.ts';
import { listServices, listServicesByCodes, type Service } from '../services/store.ts';

/** What pages say about codes. */
export interface Naming {
  /** Entries that can be named, and those that are, by code. */
  readonly entries: ReadonlyMap<string, string>;
  readonly places: readonly { readonly code: string; readonly name: string }[];
}

/** Where a situation comes out. */
export interface Outcome {
  readonly situation: Situation;
  readonly desk: string | undefined;
}

/** The flow as it is edited: the draft, or what everybody walks and the first change makes a draft of. */
export interface Editing extends Naming {
  readonly flow: Flow;
  /** Of the draft; 0 while there is none. */
  readonly revision: number;
  readonly draft: FlowRow | undefined;
  readonly published: FlowRow | undefined;
}

/** Desks, and groups, offered to choose from; any other can be typed by its code. */
const mostOffered = 500;

export const emptyFlow: Flow = {
  questions: [],
  topics: [],
  tables: {},
  desks: [],
  beside: [],
  situations: [],
};

export async function readEditing(tx: Tx, lang: Lang): Promise<Editing> {
  const [draft, published] = [await findDraft(tx), await findPublishedFlow(tx)];
  const flow = (draft ?? published)?.content ?? emptyFlow;
  return { flow, revision: draft?.revision ?? 0, draft, published, ...(await readNaming(tx, flow, lang)) };
}

async function readNaming(tx: Tx, flow: Flow, lang: Lang): Promise<Naming> {
  const places = await listMunicipalities(tx);
  const offered: Service[] = [];
  for (const kind of ['desk', 'group'] as const)
    offered.push(
      ...(await listServices(tx, { kind, published: true, sealed: false }, { limit: mostOffered })),
    );
  const named = await listServicesByCodes(tx, entriesOf(flow));
  const entries = [...offered, ...named].map(
    ({ code, content }) => [code, contentIn(lang, content.name)] as const,
  );
  return {
    entries: new Map(entries),
    places: places.map((place) => ({ code: place.code, name: placeName(place, places) })),
  };
}

export async function readOutcomes(tx: Tx, flow: Flow): Promise<readonly Outcome[]> {
  const surroundings = await readSurroundings(tx, flow);
  return flow.situations.map((situation) => ({
    situation,
    desk: outcomeOf(flow, situation.answers, surroundings).desk,
  }));
}
