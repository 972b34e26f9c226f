import { z } from 'zod';
import { organisationsWith } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import { listOrganisations, type Organisation } from '#platform/people/organisations.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { Option } from '#ui/choices.tsx';
import { can, directoryEditor, directoryKeeper, isKeeper, mustWriteService } from '../access.ts';
import { describe } from '../descriptions/describe.ts';
import { placeName } from '../municipalities/names.ts';
import { listMunicipalities } from '../municipalities/store.ts';
import { staffDirectoryPaths } from '../paths.ts';
import { publishService, sealService, setCapacity, verifyService, withdrawService } from './actions.ts';
import { capacityStates } from './content.ts';
import { discardService, moveService } from './leaving/actions.ts';
import { OverviewPage } from './pages/overview.tsx';
import { missingForPublication } from './rules.ts';
import { findService, type Service } from './store.ts';
import { wasPublished } from '../versions/store.ts';
import { refusals, words } from './words.ts';
import type { WriteResult } from './write.ts';

type EntryVisit = Visit<{ id: string }>;

const capacityForm = z.object({
  capacity: field.choice([...capacityStates, 'none']),
  capacityNote: field.optionalText(100),
});
const reason = z.string().max(1000).default('');
const [withdrawForm, sealForm, unsealForm] = [
  z.object({ withdrawReason: reason }),
  z.object({ sealReason: reason }),
  z.object({ unsealReason: reason }),
];

export const serviceRoutes = new Routes()
  .get(staffDirectoryPaths.service, can.writeEntry, (visit) => overview(visit, emptyForm))
  .post(staffDirectoryPaths.publish, can.writeEntry, (visit) =>
    take(visit, 'publish', z.object({}), () => publishService(visit.db, visit.who, idOf(visit), visit.now)),
  )
  .post(staffDirectoryPaths.verify, can.writeEntry, (visit) =>
    take(visit, 'verify', z.object({ organisationId: z.uuid() }), ({ organisationId }) =>
      verifyService(visit.db, visit.who, { ...idOf(visit), organisationId }, visit.now),
    ),
  )
  .post(staffDirectoryPaths.capacity, can.writeEntry, (visit) =>
    take(visit, 'capacity', capacityForm, ({ capacity, capacityNote: note }) => {
      const said = capacity === 'none' ? null : capacity;
      return setCapacity(visit.db, visit.who, { ...idOf(visit), capacity: said, note }, visit.now);
    }),
  )
  .post(staffDirectoryPaths.withdraw, can.writeEntry, (visit) =>
    take(visit, 'withdraw', withdrawForm, ({ withdrawReason }) =>
      withdrawService(visit.db, visit.who, { ...idOf(visit), reason: withdrawReason }, visit.now),
    ),
  )
  .post(staffDirectoryPaths.seal, can.sealEntry, (visit) =>
    take(visit, 'seal', sealForm, ({ sealReason }) =>
      sealService(visit.db, visit.who, { ...idOf(visit), reason: sealReason }, visit.now),
    ),
  )
  .post(staffDirectoryPaths.unseal, can.sealEntry, (visit) =>
    take(visit, 'unseal', unsealForm, ({ unsealReason }) =>
      sealService(visit.db, visit.who, { ...idOf(visit), reason: unsealReason, seal: false }, visit.now),
    ),
  )
  .post(staffDirectoryPaths.discard, can.writeEntry, async (visit) => {
    const done = await discardService(visit.db, visit.who, idOf(visit), visit.now);
    const { lang } = visit;
    if (done.ok) return visit.go(staffDirectoryPaths.list.to({}), words[lang].done.discard);
    return overview(visit, refusedForm({ words: refusals, lang, refused: done, typed: {} }), 'discard');
  })
  .post(staffDirectoryPaths.move, can.moveEntry, (visit) =>
    take(visit, 'move', z.object({ newOwner: z.uuid() }), ({ newOwner }) =>
      moveService(visit.db, visit.who, { ...idOf(visit), organisationId: newOwner }, visit.now),
    ),
  ).list;

function idOf(visit: EntryVisit): { serviceId: string } {
  return { serviceId: visit.params.id };
}

type Act = keyof (typeof words)['ja']['done'];

/** Reads the form of an act, takes it, and shows the entry again with its words when it is refused. */
async function take<Schema extends z.ZodType>(
  visit: EntryVisit,
  act: Act,
  schema: Schema,
  work: (values: z.output<Schema>) => Promise<WriteResult>,
): Promise<Response> {
  const form = await visit.form(schema);
  if (!form.ok) return overview(visit, form.state, act);
  const done = await work(form.values);
  if (done.ok) return visit.go(staffDirectoryPaths.service.to(visit.params), words[visit.lang].done[act]);
  const fields = done.refusal === 'reason-missing' ? { 'reason-missing': `${act}Reason` } : {};
  const { lang } = visit;
  return overview(
    visit,
    refusedForm({ words: refusals, lang, refused: done, typed: form.typed, fields }),
    act,
  );
}

async function overview(visit: EntryVisit, state: FormState, tried?: Act): Promise<Response> {
  const { lang, who, view } = visit;
  const page = await inTransaction(visit.db, who, async (tx) => {
    const service = await findService(tx, visit.params.id);
    mustWriteService(who, service);
    const organisations = await listOrganisations(tx);
    const municipalities = await listMunicipalities(tx);
    return (
      <OverviewPage
        view={view}
        state={state}
        tried={tried}
        service={service}
        said={describe(service.content, {
          lang,
          placeName: (code) => placeName(lang, code, municipalities),
        })}
        missing={missingForPublication(service.content)}
        wasPublished={await wasPublished(tx, service.id)}
        today={tokyoDay(visit.now)}
        verifiedBy={nameIn(visit, organisations, service.verifiedBy)}
        verifiers={verifiers(visit, organisations, service)}
        owners={isKeeper(who) ? options(visit, organisations, ({ id }) => id !== service.organisationId) : []}
      />
    );
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

/** The owner first, where this person belongs to it. */
function verifiers(
  visit: Visit,
  organisations: readonly Organisation[],
  service: Service,
): readonly Option[] {
  const own = new Set([
    ...organisationsWith(visit.who, directoryEditor),
    ...organisationsWith(visit.who, directoryKeeper),
  ]);
  return options(visit, organisations, ({ id }) => own.has(id)).toSorted(
    (a, b) => Number(b.value === service.organisationId) - Number(a.value === service.organisationId),
  );
}

function options(
  visit: Visit,
  organisations: readonly Organisation[],
  which: (organisation: Organisation) => boolean,
): readonly Option[] {
  return organisations
    .filter((each) => each.closedAt === null && which(each))
    .map((each) => ({ value: each.id, label: nameIn(visit, organisations, each.id) }));
}

function nameIn({ lang }: Visit, organisations: readonly Organisation[], id: string | null): string {
  const found = organisations.find((each) => each.id === id);
  return found ? contentIn(lang, { ja: found.nameJa, en: found.nameEn }) : '';
}
