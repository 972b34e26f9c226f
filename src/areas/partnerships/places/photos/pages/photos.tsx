import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { FileField, RadioGroup } from '#ui/choices.tsx';
import { DateField, TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Section } from '#ui/layout.tsx';
import { placePaths, placeStaffPaths } from '../../../paths.ts';
import { PlaceCrumbs } from '../../pages/parts.tsx';
import { consents, type Consent, shownPeople } from '../rules.ts';
import type { PlacePhoto } from '../store.ts';
import { words } from '../words.ts';

function Picture({ view, photo }: { view: View; photo: PlacePhoto }) {
  const { serviceId, id: photoId, alternative } = photo;
  return (
    <img
      class="place-photo"
      src={view.href(placePaths.photo.to({ serviceId, photoId }))}
      alt={alternative}
      loading="lazy"
    />
  );
}

/** On the public page of a place. */
export function PhotoSection({ view, photos }: { view: View; photos: readonly PlacePhoto[] }) {
  if (photos.length === 0) return null;
  return (
    <Section title={words[view.lang].title} id="photos">
      <Grid>
        {photos.map((photo) => (
          <Picture view={view} photo={photo} />
        ))}
      </Grid>
    </Section>
  );
}

export function PhotosPage({
  view,
  state,
  place,
  photos,
  today,
}: {
  view: View;
  state: FormState;
  place: { readonly id: string; readonly name: string };
  photos: readonly PlacePhoto[];
  today: string;
}) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead
        title={t.title}
        lead={<p>{t.lead}</p>}
        breadcrumbs={<PlaceCrumbs view={view} place={place} current={t.title} />}
      />
      {photos.length === 0 ? <p>{t.none}</p> : <p class="hint">{t.removeHint}</p>}
      <Grid>
        {photos.map((photo) => (
          <figure>
            <Picture view={view} photo={photo} />
            <figcaption>
              {t.consentLine[photo.consent as Consent]} {photo.consentedOn}
              <ActionForm
                action={view.href(placeStaffPaths.removePhoto.to({ serviceId: place.id, photoId: photo.id }))}
                kind="danger"
                small
              >
                {t.remove}
                <span class="vh"> {photo.alternative}</span>
              </ActionForm>
            </figcaption>
          </figure>
        ))}
      </Grid>
      <Section title={t.add}>
        <PhotoForm view={view} state={state} serviceId={place.id} today={today} />
      </Section>
    </StaffFrame>
  );
}

function PhotoForm({
  view,
  state,
  serviceId,
  today,
}: {
  view: View;
  state: FormState;
  serviceId: string;
  today: string;
}) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <Form action={view.href(placeStaffPaths.photos.to({ serviceId }))} files label={t.add}>
      <FileField
        {...common}
        name="file"
        label={t.file}
        hint={t.fileHint}
        accept="image/jpeg,image/png,image/webp"
        required
      />
      <TextField
        {...common}
        name="alternative"
        label={t.alternative}
        hint={t.alternativeHint}
        maxlength={300}
        width="full"
        required
      />
      <RadioGroup
        {...common}
        name="shows"
        label={t.shows}
        required
        options={shownPeople.map((value) => ({ value, label: t.showsOptions[value] }))}
      />
      <RadioGroup
        {...common}
        name="consent"
        label={t.consent}
        options={consents.map((value) => ({ value, label: t.consentOptions[value] }))}
      />
      <DateField {...common} name="consentedOn" label={t.consentedOn} max={today} />
      <Actions>
        <SubmitButton>{t.add}</SubmitButton>
      </Actions>
    </Form>
  );
}
