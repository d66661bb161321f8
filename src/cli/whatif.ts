// `whatif RULE VALUE DAY`: which open cases would change under a draft, from what to what – asked of the running server
// or of the installation itself, as the office that sees the most of it. Nothing is written.
import { formatDay } from '../platform/day.ts';
import type { Message } from '../platform/messages.ts';
import type { ChangeView, NextChangeView, WhatIfView } from '../lawbook/view.ts';
import { asDeciding } from './deciding.ts';
import { expectOk } from './import.ts';
import { readDay } from './law.ts';
import { configOf, openPlace } from './place.ts';
import { Stop, type Words } from './words.ts';

export async function whatIfCommand(words: Words): Promise<number> {
  const [parameter, value, from] = words.rest;
  if (!parameter || value === undefined)
    throw new Stop(
      'Lệnh: whatif TÊN GIÁ_TRỊ NGÀY [--unit SỐ] [--json]',
      'Command: whatif RULE VALUE DAY [--unit ID] [--json]',
    );
  const draft = { parameter, value: readValue(value), fromOn: readDay(from), unitId: readUnit(words.unit) };
  const place = await openPlace(configOf(words.demo));
  try {
    const speak = await asDeciding(place, words.user);
    const answer = expectOk(await speak('POST', '/api/regulations/what-if', { draft })) as WhatIfView;
    console.log(words.json ? JSON.stringify(answer, null, 2) : reportOf(draft, answer));
    return 0;
  } finally {
    await place.close();
  }
}

/** 30, true, null, [1, 2], {"A": 3} as JSON; `có` and `không` for a flag; anything else is a code. */
function readValue(text: string): unknown {
  if (text === 'có' || text === 'không') return text === 'có';
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function readUnit(text: string | null): number | null {
  if (text === null) return null;
  const id = Number(text);
  if (Number.isInteger(id) && id > 0) return id;
  throw new Stop(
    `--unit cần số của một tổ chức đảng, không phải “${text}”.`,
    `--unit takes the number of a unit, not “${text}”.`,
  );
}

interface Draft {
  parameter: string;
  value: unknown;
  fromOn: string;
}

const kinds: Record<WhatIfView['as'], string> = {
  confirm: 'xác nhận được / may be confirmed',
  fill: 'điền được / may be filled in',
  stricter: 'đặt riêng được (chặt hơn) / may be laid as a stricter rule',
  amendment: 'chỉ xem thử như sửa chính quy định / only asked, as if the rule itself were changed',
  calendar: 'lịch / calendar',
};

function reportOf({ parameter, value, fromOn }: Draft, answer: WhatIfView): string {
  const { readings, next, totals } = answer;
  return [
    `${parameter} = ${JSON.stringify(value)} từ / from ${formatDay(fromOn)}: ${kinds[answer.as]}`,
    ...answer.remarks.flatMap(inBoth),
    `Đã xem ${answer.looked} trường hợp. / ${answer.looked} cases were looked at.`,
    '',
    `Giữ thời hạn của ngày bắt đầu tính / limits keep the law of the day they began: ${totals.start}`,
    ...readings.start.map(lineOf),
    ...rest(totals.start, readings.start),
    `Theo thời hạn mới, tính từ cùng ngày / the new law takes over running limits: ${totals.switch}`,
    ...readings.switch.map(lineOf),
    ...rest(totals.switch, readings.switch),
    `Bước kế tiếp xét khác / next steps judged otherwise: ${totals.next}`,
    ...next.map(stepLine),
    ...rest(totals.next, next),
  ].join('\n');
}

const inBoth = ({ vi, en }: Message): string[] => [`  ! ${vi}`, `    ${en}`];
const rest = (total: number, shown: readonly unknown[]): string[] =>
  total > shown.length ? [`  … còn ${total - shown.length} / and ${total - shown.length} more`] : [];

const day = (span: ChangeView['before']): string =>
  span === null ? 'không có / none' : span.dueOn === null ? 'chưa biết / not known' : formatDay(span.dueOn);
const who = ({ title, second, unitName }: ChangeView | NextChangeView): string =>
  `${title}${second ? ` (${second})` : ''}, ${unitName}`;

const lineOf = (one: ChangeView): string =>
  `  ${who(one)}: ${one.label.vi}: ${day(one.before)} → ${day(one.after)}`;
const stepOf = (step: NextChangeView['before']): string => (step ? `${step.label.vi}: ${step.outcome}` : '–');
const stepLine = (one: NextChangeView): string =>
  `  ${who(one)}: ${stepOf(one.before)} → ${stepOf(one.after)}`;
