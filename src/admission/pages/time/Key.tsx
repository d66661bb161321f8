// What the figures of the drawing mean – only those that occur in it.
import type { ReactElement, SVGProps } from 'react';
import type { Speech } from '../../../road/pages/verdict/read.ts';
import { figures, hatching } from './Drawing.tsx';
import type { TimeParts } from './parts.ts';
import css from './time.module.css';
import { timeWords as words } from './words.ts';

type Sign = 'act' | 'failed' | 'duty' | 'term' | 'extension' | 'late' | 'ahead' | 'latest' | 'today' | 'law';

/** Which signs the drawing holds. */
function signsOf({ acts, running, ahead, laws, open, scale, now }: TimeParts): Sign[] {
  const held: Record<Sign, boolean> = {
    act: acts.some(({ passed }) => passed !== false),
    failed: acts.some(({ passed }) => passed === false),
    duty: running.some(({ duty }) => duty),
    term: running.some(({ duty }) => !duty),
    extension: running.some(({ extendsTo }) => extendsTo !== null),
    late: running.some(({ duty, dueOn }) => duty && dueOn !== null && dueOn < now),
    ahead: ahead.length > 0,
    latest:
      running.some(({ dueOn }) => dueOn !== null && scale.holds(dueOn)) ||
      ahead.some(({ steps }) => steps.some(isLimited)),
    today: open,
    law: laws.some(({ in_force_from }) => scale.holds(in_force_from)),
  };
  return (Object.keys(held) as Sign[]).filter((sign) => held[sign]);
}

const isLimited = ({ latestOn }: { latestOn: string | null }): boolean => latestOn !== null;

export function Key({ parts, speech: { tell } }: { parts: TimeParts; speech: Speech }) {
  return (
    <ul className={css.key} aria-label={tell(words['key.name'])}>
      {signsOf(parts).map((sign) => (
        <li key={sign}>
          <svg width="28" height="18" viewBox="-14 -9 28 18" aria-hidden focusable="false">
            <SignDrawn sign={sign} />
          </svg>
          {tell(words[`key.${sign}`])}
        </li>
      ))}
    </ul>
  );
}

const bar = { x: -13, width: 26, y: -6, height: 12 };
const line = <path d="M0 -9V9" />;
const drawn: Record<Sign, ReactElement<SVGProps<SVGElement>>> = {
  act: <path d={figures.dot} />,
  failed: <path d={figures.dot} />,
  duty: <rect {...bar} />,
  term: <rect {...bar} y={-3} height={6} />,
  extension: <rect {...bar} fill={`url(#${hatching.extension})`} />,
  late: <rect {...bar} fill={`url(#${hatching.late})`} />,
  ahead: <path d={figures.diamond} />,
  latest: <path d={figures.latest} />,
  today: line,
  law: line,
};
const classes: Partial<Record<Sign, string | undefined>> = {
  latest: css.end,
  today: css.todayLine,
  law: css.lawLine,
};

const SignDrawn = ({ sign }: { sign: Sign }) => <g className={classes[sign] ?? css[sign]}>{drawn[sign]}</g>;
