import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../access.ts';
import { staffDirectoryPaths as paths } from '../paths.ts';
import { listOf } from '../search/vocabulary/group.ts';
import { worryTerms } from '../taxonomy/terms.ts';
import { type Preview, removeGroup, restoreGroup, saveGroup, tryGroup } from './actions.ts';
import { WordGroupPage } from './pages/edit.tsx';
import { WordGroupsPage } from './pages/list.tsx';
import { type ShownGroup, shownGroups, speaksOf } from './shown.ts';
import { listChangedGroups } from './store.ts';
import { refusals, words } from './words.ts';

const unique = (text: string) => [...new Set(listOf(text))];
const form = z.object({
  words: z.string().max(20_000).default('').transform(unique),
  phrases: z.string().max(20_000).default('').transform(unique),
  topics: z.array(z.enum(worryTerms.map(({ code }) => code))).default([]),
  seen: field.optionalText(40),
  try: field.optionalText(200),
  do: field.optionalText(10),
});

type GroupVisit = Visit<{ code: string }>;

export const wordGroupRoutes = new Routes()
  .get(paths.wordGroups, can.keepWords, async (visit) => {
    const q = visit.query('q').slice(0, 100);
    const groups = (await readGroups(visit)).filter((group) => q === '' || speaksOf(group, q));
    return visit.page(<WordGroupsPage view={visit.view} q={q} groups={groups} />);
  })
  .get(paths.wordGroup, can.keepWords, (visit) => groupPage(visit, emptyForm))
  .post(paths.wordGroup, can.keepWords, save)
  .post(paths.wordGroupRemove, can.keepWords, async (visit) => {
    const { code } = await groupOf(visit);
    await removeGroup(visit.db, visit.who, code, visit.now);
    return visit.go(paths.wordGroups.to({}), words[visit.lang].removed);
  })
  .post(paths.wordGroupRestore, can.keepWords, async (visit) => {
    const { code } = await groupOf(visit);
    await restoreGroup(visit.db, visit.who, code, visit.now);
    return visit.go(paths.wordGroup.to({ code }), words[visit.lang].restored);
  }).list;

async function readGroups(visit: Visit<unknown>): Promise<readonly ShownGroup[]> {
  return shownGroups(await inTransaction(visit.db, visit.who, listChangedGroups));
}

async function groupOf(visit: GroupVisit): Promise<ShownGroup> {
  const found = (await readGroups(visit)).find(({ code }) => code === visit.params.code);
  if (!found) throw new NotFound('word group');
  return found;
}

async function groupPage(visit: GroupVisit, state: FormState, preview?: Preview): Promise<Response> {
  const group = visit.params.code === 'new' ? undefined : await groupOf(visit);
  const page = <WordGroupPage view={visit.view} state={state} group={group} preview={preview} />;
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

async function save(visit: GroupVisit): Promise<Response> {
  const read = await visit.form(form);
  if (!read.ok) return groupPage(visit, read.state);
  const code = visit.params.code === 'new' ? undefined : (await groupOf(visit)).code;
  const { typed, values } = read;
  const { words: said, phrases, topics } = values;
  const group = { code, topics, words: said, phrases };
  if (values.do === 'try') {
    const preview = await tryGroup(visit.db, visit.who, { ...group, q: values.try }, visit.now);
    return groupPage(visit, { values: typed, problems: [] }, preview);
  }
  const saved = await saveGroup(visit.db, visit.who, { ...group, seen: values.seen }, visit.now);
  if (saved.ok) return visit.go(paths.wordGroup.to({ code: saved.value.code }), words[visit.lang].saved);
  const fields = { 'nothing-said': 'words' };
  return groupPage(visit, refusedForm({ words: refusals, lang: visit.lang, refused: saved, typed, fields }));
}
