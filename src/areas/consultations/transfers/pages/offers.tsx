import type { View } from '#platform/web/view.ts';
import { worryTerms } from '#areas/directory/index.ts';
import { SelectField } from '#ui/choices.tsx';
import { Card, StatusTag } from '#ui/content.tsx';
import { ActionForm, Form, SubmitButton } from '#ui/form.tsx';
import { Grid } from '#ui/layout.tsx';
import { words as boardWords } from '../../boards/words.ts';
import { transferPaths } from '../../paths.ts';
import { toneOf } from '../../risks/pages/panel.tsx';
import { words as riskWords } from '../../risks/words.ts';
import type { ShownOffer } from '../read.ts';
import { declineReasons, minutesLeft } from '../rules.ts';
import { words } from '../words.ts';

/** What other desks ask of this one; `data-offers`: how many are shown, so that the island tells of others. */
export function Offers({ view, offers, now }: { view: View; offers: readonly ShownOffer[]; now: Date }) {
  const t = words[view.lang];
  return (
    <section
      aria-label={t.offers}
      data-offers={offers.length}
      data-offers-news={t.offersNews(0).replace('0', '{n}')}
    >
      <p hidden data-offers-more>
        <a href=""></a>
      </p>
      {offers.length > 0 && (
        <Grid>
          {offers.map((offer) => (
            <OfferCard view={view} offer={offer} now={now} />
          ))}
        </Grid>
      )}
    </section>
  );
}

function OfferCard({ view, offer, now }: { view: View; offer: ShownOffer; now: Date }) {
  const t = words[view.lang];
  const risk = riskWords[view.lang];
  const to = { transferId: offer.id };
  const worries = worryTerms.filter(({ code }) => offer.worries.includes(code));
  return (
    <Card
      title={`${t.offers}：${t.from(offer.from)}`}
      level={2}
      tone="warn"
      tags={
        <>
          {offer.risk !== null && (
            <StatusTag tone={toneOf(offer.risk)}>{risk.risk(risk.levels[offer.risk as 0] ?? '')}</StatusTag>
          )}
          <span>{boardWords[view.lang].door[offer.door as 'chat']}</span>
          <span>{t.left(minutesLeft(offer, now))}</span>
        </>
      }
    >
      {worries.length > 0 && (
        <p>
          {t.worries}：{worries.map(({ name }) => name[view.lang]).join('・')}
        </p>
      )}
      <p class="typed">{offer.handoff}</p>
      <ActionForm action={view.href(transferPaths.accept.to(to))} kind="primary">
        {t.accept}
      </ActionForm>
      <Form action={view.href(transferPaths.decline.to(to))} label={t.decline} inline>
        <SelectField
          view={view}
          name={`decline-${offer.id}`}
          label={t.declineReason}
          options={declineReasons.map((value) => ({ value, label: t.declines[value] }))}
        />
        <SubmitButton kind="secondary">{t.decline}</SubmitButton>
      </Form>
    </Card>
  );
}
