import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { applicationStaffPaths } from '../../../paths.ts';
import { accountPart, applicantPart } from '../../open.ts';
import { AccountFields, ApplicantFields } from '../../pages/applicant-fields.tsx';
import { QuestionField } from '../../pages/fields.tsx';
import { PaperForms } from '../../papers/pages/papers.tsx';
import { scanCode } from '../../papers/rules.ts';
import { baseOf } from '../../posted.ts';
import { askedPapers } from '../../rules.ts';
import type { Sight } from '../../view.ts';
import { words as common } from '../../words.ts';
import { words } from '../words.ts';

interface EditProps {
  readonly view: View;
  readonly state: FormState;
  readonly sight: Sight;
  /** What kind of paper the form with problems was about. */
  readonly tried: string;
  readonly scanner: boolean;
}

/** The whole form on one page: somebody who copies from paper does not want to turn pages. */
export function EditPage({ view, state, sight, tried, scanner }: EditProps) {
  const { lang } = view;
  const [t, c] = [words[lang], common[lang]];
  const { opened, written, places, papers } = sight;
  const applicationId = opened.application.id;
  const here = (code: string) => Number(state.values[baseOf(code)] ?? written.marks.get(code)?.version ?? 0);
  const form = tried === '' ? state : { values: {}, problems: [] };
  const paper = applicationStaffPaths;
  const scan = { code: scanCode, label: { ja: words.ja.scan, en: words.en.scan }, required: true };
  const wanted = [
    ...(opened.application.door === 'paper'
      ? [{ ...scan, hint: { ja: words.ja.scanHint, en: words.en.scanHint } }]
      : []),
    ...askedPapers(opened.terms, written.answers),
  ];
  return (
    <StaffFrame view={view} title={t.edit} problems={state.problems}>
      <PageHead
        title={t.edit}
        kicker={opened.terms.name[lang]}
        lead={t.editLead}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[
              { href: paper.entries.to({}), label: t.entries },
              { href: paper.application.to({ applicationId }), label: t.application },
            ]}
            current={t.edit}
          />
        }
      />
      <Form action={paper.edit.to({ applicationId })} label={t.edit}>
        <Section title={c.applicant}>
          <ApplicantFields
            view={view}
            state={form}
            base={here(applicantPart)}
            applicant={written.applicant}
          />
        </Section>
        <Section title={c.parts}>
          {opened.terms.questions.map((question) => (
            <QuestionField
              view={view}
              state={form}
              question={question}
              answer={written.answers.get(question.code)}
              base={here(question.code)}
              places={places}
            />
          ))}
        </Section>
        <Section title={c.account}>
          <AccountFields view={view} state={form} base={here(accountPart)} account={written.account} />
        </Section>
        <Actions>
          <SubmitButton>{t.save}</SubmitButton>
        </Actions>
      </Form>
      <Section title={t.papersTitle}>
        <PaperForms
          view={view}
          state={state}
          wanted={wanted}
          papers={papers}
          tried={tried}
          scanner={scanner}
          urls={{
            add: paper.papers.to({ applicationId }),
            paper: (paperId) => paper.paper.to({ applicationId, paperId }),
            remove: (paperId) => paper.removePaper.to({ applicationId, paperId }),
          }}
        />
      </Section>
    </StaffFrame>
  );
}
