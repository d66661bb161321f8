// The words of one reminder by e-mail: kind of work, unit and day. No name of a person leaves the application.
import { formatDayLong } from '../platform/day.ts';
import { say } from '../platform/messages.ts';
import { findDue, labelOf } from '../worklist/in-force.ts';
import { messages } from './messages.ts';
import type { NoticeKind } from './tables.ts';

export interface MailLine {
  kind: NoticeKind;
  clock: string;
  step: string;
  dueOn: string | null;
  lead: number | null;
  unitName: string;
}

/** `address`: where Nguồn is opened, when the installation says so. */
export function composeMail(line: MailLine, address: string | null): { subject: string; text: string } {
  const work = labelOf(line.step, line.clock).vi;
  const day = line.dueOn ? formatDayLong(line.dueOn) : '';
  const params = { work, unit: line.unitName, day };
  const consequence = findDue(line.step, line.clock)?.consequence?.vi ?? null;
  return {
    subject: say(messages[`reminders.subject.${line.kind}`], params, 'vi'),
    text: [
      say(messages[`reminders.text.${line.kind}`], params, 'vi'),
      ...(consequence ? [consequence] : []),
      '',
      say(messages['reminders.open'], { address: address ?? '' }, 'vi').trim(),
      '',
      messages['reminders.foot'].vi,
    ].join('\n'),
  };
}
