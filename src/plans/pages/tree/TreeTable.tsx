// The units below as a table that opens row by row; on a phone the same rows as cards inside one another.
import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { hrefOf, To } from '../../../ui/address.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import { useNarrow } from '../../../ui/narrow.ts';
import { useRead } from '../../../ui/query.tsx';
import { Empty } from '../../../ui/show/Empty.tsx';
import { Failure } from '../../../ui/show/Failure.tsx';
import { Waiting } from '../../../ui/show/Waiting.tsx';
import type { Line, PlanView } from '../../view.ts';
import { type Asked, carried } from '../asked.ts';
import { words } from '../words.ts';
import { type Fact, factsOf, secondOf } from './facts.tsx';
import { matches, needing } from './need.ts';
import { type QualityOf, useQuality } from './quality.ts';
import pair from '../../../ui/show/pair.module.css';
import css from './tree.module.css';

/** What every row needs of the page. */
interface Frame {
  asked: Asked & { period: string; figure: string };
  facts: Fact[];
  cards: boolean;
}

/** Seven columns, one of them a bar. */
const lettersForTree = 54;

interface TreeTableProps {
  lines: readonly Line[];
  qualityOf: QualityOf;
  asked: Asked & { period: string; figure: string };
}

export function TreeTable({ lines, qualityOf, asked }: TreeTableProps) {
  const t = useWords(words);
  const { place, narrow } = useNarrow<HTMLDivElement>(lettersForTree);
  const facts = factsOf(
    t,
    asked.figure,
    lines.every(({ attainment }) => attainment.daysLeft === 0),
  );
  const frame = { asked, facts, cards: narrow };
  const branch = <Branch frame={frame} lines={lines} qualityOf={qualityOf} depth={0} />;
  return (
    <div ref={place}>
      {narrow ? (
        <ul className={css.cards} aria-label={t('tree.table')}>
          {branch}
        </ul>
      ) : (
        <table className={css.table} aria-label={t('tree.table')}>
          <thead>
            <tr>
              <th scope="col">{t('col.unit')}</th>
              {facts.map(({ id, label }) => (
                <th key={id} scope="col" data-fact={id}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{branch}</tbody>
        </table>
      )}
    </div>
  );
}

interface BranchProps {
  frame: Frame;
  lines: readonly Line[];
  qualityOf: QualityOf;
  depth: number;
}

function Branch({ frame, lines, qualityOf, depth }: BranchProps) {
  const t = useWords(words);
  const { filter, byNeed } = frame.asked;
  const shown = lines.filter((line) => matches(line, filter, qualityOf(line.unitId)));
  const opens = lines.some(({ children }) => children > 0);
  const ordered = byNeed ? needing(shown, qualityOf).map(({ line }) => line) : shown;
  if (ordered.length === 0)
    return (
      <Instead frame={frame}>
        <Empty title={t('tree.none')} text={depth === 0 ? t('tree.none_way') : undefined} />
      </Instead>
    );
  return ordered.map((line) => <Row key={line.unitId} {...{ frame, line, qualityOf, depth, opens }} />);
}

interface RowProps {
  /** some row of this branch opens: the names stand in line */
  opens: boolean;
  frame: Frame;
  line: Line;
  qualityOf: QualityOf;
  depth: number;
}

function Row(props: RowProps) {
  const [open, setOpen] = useState(false);
  const flip = () => setOpen(!open);
  return props.frame.cards ? (
    <CardRow {...props} open={open} flip={flip} />
  ) : (
    <TableRow {...props} open={open} flip={flip} />
  );
}

type OpenRow = RowProps & { open: boolean; flip: () => void };

function TableRow(props: OpenRow) {
  const { frame, line, qualityOf, depth, open } = props;
  const row = rowOf(props);
  return (
    <>
      <tr data-depth={depth} data-ended={line.endedOn !== null || undefined}>
        <th scope="row" style={{ paddingInlineStart: `${depth * 1.25}rem` }}>
          <Name {...props} />
        </th>
        {frame.facts.map(({ id, show }) => (
          <td key={id} data-fact={id}>
            {show({ ...row, quality: qualityOf(line.unitId) })}
          </td>
        ))}
      </tr>
      {open && <Below frame={frame} line={line} depth={depth + 1} />}
    </>
  );
}

function CardRow(props: OpenRow) {
  const { frame, line, qualityOf, depth, open } = props;
  const row = { ...rowOf(props), quality: qualityOf(line.unitId) };
  return (
    <li className={css.card}>
      <Name {...props} />
      <dl className={css.facts}>
        {frame.facts.map(({ id, label, show }) => (
          <div key={id} className={`${pair.pair} ${css.fact}`} data-fact={id}>
            <dt>{label}</dt>
            <dd>{show(row)}</dd>
          </div>
        ))}
      </dl>
      {open && (
        <ul className={css.cards}>
          <Below frame={frame} line={line} depth={depth + 1} />
        </ul>
      )}
    </li>
  );
}

const rowOf = ({ line, frame: { asked } }: RowProps) => ({
  line,
  period: asked.period,
  figure: asked.figure,
  on: asked.on,
});

function Name({ line, frame, open, flip, opens, depth }: OpenRow) {
  const t = useWords(words);
  const { name, children, unitId } = line;
  const Chevron = open ? IconChevronDown : IconChevronRight;
  const past = frame.asked.on;
  return (
    <div className={css.name}>
      {children > 0 ? (
        <UnstyledButton
          className={`${css.opener} no-print`}
          aria-expanded={open}
          aria-label={t(open ? 'row.shut' : 'row.open', { name })}
          onClick={flip}
        >
          <Chevron size={20} aria-hidden />
        </UnstyledButton>
      ) : (
        (opens || depth > 0) && <span className={`${css.opener} no-print`} />
      )}
      <div>
        <To href={hrefOf(`/plans/${unitId}`, { ...carried(frame.asked), on: past })} className={css.link}>
          {name}
        </To>
        <div className={css.second}>{secondOf(line, t)}</div>
      </div>
    </div>
  );
}

/** The next level, asked for when it is opened. */
function Below({ frame, line, depth }: { frame: Frame; line: Line; depth: number }) {
  const { period, figure, on } = frame.asked;
  const question = { period, figure, on, unit: line.unitId };
  const query = useRead<PlanView>('/plans', { params: question });
  const qualityOf = useQuality(question);
  if (query.data)
    return <Branch frame={frame} lines={query.data.items} qualityOf={qualityOf} depth={depth} />;
  return (
    <Instead frame={frame}>
      {query.error ? (
        <Failure error={query.error} retry={() => void query.refetch()} />
      ) : (
        <Waiting rows={2} />
      )}
    </Instead>
  );
}

function Instead({ frame, children }: { frame: Frame; children: React.ReactNode }) {
  if (frame.cards) return <li>{children}</li>;
  return (
    <tr>
      <td colSpan={frame.facts.length + 1}>{children}</td>
    </tr>
  );
}
