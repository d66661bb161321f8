// A season of work with candidates, seen from today: surveys, tasks and a review round, two classes, requests for
// verification, a hand-over, a returned file. What is to happen, not how it is recorded.
import { addDays, type Day, formatDay, weekdayOf } from '../../src/platform/day.ts';
import { workingFrom, workingUpTo } from './calendar.ts';
import { chanceOf } from './random.ts';

/** A cell as the book has it: its type says whom it can find. */
export interface SeasonCell {
  id: number;
  type: string | null;
}

const groupsOf: Record<string, readonly string[]> = {
  TDP: ['DVTN', 'QCUT', 'PN', 'CCB', 'CNDN', 'BDXN', 'SVTN', 'KCT'],
  TRUONG: ['GV', 'DVTN'],
  YTE: ['DVTN', 'DC'],
  CA: ['DVTN', 'DQTV'],
};
const wide = (type: string | null): boolean => type === 'TDP';

/** All cells but two have counted whom they could win this year. */
export function surveysOf(cells: readonly SeasonCell[], today: Day, seed: number) {
  const missing = new Set(
    chanceOf(seed, 'surveys')
      .shuffle(cells)
      .slice(0, 2)
      .map(({ id }) => id),
  );
  return cells
    .filter(({ id }) => !missing.has(id))
    .map(({ id, type }) => {
      const chance = chanceOf(seed, `survey ${id}`);
      const known = groupsOf[type ?? ''] ?? ['DVTN'];
      const counts = known.map((code) => [code, wide(type) ? chance.int(3, 24) : chance.int(2, 9)] as const);
      const numbers = counts.map(([, count]) => count);
      const [most, sum] = [Math.max(...numbers), numbers.reduce((a, b) => a + b, 0)];
      return {
        unitId: id,
        year: Number(today.slice(0, 4)),
        happenedOn: workingUpTo(addDays(today, -chance.int(12, 75))),
        groups: Object.fromEntries(counts),
        // One person may belong to two groups.
        people: Math.max(most, sum - Math.floor(sum / 8)),
      };
    });
}

export const priorityGroups = ['DVTN', 'GV', 'CNDN', 'BDXN'];

/** Days of the tasks given and of the round in which mass organisations look through their lists. */
export const asked = (today: Day) => ({
  members: { happenedOn: workingUpTo(addDays(today, -34)), dueOn: addDays(today, 26) },
  late: { happenedOn: workingUpTo(addDays(today, -60)), dueOn: addDays(today, -3) },
  review: {
    year: Number(today.slice(0, 4)),
    happenedOn: workingUpTo(addDays(today, -21)),
    dueOn: workingFrom(addDays(today, 9)),
  },
  document: { number: '86-CV/ĐU', on: workingUpTo(addDays(today, -35)), by: null },
});

/** What one mass organisation says in the round; the last one has not answered. */
export function confirmed(at: number, today: Day, seed: number) {
  const chance = chanceOf(seed, `review ${at}`);
  const before = chance.int(60, 240);
  return {
    happenedOn: workingUpTo(addDays(today, -chance.int(2, 15))),
    before,
    after: before + chance.int(-12, 18),
    promising: chance.int(3, 11),
  };
}

const sundayFrom = (day: Day): Day => (weekdayOf(day) === 0 ? day : sundayFrom(addDays(day, 1)));
const sundays = (first: Day, topics: readonly string[], to: string) =>
  topics.map((topic, week) => {
    const on = addDays(first, week * 7);
    return { on, from: '07:30', to, room: 'Hội trường tầng 2', topic, speaker: null };
  });

const awarenessTopics = [
  'Khái quát lịch sử Đảng Cộng sản Việt Nam',
  'Cương lĩnh xây dựng đất nước trong thời kỳ quá độ lên chủ nghĩa xã hội',
  'Nội dung cơ bản của Điều lệ Đảng',
  'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
  'Phấn đấu trở thành đảng viên Đảng Cộng sản Việt Nam',
];
const memberTopics = [
  'Chủ nghĩa Mác - Lênin và tư tưởng Hồ Chí Minh',
  'Nhiệm vụ, quyền hạn của đảng viên và sinh hoạt chi bộ',
  'Rèn luyện trong thời gian dự bị',
];
const classPlan = { seats: 60, cost: null, completion: { least: null, excused: false, paper: false } };

/** Sundays only: most of those who come work on weekdays. */
export function comingClass(today: Day) {
  const sessions = sundays(sundayFrom(addDays(today, 9)), awarenessTopics, '11:00');
  const label = `Lớp bồi dưỡng nhận thức về Đảng, khai giảng ngày ${formatDay(sessions[0]?.on ?? today)}`;
  return { ...classPlan, sort: 'awareness' as const, label, topics: awarenessTopics, sessions };
}

export function earlierClass(today: Day) {
  const sessions = sundays(sundayFrom(addDays(today, -40)), memberTopics, '16:30');
  const first = sessions[0]?.on ?? today;
  const label = `Lớp bồi dưỡng đảng viên mới, khai giảng ngày ${formatDay(first)}`;
  const certifiedOn = workingFrom(addDays(sessions.at(-1)?.on ?? today, 3));
  const plan = { ...classPlan, sort: 'new_members' as const, label, topics: memberTopics, sessions };
  return { plan, first, certifiedOn };
}

/** Where the wards ask: a commune of another province by the name it had before July 2025, and one of today. */
const asking = [{ oldCode: '22330' }, { code: '00008' }];
/** Goes out on the day on which the workbook says that verification began. */
export const verificationOf = (at: number, sentOn: Day, today: Day) => ({
  happenedOn: sentOn,
  place: { abroad: false, ...(asking[at % asking.length] as (typeof asking)[number]) },
  persons: 2,
  letter: { number: `${41 + at}-CV/ĐU`, on: sentOn, by: null },
  receivedOn: earlierOf(workingFrom(addDays(sentOn, 5)), today),
});
const earlierOf = (a: Day, b: Day): Day => (a < b ? a : b);

export const handoverOf = (today: Day) => {
  const on = workingUpTo(addDays(today, -6));
  return { happenedOn: on, reason: 'residence' as const, letter: { number: '07-CV/CB', on } };
};

export const returnOf = (today: Day) => {
  const on = workingUpTo(addDays(today, -5));
  const letter = { number: '93-CV/ĐU', on, by: null };
  return { happenedOn: on, inputs: { level: 'base', what: ['union_resolution', 'history_periods'], letter } };
};
