import { z } from 'zod';
import { NotFound } from '#platform/errors.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm, type RefusalWords, sayRefusal } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import { flatForm, rowButton, textOf } from '#platform/web/typed.ts';
import { can } from '../../access.ts';
import { applicationStaffPaths as paths } from '../../paths.ts';
import { saveParts } from '../actions.ts';
import { giveLink } from '../editors/actions.ts';
import { refusals as linkRefusals } from '../editors/words.ts';
import { accountPart, applicantPart } from '../open.ts';
import { removePaper } from '../papers/actions.ts';
import { maxUpload, readUpload, takeUpload, trayOf } from '../papers/upload.ts';
import { problemsOfCodes } from '../known-codes.ts';
import { baseOf, pressedCosts, problemsOf, readPosted, seenCodes } from '../posted.ts';
import { submitApplication, withdrawApplication } from '../sending/actions.ts';
import { refusals as sendRefusals } from '../sending/words.ts';
import { refusals as writeRefusals, words as common } from '../words.ts';
import { type AtApplication, editPage, entranceOf, mustRead, staffPage } from './opened.tsx';
import { words } from './words.ts';
import type { DeadLink } from '../open.ts';

const linkForm = z.object({ name: field.text(100), mail: field.email() });
const submitForm = z.object({ declared: field.checkbox() });
const reasonForm = z.object({ reason: field.optionalText(2000) });

/** What the office does with an application that it writes down: save, attach, receive, give a link, take back. */
export const entryRoutes = new Routes()
  .post(paths.edit, can.enterApplication, save)
  .post(paths.papers, can.enterApplication, upload, { maxBody: maxUpload })
  .post(paths.removePaper, can.enterApplication, remove)
  .post(paths.submit, can.enterApplication, submit)
  .post(paths.link, can.enterApplication, link)
  .post(paths.discard, can.enterApplication, takeBack).list;

/** Links die, offices do not: whoever came by the office meets no dead link. */
function living<Refusal extends string>(refusal: Refusal | DeadLink): Refusal {
  if (refusal === 'unknown' || refusal === 'ended') throw new NotFound('grant application');
  return refusal as Refusal;
}

async function save(visit: AtApplication): Promise<Response> {
  const { db, lang, params, tools, now } = visit;
  const form = await visit.form(flatForm);
  if (!form.ok) return editPage(visit, form.state);
  const { typed } = form;
  const { opened, places } = await mustRead(visit);
  const parts = readPosted(opened.terms, typed);
  const saved = await saveParts(db, entranceOf(visit), { vault: tools.vault, parts }, now);
  if (!saved.ok) {
    const message = sayRefusal(writeRefusals, lang, { refusal: living(saved.refusal) });
    return editPage(visit, { values: typed, problems: [{ field: '', message }] });
  }
  const { differences, versions } = saved.value;
  if (differences.length > 0) {
    const named = (code: string) => labelOf(lang, opened.terms.questions, code);
    const message = words[lang].changedMeanwhile(differences.map(({ code }) => named(code)).join('、'));
    return editPage(visit, { values: {}, problems: [{ field: '', message }] });
  }
  const bases = Object.fromEntries([...versions].map(([code, version]) => [baseOf(code), String(version)]));
  const known = { ...typed, ...bases };
  const button = rowButton(typed);
  if (button) return editPage(visit, { values: pressedCosts(known, button), problems: [] });
  // What was left empty on paper is said when it is received; here only what cannot be read.
  const filled = parts.filter(({ said }) => !isNothing(said));
  const codes = places.map(({ code }) => code);
  const problems = problemsOf(lang, { terms: opened.terms, parts: filled, places: codes });
  if (problems.length > 0) return editPage(visit, { values: known, problems });
  const unknown = await problemsOfCodes(db, lang, { parts: filled, seen: textOf(typed, seenCodes) });
  if (unknown.problems.length > 0)
    return editPage(visit, { values: { ...known, [seenCodes]: unknown.codes }, problems: unknown.problems });
  return visit.go(paths.application.to(params), words[lang].saved);
}

function isNothing(said: unknown): boolean {
  if (said === '' || (Array.isArray(said) && said.length === 0)) return true;
  const { name, bank, number } = said as { name?: string; bank?: string; number?: string };
  return name === '' || (bank === '' && number === '');
}

function labelOf(
  lang: 'ja' | 'en',
  questions: readonly { code: string; label: Record<'ja' | 'en', string> }[],
  code: string,
): string {
  if (code === applicantPart) return common[lang].applicant;
  if (code === accountPart) return common[lang].account;
  return questions.find((each) => each.code === code)?.label[lang] ?? code;
}

async function upload(visit: AtApplication): Promise<Response> {
  const { db, lang, params, now, c } = visit;
  const uploaded = await readUpload(c);
  const taken = await takeUpload(db, entranceOf(visit), { tray: trayOf(visit), lang, uploaded }, now);
  if (taken === 'taken') return visit.go(paths.edit.to(params), words[lang].saved);
  if ('dead' in taken) throw new NotFound('grant application');
  return editPage(visit, taken.state, uploaded?.code ?? '');
}

async function remove(visit: AtApplication<{ paperId: string }>): Promise<Response> {
  const { db, params, tools, now } = visit;
  const { paperId } = params;
  await removePaper(db, entranceOf(visit), { vault: tools.vault, paperId }, now);
  return visit.go(paths.edit.to(params));
}

async function submit(visit: AtApplication): Promise<Response> {
  const { db, lang, params, tools, now } = visit;
  const form = await visit.form(submitForm);
  if (!form.ok) return staffPage(visit, form.state);
  const sent = await submitApplication(db, entranceOf(visit), { ...form.values, vault: tools.vault }, now);
  if (sent.ok) return visit.go(paths.application.to(params), words[lang].submitted);
  const fields = { 'not-declared': 'declared' } as const;
  return again(visit, { refused: sent, words: sendRefusals, typed: form.typed, fields });
}

async function link(visit: AtApplication): Promise<Response> {
  const { db, lang, params, tools, now } = visit;
  const form = await visit.form(linkForm);
  if (!form.ok) return staffPage(visit, form.state);
  const { vault, publicUrl } = tools;
  const given = await giveLink(db, entranceOf(visit), { ...form.values, lang, vault, publicUrl }, now);
  if (given.ok) return visit.go(paths.application.to(params), words[lang].linkSent);
  const fields = { 'already-invited': 'mail' } as const;
  return again(visit, { refused: given, words: linkRefusals, typed: form.typed, fields });
}

async function takeBack(visit: AtApplication): Promise<Response> {
  const { db, lang, params, tools, now } = visit;
  const form = await visit.form(reasonForm);
  if (!form.ok) return staffPage(visit, form.state);
  const input = { vault: tools.vault, ...form.values };
  const done = await withdrawApplication(db, entranceOf(visit), input, now);
  if (!done.ok) return again(visit, { refused: done, words: sendRefusals, typed: form.typed });
  if (done.value === 'thrown-away') return visit.go(paths.entries.to({}), words[lang].discarded);
  return visit.go(paths.application.to(params), words[lang].withdrawn);
}

function again<Refusal extends string>(
  visit: AtApplication,
  {
    refused,
    ...rest
  }: {
    refused: { refusal: Refusal | DeadLink; facts?: Readonly<Record<string, string | number>> };
    words: RefusalWords<Refusal>;
    typed: Readonly<Record<string, string | readonly string[]>>;
    fields?: Partial<Record<Refusal, string>>;
  },
): Promise<Response> {
  const said = { refusal: living<Refusal>(refused.refusal), ...(refused.facts && { facts: refused.facts }) };
  return staffPage(visit, refusedForm<Refusal>({ lang: visit.lang, refused: said, ...rest }));
}
