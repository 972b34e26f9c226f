import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { FileField } from '#ui/choices.tsx';
import { EmptyState } from '#ui/content.tsx';
import { TextField } from '#ui/fields.tsx';
import { ActionForm, ButtonLink } from '#ui/form.tsx';
import { Grid, Section } from '#ui/layout.tsx';
import { programPaths } from '../../paths.ts';
import { PartForm } from '../../programs/pages/forms.tsx';
import type { Program } from '../../programs/store.ts';
import type { Picture } from '../store.ts';
import { words } from '../words.ts';

interface PictureProps {
  readonly view: View;
  readonly state: FormState;
  readonly program: Program;
  readonly picture: Picture | undefined;
}

export function PicturePage({ view, state, program, picture }: PictureProps) {
  const t = words[view.lang];
  const params = { programId: program.id, pictureId: picture?.id ?? '' };
  const common = { view, state };
  return (
    <PartForm
      view={view}
      state={state}
      program={program}
      title={picture ? t.edit : t.add}
      lead={t.lead}
      action={(picture ? programPaths.picture : programPaths.newPicture).to(params)}
      files={!picture}
      after={
        picture && (
          <ActionForm action={view.href(programPaths.removePicture.to(params))} kind="danger">
            {t.remove}
          </ActionForm>
        )
      }
    >
      {picture ? (
        <Shown view={view} picture={picture} />
      ) : (
        <FileField
          {...common}
          name="file"
          label={t.file}
          hint={t.fileHint}
          accept="image/jpeg,image/png,image/webp"
          required
        />
      )}
      <TextField
        {...common}
        name="alternative"
        label={t.alternative}
        hint={t.alternativeHint}
        value={picture?.alternative}
        required
        width="full"
      />
      <TextField {...common} name="caption" label={t.caption} value={picture?.caption} width="full" />
    </PartForm>
  );
}

function Shown({ view, picture }: { view: View; picture: Picture }) {
  const { programId, id: pictureId } = picture;
  return (
    <img
      src={view.href(programPaths.pictureFile.to({ programId, pictureId }))}
      alt={picture.alternative}
      width="320"
      loading="lazy"
    />
  );
}

export function PicturesSection({
  view,
  programId,
  pictures,
  mayWrite,
}: {
  view: View;
  programId: string;
  pictures: readonly Picture[];
  mayWrite: boolean;
}) {
  const t = words[view.lang];
  const add = mayWrite && (
    <ButtonLink small kind="secondary" href={view.href(programPaths.newPicture.to({ programId }))}>
      {t.add}
    </ButtonLink>
  );
  return (
    <Section title={t.title} id="pictures" actions={add}>
      {pictures.length === 0 && <EmptyState title={t.none} />}
      <Grid>
        {pictures.map((picture) => (
          <figure>
            <Shown view={view} picture={picture} />
            <figcaption>
              {picture.caption}{' '}
              {mayWrite && (
                <a href={view.href(programPaths.picture.to({ programId, pictureId: picture.id }))}>
                  {t.edit}
                  <span class="vh"> {picture.alternative}</span>
                </a>
              )}
            </figcaption>
          </figure>
        ))}
      </Grid>
    </Section>
  );
}
