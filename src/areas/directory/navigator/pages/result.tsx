import type { Holidays } from '../../hours/rules.ts';
import type { CrisisKind } from '../../crisis/rules.ts';
import { EmergencyPanel } from '../../emergency/pages/panel.tsx';
import { type CardService, ServiceCard } from '../../services/pages/card.tsx';
import type { Translated } from '../../hours/hours.ts';
import { Section } from '#ui/layout.tsx';
import { navigatorPaths } from '../../paths.ts';
import { isGuideLanguage, textIn } from '../guide/guide.ts';
import { type AnswerLine, AnswersSection } from './answers.tsx';
import { MunicipalityField, type PlaceGroup } from './place.tsx';
import { words } from '../words.ts';
import { Danger } from './question.tsx';
import { type SchemeView, SchemesSection } from './schemes.tsx';
import { Press, type Talk, talkWords, TalkForm, TalkPage, viewIn } from './talk.tsx';

export interface NamedService {
  readonly service: CardService;
  readonly why?: Translated;
  readonly isOpen: boolean;
}

export interface ResultProps {
  readonly talk: Talk;
  readonly now: Date;
  readonly holidays: Holidays;
  readonly crises: readonly CrisisKind[];
  readonly desk: NamedService | undefined;
  /** Who can be there for the worst worry, without the desk; open first. */
  readonly others: readonly NamedService[];
  readonly beside: readonly NamedService[];
  /** The municipality was not asked or not said: it can be given here. */
  readonly asksPlace: boolean;
  readonly places: readonly PlaceGroup[];
  readonly schemes: readonly SchemeView[];
  readonly lines: readonly AnswerLine[];
  /** Topics were found in what was written. */
  readonly wasUnderstood: boolean;
}

/** It ends at a person: who is there now, the one desk, what may fit, and what to bring along. */
export function ResultPage(props: ResultProps) {
  const { talk, crises, desk, others } = props;
  const t = talkWords(talk);
  const view = viewIn(talk.view, talk.language);
  const open = others.filter(({ isOpen }) => isOpen).slice(0, 3);
  const deskFirst = desk?.isOpen ?? false;
  const deskPart = <DeskSection {...props} />;
  return (
    <TalkPage talk={talk}>
      <div class="head">
        <h1>{t.result}</h1>
        {props.wasUnderstood && <p class="lead">{t.understood}</p>}
      </div>
      {crises.length > 0 && <EmergencyPanel view={view} kind={crises} />}
      {deskFirst && deskPart}
      {open.length > 0 ? (
        <Section title={deskFirst ? t.alsoNow : t.now}>
          <Cards {...props} list={open} />
        </Section>
      ) : (
        !deskFirst && <NothingOpen {...props} />
      )}
      {!deskFirst && deskPart}
      {props.beside.length > 0 && (
        <Section title={t.beside}>
          <Cards {...props} list={props.beside} />
        </Section>
      )}
      <SchemesSection talk={talk} schemes={props.schemes} />
      {!talk.preview && <TalkSection talk={talk} />}
      {!talk.preview && <PacketSection talk={talk} />}
      <AnswersSection talk={talk} lines={props.lines} />
      <Danger talk={talk} />
    </TalkPage>
  );
}

/** Into a conversation with a person who has these answers before them; they travel in the form. */
function TalkSection({ talk }: { talk: Talk }) {
  const { lang } = viewIn(talk.view, talk.language);
  const t = words[lang];
  return (
    <Section title={t.talkHere}>
      <p lang={lang}>{t.talkHereLead}</p>
      <TalkForm talk={talk} action={navigatorPaths.talk.to({})}>
        <button class="button secondary" type="submit" lang={lang}>
          {t.talkHereButton}
        </button>
      </TalkForm>
    </Section>
  );
}

function PacketSection({ talk }: { talk: Talk }) {
  const t = talkWords(talk);
  return (
    <Section title={t.packet}>
      <p>{t.packetLead}</p>
      <TalkForm talk={talk} action={navigatorPaths.packet.to({})}>
        <Press go="compose">{t.packet}</Press>
      </TalkForm>
    </Section>
  );
}

/** Nobody was found who is there now: the line that always is, and what opens next. */
function NothingOpen(props: ResultProps) {
  const { talk, crises, others } = props;
  const t = talkWords(talk);
  return (
    <>
      {crises.length === 0 && <EmergencyPanel view={viewIn(talk.view, talk.language)} />}
      {others.length > 0 && (
        <Section title={t.alsoNow} lead={t.closedNow}>
          <Cards {...props} list={others.slice(0, 2)} />
        </Section>
      )}
    </>
  );
}

function DeskSection(props: ResultProps) {
  const { talk, desk, asksPlace, places } = props;
  const t = talkWords(talk);
  return (
    <Section title={t.desk}>
      {asksPlace && (
        <TalkForm talk={talk} on="place" fromResult asks={['place', 'municipality']}>
          <p>{t.whichPlace}</p>
          <div class="inline-ask">
            <MunicipalityField talk={talk} groups={places} />
            <Press go="result" kind="primary">
              {t.show}
            </Press>
          </div>
        </TalkForm>
      )}
      {desk && <Cards {...props} list={[desk]} />}
      <PhraseCard talk={talk} />
    </Section>
  );
}

function Cards({ talk, now, holidays, list }: ResultProps & { list: readonly NamedService[] }) {
  const view = viewIn(talk.view, talk.language);
  return (
    <div class="cards">
      {list.map(({ service, why }) => (
        <ServiceCard view={view} service={service} now={now} holidays={holidays}>
          {why && <p class="why">{textIn(talk.language, why)}</p>}
        </ServiceCard>
      ))}
    </div>
  );
}

/** A sentence to say or to show, in Japanese, with what it means. */
function PhraseCard({ talk }: { talk: Talk }) {
  const t = talkWords(talk);
  if (!isGuideLanguage(talk.language) || talk.language === 'ja') return null;
  return (
    <figure class="phrase">
      <figcaption>
        <b>{t.card}</b> {t.cardUse}
      </figcaption>
      <p lang="ja" class="said">
        {t.phraseJa}
      </p>
      <p>{t.phrase}</p>
    </figure>
  );
}
