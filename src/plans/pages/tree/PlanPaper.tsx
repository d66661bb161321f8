// The table of targets on paper, A4 or A3 across, as it is laid before a committee.
import { NativeSelect } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { formatDay } from '../../../platform/day.ts';
import { type Params, say } from '../../../platform/messages.ts';
import { hrefOf, To, useAddress } from '../../../ui/address.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { formatNumber, formatShare, formatTenths } from '../../../ui/numbers.ts';
import { PrintSheet } from '../../../ui/print/PrintSheet.tsx';
import { useRead } from '../../../ui/query.tsx';
import { useSession } from '../../../ui/session.tsx';
import { Scrolling } from '../../../ui/show/Scrolling.tsx';
import { findFigure } from '../../../statistics/figure.ts';
import { sayCount } from '../../amount.ts';
import type { Line, PlanView } from '../../view.ts';
import type { Asked } from '../asked.ts';
import { standingOf } from '../../attainment.ts';
import { sayMaybe, sayPeriod } from '../said.ts';
import { words } from '../words.ts';
import css from './paper.module.css';
import { type QualityOf, useQuality } from './quality.ts';

/** Paper is Vietnamese, whatever the language of the screen. */
const vi = (key: keyof typeof words, params?: Params): string => say(words[key], params, 'vi');
const upper = (text: string): string => text.toLocaleUpperCase('vi');

export function PlanPaper({ asked }: { asked: Asked }) {
  const t = useWords(words);
  const { words: address } = useAddress();
  const { period, figure, unit, on } = asked;
  const view = address.levels === 'all' ? 'all' : 'children';
  const query = useRead<PlanView>('/plans', { params: { period, figure, unit, on, view } });
  const wide = address.print === 'a3';
  return (
    <div className={wide ? css.a3 : css.a4}>
      <style>{`@page { size: ${wide ? 'A3' : 'A4'} landscape; margin: 14mm 12mm; }`}</style>
      <p className="no-print">
        <To href={hrefOf('/plans', { ...address, print: null, levels: null })}>
          <IconArrowLeft size={16} aria-hidden /> {t('paper.back')}
        </To>
      </p>
      <Choices wide={wide} all={view === 'all'} />
      <Loaded of={query} rows={14} page>
        {(plan) => <Paper plan={plan} asked={asked} view={view} wide={wide} />}
      </Loaded>
    </div>
  );
}

function Choices({ wide, all }: { wide: boolean; all: boolean }) {
  const t = useWords(words);
  const { set } = useAddress();
  return (
    <div className={`${css.choices} no-print`}>
      <NativeSelect
        label={t('paper.size')}
        value={wide ? 'a3' : 'a4'}
        onChange={(event) => set({ print: event.currentTarget.value })}
        data={[
          { value: 'a4', label: t('paper.a4') },
          { value: 'a3', label: t('paper.a3') },
        ]}
      />
      <NativeSelect
        label={t('paper.levels')}
        value={all ? 'all' : ''}
        onChange={(event) => set({ levels: event.currentTarget.value || null })}
        data={[
          { value: '', label: t('paper.children') },
          { value: 'all', label: t('paper.all') },
        ]}
      />
    </div>
  );
}

interface PaperProps {
  plan: PlanView;
  asked: Asked;
  wide: boolean;
  view: 'children' | 'all';
}

function Paper({ plan, asked, view, wide }: PaperProps) {
  const { profile } = useSession();
  const { unit, items, figure, period, on, elapsed } = plan;
  const qualityOf = useQuality({ period: period.key, figure, unit: asked.unit, on }, view);
  const label = findFigure(figure)?.label.vi ?? figure;
  const gone = { days: elapsed.days, of: elapsed.of, share: formatShare(elapsed.share) };
  return (
    <PrintSheet
      left={[upper(unit.name || vi('own.together'))]}
      right={[vi('paper.party')]}
      title={vi('paper.title', { figure: upper(label) })}
      subtitle={vi('paper.subtitle', { period: sayPeriod(period.key, vi), day: formatDay(on) })}
      note={vi('paper.check', { size: wide ? 'A3' : 'A4' })}
      watermark={profile === 'C' ? vi('paper.training') : null}
      signatures={[{ title: vi('paper.maker') }, { title: vi('paper.head') }]}
    >
      <Scrolling name={vi('tree.table')}>
        <table className={css.table}>
          <thead>
            <tr>
              {headOf(figure).map((word) => (
                <th key={word} scope="col">
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((line, at) => (
              <PaperRow key={line.unitId} line={line} number={at + 1} quality={qualityOf} figure={figure} />
            ))}
            <PaperRow line={unit} number={null} quality={qualityOf} figure={figure} />
          </tbody>
        </table>
      </Scrolling>
      <p className={css.note}>{vi(figure === 'admission' ? 'paper.note' : 'paper.note_other', gone)}</p>
    </PrintSheet>
  );
}

const headOf = (figure: string): string[] => [
  vi('paper.order'),
  vi('col.unit'),
  vi('col.members'),
  vi('col.target'),
  vi('col.registered'),
  vi('col.aim'),
  vi('col.result'),
  vi('col.share'),
  vi('col.left'),
  vi('col.status'),
  ...(figure === 'admission'
    ? [vi('col.source'), vi('paper.women'), vi('paper.age'), vi('paper.quality')]
    : []),
];

interface PaperRowProps {
  line: Line;
  /** null: the unit itself, the last row */
  number: number | null;
  quality: QualityOf;
  figure: string;
}

function PaperRow({ line, number, quality, figure }: PaperRowProps) {
  const { name, members, assigned, registered, aim, done, attainment, endedOn, depth } = line;
  const { progress, left } = attainment;
  const ended = endedOn ? ` (${vi('row.ended', { day: formatDay(endedOn) })})` : '';
  return (
    <tr data-total={number === null || undefined}>
      <td>{number}</td>
      <td style={{ paddingInlineStart: `${0.5 + Math.max(0, depth - 1)}em` }}>
        {number === null ? vi('paper.total') : `${name}${ended}`}
      </td>
      <td data-number>{formatNumber(members, 'vi')}</td>
      <td data-number>{sayMaybe(assigned)}</td>
      <td data-number>{sayMaybe(registered)}</td>
      <td data-number>{sayMaybe(aim)}</td>
      <td data-number>{sayCount(done)}</td>
      <td data-number>{progress === null ? '–' : formatShare(progress)}</td>
      <td data-number>{left !== null && left > 0 ? formatNumber(left, 'vi') : '–'}</td>
      <td>{vi(`status.${standingOf(attainment)}`)}</td>
      {figure === 'admission' && <QualityCells line={line} quality={quality(line.unitId)} />}
    </tr>
  );
}

function QualityCells({ line: { pool }, quality }: { line: Line; quality: ReturnType<QualityOf> }) {
  const some = quality && quality.count > 0 ? quality : null;
  return (
    <>
      <td data-number>{pool ? formatNumber(pool.open, 'vi') : '–'}</td>
      <td data-number>{some ? formatNumber(some.women, 'vi') : '–'}</td>
      <td data-number>{some?.meanAge == null ? '–' : formatTenths(some.meanAge)}</td>
      <td data-number>{some ? formatNumber(some.notRecognised + some.removed, 'vi') : '–'}</td>
    </>
  );
}
