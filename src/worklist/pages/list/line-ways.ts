// What rooms above the work list offer on a line, beside recording and closing it: given from outside, so that the list
// knows none of them.
import { type ComponentType, createContext } from 'react';
import type { Message } from '../../../platform/messages.ts';
import type { WorkItem } from '../../view.ts';

export interface LineDialogProps {
  item: WorkItem;
  /** the line in one breath */
  what: string;
  close: () => void;
}

export interface LineWay {
  offered: (item: WorkItem) => boolean;
  label: Message;
  /** tells the button from those of other lines, by {what} */
  named: Message;
  Dialog: ComponentType<LineDialogProps>;
}

export const LineWays = createContext<readonly LineWay[]>([]);
