import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import { contentIn, type Lang } from '#platform/i18n.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, type Typed } from '#platform/web/form.ts';
import { type RefusedBy, refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { OptionGroup } from '#ui/choices.tsx';
import { can, supervises } from '../access.ts';
import { lookAtCase } from '../case-files/read.ts';
import { barPaths } from '../paths.ts';
import { mayDo } from '../relations/rules.ts';
import { type Carrier, listCarriers } from '../relations/carriers.ts';
import { barPerson, liftBar, reasonOfBar } from './actions.ts';
import { BarsPage } from './pages/bars.tsx';
import { listBars } from './store.ts';
import { refusals, words } from './words.ts';

type CaseVisit = Visit<{ caseId: string }>;
type Refused = RefusedBy<typeof refusals>;

export const barRoutes = new Routes()
  .get(barPaths.bars, can.writeCase, (visit) => barsPage(visit, emptyForm))
  .post(barPaths.bars, can.writeCase, async (visit) => {
    const form = await visit.form(z.object({ personId: z.uuid(), reason: field.optionalText(1000) }));
    if (!form.ok) return barsPage(visit, form.state);
    const input = { vault: visit.tools.vault, ...visit.params, ...form.values };
    const barred = await barPerson(visit.db, visit.person, input, visit.now);
    if (!barred.ok) return barsPage(visit, refused(visit, barred, form.typed));
    return visit.go(barPaths.bars.to(visit.params), words[visit.lang].barred);
  })
  .post(barPaths.lift, can.superviseCases, async (visit) => {
    const lifted = await liftBar(visit.db, visit.person, visit.params, visit.now);
    if (!lifted.ok) return barsPage(visit, refused(visit, lifted, {}));
    return visit.go(barPaths.bars.to(visit.params), words[visit.lang].lifted);
  }).list;

function refused({ lang }: Visit, answer: Refused, typed: Typed): FormState {
  const fields = {
    'person-unknown': 'personId',
    oneself: 'personId',
    'carries-it': 'personId',
    'barred-before': 'personId',
    'reason-missing': 'reason',
  } as const;
  return refusedForm({ words: refusals, lang, refused: answer, typed, fields });
}

async function barsPage(visit: CaseVisit, state: FormState): Promise<Response> {
  const { view, person: who, params, now, tools } = visit;
  const { vault } = tools;
  const shown = await inTransaction(visit.db, visit.who, async (tx) => {
    const opened = await lookAtCase(tx, { who, vault, caseId: params.caseId, what: 'barred' }, now);
    if (!mayDo(opened.standing, 'write', 'violence')) throw new Forbidden(can.writeCase.name);
    return { ...opened, bars: await listBars(tx, opened.caseFile.id) };
  });
  const { caseFile } = shown;
  const carriers = await listCarriers(visit.db);
  const nameOf = (id: string) => carriers.find(({ personId }) => personId === id)?.name ?? '—';
  return visit.page(
    <BarsPage
      view={view}
      state={state}
      caseFile={caseFile}
      bars={shown.bars.map((bar) => ({
        ...bar,
        name: nameOf(bar.personId),
        reason: reasonOfBar(vault, caseFile, bar),
      }))}
      people={byOrganisation(
        visit.lang,
        carriers.filter(({ personId }) => personId !== who.personId),
        caseFile.organisationId,
      )}
      maySupervise={supervises(who, caseFile.organisationId)}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}

/** Those of the case's own organisation first, then each other organisation. */
function byOrganisation(lang: Lang, carriers: readonly Carrier[], home: string): readonly OptionGroup[] {
  const groups = [...Map.groupBy(carriers, ({ organisationId }) => organisationId)];
  return groups
    .toSorted(([one], [other]) => Number(other === home) - Number(one === home))
    .map(([, people]) => ({
      label: people[0] ? organisationName(lang, people[0]) : '',
      options: people.map(({ personId, name }) => ({ value: personId, label: name })),
    }));
}

function organisationName(lang: Lang, { organisation: { nameJa, nameEn } }: Carrier): string {
  return contentIn(lang, { ja: nameJa, en: nameEn });
}
