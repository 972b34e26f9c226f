import { expect, test } from 'vitest';
import { htmlOf, viewForTests } from '#ui/testing/view.ts';
import type { Municipality } from '../../municipalities/store.ts';
import { readAsked } from '../asked.ts';
import { examplePlaces } from '../fixtures.ts';
import { SearchForm } from './search-form.tsx';

const places = examplePlaces as unknown as readonly Municipality[];
const [ja, en] = [viewForTests(), viewForTests({ lang: 'en' })];

function shown({ view = ja, municipality = '', of = places } = {}): string {
  const asked = readAsked(
    (name) => (name === 'municipality' ? municipality : ''),
    () => true,
  );
  return htmlOf(<SearchForm view={view} asked={asked} places={of} />);
}

test('each page of the search chooses its own place, in its own language, however often the list was shown', () => {
  for (const _ of [1, 2]) {
    expect(shown({ municipality: '14201' })).toContain('<option value="14201" selected="">横須賀市</option>');
    expect(shown({ municipality: '14208' })).not.toContain('<option value="14201" selected="">');
    expect(shown()).not.toMatch(/<option value="\d+" selected/);
    expect(shown({ view: en, municipality: '14201' })).toContain('selected="">Yokosuka</option>');
  }
});

test('a list that was read anew is shown anew', () => {
  expect(shown()).toContain('箱根町');
  expect(shown({ of: places.filter(({ code }) => code !== '14382') })).not.toContain('箱根町');
});
