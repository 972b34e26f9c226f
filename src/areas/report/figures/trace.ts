import type { Tx } from '#platform/database/database.ts';
import { tokyoDay, tokyoMinute } from '#platform/dates.ts';
import { listAcceptances, listEnteredValues } from '#areas/programs/index.ts';
import type { EditionContent } from '../editions/content.ts';
import { registered } from '../live-measures/registry.ts';
import { listLiveValues, type LiveValue } from '../live-measures/store.ts';
import { parameterWords } from '../live-measures/words.ts';
import { listStatements, type Statement } from '../statements/store.ts';
import type { EntryFact, FigurePath, FigureTrail, LiveFact, StatementFact } from './path.ts';
import { pathsOf } from './paths-of.ts';
import { listFormerVersions } from './paths/store.ts';

type Sources = Awaited<ReturnType<typeof readSources>>;

/** The paths of an edition that is about to be published, as far as the product knows them now, and what staff may know besides. */
export async function tracePaths(
  tx: Tx,
  content: EditionContent,
): Promise<{ paths: readonly FigurePath[]; trails: ReadonlyMap<string, FigureTrail> }> {
  const sources = await readSources(tx, content);
  const trails = new Map<string, FigureTrail>();
  const paths = pathsOf(content).map((path) => {
    const { trail, ...known } = traced(path, sources);
    if (Object.keys(trail).length > 0) trails.set(path.id, trail);
    return { ...path, ...known };
  });
  return { paths, trails };
}

/** Everything in a fixed number of statements, however many numbers there are. */
async function readSources(tx: Tx, { head, programs }: EditionContent) {
  const entered = await listEnteredValues(tx, head.fiscalYear);
  const live = await listLiveValues(tx, head.fiscalYear);
  return {
    programs: new Map(programs.map(({ slug, id }) => [slug, id])),
    entered: new Map(entered.map((value) => [`${value.measureId} ${value.period}`, value])),
    accepted: new Map((await listAcceptances(tx, head.fiscalYear)).map((each) => [each.programId, each])),
    live: new Map(live.map((value) => [`${value.measureId} ${value.period}`, value])),
    statements: new Map(
      (await listStatements(tx, head.fiscalYear)).map((each) => [each.measureId, each] as const),
    ),
    versions: await listFormerVersions(tx, head.fiscalYear - 1),
  };
}

type Traced = Partial<FigurePath> & { readonly trail: FigureTrail };

function traced(path: FigurePath, sources: Sources): Traced {
  const programId = sources.programs.get(path.program?.slug ?? '');
  const accepted = sources.accepted.get(programId ?? '');
  const ofProgram = {
    ...(programId ? { programId } : {}),
    ...(accepted
      ? {
          entryId: accepted.entryId,
          roundId: accepted.roundId,
          organisationId: accepted.organisationId,
          acceptedBy: accepted.by,
        }
      : {}),
  };
  const acceptedOn = accepted ? { acceptedOn: tokyoDay(accepted.at) } : {};
  if (!path.measureId) return { ...acceptedOn, trail: ofProgram };
  const key = `${path.measureId} ${path.period}`;
  const value = sources.entered.get(key);
  const live = sources.live.get(key);
  const statement = sources.statements.get(path.measureId);
  return {
    ...acceptedOn,
    ...(value?.origin ? { entry: path.withheld ? onlyTheWay(entryFact(value)) : entryFact(value) } : {}),
    ...(live ? { live: liveFact(path, live, sources) } : {}),
    ...(statement ? { statement: statementFact(statement) } : {}),
    trail: {
      ...ofProgram,
      measureId: path.measureId,
      ...(value?.enteredBy ? { enteredBy: value.enteredBy } : {}),
      ...(value?.origin?.returnId ? { returnId: value.origin.returnId } : {}),
      ...(value?.origin?.offerId ? { offerId: value.origin.offerId } : {}),
      ...(statement?.statedByName ? { statedBy: statement.statedByName } : {}),
      ...(live ? { liveValue: live.value } : {}),
    },
  };
}

function entryFact({
  origin,
  enteredAt,
  offer,
}: Sources['entered'] extends Map<string, infer V> ? V : never): EntryFact {
  return {
    via: origin?.via ?? 'program',
    by: origin?.by ?? 'product',
    on: enteredAt ? tokyoDay(enteredAt) : '',
    ...(origin?.sha256 ? { sha256: origin.sha256 } : {}),
    ...(origin?.cell ? { cell: origin.cell } : {}),
    ...(offer ? { offer } : {}),
  };
}

/** Of a withheld number neither how many it was counted from nor a hash of the answers: of a few, that could be tried out. */
function onlyTheWay({ via, by, on }: EntryFact): EntryFact {
  return { via, by, on };
}

function statementFact({ title, issuer, place, document, statedAt }: Statement): StatementFact {
  const said = { title, issuer, place, sha256: document?.sha256 ?? '' };
  if (!document) return said;
  const { fileId: id, mediaType, bytes } = document;
  return {
    ...said,
    filedOn: tokyoDay(statedAt),
    ...(document.isPublic ? { file: { id, mediaType, bytes } } : {}),
  };
}

function liveFact(path: FigurePath, live: LiveValue, { versions }: Sources): LiveFact {
  const measure = registered(live.live);
  const former = path.subject.of === 'measure' ? versions.get(path.subject.thread) : undefined;
  const sameCode = former?.code === live.live;
  return {
    code: live.live,
    name: measure?.name ?? { ja: live.live, en: live.live },
    definition: measure?.definition ?? { ja: '', en: '' },
    formula: measure?.formula ?? { ja: '', en: '' },
    parameters: Object.entries(live.parameters).map(([code, value]) => ({
      name: { ja: parameterWords.ja[code] ?? code, en: parameterWords.en[code] ?? code },
      value,
    })),
    version: live.version,
    formerVersion: former && sameCode && former.version !== live.version ? former.version : null,
    agrees: live.value === null || path.value === null ? null : live.value === path.value,
    computedAt: tokyoMinute(live.computedAt),
  };
}
