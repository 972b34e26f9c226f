import type { Child } from 'hono/jsx';
import { dayName } from '#platform/dates.ts';
import { contentIn, formatNumber } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { Notice } from '#ui/content.tsx';
import { Section } from '#ui/layout.tsx';
import { sizeIn } from '../../outputs/pages/files.tsx';
import { reportPaths } from '../../paths.ts';
import { words } from '../chain-words.ts';
import type { EntryFact, LiveFact, StatementFact } from '../path.ts';
import type { ShownPath } from '../read-path.ts';
import { editionName, yearUrl } from '../shown-path.ts';
import type { FigureMeaning } from '../path.ts';

interface ChainProps {
  readonly view: View;
  readonly shown: ShownPath;
}

/** From the printed number back to where it began, step by step. */
export function Chain(props: ChainProps) {
  const { view, shown } = props;
  const text = words[view.lang];
  const { path } = shown;
  return (
    <Section title={text.path} id="path">
      {!shown.kept && !['counted', 'cases'].includes(path.formula.of) && (
        <Notice view={view}>{text.notKept}</Notice>
      )}
      <ol class="chain">
        <Published {...props} />
        <Step name={text.approved}>
          <p>{text.approvedBy}</p>
        </Step>
        {path.acceptedOn && (
          <Step name={text.accepted}>
            <p>{text.acceptedOn(dayName(view.lang, path.acceptedOn))}</p>
          </Step>
        )}
        {path.entry && <Entered {...props} entry={path.entry} />}
        <MoneyEntered view={view} path={path} />
        {path.live && <Live {...props} live={path.live} />}
        {path.statement && <Statement {...props} statement={path.statement} />}
        {path.formula.of === 'counted' && (
          <Step name={text.counted}>
            <p>{text.countedIn}</p>
          </Step>
        )}
        {path.formula.of === 'cases' && (
          <Step name={text.counted}>
            <p>{text.countedCases(path.sourceNote)}</p>
          </Step>
        )}
        {path.sourceNote && path.formula.of !== 'cases' && (
          <Step name={text.source}>
            <p lang="ja">{path.sourceNote}</p>
          </Step>
        )}
      </ol>
    </Section>
  );
}

export function Step({ name, children }: { name: string; children?: Child }) {
  return (
    <li>
      <h3>{name}</h3>
      {children}
    </li>
  );
}

function Published({ view, shown }: ChainProps) {
  const text = words[view.lang];
  const day = dayName(view.lang, shown.publishedOn);
  return (
    <Step name={text.published}>
      <p>{text.publishedIn(text.editionOf(String(shown.number)), day)}</p>
      <p>
        <a href={view.href(yearUrl(shown))}>
          {editionName(view, shown)}
          {shown.path.program && ` ${contentIn(view.lang, shown.path.program.name)}`}
        </a>
      </p>
    </Step>
  );
}

function Entered({ view, shown, entry }: ChainProps & { entry: EntryFact }) {
  const { lang } = view;
  const text = words[lang];
  const bureau = shown.path.bureau ? contentIn(lang, shown.path.bureau) : '';
  const day = entry.on ? text.onDay(dayName(lang, entry.on)) : '';
  return (
    <Step name={text.entered}>
      <p>{text.vias[entry.via](text.who[entry.by](bureau), day)}</p>
      {entry.cell && <p>{text.cell(entry.cell)}</p>}
      {entry.offer && (
        <p>{text.answers(contentIn(lang, entry.offer.label), formatNumber(lang, entry.offer.sources))}</p>
      )}
      {entry.sha256 && <Hash name={text.fileHash} value={entry.sha256} />}
    </Step>
  );
}

/** Of money and targets it is known whose they are to enter; of nothing else is that said without a record. */
export function MoneyEntered({ view, path: { subject, bureau } }: { view: View; path: FigureMeaning }) {
  const text = words[view.lang];
  const said = {
    budget: text.enteredByBureau(bureau ? contentIn(view.lang, bureau) : ''),
    plan: text.enteredBySecretariat,
  };
  const { of } = subject;
  if (of !== 'budget' && of !== 'expected-budget' && of !== 'target' && of !== 'plan') return null;
  return (
    <Step name={text.entered}>
      <p>{said[of === 'plan' ? 'plan' : 'budget']}</p>
    </Step>
  );
}

function Live({ view, live }: ChainProps & { live: LiveFact }) {
  const { lang } = view;
  const text = words[lang];
  return (
    <Step name={text.live}>
      <p>{text.liveName(contentIn(lang, live.name))}</p>
      <p>
        {text.liveAt(live.computedAt)}
        {live.agrees !== null && ` ${live.agrees ? text.liveSame : text.liveDiffers}`}
      </p>
      <p>{contentIn(lang, live.definition)}</p>
      <p class="hint">
        {[
          ...live.parameters.map(({ name, value }) => `${contentIn(lang, name)}: ${value}`),
          contentIn(lang, live.formula),
          text.version(live.version),
        ].join(lang === 'ja' ? '　' : '. ')}
      </p>
      {live.formerVersion !== null && (
        <Notice view={view} tone="warn">
          {text.changed(live.formerVersion, live.version)}
        </Notice>
      )}
    </Step>
  );
}

function Statement({ view, statement }: ChainProps & { statement: StatementFact }) {
  const text = words[view.lang];
  const { title, issuer, place, sha256, filedOn, file } = statement;
  return (
    <Step name={text.statement}>
      <p>{text.statementIn(issuer, title, place)}</p>
      {filedOn && <p>{text.statementFiled(dayName(view.lang, filedOn))}</p>}
      {sha256 && (
        <p>
          {file ? (
            <a href={view.href(reportPaths.file.to({ id: file.id }))}>
              {text.statementFile(kindName(file.mediaType), sizeIn(view.lang, file.bytes))}
            </a>
          ) : (
            text.statementKept
          )}
        </p>
      )}
      {sha256 && <Hash name={text.statementHash} value={sha256} />}
    </Step>
  );
}

/** PDF, JPEG, PNG, WEBP */
function kindName(mediaType: string): string {
  return mediaType.slice(mediaType.indexOf('/') + 1).toUpperCase();
}

function Hash({ name, value }: { name: string; value: string }) {
  return (
    <p class="hint">
      {name}: <code>{value}</code>
    </p>
  );
}
