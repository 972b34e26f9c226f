import { contentIn } from '#platform/i18n.ts';
import { countsPeople } from '../disclosure/measures/rules.ts';
import type { EditionContent, MeasureContent, ProgramContent } from '../editions/content.ts';
import { type FoundNumber, isSameUnit, numbersIn } from '../numbers/rules.ts';
import { words as pageWords } from '../publication/words.ts';
import type { ManuscriptEdits } from './edits.ts';
import { knownIn } from './manuscript-of.ts';
import type { SaidNumber } from './rules.ts';
import { sectionOf } from './printed.ts';
import { listTypedTexts, type TypedText } from './typed-texts.ts';

/** By which people are counted in a text, whatever the unit of the figure. */
const ofPeople = ['人', '名', '世帯', '家族', '組', 'people', 'persons', 'person', 'households'];

/** What a text may not say: a withheld number, or by how much it differs from the year before. */
interface Secret {
  readonly section: string;
  readonly value: number;
  readonly units: readonly string[];
}

/**
 * Numbers in the printed texts that an edition withholds where they are figures. A reason does not excuse them: nobody who reads the
 * sentence knows that it means somebody else.
 */
export function withheldIn(
  content: EditionContent,
  edits: ManuscriptEdits,
  withheld: ReadonlyMap<string, number>,
): readonly (SaidNumber & { readonly where: string })[] {
  const secrets = content.programs.flatMap((program) => secretsOf(program, withheld));
  if (secrets.length === 0) return [];
  const known = knownIn(content);
  const texts = [...listTypedTexts(content, edits), ...content.programs.flatMap(besideFigures)];
  return texts.flatMap(({ text, lang, section, place, where }) => {
    const near = secrets.filter((each) => each.section === section || !section.startsWith('program:'));
    return numbersIn(text, { ...known, lang })
      .filter((found) => near.some((secret) => says(found, secret)))
      .map((found) => ({ where, sentence: found.sentence, place, number: found.text + found.unit }));
  });
}

function says(found: FoundNumber, { value, units }: Secret): boolean {
  if (found.unit === '割') return units.includes('％') && found.value * 10 === value;
  return found.value === value && found.unit !== '' && units.some((unit) => isSameUnit(found.unit, unit));
}

function secretsOf(program: ProgramContent, withheld: ReadonlyMap<string, number>): readonly Secret[] {
  const section = sectionOf(program);
  return program.measures.flatMap((measure) => {
    const own = [...withheld].filter(([cell]) => cell.startsWith(`${measure.id} `));
    const units = unitsOf(measure);
    const kept = new Map(own);
    const year = measure.value ?? kept.get(`${measure.id} ${program.fiscalYear}`);
    const before = measure.previousValue ?? kept.get(`${measure.id} before`);
    const isSecret = measure.value === null || measure.previousValue === null;
    const differs = year !== undefined && before !== undefined && isSecret ? [Math.abs(year - before)] : [];
    return [...kept.values(), ...differs]
      .filter((value) => value > 0)
      .map((value) => ({ section, units, value: Number(value.toFixed(4)) }));
  });
}

function unitsOf(measure: MeasureContent): readonly string[] {
  const own = [measure.unit.ja, measure.unit.en].filter(Boolean);
  if (measure.kind === 'rate') return [...own, '％'];
  return countsPeople(measure) ? [...own, ...ofPeople] : own;
}

/** Typed as well, and printed beside the figures: what they mean, where they come from, what was to be reached. */
function besideFigures(program: ProgramContent): readonly TypedText[] {
  const { inputs, activities, outputs, outcomes } = program.logic;
  const figures = program.measures.flatMap(({ definition, sourceNote, label }) => [
    definition,
    sourceNote,
    contentIn('ja', label),
  ]);
  return [program.targetPeople, inputs, activities, outputs, outcomes, ...figures]
    .filter((text) => text !== '')
    .map((text) => ({
      where: '',
      section: sectionOf(program),
      place: `${program.name.ja}　${pageWords.ja.definitions}`,
      text,
      lang: 'ja' as const,
    }));
}
