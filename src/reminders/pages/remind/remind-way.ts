// “Đôn đốc…” on a line of the work list: offered where the server says that this office may remind.
import { lazy } from 'react';
import type { LineWay } from '../../../worklist/pages/list/line-ways.ts';
import { words } from '../words.ts';

export const remindWay: LineWay = {
  offered: ({ can }) => can.includes('remind'),
  label: words['remind.label'],
  named: words['remind.named'],
  Dialog: lazy(async () => ({ default: (await import('./RemindDialog.tsx')).RemindDialog })),
};
