// The drawn part of a row: today and new rules as lines through all rows, and in between dots, bars and diamonds. Form
// alone tells them apart; the words beside them say the same.
import type { ReactNode } from 'react';
import type { Day } from '../../../platform/day.ts';
import type { TimeParts } from './parts.ts';
import type { Scale } from './scale.ts';
import css from './time.module.css';

/** Ids of the two hatchings, defined once on the page. */
export const hatching = { extension: 'time-hatch-extension', late: 'time-hatch-late' } as const;

export function Hatchings() {
  return (
    <svg width="0" height="0" className={css.patterns} aria-hidden focusable="false">
      <defs>
        <pattern
          id={hatching.extension}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0V6" className={css.hatchLine} />
        </pattern>
        <pattern id={hatching.late} width="5" height="5" patternUnits="userSpaceOnUse">
          <path d="M0 0L5 5M5 0L0 5" className={css.hatchLate} />
        </pattern>
      </defs>
    </svg>
  );
}

interface DrawingProps {
  parts: TimeParts;
  under: ReactNode;
  over: ReactNode;
}

export function Drawing({ parts, under, over }: DrawingProps) {
  const { scale, laws, now, open } = parts;
  const changes = laws.map(({ in_force_from }) => in_force_from).filter(scale.holds);
  return (
    <svg className={css.drawing} width="100%" height="100%" aria-hidden focusable="false">
      {changes.map((day) => (
        <Line key={day} x={scale.at(day)} className={css.lawLine} />
      ))}
      {under}
      {open && <Line x={scale.at(now)} className={css.todayLine} />}
      {over}
    </svg>
  );
}

const Line = ({ x, className }: { x: number; className: string | undefined }) => (
  <line x1={`${x}%`} x2={`${x}%`} y1="0" y2="100%" className={className} />
);

interface BarProps {
  scale: Scale;
  from: Day;
  to: Day;
  kind: 'duty' | 'term' | 'extension' | 'late';
}

export function Bar({ scale, from, to, kind }: BarProps) {
  const [start, end] = [scale.at(from), scale.at(to)];
  if (end <= start) return null;
  const fill = kind === 'extension' || kind === 'late' ? `url(#${hatching[kind]})` : undefined;
  return (
    <>
      <rect
        x={`${start}%`}
        width={`${end - start}%`}
        y={kind === 'term' ? '1.0625em' : '0.8125em'}
        height={kind === 'term' ? '0.375em' : '0.875em'}
        className={css[kind]}
        {...(fill ? { fill } : {})}
      />
      {to > scale.until && <Figure at={100} d="M-9 -5L0 0L-9 5Z" className={css.act} />}
      {from < scale.from && <Figure at={0} d="M9 -5L0 0L9 5Z" className={css.act} />}
    </>
  );
}

interface FigureProps {
  at: number;
  d: string;
  className: string | undefined;
}

/** A small figure whose middle stands at this place. */
export function Figure({ at, d, className }: FigureProps) {
  return (
    <svg x={`${at}%`} y="1.25em" overflow="visible">
      <path d={d} className={className} />
    </svg>
  );
}

export const figures = {
  diamond: 'M-6 0L0 -6L6 0L0 6Z',
  goal: 'M-8 0L0 -8L8 0L0 8Z',
  latest: 'M-5 -7H0V7H-5',
  dot: 'M-5 0A5 5 0 1 1 5 0A5 5 0 1 1 -5 0Z',
} as const;
