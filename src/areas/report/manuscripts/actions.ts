import type { PersonWho, Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import type { Text } from '#platform/i18n.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { can, mustHold } from '../access.ts';
import type { EditionContent } from '../editions/content.ts';
import { type Edition, listEditionPrograms, lockEdition } from '../editions/store.ts';
import { numbersIn } from '../numbers/rules.ts';
import { added, chosen, isOwn, leftOut, marked, moved, onlyReasons, unmarked, written } from './changes.ts';
import type { ManuscriptEdits, NumberMark, ProgramChoice } from './edits.ts';
import { asTypedIn, isNumberOf, marksNumber } from './lines.ts';
import { allSections, figuresIn, knownIn, toolsFor } from './manuscript-of.ts';
import { checkNumbers, onlyOffer } from './open-numbers.ts';
import { decideEdit, decideMark, type EditRefusal } from './rules.ts';
import { findEarlierEdits, findEdits, findVersion, insertVersion, type VersionKind } from './store.ts';
import { listTypedTexts } from './typed-texts.ts';

/** The edition and the version of its manuscript that the person saw. */
export interface Seen {
  readonly editionId: string;
  readonly version: number;
}

interface Changed {
  readonly edits: ManuscriptEdits;
  readonly what: VersionKind;
  readonly about: string;
}

type Change = (
  content: EditionContent,
  edits: ManuscriptEdits,
  tx: Tx,
) => Result<Changed, EditRefusal> | Promise<Result<Changed, EditRefusal>>;

export async function moveSection(
  db: Db,
  who: Who,
  { section, by, ...seen }: Seen & { section: string; by: -1 | 1 },
  now = new Date(),
): Promise<Result<number, EditRefusal>> {
  return change(db, who, { seen, now }, (content, edits) => {
    const sections = sectionsOf(content, edits);
    const found = sections.find(({ id }) => id === section);
    if (!found) return refuse('section-unknown');
    const next = moved(edits, { sections: sections.map(({ id }) => id), section, by });
    return ok({ edits: next, what: 'arranged', about: found.heading });
  });
}

/** Leaves a section out of the document, or takes it in again. */
export async function leaveOutSection(
  db: Db,
  who: Who,
  { section, isOut, ...seen }: Seen & { section: string; isOut: boolean },
  now = new Date(),
): Promise<Result<number, EditRefusal>> {
  return change(db, who, { seen, now }, (content, edits) => {
    const found = sectionsOf(content, edits).find(({ id }) => id === section);
    if (!found) return refuse('section-unknown');
    return ok({ edits: leftOut(edits, section, isOut), what: 'arranged', about: found.heading });
  });
}

/** A section of free text, behind the last one. */
export async function addSection(
  db: Db,
  who: Who,
  { heading, ...seen }: Seen & { heading: Text },
  now = new Date(),
): Promise<Result<number, EditRefusal>> {
  return change(db, who, { seen, now }, (content, edits) => {
    if (heading.ja === '') return refuse('heading-missing');
    const sections = sectionsOf(content, edits).map(({ id }) => id);
    const next = added(edits, { sections, heading, next: seen.version + 1 });
    return ok({ edits: next.edits, what: 'added', about: heading.ja });
  });
}

/** Heading and text of a section, and what a program's section shows. */
export async function writeSection(
  db: Db,
  who: Who,
  input: Seen & { section: string; heading: Text; text: Text; choice?: ProgramChoice },
  now = new Date(),
): Promise<Result<number, EditRefusal>> {
  const { section, heading, text, choice, ...seen } = input;
  return change(db, who, { seen, now }, (content, edits) => {
    const found = sectionsOf(content, edits).find(({ id }) => id === section);
    if (!found) return refuse('section-unknown');
    if (isOwn(section) && heading.ja === '') return refuse('heading-missing');
    const next = written(edits, { section, heading, text });
    const slug = section.slice('program:'.length);
    return ok({
      edits: choice && found.kind === 'program' ? chosen(next, slug, choice) : next,
      what: 'written',
      about: heading.ja || found.heading,
    });
  });
}

/** Says of a typed number which figure it is, or why it is no result. */
export async function markNumber(
  db: Db,
  who: Who,
  { mark, ...seen }: Seen & { mark: NumberMark },
  now = new Date(),
): Promise<Result<number, EditRefusal>> {
  return change(db, who, { seen, now }, (content, edits) => {
    const { is } = mark;
    const text = listTypedTexts(content, edits).find(({ where }) => where === mark.where);
    const known = knownIn(content);
    const found =
      text && numbersIn(text.text, { ...known, lang: text.lang }).find((each) => marksNumber(mark, each));
    const figure = 'figure' in is ? figuresIn(content, 'en')[is.figure] : undefined;
    const isSame =
      text && found && figure && !text.isHeading && isNumberOf(found, asTypedIn(text.lang, figure));
    const decision = decideMark({
      isThere: found !== undefined,
      figure: 'figure' in is ? (figure ? (isSame ? 'same' : 'differs') : 'unknown') : undefined,
      reason: 'reason' in is ? is.reason : '',
    });
    if (!decision.ok) return decision;
    return ok({ edits: marked(edits, [mark]), what: 'marked', about: mark.sentence });
  });
}

export async function unmarkNumber(
  db: Db,
  who: Who,
  { mark, ...seen }: Seen & { mark: Omit<NumberMark, 'is'> },
  now = new Date(),
): Promise<Result<number, EditRefusal>> {
  return change(db, who, { seen, now }, (_, edits) =>
    ok({ edits: unmarked(edits, mark), what: 'marked', about: mark.sentence }),
  );
}

/** Every typed number that one figure alone of its section says, unit and all, becomes that figure. */
export async function linkNumbers(
  db: Db,
  who: Who,
  seen: Seen,
  now = new Date(),
): Promise<Result<number, EditRefusal>> {
  return change(db, who, { seen, now }, (content, edits) => {
    const marks = checkNumbers(content, edits).open.flatMap((open): NumberMark[] => {
      const figure = onlyOffer(open);
      const { text, found } = open;
      if (!figure) return [];
      return [{ where: text.where, sentence: found.sentence, nth: found.nth, is: { figure: figure.id } }];
    });
    return ok({ edits: marked(edits, marks), what: 'linked', about: String(marks.length) });
  });
}

/** Puts an earlier version on top: what came after it stays in the history. */
export async function restoreVersion(
  db: Db,
  who: Who,
  { from, ...seen }: Seen & { from: number },
  now = new Date(),
): Promise<Result<number, EditRefusal>> {
  return change(db, who, { seen, now }, async (_, __, tx) => {
    if (from >= seen.version) return refuse('version-unknown');
    const edits = await findVersion(tx, { editionId: seen.editionId, version: from });
    return ok({ edits, what: 'restored', about: String(from) });
  });
}

/** A new draft begins with what was said in the year's last one; of an earlier year only why a number is no result. */
export async function carryEdits(tx: Tx, person: PersonWho, edition: Edition, now: Date): Promise<void> {
  const earlier = await findEarlierEdits(tx, edition);
  if (!earlier) return;
  const isOfYear = earlier.fiscalYear === edition.fiscalYear;
  const edits = isOfYear ? earlier.edits : onlyReasons(earlier.edits);
  if (!isOfYear && edits.marks.length === 0) return;
  const version = { version: 1, what: 'carried', about: '', personName: person.name, at: now } as const;
  await insertVersion(tx, { editionId: edition.id, edits, ...version });
}

function sectionsOf(content: EditionContent, edits: ManuscriptEdits) {
  return allSections(content, edits, toolsFor(content, edits, 'ja'), { number: 1, publishedOn: null });
}

/** Gives the new version. */
async function change(
  db: Db,
  who: Who,
  { seen, now }: { seen: Seen; now: Date },
  make: Change,
): Promise<Result<number, EditRefusal>> {
  const person = mustHold(who, can.editManuscript);
  return inTransaction(db, who, async (tx) => {
    const edition = await lockEdition(tx, seen.editionId);
    const current = await findEdits(tx, edition.id);
    const decision = decideEdit({
      status: edition.status,
      version: current.version,
      seenVersion: seen.version,
    });
    if (!decision.ok) return decision;
    const programs = await listEditionPrograms(tx, edition.id);
    const changed = await make({ head: edition.content, programs }, current.edits, tx);
    if (!changed.ok) return changed;
    const { edits, what, about } = changed.value;
    const version = current.version + 1;
    const row = { version, what, about, personName: person.name, at: now };
    await insertVersion(tx, { editionId: edition.id, edits, ...row });
    const subject = { kind: 'edition', id: edition.id };
    await record(tx, { event: 'manuscript.edit', subject, facts: { version, what } }, now);
    return ok(version);
  });
}
