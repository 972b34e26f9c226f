import { inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { Visit } from '#platform/web/visit.ts';
import { unseal } from '#platform/vault/seal.ts';
import { can } from '../../access.ts';
import { applicationStaffPaths as paths } from '../../paths.ts';
import { type Entrance, mayWrite } from '../open.ts';
import { listAlarms } from '../papers/store.ts';
import { editorsOf, lookAtApplication, type Sight } from '../view.ts';
import { alarmOwner, otherAccount } from './actions.ts';
import { EditPage } from './pages/edit.tsx';
import { StaffApplicationPage } from './pages/application.tsx';

export type AtApplication<More = unknown> = Visit<{ applicationId: string } & More>;

export function entranceOf({ person, params }: AtApplication): Extract<Entrance, { by: 'office' }> {
  return { by: 'office', who: person, applicationId: params.applicationId };
}

/** The application, for somebody who works at its office; for anybody else there is none. */
export async function mustRead(visit: AtApplication): Promise<Sight> {
  const { db, tools } = visit;
  const looked = await lookAtApplication(db, { entrance: entranceOf(visit), vault: tools.vault });
  if (!looked.ok) throw new NotFound('grant application');
  return looked.value;
}

export async function staffPage(visit: AtApplication, state: FormState): Promise<Response> {
  const { db, who, view, tools } = visit;
  const sight = await mustRead(visit);
  const { opened, written } = sight;
  const { application, key } = opened;
  const owner = alarmOwner(application.id);
  const { alarms, known } = await inTransaction(db, who, async (tx) => ({
    alarms: await listAlarms(tx, application.id),
    known: await otherAccount(tx, tools.vault, { application, account: written.account }),
  }));
  const mayEnter = can.enterApplication.allows(who);
  const page = (
    <StaffApplicationPage
      view={view}
      state={state}
      sight={sight}
      editors={await editorsOf(db, opened)}
      alarms={alarms.map((alarm) => ({
        ...alarm,
        note: alarm.sealedNote ? unseal(key, { sealed: alarm.sealedNote, owner }) : '',
      }))}
      known={known}
      mayEnter={mayEnter}
      mayEdit={mayEnter && mayWrite(opened, entranceOf(visit))}
    />
  );
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

/** The form to copy from paper; what can no longer be written is shown instead. */
export async function editPage(visit: AtApplication, state: FormState, tried = ''): Promise<Response> {
  const sight = await mustRead(visit);
  if (!mayWrite(sight.opened, entranceOf(visit))) return visit.go(paths.application.to(visit.params));
  const scanner = visit.tools.config.CLAMAV_SOCKET !== undefined;
  const page = <EditPage view={visit.view} state={state} sight={sight} tried={tried} scanner={scanner} />;
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}
