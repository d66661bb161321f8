// The unit looked at, in one look: how far it has come, what is left, the source, the quality, and whether what it was
// given has been given on.
import { hrefOf, To } from '../../../ui/address.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import { formatTenths } from '../../../ui/numbers.ts';
import { sameAmount, sayAmount, sayCount } from '../../amount.ts';
import type { Line } from '../../view.ts';
import { AttainmentBar, StatusWord } from '../Attainment.tsx';
import { type Asked, carried } from '../asked.ts';
import { OutlookCell } from '../parts.tsx';
import { sayMaybe } from '../said.ts';
import { words } from '../words.ts';
import { QualityWords } from './facts.tsx';
import type { Quality } from './quality.ts';
import css from './tree.module.css';

interface OwnProps {
  line: Line;
  quality: Quality | null;
  asked: Asked;
}

export function Own(props: OwnProps) {
  return props.line.unitId === 0 ? <Together {...props} /> : <OneUnit {...props} />;
}

function OneUnit({ line, quality, asked }: OwnProps) {
  const t = useWords(words);
  const href = hrefOf(`/plans/${line.unitId}`, { ...carried(asked), on: asked.on });
  return (
    <section className={css.own} aria-label={line.name}>
      <div className={css.ownHead}>
        <h2>
          <To href={href}>{line.name}</To>
        </h2>
        <StatusWord of={line.attainment} />
      </div>
      <AttainmentBar of={line} large />
      <dl className={css.ownFacts}>
        <Item label={t('col.target')}>{targetOf(line, t)}</Item>
        <Item label={t('col.left')}>{leftOf(line, t)}</Item>
        <Item label={t('own.given_on')}>{givenOn(line, t)}</Item>
        {asked.figure === 'admission' && asked.period !== null && line.attainment.elapsed.share < 1 && (
          <Item label={t('col.outlook')}>
            <OutlookCell unitId={line.unitId} period={asked.period} figure={asked.figure} on={asked.on} />
          </Item>
        )}
        <Besides line={line} quality={quality} />
      </dl>
    </section>
  );
}

/** Several branches without one above them: their numbers are added, but nobody set them a target together. */
function Together({ line, quality }: OwnProps) {
  const t = useWords(words);
  return (
    <section className={css.own} aria-label={t('own.together')}>
      <h2>{t('own.together')}</h2>
      <dl className={css.ownFacts}>
        <Item label={t('col.result')}>{sayCount(line.done)}</Item>
        <Item label={t('own.their_target')}>{givenOn(line, t)}</Item>
        <Besides line={line} quality={quality} />
      </dl>
    </section>
  );
}

/** Source and quality stand beside every number. */
function Besides({ line, quality }: Omit<OwnProps, 'asked'>) {
  const t = useWords(words);
  return (
    <>
      <Item label={t('col.source')}>{line.pool && t('row.pool', { open: line.pool.open })}</Item>
      {quality && quality.count > 0 && (
        <Item label={t('col.quality')}>
          <QualityWords quality={quality} t={t} />
        </Item>
      )}
    </>
  );
}

function Item({ label, children }: { label: string; children: React.ReactNode }) {
  if (!children) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

type Say = ReturnType<typeof useWords<typeof words>>;

const targetOf = ({ assigned, aim }: Line, t: Say) =>
  [sayMaybe(assigned), aim && !sameAmount(aim, assigned) && t('row.aim', { amount: sayAmount(aim) })]
    .filter(Boolean)
    .join(' · ');

function leftOf({ attainment: { left, daysLeft, neededPerMonth } }: Line, t: Say): string | null {
  if (left === null || left <= 0) return null;
  const words = t('said.left', { left, days: daysLeft });
  return neededPerMonth === null || daysLeft === 0
    ? words
    : `${words} · ${t('own.per_month', { count: formatTenths(neededPerMonth) })}`;
}

/** Nothing is forced: the difference stands there for people to settle. */
function givenOn({ below, assigned }: Line, t: Say): string | null {
  if (below.units === 0) return null;
  const given = below.assigned ? sayAmount(below.assigned) : t('own.nothing');
  const { state, over, under } = below.difference.assigned;
  const words = [
    assigned ? t('own.given_of', { given, own: sayAmount(assigned) }) : given,
    t('own.with_target', { count: below.withTarget, units: below.units }),
  ];
  if (under > 0) words.push(t('row.under', { count: under }));
  if (over > 0) words.push(t('row.over', { count: over }));
  if (state === 'even') words.push(t('own.even'));
  return words.join(' · ');
}
