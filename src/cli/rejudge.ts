// `rejudge`: every recorded act judged again under the law of its day, on what is known now. Answers 0 when each says
// what was recorded with it, 1 when some differ.
import { formatDay } from '../platform/day.ts';
import type { RejudgedView, RejudgeList } from '../lawbook/view.ts';
import { asDeciding } from './deciding.ts';
import { expectOk } from './import.ts';
import { configOf, openPlace } from './place.ts';
import type { Words } from './words.ts';

export async function rejudgeCommand(words: Words): Promise<number> {
  const place = await openPlace(configOf(words.demo));
  try {
    const speak = await asDeciding(place, words.user);
    const found = expectOk(await speak('GET', '/api/regulations/rejudge')) as RejudgeList;
    console.log(words.json ? JSON.stringify(found, null, 2) : reportOf(found));
    return found.total === 0 ? 0 : 1;
  } finally {
    await place.close();
  }
}

function reportOf({ items, total, looked }: RejudgeList): string {
  const more = total - items.length;
  return [
    total === 0
      ? `Đã xét lại ${looked} việc, không việc nào khác kết luận đã ghi.\n${looked} acts judged again; none differs from what was recorded.`
      : `Đã xét lại ${looked} việc, ${total} việc khác kết luận đã ghi.\n${looked} acts judged again; ${total} differ from what was recorded.`,
    ...items.map(lineOf),
    ...(more > 0 ? [`… còn ${more} / and ${more} more`] : []),
  ].join('\n');
}

const lineOf = (one: RejudgedView): string =>
  `  ${formatDay(one.on)} ${one.label.vi} – ${one.title}, ${one.unitName}: ${gist(one.recorded)} → ${gist(one.now)}`;

const gist = ({ outcome, passed, leadsTo }: RejudgedView['now']): string =>
  [outcome, passed === null ? null : passed ? 'đạt/carried' : 'không đạt/lost', leadsTo]
    .filter((part) => part !== null)
    .join(', ');
