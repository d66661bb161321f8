// Results of times and places that Nguồn did not follow, as they were told: marks kept, groups never filled up to 100 %.
import { formatDay } from '../../../platform/day.ts';
import { To } from '../../../ui/address.tsx';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { formatNumber, formatShare } from '../../../ui/numbers.ts';
import { Panel } from '../../../ui/show/Panel.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import { markSign, sayCount } from '../../amount.ts';
import type { FigureSheet, SheetView, ToldView } from '../../view.ts';
import { type Say, tones } from '../said.ts';
import { words } from '../words.ts';
import css from './sheet.module.css';
import { TakeBack } from './TakeBack.tsx';
import { TellButton } from './TellForm.tsx';
import { partLabel } from './WhoPart.tsx';

export function ToldPart({ sheet, own }: { sheet: SheetView; own: FigureSheet }) {
  const t = useWords(words);
  const told = sheet.members.told ? [...own.told, sheet.members.told] : own.told;
  const tells = own.line.can.includes('tell');
  if (told.length === 0 && !tells) return null;
  const about = {
    unitId: sheet.unit.id,
    period: sheet.period.key,
    until: sheet.period.to,
    figure: own.figure,
  };
  return (
    <Panel
      title={t('told.title')}
      second={t(told.length === 0 ? 'told.none' : 'told.second')}
      action={tells && <TellButton {...about} />}
    >
      {told.map((one) => (
        <Told key={one.id} told={one} unitId={sheet.unit.id} />
      ))}
    </Panel>
  );
}

function Told({ told, unitId }: { told: ToldView; unitId: number }) {
  const t = useWords(words);
  const { value, mark, asOf, verdict, source, documentId } = told;
  const said = value === null ? t('told.no_number') : sayCount({ value, mark });
  return (
    <div className={css.told}>
      <p>
        <span className={css.strong}>{t('told.of', { value: said, day: formatDay(asOf) })}</span>{' '}
        {verdict && <StatusMark tone={tones[verdict]}>{t(`status.${verdict}`)}</StatusMark>}
      </p>
      <Groups told={told} />
      {told.can.includes('withdraw') && (
        <div className="no-print">
          <TakeBack
            unitId={unitId}
            entry={told.id}
            what={t('told.of', { value: said, day: formatDay(asOf) })}
          />
        </div>
      )}
      {(source || documentId) && (
        <p className={css.note}>
          {source && t('told.source', { source })}{' '}
          {documentId && <To href={`/documents/${documentId}`}>{t('given.paper')}</To>}
        </p>
      )}
    </div>
  );
}

/** The groups that were named, and what they come to together. */
function Groups({ told: { parts, named, overlap } }: { told: ToldView }) {
  const t = useWords(words);
  const tell = useTell();
  return (
    <>
      <ul>
        {parts.map((part) => (
          <li key={`${part.part}${part.label}`}>
            {sayPart(part, t, part.label ?? tell(partLabel(part.part)))}
          </li>
        ))}
      </ul>
      {named && (
        <p className={css.note}>
          {t('told.named', { count: formatNumber(named.part), share: formatShare(named.share) })}{' '}
          {overlap && t('told.overlap')}
        </p>
      )}
    </>
  );
}

/** 'Nữ: 145 (7,0%)' · 'Thôn, tổ dân phố: 5 (45,5%) hoặc 6 (54,5%)'. */
function sayPart(part: ToldView['parts'][number], t: Say, label: string): string {
  const { value, mark, ratio, whole, share } = part;
  if (value !== null && ratio)
    return t('told.part_share', {
      label,
      value: sayCount({ value, mark }),
      share: `${ratio.mark === 'about' ? markSign.about : ''}${formatShare(ratio.share)}`,
    });
  if (value !== null) return t('told.part', { label, value: sayCount({ value, mark }) });
  const either = whole.map((one) =>
    t('who.part_either', { value: one.value, share: formatShare(one.share) }),
  );
  if (either.length > 0) return t('told.part', { label, value: either.join(t('who.or')) });
  return t('told.part', { label, value: share === null ? t('told.no_number') : formatShare(share / 1000) });
}
