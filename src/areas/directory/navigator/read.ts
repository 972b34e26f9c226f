import type { Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { openingNow } from '../hours/lately.ts';
import type { Holidays } from '../hours/rules.ts';
import { readHolidays } from '../holidays/store.ts';
import { listMunicipalities, type Municipality } from '../municipalities/store.ts';
import { readFacts } from '../schemes/facts/rules.ts';
import { judgeAll, serviceOf } from '../schemes/rules.ts';
import { choiceFacts, numberFacts, type Scheme } from '../schemes/scheme.ts';
import { listSchemes } from '../schemes/store.ts';
import { listServicesByCodes, type Service } from '../services/store.ts';
import { type Advice, adviseFor, inOrderOfHelp } from './advice/rules.ts';
import type { Known } from './conversation/rules.ts';
import type { Answers, Flow } from './flow.ts';
import { guideLanguages } from './guide/guide.ts';
import type { SchemeView } from './pages/schemes.tsx';
import type { NamedService } from './pages/result.tsx';
import { findPublishedFlow } from './store.ts';

/** What a page of the conversation is made from. */
export interface Guide {
  readonly flow: Flow;
  readonly places: readonly Municipality[];
  readonly known: Known;
  readonly schemes: readonly Scheme[];
  readonly holidays: Holidays;
  /** Entries that answers have named so far, null where there is none for whoever asks: for as long as the guide is kept. */
  readonly entries: Map<string, Service | null>;
}

/** All that is the same for everybody who may see the same. */
export async function readGuide(tx: Tx, given?: Flow): Promise<Guide | undefined> {
  const flow = given ?? (await findPublishedFlow(tx))?.content;
  if (!flow) return undefined;
  const places = await listMunicipalities(tx);
  return {
    flow,
    places,
    known: {
      languages: guideLanguages,
      municipalities: places.map(({ code }) => code),
      further: [...numberFacts, ...Object.keys(choiceFacts)],
    },
    schemes: await listSchemes(tx),
    holidays: await readHolidays(tx),
    entries: new Map(),
  };
}

/** What the answers lead to, with entries as they are at this moment. */
export interface Outcome {
  readonly advice: Advice;
  readonly holidays: Holidays;
  readonly desk: NamedService | undefined;
  readonly others: readonly NamedService[];
  readonly beside: readonly NamedService[];
  readonly schemes: readonly SchemeView[];
}

export async function readOutcome(tx: Tx, guide: Guide, answers: Answers, now: Date): Promise<Outcome> {
  const { advice, services } = await advise(tx, guide, answers);
  const { holidays } = guide;
  const named = ({ code, why }: { code: string; why?: NamedService['why'] }): NamedService[] => {
    const service = services.get(code);
    if (!service) return [];
    const { state } = openingNow(service.content, now, holidays);
    return [{ service, isOpen: state === 'open' || state === 'always', ...(why && { why }) }];
  };
  const [desk] = advice.desk ? named(advice.desk) : [];
  const beside = advice.beside.flatMap(named);
  const taken = [advice.desk?.code, ...advice.beside.map(({ code }) => code)];
  const others = inOrderOfHelp(
    advice.now
      .filter((code) => !taken.includes(code))
      .flatMap((code) => candidateOf(services.get(code), now, holidays)),
    { language: answers['language']?.[0], contact: answers['contact'] ?? [] },
  ).flatMap(named);
  return {
    advice,
    holidays,
    desk,
    others,
    beside,
    schemes: await readSchemes(tx, guide, { advice, answers, now }),
  };
}

/** Entries that the advice names and that have gone are left out, and it is asked again, until all are there. */
async function advise(
  tx: Tx,
  guide: Guide,
  answers: Answers,
): Promise<{ advice: Advice; services: ReadonlyMap<string, Service> }> {
  const { flow, places } = guide;
  const services = new Map<string, Service>();
  const gone = new Set<string>();
  for (;;) {
    const advice = adviseFor(flow, answers, { places, isVisible: (code) => !gone.has(code) });
    const named = [advice.desk?.code, ...advice.beside.map(({ code }) => code), ...advice.now];
    const unread = [...new Set(named)].filter(
      (code): code is string => code !== undefined && !services.has(code) && !gone.has(code),
    );
    if (unread.length === 0) return { advice, services };
    for (const service of await entriesNamed(tx, guide, unread))
      if (service.publishedAt && !service.sealed && service.status === 'active')
        services.set(service.code, service);
    for (const code of unread) if (!services.has(code)) gone.add(code);
  }
}

/** Each is read once while the guide is kept: whoever changes an entry makes it be read anew, entries and all. */
async function entriesNamed(
  tx: Tx,
  { entries }: Guide,
  codes: readonly string[],
): Promise<readonly Service[]> {
  const unread = codes.filter((code) => !entries.has(code));
  if (unread.length > 0) {
    const found = new Map((await listServicesByCodes(tx, unread)).map((service) => [service.code, service]));
    for (const code of unread) entries.set(code, found.get(code) ?? null);
  }
  return codes.flatMap((code) => entries.get(code) ?? []);
}

function candidateOf(service: Service | undefined, now: Date, holidays: Holidays) {
  if (!service) return [];
  const { code, content } = service;
  const { state, opensAt } = openingNow(content, now, holidays);
  const languages = ['ja', ...content.languages.map((each) => each.code)];
  return [{ code, state, opensAt, languages, channels: content.channels.map(({ kind }) => kind) }];
}

async function readSchemes(
  tx: Tx,
  guide: Guide,
  { advice, answers, now }: { advice: Advice; answers: Answers; now: Date },
): Promise<SchemeView[]> {
  const { schemes } = guide;
  const said = Object.fromEntries(Object.entries(answers).map(([name, values]) => [name, values[0]]));
  const facts = readFacts(said, { numbers: numberFacts, choices: choiceFacts, area: advice.line });
  const judged = judgeAll(schemes, { facts, day: tokyoDay(now), topics: advice.topics.slice(0, 3) });
  const entryOf = (code: string) => {
    const scheme = schemes.find((each) => each.code === code);
    return scheme && serviceOf(scheme, advice.line);
  };
  const services = await entriesNamed(
    tx,
    guide,
    judged.flatMap(({ code }) => entryOf(code) ?? []),
  );
  return judged.map((each) => ({
    ...each,
    serviceId: services.find(({ code }) => code === entryOf(each.code))?.id,
  }));
}
