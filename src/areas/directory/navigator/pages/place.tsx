import { pageLang } from '../guide/guide.ts';
import { type Talk, talkWords } from './talk.tsx';

export interface PlaceOption {
  readonly code: string;
  readonly ja: string;
  readonly en: string;
}

/** Municipalities as they are chosen: a city whose wards have desks of their own by its wards, the rest together. */
export interface PlaceGroup {
  readonly ja: string;
  readonly en: string;
  readonly places: readonly PlaceOption[];
}

/** Living here, or here for now without a fixed home; the municipality is one list, by keyboard too. */
export function PlaceFields({ talk, groups }: { talk: Talk; groups: readonly PlaceGroup[] }) {
  const t = talkWords(talk);
  const [place] = talk.answers['place'] ?? [];
  return (
    <>
      <fieldset class="options" aria-labelledby="ask">
        <label class="option">
          <input type="radio" name="place" value="live" checked={place !== 'now'} />
          <span>{t.live}</span>
        </label>
        <label class="option">
          <input type="radio" name="place" value="now" checked={place === 'now'} />
          <span>{t.hereNow}</span>
        </label>
      </fieldset>
      <MunicipalityField talk={talk} groups={groups} />
    </>
  );
}

export function MunicipalityField({ talk, groups }: { talk: Talk; groups: readonly PlaceGroup[] }) {
  const t = talkWords(talk);
  const lang = pageLang(talk.language);
  const [chosen] = talk.answers['municipality'] ?? [];
  return (
    <div class="field">
      <label for="municipality">{t.municipality}</label>
      <select id="municipality" name="municipality" class="input">
        <option value="">{t.choose}</option>
        {groups.map((group) => (
          <optgroup label={group[lang]}>
            {group.places.map((place) => (
              <option value={place.code} selected={place.code === chosen}>
                {place[lang]}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
