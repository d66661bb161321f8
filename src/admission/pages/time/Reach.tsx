// The earliest day on which the road can reach its goal, what it waits for and by which article – or what stops it.
import type { AheadView } from '../../../road/view.ts';
import { longDay } from '../../../wording/due.ts';
import type { Speech } from '../../../road/pages/verdict/read.ts';
import { Articles } from './Articles.tsx';
import { stopSaid, waitSaid } from './said.ts';
import css from './time.module.css';
import { timeWords as words } from './words.ts';

/** A day is told only where an article sets it; else it depends on the people alone. */
const goals = {
  admitted: { day: 'reach.admitted', free: 'reach.free_admitted' },
  recognised: { day: 'reach.recognised', free: 'reach.free_recognised' },
} as const;
const isGoal = (goal: string): goal is keyof typeof goals => goal in goals;

interface ReachProps {
  ahead: AheadView;
  today: string;
  speech: Speech;
}

export function Reach({ ahead, today, speech }: ReachProps) {
  const { tell } = speech;
  const { goal, reachedOn, steps, stoppedBy } = ahead;
  if (stoppedBy) return <Stopped stoppedBy={stoppedBy} speech={speech} />;
  if (!reachedOn || !isGoal(goal)) return null;
  const reason = steps.findLast(({ waitsFor }) => waitsFor !== null)?.waitsFor;
  const wait = reason && waitSaid(reason, speech);
  const free = reachedOn === today;
  const head = words[goals[goal][free ? 'free' : 'day']];
  return (
    <div className={css.reach}>
      <p className={css.reachDay}>{tell(head, { day: tell(longDay(reachedOn)) })}</p>
      <p className={css.quiet}>{tell(words['reach.if'])}</p>
      <p>{wait ? wait.text : tell(words['reach.free'], { count: steps.length })}</p>
      {wait && <Articles articles={wait.articles} />}
    </div>
  );
}

function Stopped({ stoppedBy, speech }: { stoppedBy: NonNullable<AheadView['stoppedBy']>; speech: Speech }) {
  const { tell } = speech;
  const { text, articles } = stopSaid(stoppedBy, speech);
  return (
    <div className={css.reach}>
      <p className={css.reachDay}>{tell(words['reach.stopped'], { step: tell(stoppedBy.label) })}</p>
      {text && <p>{text}</p>}
      <Articles articles={articles} />
    </div>
  );
}
