// Steps of the way ahead that become possible on the same day: the first of them is next, the last day by law beside
// each, and what they wait for.
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import { longDay } from '../../../wording/due.ts';
import type { Speech } from '../../../road/pages/verdict/read.ts';
import { Figure, figures } from './Drawing.tsx';
import { Articles } from './Articles.tsx';
import type { AheadGroup, TimeParts } from './parts.ts';
import { stepLines, waitSaid } from './said.ts';
import { Row } from './Row.tsx';
import css from './time.module.css';
import { timeWords as words } from './words.ts';

interface AheadRowProps {
  group: AheadGroup;
  parts: TimeParts;
  speech: Speech;
  /** the next thing to do is among them */
  first: boolean;
  /** the goal is reached with them */
  goal: boolean;
}

export function AheadRow({ group, parts, speech, first, goal }: AheadRowProps) {
  const { tell } = speech;
  const wait = group.waitsFor && waitSaid(group.waitsFor, speech);
  const now = group.on === parts.now;
  return (
    <Row parts={parts} over={<Marks group={group} parts={parts} goal={goal} />}>
      <p className={css.name}>
        {tell(words[now ? 'row.ahead_today' : 'row.ahead'], { day: tell(longDay(group.on)) })}
      </p>
      <ol className={css.steps}>
        {stepLines(group, parts.now, speech).map((line, index) => (
          <li key={line}>
            {line}
            {first && index === 0 && (
              <>
                {' '}
                <StatusMark tone="wait">{tell(words['row.next'])}</StatusMark>
              </>
            )}
          </li>
        ))}
      </ol>
      {wait && <p className={css.quiet}>{wait.text}</p>}
      {wait && <Articles articles={wait.articles} />}
    </Row>
  );
}

function Marks({ group, parts: { scale }, goal }: Pick<AheadRowProps, 'group' | 'parts' | 'goal'>) {
  const days = group.steps
    .map(({ latestOn }) => latestOn)
    .filter((day) => day !== null && day >= group.on) as string[];
  return (
    <>
      {[...new Set(days)].map((day) => (
        <g key={day}>
          <line
            x1={`${scale.at(group.on)}%`}
            x2={`${scale.at(day)}%`}
            y1="1.25em"
            y2="1.25em"
            className={css.reachLine}
          />
          <Figure at={scale.at(day)} d={figures.latest} className={css.end} />
        </g>
      ))}
      <Figure
        at={scale.at(group.on)}
        d={goal ? figures.goal : figures.diamond}
        className={goal ? css.goal : css.ahead}
      />
    </>
  );
}
