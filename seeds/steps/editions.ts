import type { Who } from '#platform/access.ts';
import type { Tx } from '#platform/database/database.ts';
import { addDays } from '#platform/dates.ts';
import type { Text } from '#platform/i18n.ts';
import { approveEdition, prepareEdition, proposeEdition } from '#areas/report/editions/actions.ts';
import { decideOnDisclosure, listFewOfYear, proposeException } from '#areas/report/disclosure/actions.ts';
import { listExceptions } from '#areas/report/disclosure/store.ts';
import type { EditionKind } from '#areas/report/editions/content.ts';
import { findEdition, listEditionPrograms, listEditionsOf } from '#areas/report/editions/store.ts';
import { linkNumbers, markNumber, writeSection } from '#areas/report/manuscripts/actions.ts';
import { noEdits } from '#areas/report/manuscripts/edits.ts';
import { figuresIn } from '#areas/report/manuscripts/manuscript-of.ts';
import { checkNumbers } from '#areas/report/manuscripts/open-numbers.ts';
import { findEdits } from '#areas/report/manuscripts/store.ts';
import { granted } from '../cast.ts';
import type { Step } from '../load.ts';
import { noon } from '../noon.ts';
import type { ToldNumber, World } from '../world.ts';
import type { Stage } from './programs.ts';

interface ToPublish {
  readonly year: number;
  readonly kind: EditionKind;
  readonly note: string;
  readonly numbers: readonly ToldNumber[];
  /** What is said of where this is going. */
  readonly direction?: Text | undefined;
}

interface Turn {
  readonly tx: Tx;
  readonly who: Who;
  readonly now: Date;
}

/** The numbers of few people that the document prints itself: two people decide that they are told. */
async function proposeExceptions(
  { tx, who, now }: Turn,
  { year, programs }: { year: number; programs: readonly string[] },
): Promise<void> {
  for (const { program, measure, period } of await listFewOfYear(tx, year)) {
    if (!programs.includes(program.slug)) continue;
    const figure = { fiscalYear: year, measureId: measure.id, period };
    granted(await proposeException(tx, who, { ...figure, reason: printedItself }, now), 'exception');
  }
}

async function approveExceptions({ tx, who, now }: Turn): Promise<void> {
  for (const { id, status } of await listExceptions(tx))
    if (status === 'proposed')
      granted(
        await decideOnDisclosure(tx, who, { kind: 'exception', id, verdict: 'approved' }, now),
        'approve',
      );
}

const printedItself =
  '出典の資料が、この数をそのまま載せて公表しているため。名前や事情は載せず、資料にあることのほかは加えません。';

async function propose({ tx, who, now }: Turn, { numbers, direction, ...edition }: ToPublish): Promise<void> {
  const id = granted(await prepareEdition(tx, who, edition, now), 'prepare');
  if (direction) await direct({ tx, who, now }, { editionId: id, direction });
  await tell({ tx, who, now }, { editionId: id, numbers });
  granted(await proposeEdition(tx, who, { id }, later(now)), 'propose');
}

/** The words of the section that says where this is going; its heading stays. */
async function direct(
  { tx, who, now }: Turn,
  { editionId, direction }: { editionId: string; direction: Text },
): Promise<void> {
  const { version } = await findEdits(tx, editionId);
  const section = { section: 'direction', heading: { ja: '', en: '' }, text: direction };
  granted(await writeSection(tx, who, { editionId, version, ...section }, now), 'direction');
}

/** Every number in the texts is a figure, or it is said why not. */
async function tell(
  { tx, who, now }: Turn,
  { editionId, numbers }: { editionId: string; numbers: readonly ToldNumber[] },
): Promise<void> {
  const current = await findEdits(tx, editionId);
  const seen = { editionId, version: current.version };
  let version = granted(await linkNumbers(tx, who, seen, now), 'link');
  const { content: head } = await findEdition(tx, editionId);
  const content = { head, programs: await listEditionPrograms(tx, editionId) };
  const { open } = checkNumbers(content, noEdits);
  const figures = Object.values(figuresIn(content, 'ja'));
  for (const { where, number, figure, reason } of numbers) {
    const found = open.find(
      (each) => each.text.where === where && each.found.text + each.found.unit === number,
    );
    if (!found) throw new Error(`${where} does not say ${number}`);
    const { sentence, nth } = found.found;
    const isFigure = figures.find(({ label, value }) => label === figure && value === found.found.value);
    const is = isFigure ? { figure: isFigure.id } : { reason: reason ?? '' };
    const mark = { where, sentence, nth, is };
    version = granted(await markNumber(tx, who, { editionId, version, mark }, now), number);
  }
}

async function approve(
  { tx, who, now, files, publicUrl }: Turn & Pick<Stage, 'files' | 'publicUrl'>,
  { year, kind }: { year: number; kind: EditionKind },
): Promise<void> {
  const [newest] = await listEditionsOf(tx, { fiscalYear: year, kind });
  if (!newest) throw new Error('the demo world has no edition to approve');
  const workshop = publicUrl === undefined ? 'no-files' : ({ files, publicUrl } as const);
  const approval = { id: newest.id, seenHash: newest.contentHash, workshop } as const;
  granted(await approveEdition(tx, who, approval, now), 'approve');
}

/** Nobody proposes in the moment in which they prepare: an hour to read it over. */
const later = (now: Date) => new Date(now.getTime() + 3_600_000);

/** Before the results are prepared: which small numbers are told because the document tells them. */
export function exceptions({ results: { year, programs, publishedOn } }: World): readonly Step[] {
  const printed = programs.filter(({ origin }) => origin === 'document').map(({ slug }) => slug);
  return [
    {
      name: 'exceptions-proposed',
      as: secretariat,
      at: noon(addDays(publishedOn, -4)),
      run: (stage) => proposeExceptions(stage, { year, programs: printed }),
    },
    {
      name: 'exceptions-approved',
      as: approver,
      at: noon(addDays(publishedOn, -3)),
      run: (stage) => approveExceptions(stage),
    },
  ];
}

/** Prepared and proposed by one person, approved by another. */
export function publication({ on, ...edition }: ToPublish & { on: string }): readonly Step[] {
  const { kind } = edition;
  return [
    {
      name: `${kind}-proposed`,
      as: secretariat,
      at: noon(addDays(on, -2)),
      run: (stage) => propose(stage, edition),
    },
    { name: `${kind}-approved`, as: approver, at: noon(on), run: (stage) => approve(stage, edition) },
  ];
}

const secretariat: Step['as'] = (cast) => cast.secretariat;
const approver: Step['as'] = (cast) => cast.approver;
