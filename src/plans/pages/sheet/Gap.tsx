// A difference in words, both ways: thừa, thiếu, khớp – or why it cannot be said.
import { useWords } from '../../../ui/i18n.tsx';
import { formatNumber } from '../../../ui/numbers.ts';
import type { Tone } from '../../../ui/show/Shape.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import { markSign } from '../../amount.ts';
import type { DifferenceView } from '../../view.ts';
import { words } from '../words.ts';
import css from './sheet.module.css';

const tones: Record<DifferenceView['state'], Tone> = {
  even: 'done',
  over: 'wait',
  under: 'wait',
  both: 'wait',
  open: 'unsure',
  none: 'ended',
};

export function Gap({ of }: { of: DifferenceView }) {
  const t = useWords(words);
  const { state, mark, unknown } = of;
  const over = `${markSign[mark]}${formatNumber(of.over)}`;
  const under = `${markSign[mark]}${formatNumber(of.under)}`;
  const count = state === 'over' ? over : under;
  return (
    <>
      <StatusMark tone={tones[state]}>{t(`difference.${state}`, { count, over, under })}</StatusMark>
      {unknown > 0 && <span className={css.second}>{t('difference.unknown', { count: unknown })}</span>}
    </>
  );
}
