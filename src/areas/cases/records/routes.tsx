import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay, tokyoMinute } from '#platform/dates.ts';
import { Forbidden } from '#platform/errors.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, type Typed } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, supervises } from '../access.ts';
import { lookAtCase } from '../case-files/read.ts';
import { listsFor } from '../forms/read.ts';
import { casePaths, recordPaths } from '../paths.ts';
import { type FieldClass, mayDo, type Standing } from '../relations/rules.ts';
import { correctRecord, endService, recordTexts, writeRecord } from './actions.ts';
import { isLasting } from './codes.ts';
import { NewRecordPage, type Purpose, purposes, type RecordFields } from './pages/form.tsx';
import { RecordPage } from './pages/record.tsx';
import { decideCorrection, goesOn, recordClasses, type RecordRefusal } from './rules.ts';
import { findRecord, listCorrected, type NamedRecord } from './store.ts';
import { refusals, words } from './words.ts';

const code = () => z.string().max(40).default('');
const day = () =>
  z.preprocess((value) => (value === undefined || value === '' ? null : value), z.iso.date().nullable());
const recordForm = z.object({
  for: code(),
  on: field.day(),
  at: z.preprocess(
    (value) => (value === '' ? '00:00' : value),
    z.string().regex(/^([01]?\d|2[0-3]):[0-5]\d$/),
  ),
  minutes: field.wholeOrNull({ min: 1, max: 1440 }),
  kind: code(),
  service: code(),
  withWhom: field.choices(),
  related: field.choices(),
  place: code(),
  placeText: field.optionalText(200),
  names: field.optionalText(300),
  body: field.optionalText(20_000),
  next: field.optionalText(300),
  nextOn: day(),
  fromOn: day(),
  untilOn: day(),
  isMonitoring: field.checkbox(),
  class: z.string().max(40).default('record'),
});

type CaseVisit = Visit<{ caseId: string }>;
type RecordVisit = Visit<{ recordId: string }>;
interface Refused {
  readonly ok: false;
  readonly refusal: RecordRefusal;
}

export const recordRoutes = new Routes()
  .get(recordPaths.new, can.writeCase, (visit) => newPage(visit, emptyForm, purposeOf(visit.query('for'))))
  .post(recordPaths.new, can.writeCase, async (visit) => {
    const form = await visit.form(recordForm);
    if (!form.ok) return newPage(visit, form.state, purposeOf(String(form.state.values['for'] ?? '')));
    const purpose = purposeOf(form.values.for);
    const input = { ...inputOf(form.values, purpose), ...visit.params, vault: visit.tools.vault };
    const written = await writeRecord(visit.db, visit.who, input, visit.now);
    if (written.ok) return visit.go(casePaths.case.to(visit.params), words[visit.lang].saved);
    return newPage(visit, refused(visit, written, form.typed), purpose);
  })
  .get(recordPaths.record, can.readCases, (visit) => recordPage(visit, emptyForm))
  .post(recordPaths.record, can.writeCase, async (visit) => {
    const form = await visit.form(recordForm);
    if (!form.ok) return recordPage(visit, form.state);
    const { recordId } = visit.params;
    const { caseId } = await inTransaction(visit.db, visit.who, (tx) => findRecord(tx, recordId));
    const input = { ...inputOf(form.values, 'support'), caseId, recordId, vault: visit.tools.vault };
    const written = await correctRecord(visit.db, visit.who, input, visit.now);
    if (written.ok)
      return visit.go(recordPaths.record.to({ recordId: written.value.id }), words[visit.lang].saved);
    return recordPage(visit, refused(visit, written, form.typed));
  })
  .post(recordPaths.end, can.writeCase, async (visit) => {
    const form = await visit.form(z.object({ endedOn: field.day() }));
    if (!form.ok) return recordPage(visit, form.state);
    const ended = await endService(
      visit.db,
      visit.who,
      { ...visit.params, on: form.values.endedOn },
      visit.now,
    );
    if (!ended.ok) return recordPage(visit, refused(visit, ended, form.typed, 'endedOn'));
    return visit.go(casePaths.case.to({ caseId: ended.value.caseId }), words[visit.lang].ended);
  }).list;

function purposeOf(asked: string): Purpose {
  return purposes.find((each) => each === asked) ?? 'support';
}

/** Tokyo's clock: a record is of the moment that the writer's watch showed. */
function inputOf({ on, at, ...values }: z.output<typeof recordForm>, purpose: Purpose) {
  const startedAt = new Date(`${on}T${at.padStart(5, '0')}:00+09:00`);
  const away = purpose === 'accompaniment' ? { kind: 'accompaniment', service: 'accompaniment' } : {};
  return { ...values, ...away, startedAt };
}

function refused({ lang }: Visit, answer: Refused, typed: Typed, until = 'untilOn'): FormState {
  const fields = {
    'body-missing': 'body',
    'later-than-now': 'on',
    'place-missing': 'place',
    'minutes-missing': 'minutes',
    'from-missing': 'fromOn',
    'until-before': until,
    'next-past': 'nextOn',
    'next-missing': 'nextOn',
  } as const;
  return refusedForm({ words: refusals, lang, refused: answer, typed, fields });
}

function classesOf(standing: Standing): readonly string[] {
  return recordClasses.filter((each: FieldClass) => mayDo(standing, 'write', each));
}

async function newPage(visit: CaseVisit, state: FormState, purpose: Purpose): Promise<Response> {
  const { view, person: who, tools, params, now } = visit;
  const { caseFile, standing, lists } = await inTransaction(visit.db, visit.who, async (tx) => {
    const look = { who, vault: tools.vault, caseId: params.caseId, what: 'record' };
    const opened = await lookAtCase(tx, look, now);
    return { ...opened, lists: await listsFor(tx, opened.caseFile) };
  });
  const classes = classesOf(standing);
  if (classes.length === 0) throw new Forbidden(can.writeCase.name);
  if (caseFile.closedOn)
    return visit.go(casePaths.case.to(params), refusals[visit.lang]['case-closed'] as string);
  const [on = '', at = ''] = tokyoMinute(now).split(' ');
  const value: RecordFields = {
    ...noFields,
    on,
    at,
    kind: purpose === 'support' ? '' : 'interview',
    withWhom: purpose === 'support' ? [] : ['person'],
    isMonitoring: purpose === 'monitoring',
  };
  return visit.page(
    <NewRecordPage
      view={view}
      state={state}
      caseFile={caseFile}
      action={view.href(recordPaths.new.to(params))}
      purpose={purpose}
      value={value}
      classes={classes}
      lists={lists}
      today={tokyoDay(now)}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}

const noFields: RecordFields = {
  on: '',
  at: '',
  minutes: null,
  kind: '',
  service: '',
  withWhom: [],
  related: [],
  place: '',
  placeText: '',
  names: '',
  body: '',
  next: '',
  nextOn: null,
  fromOn: null,
  untilOn: null,
  isMonitoring: false,
  class: 'record',
};

async function recordPage(visit: RecordVisit, state: FormState): Promise<Response> {
  const { view, person: who, tools, params, now } = visit;
  const { vault } = tools;
  const shown = await inTransaction(visit.db, visit.who, async (tx) => {
    const record = await findRecord(tx, params.recordId);
    const opened = await lookAtCase(tx, { who, vault, caseId: record.caseId, what: 'record' }, now);
    const earlier = (await listCorrected(tx, record)).map((each) => ({
      record: each,
      body: recordTexts(vault, opened.caseFile, each).body,
    }));
    const texts = recordTexts(vault, opened.caseFile, record);
    return { ...opened, record, texts, earlier, lists: await listsFor(tx, opened.caseFile) };
  });
  const { caseFile, record, texts, earlier, standing } = shown;
  const supervisor = supervises(who, caseFile.organisationId);
  const lasts = isLasting(shown.lists.services, record.service);
  const correction = decideCorrection({ ...record, self: who.personId, supervisor });
  return visit.page(
    <RecordPage
      view={view}
      state={state}
      caseFile={caseFile}
      record={record}
      texts={texts}
      earlier={earlier}
      mayEnd={goesOn({ ...record, lasts }, tokyoDay(now)) && classesOf(standing).includes(record.class)}
      mayCorrect={correction.ok && !caseFile.closedOn}
      value={fieldsOf(record, texts)}
      classes={classesOf(standing)}
      lists={shown.lists}
      today={tokyoDay(now)}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}

function fieldsOf(
  record: NamedRecord,
  texts: { body: string; placeText: string; names: string; next: string },
): RecordFields {
  const [on = '', at = ''] = tokyoMinute(record.startedAt).split(' ');
  return { ...record, ...texts, on, at, service: record.service ?? '', place: record.place ?? '' };
}
