import { tokyoMinute } from '#platform/dates.ts';
import { yenFull } from '#platform/money.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList } from '#ui/content.tsx';
import { Section } from '#ui/layout.tsx';
import { PrintButton } from '#ui/sheet.tsx';
import { applicationPaths } from '../../../paths.ts';
import { LinkFrame } from '../../pages/frame.tsx';
import type { Sight } from '../../view.ts';
import { words as common } from '../../words.ts';
import { words } from '../words.ts';
import { ApplicationContent } from './content.tsx';

/** What was received, with a fingerprint of each paper and of the whole: to keep, and to print. */
export function ReceiptPage({ view, token, sight }: { view: View; token: string; sight: Sight }) {
  const { lang } = view;
  const [t, c] = [words[lang], common[lang]];
  const { opened, steps } = sight;
  const { application } = opened;
  const resent = steps.findLast(({ move }) => move === 'resubmit');
  const facts = [
    { term: c.number, value: application.number ?? '' },
    { term: t.receivedAt, value: application.submittedAt ? tokyoMinute(application.submittedAt) : '' },
    ...(resent ? [{ term: t.resentAt, value: tokyoMinute(resent.at) }] : []),
    ...(application.askedYen === null
      ? []
      : [{ term: c.askedYen, value: yenFull(lang, application.askedYen) }]),
    { term: t.whole, value: <code>{application.receiptHash}</code> },
  ];
  return (
    <LinkFrame
      view={view}
      token={token}
      title={t.receipt}
      terms={opened.terms}
      fiscalYear={opened.call.fiscalYear}
      lead={t.receiptLead}
      actions={<PrintButton label={t.print} />}
      islands={['share']}
    >
      <Section title={c.number}>
        <DefinitionList items={facts} />
        <p class="hint">{t.wholeHint}</p>
      </Section>
      <ApplicationContent
        view={view}
        sight={sight}
        paperUrl={(paperId) => view.href(applicationPaths.paper.to({ token, paperId }))}
      />
    </LinkFrame>
  );
}
