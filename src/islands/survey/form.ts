import type { Answer } from './shelf.ts';

type Given = Pick<Answer, 'municipality' | 'seen' | 'values'>;

/** What the form says; a question that was left out is not there. */
export function readForm(form: HTMLFormElement): Given {
  const values: Record<string, string | number | readonly string[]> = {};
  for (const field of Array.from(form.elements)) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) continue;
    if (!field.name.startsWith('q-')) continue;
    const code = field.name.slice(2).replace(/\[\]$/, '');
    const { type, value } = field;
    const checked = field instanceof HTMLInputElement && field.checked;
    if (type === 'checkbox' && checked)
      values[code] = [...((values[code] as string[] | undefined) ?? []), value];
    else if (type === 'radio' && checked) values[code] = value;
    else if (isNumber(field) && value.trim() !== '') values[code] = Number(value);
    else if (field instanceof HTMLTextAreaElement && value.trim() !== '') values[code] = value.trim();
  }
  const text = (name: string) =>
    (form.elements.namedItem(name) as HTMLInputElement | null)?.value.trim() ?? '';
  return {
    municipality: text('municipality'),
    seen: text('seen') === '' ? Number.NaN : Number(text('seen')),
    values,
  };
}

const isNumber = (field: HTMLElement) =>
  field instanceof HTMLInputElement && (field.type === 'number' || field.inputMode === 'numeric');

/** The form as an answer was written. */
export function fillForm(form: HTMLFormElement, { municipality, seen, values }: Given): void {
  form.reset();
  for (const field of Array.from(form.elements)) {
    if (field instanceof HTMLSelectElement && field.name === 'municipality') field.value = municipality;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) continue;
    if (field.name === 'seen') field.value = String(seen);
    if (!field.name.startsWith('q-')) continue;
    const said = values[field.name.slice(2).replace(/\[\]$/, '')];
    const many = Array.isArray(said) ? (said as string[]) : [String(said ?? '')];
    if (field.type === 'checkbox' || field.type === 'radio')
      (field as HTMLInputElement).checked = many.includes(field.value);
    else field.value = said === undefined ? '' : String(said);
  }
}
