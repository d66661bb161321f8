// The words beside a progress bar.
import { expect, test } from 'vitest';
import { paceOf } from './ProgressBar.tsx';

test.each([
  [8, 13, 6.8, { key: 'ui.pace_ahead', by: 1.2 }],
  [3, 13, 6.8, { key: 'ui.pace_behind', by: 3.8 }],
  [6.8, 13, 6.8, { key: 'ui.pace_even', by: 0 }],
  [13, 13, 12, { key: 'ui.target_reached', by: 0 }],
  [0, 0, undefined, null],
  [2, 13, undefined, null],
])('%s of %s at pace %s', (value, target, pace, words) => {
  expect(paceOf(value, target, pace)).toEqual(words);
});
