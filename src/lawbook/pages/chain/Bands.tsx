// The chain of documents on bands of time; where the place is narrow, the same documents one below the other.
import type { CSSProperties } from 'react';
import { type Day, formatDay } from '../../../platform/day.ts';
import { hrefOf, To, useAddress } from '../../../ui/address.tsx';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import { chainWords } from '../words/chain-words.ts';
import { type Chain, type Placed, standingOn } from './chain.ts';
import css from './Bands.module.css';

const styleOf = (parts: Record<`--${string}`, number>): CSSProperties => parts as CSSProperties;

export function Bands({ chain, on }: { chain: Chain; on: Day }) {
  const t = useWords(chainWords);
  return (
    <div className={css.place}>
      <div className={css.chain} style={styleOf({ '--columns': chain.columns.length })}>
        <div className={css.axis} aria-hidden="true">
          {chain.columns.map((day, index) => (
            <Edge key={day} day={day} here={index === chain.at} />
          ))}
        </div>
        {chain.bands.map(({ kind, placed }) => (
          <section key={kind} className={css.band} aria-label={t(`reg.band.${kind}`)}>
            <h3 className={css.name}>{t(`reg.band.${kind}`)}</h3>
            <ol className={css.documents}>
              {placed.map((one) => (
                <Box key={one.document.id} placed={one} on={on} />
              ))}
            </ol>
          </section>
        ))}
      </div>
    </div>
  );
}

function Edge({ day, here }: { day: Day; here: boolean }) {
  const [year, month, date] = day.split('-');
  return (
    <span className={css.edge} data-here={here || undefined}>
      {date}/{month}
      <br />
      {year}
    </span>
  );
}

export const documentHref = (id: string, words: Record<string, string> = {}) =>
  hrefOf(`/regulations/${encodeURIComponent(id)}`, { on: words.on, unit: words.unit });

function Box({ placed: { document, from, to }, on }: { placed: Placed; on: Day }) {
  const t = useWords(chainWords);
  const tell = useTell();
  const { words } = useAddress();
  const standing = standingOn(document, on);
  const days = document.in_force_until
    ? t('reg.from_to', {
        from: formatDay(document.in_force_from),
        until: formatDay(document.in_force_until),
      })
    : t('reg.from_on', { from: formatDay(document.in_force_from) });
  return (
    <li
      className={css.box}
      style={styleOf({ '--from': from, '--to': to })}
      data-standing={standing}
      data-unsure={document.confidence !== 'S' || undefined}
    >
      <To href={documentHref(document.id, words)} className={css.id}>
        {document.id}
      </To>
      <span className={css.title}>{tell(document.title)}</span>
      <span className={css.days}>{days}</span>
      <span className={css.marks}>
        {document.confidence !== 'S' && (
          <StatusMark tone="unsure">
            {t(document.confidence === '?' ? 'reg.unread_short' : 'reg.unsure')}
          </StatusMark>
        )}
        {standing === 'holds' && <StatusMark>{t('reg.holds')}</StatusMark>}
      </span>
    </li>
  );
}

export function DocumentKnown({ confidence }: { confidence: string }) {
  const t = useWords(chainWords);
  if (confidence === 'S') return <StatusMark>{t('reg.sure')}</StatusMark>;
  return <StatusMark tone="unsure">{t(confidence === '?' ? 'reg.unread' : 'reg.second')}</StatusMark>;
}
