import { type Element, everyElement, textIn, type XmlParts } from '../office/xml.testing.ts';
import { pointedAtBy, twice } from './lint-package.testing.ts';

/** How slides, layouts, masters and notes hang together: each has what it stands on, once, by an id that no other has. */
export function lintPresentation(xml: XmlParts): readonly string[] {
  const of = (folder: string) =>
    [...xml.keys()].filter((name) => name.startsWith(`ppt/${folder}/`) && !name.endsWith('.rels'));
  const [slides, notes] = [of('slides'), of('notesSlides')];
  return [
    ...lintIds(xml, slides),
    ...slides.flatMap((name) => one(xml, name, 'slideLayout')),
    ...of('slideLayouts').flatMap((name) => one(xml, name, 'slideMaster')),
    ...[...of('slideMasters'), ...of('notesMasters')].flatMap((name) => one(xml, name, 'theme')),
    ...twice(
      [...of('slideMasters'), ...of('notesMasters')].flatMap((name) => pointedAtBy(xml, name, 'theme')),
    ).map((theme) => `two masters have ${theme}`),
    ...notes.flatMap((name) => [...one(xml, name, 'notesMaster'), ...one(xml, name, 'slide')]),
    ...notes
      .filter((name) => !isOfItsSlide(xml, name))
      .map((name) => `${name} is not the notes of its slide`),
    ...lintNotesMaster(xml, notes),
    ...slides.flatMap((name) => lintPlaceholders(xml, name)),
  ];
}

function one(xml: XmlParts, name: string, kind: string): string[] {
  return pointedAtBy(xml, name, kind).length === 1 ? [] : [`${name} has not one ${kind}`];
}

const least = { slide: 256, master: 2_147_483_648 } as const;

function lintIds(xml: XmlParts, slides: readonly string[]): string[] {
  const presentation = everyOf(xml, 'ppt/presentation.xml');
  const named = (all: readonly Element[], name: string) =>
    all.filter((each) => each.name === name).map(({ attributes }) => attributes['id'] ?? '');
  const ofSlides = named(presentation, 'p:sldId');
  const layouts = [...xml.keys()].filter((name) => /^ppt\/slideMasters\/[^/]*\.xml$/.test(name));
  const ofMasters = [
    ...named(presentation, 'p:sldMasterId'),
    ...layouts.flatMap((name) => named(everyOf(xml, name), 'p:sldLayoutId')),
  ];
  const shown = pointedAtBy(xml, 'ppt/presentation.xml', 'slide');
  const count = everyOf(xml, 'docProps/app.xml').find(({ name }) => name === 'Slides');
  return [
    ...twice(ofSlides).map((id) => `two slides have the id ${id}`),
    ...ofSlides
      .filter((id) => !(Number(id) >= least.slide && Number(id) < least.master))
      .map((id) => `a slide has the id ${id}`),
    ...twice(ofMasters).map((id) => `two masters or layouts have the id ${id}`),
    ...ofMasters
      .filter((id) => !(Number(id) >= least.master))
      .map((id) => `a master or layout has the id ${id}`),
    ...slides
      .filter((name) => shown.filter((each) => each === name).length !== 1)
      .map((name) => `${name} is not shown once`),
    ...(ofSlides.length === slides.length && Number(count && textIn(count)) === slides.length
      ? []
      : [
          `${slides.length} slides, of which ${ofSlides.length} are shown and ${count && textIn(count)} counted`,
        ]),
  ];
}

function everyOf(xml: XmlParts, name: string): readonly Element[] {
  const root = xml.get(name);
  return root ? everyElement(root) : [];
}

function isOfItsSlide(xml: XmlParts, notes: string): boolean {
  const [slide = ''] = pointedAtBy(xml, notes, 'slide');
  return pointedAtBy(xml, slide, 'notesSlide').includes(notes);
}

function lintNotesMaster(xml: XmlParts, notes: readonly string[]): string[] {
  const masters = everyOf(xml, 'ppt/presentation.xml').filter(({ name }) => name === 'p:notesMasterId');
  return notes.length > 0 && masters.length !== 1 ? ['notes without a notes master'] : [];
}

/** What takes its place from the layout has one there. */
function lintPlaceholders(xml: XmlParts, slide: string): string[] {
  const [layout = ''] = pointedAtBy(xml, slide, 'slideLayout');
  const keysOf = (name: string) =>
    everyOf(xml, name).flatMap(({ name: tag, attributes: { type = 'body', idx = '0' } }) =>
      tag === 'p:ph' ? [`${type} ${idx}`] : [],
    );
  const known = keysOf(layout);
  return keysOf(slide)
    .filter((key) => !known.includes(key))
    .map((key) => `${slide} has a place ${key} that its layout has not`);
}
