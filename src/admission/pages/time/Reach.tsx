// The earliest day on which the road can reach its goal, what it waits for and by which article – or what stops it.
import type { AheadView } from '../../../road/view.ts';
import { longDay } from '../../../wording/due.ts';
import type { Speech } from '../../../road/pages/verdict/read.ts';
import { Articles } from './Articles.tsx';
import { stopSaid, waitSaid } from './said.ts';
import css from './time.module.css';
import { timeWords as words } from './words.ts';

const goals: Record<string, 'reach.admitted' | 'reach.recognised'> = {
  admitted: 'reach.admitted',
  recognised: 'reach.recognised',
};

interface ReachProps {
  ahead: AheadView;
  today: string;
  speech: Speech;
}

export function Reach({ ahead, today, speech }: ReachProps) {
  const { tell } = speech;
  const { goal, reachedOn, steps, stoppedBy } = ahead;
  const key = goals[goal];
  if (stoppedBy) return <Stopped stoppedBy={stoppedBy} speech={speech} />;
  if (!reachedOn || !key) return null;
  const reason = steps.findLast(({ waitsFor }) => waitsFor !== null)?.waitsFor;
  const wait = reason && waitSaid(reason, speech);
  const on = tell(longDay(reachedOn));
  const day = reachedOn === today ? tell(words['reach.today'], { day: on }) : on;
  return (
    <div className={css.reach}>
      <p className={css.reachDay}>{tell(words[key], { day })}</p>
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
