// The table of a figure on paper, A4 upright, as it goes into a folder.
import { IconArrowLeft } from '@tabler/icons-react';
import { say } from '../../platform/messages.ts';
import { hrefOf, To, useAddress } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { formatNumber, formatShare, formatTenths } from '../../ui/numbers.ts';
import { PrintSheet } from '../../ui/print/PrintSheet.tsx';
import { useRead } from '../../ui/query.tsx';
import { useSession } from '../../ui/session.tsx';
import type { FigureView, MovementView, Row, TableView } from '../catalogue/view.ts';
import { type Asked, type Say, saySpan } from './asked.ts';
import css from './statistics.module.css';
import { words } from './words.ts';

/** Paper is Vietnamese, whatever the language of the screen. */
const vi: Say = (key, params) => say(words[key], params, 'vi');
const upper = (text: string): string => text.toLocaleUpperCase('vi');

export function FigurePaper({ figure, asked }: { figure: FigureView; asked: Asked }) {
  const t = useWords(words);
  const { words: address, path } = useAddress();
  const { unit, on, period, by, where } = asked;
  const movement = figure.measure === 'identity';
  const params = movement ? { unit, on, period } : { unit, on, period, by, where };
  const query = useRead<TableView | MovementView>(`/statistics/${figure.id}`, { params });
  return (
    <div className={css.paper}>
      <style>{'@page { size: A4; margin: 16mm 14mm; }'}</style>
      <p className="no-print">
        <To href={hrefOf(path, { ...address, print: null })}>
          <IconArrowLeft size={16} aria-hidden /> {t('rec.back')}
        </To>
      </p>
      <Loaded of={query} rows={14} page>
        {(view) => <Sheet view={view} />}
      </Loaded>
    </div>
  );
}

function Sheet({ view }: { view: TableView | MovementView }) {
  const { profile } = useSession();
  const { figure, unit, span, notes } = view;
  return (
    <PrintSheet
      left={[upper(unit?.name ?? vi('stat.several'))]}
      right={[vi('paper.party')]}
      title={upper(figure.label.vi)}
      subtitle={saySpan(span, vi)}
      watermark={profile === 'C' ? vi('paper.training') : null}
      signatures={[{ title: vi('paper.maker') }, { title: vi('paper.head') }]}
    >
      {'bridge' in view ? <MovementTable view={view} /> : <FigureTable view={view} />}
      {notes.map((note) => (
        <p key={note.vi} className={css.small}>
          {note.vi}
        </p>
      ))}
      <p className={css.small}>{figure.definition.vi}</p>
      <p className={css.small}>{`${vi('stat.basis')}: ${figure.basis.vi}`}</p>
    </PrintSheet>
  );
}

const maybe = (value: number | null, told: (value: number) => string): string =>
  value === null ? '' : told(value);
const hundredths = (value: number): string => formatNumber(Math.round(value * 100) / 100);
type Cells = { head: string[]; of: (row: Row) => string[] };
const measured: Record<FigureView['measure'], Cells> = {
  count: {
    head: [vi('stat.count'), vi('stat.share')],
    of: ({ count, share }) => [formatNumber(count), maybe(share, formatShare)],
  },
  ages: {
    head: [vi('stat.people'), vi('stat.known'), vi('stat.mean'), vi('stat.median')],
    of: ({ count, known, mean, median }) => [
      formatNumber(count),
      formatNumber(known),
      maybe(mean, formatTenths),
      maybe(median, formatTenths),
    ],
  },
  ratio: {
    head: [vi('stat.count'), vi('stat.per'), vi('stat.value')],
    of: ({ count, per, value }) => [formatNumber(count), formatNumber(per), maybe(value, hundredths)],
  },
  identity: { head: [], of: () => [] },
};

function FigureTable({ view: { figure, by, rows, unknown, total } }: { view: TableView }) {
  const { head, of } = measured[figure.measure];
  const first = figure.by.find(({ id }) => id === by)?.label.vi ?? '';
  const lines = [...rows, ...(unknown ? [unknown] : []), total];
  return <PaperTable head={[first, ...head]} lines={lines.map((row) => [row.label.vi, ...of(row)])} />;
}

function MovementTable({ view: { bridge, rows } }: { view: MovementView }) {
  const lines = bridge
    ? [
        [vi('stat.start_short'), formatNumber(bridge.start.count)],
        ...bridge.terms.map(({ label, sign, count }) => [
          vi(sign === 1 ? 'stat.up' : 'stat.down', { what: label.vi }),
          formatNumber(count),
        ]),
        [vi('stat.end_short'), formatNumber(bridge.end.count)],
      ]
    : rows.map(({ label, end }) => [label.vi, formatNumber(end)]);
  return <PaperTable head={[vi(bridge ? 'rec.said' : 'stat.unit'), vi('stat.number')]} lines={lines} />;
}

/** The last line is the sum. */
function PaperTable({ head, lines }: { head: string[]; lines: string[][] }) {
  return (
    <table className={css.sheet}>
      <thead>
        <tr>
          {head.map((word) => (
            <th key={word} scope="col">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(([first = '', ...cells], at) => (
          <tr key={`${first} ${at}`} data-whole={at === lines.length - 1 || undefined}>
            <th scope="row">{first}</th>
            {cells.map((cell, place) => (
              <td key={head[place + 1] ?? place}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
