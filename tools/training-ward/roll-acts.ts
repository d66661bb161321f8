// What the workbooks of an office do not tell: a few members away for a time, exempt for a time, or on their way to
// another place – with days that make the work list of a first morning worth reading.
import { addDays, addMonths, type Day } from '../../src/platform/day.ts';
import type { ActInputBody } from '../../src/members/input.ts';

type Told = ActInputBody extends infer Body ? (Body extends unknown ? Omit<Body, 'clientId'> : never) : never;

/** Each about another member. */
export const rollActs = (today: Day): Told[] => [
  {
    act: 'begin_temporary',
    happenedOn: addMonths(today, -5),
    place: 'Đảng bộ Khu công nghiệp Quế Võ',
    until: addDays(today, 2),
  },
  {
    act: 'begin_temporary',
    happenedOn: addMonths(today, -4),
    place: 'Chi bộ Trường Chính trị tỉnh',
    until: addDays(today, 24),
  },
  {
    act: 'begin_temporary',
    happenedOn: addMonths(today, -11),
    place: 'Chi bộ thôn Đại Tân, xã Lim',
  },
  {
    act: 'exempt',
    happenedOn: addMonths(today, -6),
    ground: 'treatment',
    until: addDays(today, -4),
  },
  {
    act: 'exempt',
    happenedOn: addMonths(today, -3),
    ground: 'maternity',
    until: addMonths(today, 3),
  },
  {
    act: 'move_out',
    happenedOn: today,
    place: 'Đảng bộ phường Vũ Ninh',
    decision: { number: '27-GT/ĐU', on: addDays(today, -38), by: 'Đảng ủy phường Kinh Bắc' },
  },
];
