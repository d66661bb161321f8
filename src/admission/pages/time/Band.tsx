// The drawn time line: one row each for the rules in force, what was recorded, every clock that runs, and the way ahead.
// Each row says in words what its drawing shows.
import { earliest, formatDay } from '../../../platform/day.ts';
import type { DossierView } from '../../../road/view.ts';
import { lowerFirst, type Speech } from '../../../road/pages/verdict/read.ts';
import type { Open } from '../road/opening.ts';
import { AheadRow } from './AheadRow.tsx';
import { ClockRow } from './ClockRow.tsx';
import { Figure, figures, Hatchings } from './Drawing.tsx';
import { Key } from './Key.tsx';
import { Row } from './Row.tsx';
import type { TimeParts } from './parts.ts';
import { ticksOf } from './scale.ts';
import css from './time.module.css';
import { timeWords as words } from './words.ts';

interface BandProps {
  dossier: DossierView;
  parts: TimeParts;
  speech: Speech;
  open: Open;
}

export function Band({ dossier, parts, speech, open }: BandProps) {
  const { running, ahead } = parts;
  const common = { parts, speech };
  return (
    <div className={css.band}>
      <Hatchings />
      <Axis {...common} />
      <ul className={css.rows} aria-label={speech.tell(words['time.title'])}>
        <LawRow {...common} />
        <ActsRow {...common} />
        {running.map((clock) => (
          <ClockRow
            key={`${clock.id}${clock.startsOn}${clock.place}`}
            {...{ ...common, clock, dossier, open }}
          />
        ))}
        {ahead.map((group, index) => (
          <AheadRow
            key={group.on}
            {...{ ...common, group }}
            first={index === 0}
            goal={index === ahead.length - 1 && dossier.ahead?.reachedOn === group.on}
          />
        ))}
      </ul>
      <Key {...common} />
    </div>
  );
}

interface Common {
  parts: TimeParts;
  speech: Speech;
}

/** Beyond this share of the width a word no longer fits to the right of its place. */
const lastLabel = 86;

function Axis({ parts: { scale, now, open }, speech: { tell } }: Common) {
  const at = (day: string) => ({ insetInlineStart: `${scale.at(day)}%` });
  const here = scale.at(now);
  return (
    <div className={css.row} aria-hidden>
      <div className={css.said} />
      <div className={css.axis}>
        {ticksOf(scale).map(({ on, label }) => (
          <span key={on} className={css.tick} style={at(on)}>
            {scale.at(on) < lastLabel && label}
          </span>
        ))}
        {open && (
          <span
            className={css.todayWord}
            style={at(now)}
            data-edge={here > lastLabel ? 'end' : here < 100 - lastLabel ? 'start' : undefined}
          >
            {tell(words['row.today'])}
          </span>
        )}
      </div>
    </div>
  );
}

/** Below this share of the width the number of a document has no room. */
const roomForName = 16;

function LawRow({ parts, speech: { tell } }: Common) {
  const { laws, scale } = parts;
  const spans = laws.map((one, index) => ({
    id: one.id,
    start: scale.at(one.in_force_from),
    end: scale.at(laws[index + 1]?.in_force_from ?? scale.until),
  }));
  const drawn = spans.map(({ id, start, end }) => (
    <g key={id}>
      <rect x={`${start}%`} width={`${end - start}%`} y="0.625em" height="1.25em" className={css.law} />
      {end - start > roomForName && (
        <text x={`${(start + end) / 2}%`} y="1.9em" className={css.lawName}>
          {id}
        </text>
      )}
    </g>
  ));
  const lines =
    laws.length === 1
      ? laws.map(({ id }) => tell(words['row.law_only'], { document: id }))
      : laws.map(({ id, in_force_from }) =>
          tell(words['row.law_from'], { document: id, day: formatDay(in_force_from) }),
        );
  return (
    <Row parts={parts} under={drawn}>
      <p className={css.name}>{tell(words['row.law'])}</p>
      <p className={css.quiet}>
        {lines.map((line, index) => (
          <span key={line}>
            {index > 0 && '; '}
            <span className={css.whole}>{line}</span>
          </span>
        ))}
      </p>
    </Row>
  );
}

function ActsRow({ parts, speech: { tell } }: Common) {
  const { acts, scale } = parts;
  const drawn = acts
    .filter(({ happenedOn }) => scale.holds(earliest(happenedOn)))
    .map(({ entry, happenedOn, passed }) => (
      <Figure
        key={entry}
        at={scale.at(earliest(happenedOn))}
        d={figures.dot}
        className={passed === false ? css.failed : css.act}
      />
    ));
  const last = acts.at(-1);
  const before = acts.length - drawn.length;
  return (
    <Row parts={parts} over={drawn}>
      <p className={css.name}>{tell(words['row.acts'], { count: acts.length })}</p>
      {last && (
        <p className={css.quiet}>
          {tell(words['row.acts_last'], {
            step: lowerFirst(tell(last.label)),
            day: formatDay(last.happenedOn),
          })}
        </p>
      )}
      {before > 0 && (
        <p className={css.quiet}>
          {tell(words['row.acts_before'], { count: before, day: formatDay(scale.from) })}
        </p>
      )}
    </Row>
  );
}
