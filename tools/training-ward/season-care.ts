// How candidates are followed in a season: meetings, half-year assessments, tasks, the helpers' monthly notes – with
// the gaps that a list is made for: some nobody met for months, some never, notes and assessments that are missing.
import { addDays, addMonths, type Day } from '../../src/platform/day.ts';
import { workingUpTo } from './calendar.ts';
import { type Chance, chanceOf } from './random.ts';

/** Somebody on the road, as the book has them. */
export interface Followed {
  id: string;
  openedOn: Day;
  listed: boolean;
  helper: { id: string; since: Day } | null;
}
export interface CareAct {
  id: string;
  step: string;
  happenedOn: Day;
  inputs: Record<string, unknown>;
  /** the helper writes it, not the cell */
  own: boolean;
}
/** A task and, where it was done, how well. */
export interface CareTask {
  given: CareAct;
  result: CareAct | null;
}

const talks = [
  'Trao đổi về việc làm và sinh hoạt đoàn thể; động viên tiếp tục phấn đấu.',
  'Thăm hỏi gia đình, tìm hiểu nguyện vọng.',
  'Hướng dẫn tìm hiểu Điều lệ Đảng.',
];
const works: [kind: string, task: string][] = [
  ['movement', 'Phụ trách một buổi sinh hoạt hè cho thiếu nhi khu phố.'],
  ['residence', 'Cùng tổ công nghệ số cộng đồng hướng dẫn người dân nộp hồ sơ trực tuyến.'],
  ['work', 'Đề xuất một cải tiến trong công việc đang làm.'],
  ['study', 'Viết thu hoạch về nghị quyết đại hội.'],
];
const did = ['Cùng dự sinh hoạt đoàn thể, góp ý về tác phong.', 'Gặp hai lần, trao đổi về Điều lệ Đảng.'];
const half = (day: Day) => ({ year: Number(day.slice(0, 4)), half: day.slice(5, 7) <= '06' ? 'h1' : 'h2' });

interface Scene {
  person: Followed;
  at: number;
  today: Day;
  chance: Chance;
}
const act = (
  { person: { id } }: Scene,
  step: string,
  happenedOn: Day,
  inputs: CareAct['inputs'],
): CareAct => ({
  id,
  step,
  happenedOn,
  inputs,
  own: false,
});

/** Every fifth was never met, another fifth not for a third of a year. */
function contactOf(scene: Scene): CareAct[] {
  const { person, at, today, chance } = scene;
  if (at % 5 === 0) return [];
  const on = workingUpTo(addDays(today, at % 5 === 1 ? -chance.int(105, 150) : -chance.int(3, 45)));
  if (on < person.openedOn) return [];
  const by = person.helper && person.helper.since <= on ? { by: person.helper.id } : {};
  const kind = chance.pick(['meeting', 'meeting', 'family', 'workplace', 'phone']);
  return [act(scene, 'contact', on, { kind, ...by, note: chance.pick(talks) })];
}

/** Of this half-year for a third, of the one before for another; the others are waited for. */
function assessmentsOf(scene: Scene): CareAct[] {
  const { person, at, today, chance } = scene;
  const start = half(today).half === 'h1' ? `${today.slice(0, 4)}-01-01` : `${today.slice(0, 4)}-07-01`;
  const days = [
    ...(at % 3 === 1 ? [workingUpTo(addDays(start, -chance.int(4, 20)))] : []),
    ...(at % 3 === 0 ? [workingUpTo(addDays(today, -chance.int(2, 18)))] : []),
  ].filter((on) => person.listed && on >= person.openedOn && addMonths(person.openedOn, 1) <= on);
  return days.map((on) => {
    const degree = () =>
      chance.weighted(['clear', 'partly', 'not_yet'], (d) => ({ clear: 6, partly: 3 })[d] ?? 1);
    const criteria = { motive: 'clear', striving: degree(), achievement: degree(), recognised: degree() };
    return act(scene, 'assess', on, { ...half(on), ...criteria });
  });
}

/** Of last month; every fourth helper wrote the last one a month earlier, every fourth none. */
function notesOf(scene: Scene): CareAct[] {
  const { person, at, today, chance } = scene;
  const { helper } = person;
  if (!helper || at % 4 === 0) return [];
  return [at % 4 === 1 ? 2 : 1].flatMap((back) => {
    const month = addMonths(`${today.slice(0, 7)}-01`, -back);
    if (month < helper.since.slice(0, 7)) return [];
    const on = workingUpTo(addDays(addMonths(month, 1), -1));
    if (on < helper.since) return [];
    const state = chance.weighted(['progress', 'steady', 'difficulty'], (s) => (s === 'difficulty' ? 1 : 3));
    const words = {
      did: chance.pick(did),
      ...(state === 'difficulty' ? { needs: 'Cần giúp sắp xếp thời gian.' } : {}),
    };
    const inputs = { month: month.slice(0, 7), helper: helper.id, state, ...words };
    return [{ ...act(scene, 'charge_note', on, inputs), own: true }];
  });
}

function taskOf(scene: Scene): CareTask[] {
  const { person, at, today, chance } = scene;
  const on = workingUpTo(addDays(today, -chance.int(40, 60)));
  if (at % 3 !== 1 || !person.listed || on < person.openedOn) return [];
  const [kind, task] = chance.pick(works);
  const open = at % 2 === 0;
  const given = act(scene, 'give_task', on, {
    task,
    kind,
    until: addDays(today, open ? chance.int(-4, 25) : -20),
  });
  const done = workingUpTo(addDays(today, -chance.int(8, 18)));
  return [
    {
      given,
      result: open ? null : act(scene, 'task_result', done, { result: chance.pick(['well', 'done']) }),
    },
  ];
}

export function careOf(people: readonly Followed[], today: Day, seed: number) {
  const scenes = people.map((person, at) => ({ person, at, today, chance: chanceOf(seed, `care ${at}`) }));
  return {
    contacts: scenes.flatMap(contactOf),
    assessments: scenes.flatMap(assessmentsOf),
    notes: scenes.flatMap(notesOf),
    tasks: scenes.flatMap(taskOf),
  };
}
