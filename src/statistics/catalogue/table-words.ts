// What is said around a table: the conditions it is asked with, marks of places, the lines over time, and notes.
import { type Mark, marks } from '../../areas/area.ts';
import { type Day, formatDay } from '../../platform/day.ts';
import type { Message } from '../../platform/messages.ts';
import { findPart } from '../part.ts';
import { rangeNote } from '../within.ts';
import type { Condition, Span } from './held/ask.ts';
import { type Columns, standing } from '../../columns/columns.ts';
import { getDimension } from './dimension.ts';
import type { Entry } from './entry.ts';
import { labelOf, notKnown } from './labels.ts';

export function sayCondition({ by, value }: Condition): { by: Message; label: Message } {
  if (by === 'area') return { by: areaWord, label: markLabel(value) };
  if (by === 'part') return { by: partWord, label: findPart(value)?.label ?? partWord };
  return { by: getDimension(by).label, label: value ? labelOf(by, value) : notKnown };
}

const areaWord: Message = { vi: 'Địa bàn', en: 'Kind of place' };
const noMark: Message = { vi: 'Không thuộc diện nào', en: 'None of these' };
export function markLabel(mark: string): Message {
  const { vi, en } = mark in marks ? marks[mark as Mark] : noMark;
  return {
    vi: `${vi.slice(0, 1).toLocaleUpperCase('vi')}${vi.slice(1)}`,
    en: `${en.slice(0, 1).toUpperCase()}${en.slice(1)}`,
  };
}
const partWord: Message = { vi: 'Thành phần', en: 'Part' };

/** The line of the last day. */
export const endOf = (day: Day): Message => ({
  vi: `Đến hết ngày ${formatDay(day)}`,
  en: `By the end of ${formatDay(day)}`,
});
export const notYet = ({ vi, en }: Message): Message => ({
  vi: `${vi}: đơn vị không có vào ngày ấy`,
  en: `${en}: the unit was not there`,
});
export const trendNote = ({ years }: Entry): Message =>
  years === undefined
    ? {
        vi: 'Mỗi dòng là số vào cuối tháng, cuối năm ấy, trong cây tổ chức của ngày ấy; các dòng không cộng với nhau.',
        en: 'Each row stands at the end of that month or year, in the tree of that day; rows do not sum.',
      }
    : {
        vi: `Mỗi dòng là bình quân một năm của ${years} năm liền đến cuối tháng, cuối năm ấy; các dòng không cộng với nhau.`,
        en: `Each row is the mean of a year in the ${years} years that end there; rows do not sum.`,
      };

const overlap: Message = {
  vi: 'Các thành phần chồng lên nhau (một người có thể thuộc nhiều thành phần) nên không cộng thành tổng số.',
  en: 'Parts overlap (one person may stand in several): they do not sum to the total.',
};
const areasNote: Message = {
  vi: 'Một đơn vị có thể thuộc nhiều diện địa bàn; đơn vị bên dưới thuộc diện của cấp trên.',
  en: 'A unit may carry several marks, and all below it share them.',
};
const nothing: Message = {
  vi: 'Chưa ghi nhận dữ liệu nào cho số liệu này.',
  en: 'Nothing of this figure was recorded yet.',
};
const otherTree = (day: Day): Message => ({
  vi: `Xếp theo cây tổ chức ngày ${formatDay(day)}.`,
  en: `Arranged in the tree of ${formatDay(day)}.`,
});

interface Noted {
  entry: Entry;
  columns: Columns;
  place: { span: Span; tree: { on: Day } };
  stock: boolean;
}

export function notesOf({ entry, columns, place, stock }: Noted, by: string): Message[] {
  const days = !stock && !columns.source.byFirstDay;
  return [
    ...(standing(columns) === 0 ? [nothing] : []),
    ...(by === 'parts' ? [overlap] : []),
    ...(by === 'areas' ? [areasNote] : []),
    ...(entry.note ? [entry.note] : []),
    ...(days ? [rangeNote] : []),
    ...(place.tree.on === place.span.to ? [] : [otherTree(place.tree.on)]),
  ];
}
