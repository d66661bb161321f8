// Who was admitted: the structure against its sub-targets, the quality beside the count, and the members they joined.
import { useTell, useWords } from '../../../ui/i18n.tsx';
import type { Column } from '../../../ui/list/column.ts';
import { SmallTable } from '../../../ui/list/SmallTable.tsx';
import { formatChange, formatNumber, formatShare, formatTenths } from '../../../ui/numbers.ts';
import { KeyValue } from '../../../ui/show/KeyValue.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import { findPart, type PartId } from '../../../statistics/part.ts';
import { sayAmount, sayCount } from '../../amount.ts';
import type { FigureSheet, SheetView, StructureView } from '../../view.ts';
import type { Say } from '../said.ts';
import { tones } from '../said.ts';
import { words } from '../words.ts';
import css from './sheet.module.css';

interface PartProps {
  sheet: SheetView;
  own: FigureSheet;
}

export function WhoPart({ sheet, own }: PartProps) {
  const admission = own.figure === 'admission';
  return (
    <>
      <Structure own={own} />
      {admission && <QualityPanel quality={sheet.quality} />}
      {admission && <Members members={sheet.members} />}
    </>
  );
}

export const partLabel = (id: string) => findPart(id as PartId)?.label ?? { vi: id, en: id };

function Structure({ own: { structure, overlap } }: { own: FigureSheet }) {
  const t = useWords(words);
  const tell = useTell();
  const second = structure.length > 1 ? t(overlap ? 'who.structure_second' : 'who.structure_places') : null;
  return (
    <Panel title={t('who.structure')} second={second}>
      <SmallTable<StructureView>
        name={t('who.structure')}
        rows={structure}
        keyOf={({ part }) => part}
        columns={columnsOf(t, (id) => tell(partLabel(id)))}
        empty={{ title: t('who.structure_none'), text: t('who.structure_none_way') }}
      />
      {structure.some(({ few }) => few) && <p className={css.note}>{t('who.few_note')}</p>}
    </Panel>
  );
}

const columnsOf = (t: Say, nameOf: (id: string) => string): Column<StructureView>[] => [
  { id: 'part', label: t('who.part'), cell: ({ part }) => nameOf(part), width: '26%' },
  { id: 'target', label: t('who.part_target'), cell: (row) => targetOf(row, t) },
  {
    id: 'done',
    label: t('who.part_done'),
    number: true,
    cell: ({ done }) => (done ? sayCount(done) : null),
  },
  {
    id: 'share',
    label: t('who.part_share'),
    number: true,
    cell: ({ ratio }) => (ratio ? formatShare(ratio.share) : null),
  },
  {
    id: 'status',
    label: t('col.status'),
    cell: ({ status, few }) => (
      <>
        {status !== 'none' && <StatusMark tone={tones[status]}>{t(`status.${status}`)}</StatusMark>}
        {few && status !== 'none' && <span className={css.second}>{t('who.few')}</span>}
      </>
    ),
  },
];

/** “từ 50%, tức 5 (45,5%) hoặc 6 (54,5%) người”: whole persons only. */
function targetOf({ target, share, whole }: StructureView, t: Say) {
  if (share === null) return target ? sayAmount(target) : t('who.part_none');
  const persons = whole
    .map(({ value, share: part }) =>
      whole.length > 1 ? t('who.part_either', { value, share: formatShare(part) }) : formatNumber(value),
    )
    .join(t('who.or'));
  return (
    <>
      {t('who.part_at_least', { share: formatShare(share / 1000) })}
      {persons && <span className={css.second}>{t('who.part_whole', { persons })}</span>}
    </>
  );
}

function QualityPanel({ quality }: { quality: SheetView['quality'] }) {
  const t = useWords(words);
  const { count, women, meanAge, medianAge, degree, notRecognised, removed, due } = quality;
  if (count === 0) return null;
  const lost = (value: number) =>
    value === 0 ? t('who.nobody') : <StatusMark tone="act">{formatNumber(value)}</StatusMark>;
  const of = (value: number) => `${formatNumber(value)} · ${formatShare(value / count)}`;
  return (
    <Panel title={t('who.quality')} second={t('who.quality_second', { count })}>
      <KeyValue
        items={[
          { label: t('who.women'), value: of(women) },
          { label: t('who.mean_age'), value: meanAge === null ? null : formatTenths(meanAge) },
          { label: t('who.median_age'), value: medianAge === null ? null : formatTenths(medianAge) },
          { label: t('who.degree'), value: of(degree) },
          { label: t('who.due'), value: formatNumber(due) },
          { label: t('who.not_recognised'), value: lost(notRecognised) },
          { label: t('who.removed'), value: lost(removed) },
        ]}
      />
    </Panel>
  );
}

const sayGrowth = (growth: number, t: Say): string =>
  growth === 0 ? t('who.no_growth') : formatChange(growth) || t('who.least_growth');

function Members({ members: { count, admitted, before, growth } }: Pick<SheetView, 'members'>) {
  const t = useWords(words);
  return (
    <Panel title={t('who.members')}>
      <KeyValue
        items={[
          { label: t('who.members_count'), value: sayCount(count) },
          {
            label: t('who.admitted'),
            value:
              admitted &&
              `${formatNumber(admitted.part)}/${formatNumber(admitted.whole)} · ${formatShare(admitted.share)}`,
          },
          { label: t('who.before'), value: before === null ? null : formatNumber(before) },
          { label: t('who.growth'), value: growth === null ? null : sayGrowth(growth, t) },
        ]}
      />
    </Panel>
  );
}
