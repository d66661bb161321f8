// A judged case in lines: `<id>: <outcome>` first, easy to find again, then indented why, by which article, and which
// days follow.
import { verdictWords } from '../road/pages/verdict/words.ts';
import { formatDay, formatDayLong } from '../platform/day.ts';
import type { Message } from '../platform/messages.ts';
import { sayDifference } from '../lawbook/examples/differ.ts';
import type { Answer, AnsweredClock, AnsweredReason } from '../lawbook/examples/judge.ts';
import type { Judged } from './judge.ts';
import { citedAs } from './law.ts';

const invalid: Message = { vi: 'Dữ kiện không thể có', en: 'Impossible input' };

/** A vote that failed is recorded: the verdict allows it, and says that it did not carry. */
export function wordsOfOutcome({ outcome, passed }: Answer): Message {
  if (outcome === 'invalid') return invalid;
  if (outcome !== 'refused' && passed === false) return verdictWords['outcome.not_passed'];
  return verdictWords[`outcome.${outcome}`];
}

export function linesOf({ answer, differs }: Judged): string[] {
  const late = answer.clocks.filter(({ verdict }) => verdict !== null);
  const clocks = late.map(({ id, verdict }) => ` · ${id}: ${verdict}`).join('');
  return [
    `${answer.id}: ${answer.outcome}${clocks} – ${wordsOfOutcome(answer).vi}`,
    ...[
      ...(answer.title ? [answer.title] : []),
      `${answer.label.vi}, ${formatDayLong(answer.on)}, theo ${ruleSetWords(answer)}`,
      ...answer.faults.map(({ code, text }) => `! ${text.vi} [${code}]`),
      ...reasonLines(answer),
      ...answer.clocks.flatMap(clockLines),
      ...effectLines(answer),
      ...(answer.otherwise ? [`Theo quy định của ngày lập hồ sơ thì: ${answer.otherwise}`] : []),
      ...expectedLines(differs),
    ].map((line) => `  ${line}`),
  ];
}

const ruleSetWords = ({ ruleSet, guidance }: Answer): string =>
  [ruleSet === 'unknown' ? 'quy định chưa biết' : `Quy định ${ruleSet}-QĐ/TW`, ...guidance].join('; ');

/** What stands in the way first, each with its article; what is met in one line. */
function reasonLines({ reasons }: Answer): string[] {
  const held = reasons.filter(({ outcome }) => outcome !== 'allowed');
  const open = reasons.filter(({ outcome, missing }) => outcome === 'allowed' && missing.length > 0);
  const met = reasons.filter(({ outcome, missing }) => outcome === 'allowed' && missing.length === 0);
  return [
    ...held.map((reason) => `- ${reason.outcome}: ${reason.text.vi}${basis(reason)}`),
    ...open.map((reason) => `? ${reason.text.vi} (${reason.missing.join(', ')})${basis(reason)}`),
    ...met.map((reason) => `+ ${reason.text.vi}${basis(reason)}`),
  ];
}

const basis = ({ citations }: Pick<AnsweredReason, 'citations'>): string =>
  citations.length > 0 ? ` [${citedAs(citations)}]` : '';

const units: Record<AnsweredClock['unit'], string> = {
  working_days: 'ngày làm việc',
  days: 'ngày',
  months: 'tháng',
};

function clockLines(clock: AnsweredClock): string[] {
  const { id, label, role, startsOn, dueOn, extendsTo, limit, unit, otherwise } = clock;
  const span = limit === null ? 'chưa biết bao lâu' : `${limit} ${units[unit]}`;
  const end = dueOn === null ? 'chưa biết hạn cuối' : `đến hết ${formatDayLong(dueOn)}`;
  const more = extendsTo === null ? '' : `; nếu gia hạn: đến hết ${formatDayLong(extendsTo)}`;
  const other = otherwise?.dueOn ? `; theo cách hiểu khác: ${formatDay(otherwise.dueOn)}` : '';
  return [
    `${role === 'starts' ? 'hạn' : 'kết thúc hạn'} ${id} (${label.vi}): ${span} từ ${formatDay(startsOn)}, ${end}${more}${other}${doneWords(clock)}${calendarWords(clock)}${basis(clock)}`,
  ];
}

const doneWords = ({ by, verdict }: AnsweredClock): string => {
  if (by === null || verdict === null) return '';
  return `; làm ngày ${formatDay(by)}: ${verdict === 'late' ? 'trễ (late)' : 'đúng hạn (in_time)'}`;
};

const calendarWords = ({ calendar }: AnsweredClock): string =>
  calendar === 'projection' ? '; lịch nghỉ dự kiến' : '';

const memberships: Record<string, string> = {
  probationary: 'đảng viên dự bị',
  official: 'đảng viên chính thức',
  former: 'không còn là đảng viên',
};

function effectLines({ effect, value }: Answer): string[] {
  const on = effect?.on ? ` từ ${formatDay(String(effect.on))}` : '';
  const since = effect?.seniorityFrom ? `; tuổi đảng từ ${formatDay(String(effect.seniorityFrom))}` : '';
  return [
    ...(effect ? [`sau việc này: ${memberships[effect.status] ?? effect.status}${on}${since}`] : []),
    ...(value ? [`${value.id} = ${JSON.stringify(value.value)}${basis(value)}`] : []),
  ];
}

function expectedLines(differs: Judged['differs']): string[] {
  if (differs === null) return [];
  return differs.length === 0
    ? ['= đúng như mong đợi']
    : differs.map((one) => `≠ ${sayDifference(one, 'vi')}`);
}
