import type { Child } from 'hono/jsx';
import { formatNumber } from '#platform/i18n.ts';
import { Disclosure, Notice } from '#ui/content.tsx';
import { ActionForm, Actions, Form, SubmitButton } from '#ui/form.tsx';
import { staffReportPaths } from '../../paths.ts';
import { words as disclosureWords } from '../../disclosure/words.ts';
import { words } from '../words.ts';
import type { EditionProps } from './edition-props.ts';
import { EditionFields } from './prepare.tsx';

/** What the secretariat does with a draft: look, make it anew, ask for approval, drop it. */
export function DraftSteps({ preview, ...props }: EditionProps & { preview: Child }) {
  const { view, edition, may, upToDate } = props;
  const text = words[view.lang];
  const { note, withoutReason, missing } = edition.content;
  if (!may.prepare) return <Actions>{preview}</Actions>;
  return (
    <>
      {upToDate ? (
        <p>{text.upToDate}</p>
      ) : (
        <Notice view={view} tone="warn" title={text.stale}>
          {text.staleNext}
        </Notice>
      )}
      <Undone {...props} />
      <Recoverable {...props} />
      {props.withheld > 0 && (
        <p>
          <a href={view.href(staffReportPaths.disclosure.to({}))}>
            {disclosureWords[view.lang].withheldCount(formatNumber(view.lang, props.withheld))}
          </a>
        </p>
      )}
      <p>{text.proposeLead}</p>
      <Actions>
        {preview}
        <ActionForm kind="primary" action={view.href(staffReportPaths.propose.to({ id: edition.id }))}>
          {text.propose}
        </ActionForm>
        <Withdraw {...props} />
      </Actions>
      <Disclosure summary={text.refresh} open={!upToDate || missing.length > 0}>
        <p>{text.refreshLead}</p>
        <Form action={view.href(staffReportPaths.refresh.to({ id: edition.id }))}>
          <EditionFields view={view} askReason={missing.length > 0} note={note} reason={withoutReason} />
          <Actions>
            <SubmitButton kind="secondary">{text.refresh}</SubmitButton>
          </Actions>
        </Form>
      </Disclosure>
    </>
  );
}

function Undone({ view, undone }: EditionProps) {
  const text = words[view.lang];
  if (undone.length === 0) return null;
  return (
    <Notice view={view} tone="bad" title={text.undone}>
      <ul>
        {undone.map(({ what, oldValue, newValue }) => (
          <li>
            {what} <del>{oldValue}</del> → {newValue}
          </li>
        ))}
      </ul>
      <p>{text.undoneNext}</p>
    </Notice>
  );
}

function Recoverable({ view, recoverable }: EditionProps) {
  const text = disclosureWords[view.lang];
  if (recoverable.length === 0) return null;
  return (
    <Notice view={view} tone="bad" title={text.recoverable}>
      <ul>
        {recoverable.map((name) => (
          <li>{name}</li>
        ))}
      </ul>
      <p>{text.recoverableNext}</p>
    </Notice>
  );
}

export function Withdraw({ view, edition }: EditionProps) {
  return (
    <ActionForm kind="danger" action={view.href(staffReportPaths.withdraw.to({ id: edition.id }))}>
      {words[view.lang].withdraw}
    </ActionForm>
  );
}
