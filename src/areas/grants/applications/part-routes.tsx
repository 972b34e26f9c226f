import { NotFound } from '#platform/errors.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import type { Typed } from '#platform/web/form.ts';
import { sayRefusal } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import { flatForm, rowButton, textOf } from '#platform/web/typed.ts';
import type { Visit } from '#platform/web/visit.ts';
import { applicationPaths } from '../paths.ts';
import { type Difference, type PartInput, saveParts } from './actions.ts';
import { problemsOfCodes } from './known-codes.ts';
import { findKnownName } from './known-name.ts';
import { deadPage, hidden, isDead, linkPage, type LinkVisit, urlOfPart } from './link.tsx';
import { accountPart, applicantPart, standingPart } from './open.ts';
import { type Part, PartPage } from './pages/part.tsx';
import { baseOf, keepOf, pressedCosts, problemsOf, readPosted, seenCodes } from './posted.ts';
import { isWritable } from './rules.ts';
import { nextPart, partsOf } from './tasks.ts';
import { lookAtApplication, nameOfHand, type Sight } from './view.ts';
import { fieldWords } from './field-words.ts';
import { refusals } from './words.ts';
import type { ApplicantFacts } from '../applicants/rules.ts';

const secretUrl = { secretUrl: true };
const ofQuestion = (visit: Visit<{ token: string; code: string }>) => visit.params.code;

/** The pages that ask: who, one for each question, and the account. */
export const partRoutes = new Routes()
  .anonymousPage(applicationPaths.applicant, (visit) => partPage(visit, applicantPart))
  .anonymousPost(applicationPaths.applicant, (visit) => save(visit, applicantPart), secretUrl)
  .anonymousPage(applicationPaths.account, (visit) => partPage(visit, accountPart))
  .anonymousPost(applicationPaths.account, (visit) => save(visit, accountPart), secretUrl)
  .anonymousPage(applicationPaths.question, (visit) => partPage(visit, ofQuestion(visit)))
  .anonymousPost(applicationPaths.question, (visit) => save(visit, ofQuestion(visit)), secretUrl)
  .anonymousPost(applicationPaths.keep, keep, secretUrl).list;

interface Shown {
  readonly state?: FormState;
  readonly status?: 200 | 422;
  readonly conflict?: Difference | undefined;
  readonly notice?: string;
  /** Instead of what is stored. */
  readonly said?: unknown;
}

async function partPage(visit: LinkVisit, code: string, shown: Shown = {}): Promise<Response> {
  return linkPage(visit, async ({ sight, editors }) => {
    const { view, lang, params } = visit;
    const { opened, written, places } = sight;
    if (!isWritable(opened.application.state)) return visit.go(applicationPaths.overview.to(params));
    const { state = emptyForm, conflict } = shown;
    const parts = partsOf(opened.terms, written.answers);
    const stored = partOf(sight, code);
    // The version that the writer has seen, not the one that stands by now.
    const base = Number(textOf(state.values, baseOf(code)) || stored.base);
    const part = { ...stored, base, ...(shown.said !== undefined && { said: shown.said }) } as Part;
    const name = conflict && nameOfHand(lang, { editors, staff: sight.staff }, conflict.by);
    return visit.page(
      <PartPage
        view={view}
        state={state}
        token={params.token}
        opened={opened}
        part={part}
        places={places}
        at={Math.max(1, parts.indexOf(code) + 1)}
        of={parts.length}
        filledIn={isFilledIn(written, part, code)}
        notice={shown.notice}
        conflict={conflict && { ...conflict, name: name ?? '' }}
      />,
      shown.status ?? (state.problems.length > 0 ? 422 : 200),
    );
  });
}

/** Nobody has written here: it stands there from what is known, or from last year. */
function isFilledIn({ marks }: Sight['written'], { said }: Part, code: string): boolean {
  const mark = marks.get(code);
  return (mark ? mark.by === null : true) && said !== undefined && said !== '';
}

/** What a page asks for and what stands there; a question that takes the applicant's own facts begins with them. */
function partOf({ opened, written }: Sight, code: string): Part {
  const base = written.marks.get(code)?.version ?? 0;
  if (code === applicantPart) return { code, said: written.applicant, base };
  if (code === accountPart) return { code, said: written.account, base };
  const question = opened.terms.questions.find((each) => each.code === code);
  if (!question) throw new NotFound('question');
  const said = written.answers.get(code);
  if (said === undefined && question.fillFrom === 'applicant')
    return { code: 'question', question, said: factOf(written.applicant, code), base };
  return { code: 'question', question, said, base };
}

/** A fact of the applicant by the code of a question: `name`, `address`, `phone` … */
function factOf(applicant: ApplicantFacts | undefined, code: string): string | undefined {
  if (!applicant) return undefined;
  const facts: Record<string, string> = {
    name: applicant.name,
    'corporate-number': applicant.corporateNumber,
    'postal-code': applicant.contact.postalCode,
    ...applicant.contact,
  };
  return facts[code];
}

/** Saves as it was typed, whatever is wrong with it; then the next page, or this one with what to mend. */
async function save(visit: LinkVisit, code: string): Promise<Response> {
  const { db, lang, params, tools, now } = visit;
  const { vault } = tools;
  const form = await visit.form(flatForm);
  if (!form.ok) return partPage(visit, code, { state: form.state });
  const { typed } = form;
  const entrance = { by: 'link', token: params.token } as const;
  const looked = await lookAtApplication(db, { entrance, vault });
  if (!looked.ok) return deadPage(visit, looked.refusal);
  const { opened, places } = looked.value;
  const parts = readPosted(opened.terms, typed);
  const unchosen = parts.find((part) => isUnchosen(typed, part.code));
  if (unchosen) return compare(visit, code, { typed, conflict: differenceOf(looked.value, unchosen) });
  const saved = await saveParts(db, entrance, { vault, parts }, now);
  if (!saved.ok) {
    if (isDead(saved.refusal)) return deadPage(visit, saved.refusal);
    const message = sayRefusal(refusals, lang, { ...saved, refusal: saved.refusal });
    return partPage(visit, code, { state: { values: typed, problems: [{ field: '', message }] } });
  }
  const { differences, versions } = saved.value;
  const [conflict] = differences;
  if (conflict) return compare(visit, code, { typed, conflict });
  const known = withVersions(typed, versions);
  const button = rowButton(typed);
  if (button) return partPage(visit, code, { state: { values: pressedCosts(known, button), problems: [] } });
  if (textOf(typed, 'do') === 'later') return hidden(visit.go(applicationPaths.overview.to(params)));
  const name = await findKnownName(db, parts);
  if (name) {
    const notice = fieldWords[lang].nameFound;
    return partPage(visit, code, {
      state: { values: { ...known, name }, problems: [] },
      notice,
      status: 200,
    });
  }
  const problems = problemsOf(lang, { terms: opened.terms, parts, places: places.map((each) => each.code) });
  if (problems.length > 0) return partPage(visit, code, { state: { values: known, problems } });
  const unknown = await problemsOfCodes(db, lang, { parts, seen: textOf(typed, seenCodes) });
  if (unknown.problems.length > 0) {
    const values = { ...known, [seenCodes]: unknown.codes };
    return partPage(visit, code, { state: { values, problems: unknown.problems } });
  }
  return onward(visit, code);
}

/** The form says the versions that stand now: what was typed is theirs from here on. */
function withVersions(typed: Typed, versions: ReadonlyMap<string, number>): Typed {
  const bases = [...versions].map(([code, version]) => [baseOf(code), String(version)]);
  return { ...typed, ...Object.fromEntries(bases.filter(([name]) => name !== undefined && name in typed)) };
}

/** Both versions stand on the page, and the one that was saved is what the writer has seen now. */
function compare(
  visit: LinkVisit,
  code: string,
  { typed, conflict }: { typed: Typed; conflict: Difference },
): Promise<Response> {
  const values = { ...typed, [baseOf(conflict.code)]: String(conflict.version) };
  const problems = [{ field: keepOf(conflict.code), message: fieldWords[visit.lang].choose }];
  const state = { values, problems };
  return partPage(visit, code, { state, conflict, status: 422, said: conflict.mine });
}

/** Asked which of two versions stays, and not answered. */
function isUnchosen(typed: Typed, code: string): boolean {
  return textOf(typed, 'ask') === code && !['mine', 'theirs'].includes(textOf(typed, keepOf(code)));
}

function differenceOf({ written }: Sight, { code, said }: PartInput): Difference {
  const mark = written.marks.get(code);
  const theirs = standingPart(written, code);
  return { code, mine: said, theirs, by: mark?.by ?? null, version: mark?.version ?? 0 };
}

async function onward(visit: LinkVisit, code: string): Promise<Response> {
  return linkPage(visit, async ({ sight }) => {
    const next = nextPart({ ...sight.opened, ...sight.written }, { gaps: sight.gaps, code });
    const { token } = visit.params;
    return visit.go(next ? urlOfPart(token, next) : applicationPaths.check.to({ token }));
  });
}

/** While somebody types: saved quietly, and told when another hand wrote there. Nothing is judged yet. */
async function keep(visit: LinkVisit): Promise<Response> {
  const { db, params, tools, now, c } = visit;
  const form = await visit.form(flatForm);
  if (!form.ok) return hidden(c.json({ kept: false }, 422));
  const entrance = { by: 'link', token: params.token } as const;
  const looked = await lookAtApplication(db, { entrance, vault: tools.vault });
  if (!looked.ok) return hidden(c.json({ kept: false }, 410));
  const parts = readPosted(looked.value.opened.terms, form.typed);
  if (parts.some(({ code }) => isUnchosen(form.typed, code))) return hidden(c.json({ kept: false }, 409));
  const saved = await saveParts(db, entrance, { vault: tools.vault, parts }, now);
  if (!saved.ok) return hidden(c.json({ kept: false }, 410));
  const { differences, versions } = saved.value;
  if (differences.length > 0) return hidden(c.json({ kept: false }, 409));
  const bases = Object.fromEntries(parts.map(({ code }) => [baseOf(code), versions.get(code) ?? 0]));
  return hidden(c.json({ kept: true, bases }));
}
