import type { Lang } from '#platform/i18n.ts';
import { type Box, Ticks } from '#ui/sheet.tsx';
import { type Answers, listed } from '../answers/rules.ts';
import { answerText } from '../answers/shown.ts';
import type { FormField, FormList, FormPart, FormSet } from '../forms/form.ts';
import { listOf } from '../forms/rules.ts';
import type { FieldClass } from '../relations/rules.ts';

/** From this many options on only what was chosen is printed. */
const mostTicks = 30;
/** Options whose names together are longer than this take the whole line. */
const shortTicks = 26;

/** A list with what was chosen of it; what is retired is printed only where it was chosen. */
export function ticked(lang: Lang, list: FormList, chosen: readonly string[], marks = { on: '☑', off: '□' }) {
  const options = list.options.filter(({ code, retired }) => chosen.includes(code) || !retired);
  const ticks = options.map(({ code, name }) => ({
    label: name[lang],
    mark: chosen.includes(code) ? marks.on : marks.off,
  }));
  const shown = options.length > mostTicks ? ticks.filter(({ mark }) => mark === marks.on) : ticks;
  return <Ticks ticks={shown} />;
}

function isWide(field: FormField, { options }: FormList, lang: Lang): boolean {
  if (field.kind === 'long') return true;
  const letters = options.reduce((sum, { name }) => sum + name[lang].length + 2, 0);
  return (field.kind === 'one' || field.kind === 'many') && letters > shortTicks;
}

/** The questions of a part as boxes; what the reader may not take out stays empty. */
export function boxesOf(
  lang: Lang,
  {
    set,
    part,
    answers,
    classes,
  }: { set: FormSet; part: FormPart; answers: Answers; classes: readonly FieldClass[] },
): readonly Box[] {
  return part.fields
    .filter((field) => !field.retired || listed(answers[field.code]).length > 0)
    .map((field): Box => {
      const list = listOf(set, field.list);
      const open = classes.includes(field.class);
      const answer = open ? answers[field.code] : undefined;
      const choices = field.kind === 'one' || field.kind === 'many';
      return {
        label: field.name[lang],
        value: choices ? ticked(lang, list, listed(answer)) : answerText(lang, set, field, answer),
        wide: isWide(field, list, lang),
        thick: field.reported ?? false,
        tall: field.kind === 'long',
      };
    });
}
