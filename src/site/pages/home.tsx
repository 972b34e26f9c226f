import type { View } from '#platform/web/view.ts';
import { EditionCard, type NewestEdition } from '#areas/report/index.ts';
import { reportPaths } from '#areas/report/paths.ts';
import { EmptyState } from '#ui/content.tsx';
import { HiddenField, TextField } from '#ui/fields.tsx';
import { Form, SubmitButton } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Section } from '#ui/layout.tsx';
import { sitePaths } from '../paths.ts';
import { words } from '../words.ts';

/** `/`: what this site is, the newest reports, and a way to any figure. */
export function HomePage({ view, editions }: { view: View; editions: readonly NewestEdition[] }) {
  const { lang, site } = view;
  const text = words[lang];
  const title = text.homeTitle(site.headquarters[lang]);
  const lead = text.homeLead(site.operator[lang]);
  return (
    <PublicFrame view={view} title={title} description={lead} canonical={sitePaths.home.to({})}>
      <PageHead band title={title} lead={<p>{lead}</p>} />
      <Section title={text.newest}>
        {editions.length === 0 ? (
          <EmptyState title={text.noReports} />
        ) : (
          <>
            <Grid min="large">
              {editions.slice(0, 4).map((edition) => (
                <EditionCard view={view} edition={edition} alone={isAlone(edition, editions)} />
              ))}
            </Grid>
            <p>
              <a href={view.href(reportPaths.reports.to({}))}>{text.allReports}</a>
            </p>
          </>
        )}
      </Section>
      {editions.length > 0 && (
        <Section title={text.find}>
          <Form action={reportPaths.figures.to({})} method="get" inline label={text.find}>
            {lang !== 'ja' && <HiddenField name="lang" value={lang} />}
            <TextField view={view} name="q" type="search" label={text.findLabel} hint={text.findHint} />
            <SubmitButton>{text.search}</SubmitButton>
          </Form>
        </Section>
      )}
      <Section title={text.promises}>
        <ul>
          {Object.values(text.promise).map((promise) => (
            <li>{promise}</li>
          ))}
        </ul>
      </Section>
    </PublicFrame>
  );
}

function isAlone(edition: NewestEdition, editions: readonly NewestEdition[]): boolean {
  return !editions.some((each) => each.fiscalYear === edition.fiscalYear && each.kind !== edition.kind);
}
