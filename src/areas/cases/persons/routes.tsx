import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, type Typed } from '#platform/web/form.ts';
import { type RefusedBy, refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../access.ts';
import { lookAtCase } from '../case-files/read.ts';
import { words as caseWords } from '../case-files/words.ts';
import { formSetFor } from '../forms/read.ts';
import { listOf, offered } from '../forms/rules.ts';
import { removeMember, saveMember } from '../households/actions.ts';
import { linesOf } from '../households/shown.ts';
import { personPaths } from '../paths.ts';
import { mayDo } from '../relations/rules.ts';
import { changePerson } from './change.ts';
import { MemberPage } from './pages/member.tsx';
import { PersonPage } from './pages/person.tsx';
import { readDay } from './rules.ts';
import { refusals, words } from './words.ts';

const option = () => z.string().max(40).default('');
const personForm = z.object({
  name: field.optionalText(200),
  kana: field.optionalText(200),
  nickname: field.optionalText(100),
  sex: option(),
  birth: field.optionalText(30),
  phone: field.optionalText(40),
  email: field.optionalText(200),
  postalCode: field.optionalText(10),
  address: field.optionalText(300),
  identityVersion: field.whole(),
  placeVersion: field.whole(),
});
const memberForm = z.object({
  relation: option(),
  living: option(),
  fromOn: field.optionalText(30),
  untilOn: field.optionalText(30),
  memberName: field.optionalText(200),
  memberWords: field.optionalText(500),
  number: field.optionalText(20),
  version: field.wholeOrNull(),
});

type CaseVisit = Visit<{ caseId: string }>;
type MemberVisit = Visit<{ caseId: string; memberId: string }>;
type Refused = RefusedBy<typeof refusals>;

export const personRoutes = new Routes()
  .get(personPaths.person, can.readCases, (visit) => personPage(visit, emptyForm))
  .post(personPaths.person, can.writeCase, async (visit) => {
    const form = await visit.form(personForm);
    if (!form.ok) return personPage(visit, form.state);
    const { identityVersion, placeVersion, postalCode, address, birth, ...identity } = form.values;
    const born = birth ? readDay(birth) : undefined;
    if (born && !born.ok) return personPage(visit, wrongDay(visit, 'birth', form.typed));
    const input = {
      vault: visit.tools.vault,
      caseId: visit.params.caseId,
      identity: { ...identity, birth: born?.value ?? '' },
      place: { postalCode, address },
      versions: { identity: identityVersion, place: placeVersion },
    };
    const kept = await changePerson(visit.db, visit.person, input, visit.now);
    if (kept.ok) return visit.go(personPaths.person.to(visit.params), words[visit.lang].saved);
    return personPage(visit, refused(visit, kept, form.typed), kept.refusal === 'changed-meanwhile');
  })
  .post(personPaths.household, can.writeCase, async (visit) => {
    const kept = await keepMember(visit);
    return kept
      ? personPage(visit, kept)
      : visit.go(personPaths.person.to(visit.params), words[visit.lang].saved);
  })
  .get(personPaths.member, can.writeCase, (visit) => memberPage(visit, emptyForm))
  .post(personPaths.member, can.writeCase, async (visit) => {
    const { caseId, memberId } = visit.params;
    const kept = await keepMember(visit, memberId);
    return kept
      ? memberPage(visit, kept)
      : visit.go(personPaths.person.to({ caseId }), words[visit.lang].saved);
  })
  .post(personPaths.removeMember, can.writeCase, async (visit) => {
    const { caseId } = visit.params;
    await removeMember(visit.db, visit.person, visit.params, visit.now);
    return visit.go(personPaths.person.to({ caseId }), words[visit.lang].removed);
  }).list;

function wrongDay(visit: Visit, name: string, typed: Typed): FormState {
  return { values: typed, problems: [{ field: name, message: caseWords[visit.lang].dayWrong }] };
}

function refused(visit: Visit, answer: Refused, typed: Typed): FormState {
  const fields = {
    'protected-needs-second': 'address',
    'member-empty': 'memberName',
    'member-self': 'number',
    'member-unknown': 'number',
    'member-protected': 'number',
    'days-crossed': 'untilOn',
  } as const;
  return refusedForm({ words: refusals, lang: visit.lang, refused: answer, typed, fields });
}

/** Gives what is wrong, or nothing when it is kept. */
async function keepMember(visit: CaseVisit, memberId?: string): Promise<FormState | undefined> {
  const form = await visit.form(memberForm);
  if (!form.ok) return form.state;
  const { memberName, memberWords, version, fromOn, untilOn, ...member } = form.values;
  const [from, until] = [fromOn ? readDay(fromOn) : undefined, untilOn ? readDay(untilOn) : undefined];
  if (from && !from.ok) return wrongDay(visit, 'fromOn', form.typed);
  if (until && !until.ok) return wrongDay(visit, 'untilOn', form.typed);
  const kept = await saveMember(
    visit.db,
    visit.who,
    {
      vault: visit.tools.vault,
      caseId: visit.params.caseId,
      ...member,
      name: memberName,
      words: memberWords,
      fromOn: from?.value ?? '',
      untilOn: until?.value ?? '',
      ...(memberId ? { memberId, version: version ?? 0 } : {}),
    },
    visit.now,
  );
  return kept.ok ? undefined : refused(visit, kept, form.typed);
}

async function personPage(visit: CaseVisit, state: FormState, theirs = false): Promise<Response> {
  const shown = await look(visit);
  return visit.page(
    <PersonPage
      view={visit.view}
      state={state}
      {...shown}
      theirs={theirs}
      mayWrite={mayDo(shown.standing, 'write', 'identity')}
      sexes={offered(listOf(shown.forms, 'sex')).map(({ code, name }) => ({
        value: code,
        label: name[visit.lang],
      }))}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}

async function memberPage(visit: MemberVisit, state: FormState): Promise<Response> {
  const { members, caseFile } = await look(visit);
  const member = members.find(({ id }) => id === visit.params.memberId);
  if (!member) return visit.go(personPaths.person.to({ caseId: caseFile.id }));
  return visit.page(
    <MemberPage view={visit.view} state={state} caseFile={caseFile} member={member} />,
    state.problems.length > 0 ? 422 : 200,
  );
}

function look({ db, who, person, tools, params, now, lang }: CaseVisit) {
  const { vault } = tools;
  return inTransaction(db, who, async (tx) => {
    const opened = await lookAtCase(tx, { who: person, vault, caseId: params.caseId, what: 'person' }, now);
    const { personId, receivedOn } = opened.caseFile;
    const household = await linesOf(tx, { vault, lang, personId });
    return { ...opened, ...household, forms: await formSetFor(tx, receivedOn) };
  });
}
