import { tokyoDay, tokyoMinute } from '#platform/dates.ts';
import { ActionForm, Actions, ButtonLink } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Thread } from '#ui/thread.tsx';
import { staffReportPaths as paths } from '../../paths.ts';
import type { ManuscriptVersion } from '../store.ts';
import { words } from '../page-words.ts';
import { type EditorProps, ManuscriptHead } from './editor.tsx';
import type { FormState } from '#platform/web/form-state.ts';

interface HistoryProps extends Pick<EditorProps, 'view' | 'id' | 'title' | 'version' | 'editable'> {
  readonly versions: readonly ManuscriptVersion[];
  readonly state: FormState;
}

/** Every change of the manuscript, the newest first; each can be gone back to. */
export function HistoryPage(props: HistoryProps) {
  const { view, id, versions, version, editable } = props;
  const text = words[view.lang];
  const back = (from: number, label: string) => (
    <ActionForm
      kind="quiet"
      small
      action={view.href(paths.manuscriptRestore.to({ id }))}
      fields={{ version, from }}
    >
      {label}
    </ActionForm>
  );
  return (
    <StaffFrame view={view} title={text.history} problems={props.state.problems}>
      <ManuscriptHead {...props} inside current={text.history} heading={text.history} />
      {versions.length === 0 && <p>{text.noVersions}</p>}
      <Thread
        label={text.history}
        entries={versions.map((each) => ({
          by: each.personName,
          when: tokyoMinute(each.at),
          at: tokyoDay(each.at),
          title: `${text.version(String(each.version))} ${text.did[each.what]}`,
          body: (
            <>
              <p>{each.about}</p>
              {editable && each.version !== version && back(each.version, text.restore(String(each.version)))}
            </>
          ),
        }))}
      />
      {editable && version > 0 && <Actions>{back(0, text.restoreFirst)}</Actions>}
      <Actions>
        <ButtonLink kind="secondary" href={view.href(paths.manuscript.to({ id }))}>
          {text.back}
        </ButtonLink>
      </Actions>
    </StaffFrame>
  );
}
