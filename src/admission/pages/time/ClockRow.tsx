// A clock that runs: from its start to its due day, as far as it may be prolonged, and by how much it is late.
import { Button } from '@mantine/core';
import type { ClockView, DossierView } from '../../../road/view.ts';
import type { Open } from '../road/opening.ts';
import type { Speech } from '../../../road/pages/verdict/read.ts';
import { Bar, Figure, figures } from './Drawing.tsx';
import { Articles } from './Articles.tsx';
import type { TimeParts } from './parts.ts';
import { clockSaid } from './said.ts';
import { Row } from './Row.tsx';
import css from './time.module.css';
import { timeWords as words } from './words.ts';

interface ClockRowProps {
  clock: ClockView;
  dossier: DossierView;
  parts: TimeParts;
  speech: Speech;
  open: Open;
}

export function ClockRow({ clock, dossier, parts, speech, open }: ClockRowProps) {
  const { name, due, late, from, more, articles } = clockSaid(clock, dossier.today, speech);
  return (
    <Row parts={parts} under={<ClockBar clock={clock} parts={parts} late={late} />}>
      <p className={css.name}>{name}</p>
      <p className={late ? css.lateWords : css.due}>{due}</p>
      <p className={css.quiet}>{from}</p>
      {more.map((line) => (
        <p key={line} className={css.quiet}>
          {line}
        </p>
      ))}
      <Articles articles={articles} />
      <Extend {...{ clock, dossier, name, speech, open }} />
    </Row>
  );
}

function ClockBar({ clock, parts, late }: { clock: ClockView; parts: TimeParts; late: boolean }) {
  const { startsOn, dueOn, extendsTo, duty } = clock;
  const { scale, now } = parts;
  if (!dueOn) return <Bar scale={scale} from={startsOn} to={now} kind="term" />;
  return (
    <>
      <Bar scale={scale} from={startsOn} to={dueOn} kind={duty ? 'duty' : 'term'} />
      {extendsTo && <Bar scale={scale} from={dueOn} to={extendsTo} kind="extension" />}
      {late && <Bar scale={scale} from={dueOn} to={now} kind="late" />}
      {scale.holds(dueOn) && (
        <Figure at={scale.at(dueOn)} d={figures.latest} className={late ? css.lateEnd : css.end} />
      )}
    </>
  );
}

interface ExtendProps {
  clock: ClockView;
  dossier: DossierView;
  name: string;
  speech: Speech;
  open: Open;
}

/** The step that prolongs it, where this reader may record it now. */
export function Extend({ clock: { extendsWith, extended }, dossier, name, speech, open }: ExtendProps) {
  const { tell } = speech;
  const step = dossier.next.find((one) => one.step === extendsWith && (one.mine || one.onBehalf));
  if (!step || extended || step.verdict.outcome === 'refused') return null;
  return (
    <Button
      variant="default"
      className={`${css.extend} no-print`}
      aria-label={tell(words['clock.extend_named'], { what: name })}
      onClick={() => open(step.step)}
    >
      {tell(words['clock.extend'])}
    </Button>
  );
}
