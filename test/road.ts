// A ward with one cell and the three offices that walk a case along the road, for tests of the admission room.
import type { Actor } from '../src/platform/http.ts';
import { newId } from '../src/platform/ids.ts';
import type { DossierView } from '../src/road/view.ts';
import { type Answer, type Client, startWorld, type World, type WorldOptions } from './app.ts';
import { ballot } from './whole-road.ts';

export interface Ward {
  world: World;
  province: number;
  city: number;
  ward: number;
  cell: number;
  /** a second cell of the same ward */
  other: number;
  members: string[];
  secretary: Client;
  officer: Client;
  board: Client;
}

const names = [
  'Nguyễn Văn An',
  'Trần Thị Bình',
  'Lê Văn Cường',
  'Phạm Thị Dung',
  'Hoàng Văn Em',
  'Vũ Thị Giang',
];

export async function startWard(options: WorldOptions = {}): Promise<Ward> {
  const world = await startWorld({ today: '2026-11-21', ...options });
  const province = await world.unit({ name: 'Đảng bộ tỉnh Bắc Ninh', kind: 'province' });
  const city = await world.unit({ name: 'Thành ủy Bắc Ninh', kind: 'district', parent: province });
  // No decision gives the committee of the ward the power to admit by itself.
  const ward = await world.unit({
    name: 'Đảng bộ phường Kinh Bắc',
    kind: 'base_organisation',
    type: 'none',
    parent: city,
  });
  const cell = await world.unit({ name: 'Chi bộ khu phố 1', type: 'TDP', parent: ward });
  const other = await world.unit({ name: 'Chi bộ khu phố 2', type: 'TDP', parent: ward });
  const members: string[] = [];
  for (const name of names) members.push(await world.person({ name, unit: cell, kind: 'official' }));
  return {
    world,
    province,
    city,
    ward,
    cell,
    other,
    members,
    secretary: await world.as('cell_secretary', cell, { person: members[0] as string }),
    officer: await world.as('base_officer', ward),
    board: await world.as('superior_board', city),
  };
}

/** The officer of the ward as the stores are given one. */
export const officerOf = ({ province, city, ward }: Ward): Actor =>
  ({
    office: 'base_officer',
    unitId: ward,
    unitPath: `/${province}/${city}/${ward}/`,
    named: [],
  }) as unknown as Actor;

export const doc = (number: string, on: string, by: string | null = null) => ({ number, on, by });
export { ballot };
export const papersHeld = (on: string) => [
  ...['certificate', 'application', 'personal_history', 'introduction', 'opinions', 'union_resolution'].map(
    (id) => ({
      id,
      state: 'have',
      on,
    }),
  ),
  { id: 'verification', state: 'not_needed' },
];

/** One step as somebody takes it. */
export interface Taken {
  by: 'secretary' | 'officer' | 'board';
  step: string;
  on: string;
  inputs: Record<string, unknown>;
  onBehalf?: { number: string; on: string };
  consent?: { reason: string };
}

/** The road of somebody nominated in 2019 under 29-QĐ/TW and recognised in 2022 under 24-QĐ/TW. */
export function wholeRoad({ members: [, helper, second] }: Ward): Taken[] {
  const secretary = { by: 'secretary' as const };
  const officer = { by: 'officer' as const };
  const board = { by: 'board' as const };
  const since = { togetherSince: '2017-01' };
  const introduced = { introducedBy: 'two_members', introducers: [helper, second], ...since };
  const decided = { result: 'yes', body: 'superior_standing' };
  return [
    { ...secretary, step: 'list', on: '2019-02-03', inputs: { resolution: doc('03-NQ/CB', '2019-02-03') } },
    {
      ...officer,
      step: 'class_certificate',
      on: '2019-06-20',
      inputs: { certificate: doc('112/GCN', '2019-06-20', 'Trung tâm chính trị') },
    },
    {
      ...secretary,
      step: 'assign_helper',
      on: '2019-07-03',
      inputs: { helper, resolution: doc('07-NQ/CB', '2019-07-03'), ...since },
    },
    {
      ...officer,
      step: 'permit',
      on: '2020-08-10',
      inputs: { resolution: doc('15-CV/ĐU', '2020-08-10'), ...introduced },
    },
    { ...secretary, step: 'papers', on: '2020-09-15', inputs: { papers: papersHeld('2020-09-10') } },
    {
      ...officer,
      step: 'verify_send',
      on: '2020-09-20',
      inputs: {
        place: 'Xã Hòa Long',
        persons: 3,
        way: 'letter',
        letter: doc('20-CV/ĐU', '2020-09-20'),
        receivedOn: '2020-09-24',
      },
    },
    {
      ...officer,
      step: 'verify_reply',
      on: '2020-10-20',
      inputs: { place: 'Xã Hòa Long', result: 'confirmed' },
    },
    { ...officer, step: 'verify_conclude', on: '2020-11-01', inputs: { result: 'clear', certified: true } },
    {
      ...secretary,
      step: 'cell_vote',
      on: '2020-12-03',
      inputs: { ballot: ballot(6, 5), resolution: doc('12-NQ/CB', '2020-12-03') },
    },
    {
      ...officer,
      step: 'base_vote',
      on: '2020-12-20',
      inputs: { ballot: ballot(15, 14), resolution: doc('30-NQ/ĐU', '2020-12-20') },
    },
    {
      ...board,
      step: 'decide',
      on: '2021-01-15',
      inputs: {
        ...decided,
        decision: doc('45-QĐ/TU', '2021-01-15', 'Thành ủy Bắc Ninh'),
        receivedOn: '2021-01-18',
      },
    },
    {
      ...secretary,
      step: 'ceremony',
      on: '2021-02-03',
      inputs: { helper, minutes: doc('01-BB/CB', '2021-02-03') },
    },
    {
      ...officer,
      step: 'new_member_class',
      on: '2021-09-10',
      inputs: { certificate: doc('56/CN', '2021-09-10') },
    },
    { ...secretary, step: 'self_review', on: '2022-02-04', inputs: { signedOn: '2022-02-04' } },
    { ...secretary, step: 'helper_note', on: '2022-02-05', inputs: { signedOn: '2022-02-05' } },
    { ...secretary, step: 'recognition_cell_vote', on: '2022-02-10', inputs: { ballot: ballot(6, 6) } },
    { ...officer, step: 'recognition_base_vote', on: '2022-02-25', inputs: { ballot: ballot(15, 15) } },
    {
      ...board,
      step: 'recognise',
      on: '2022-03-10',
      inputs: { ...decided, decision: doc('60-QĐ/TU', '2022-03-10') },
    },
    { ...officer, step: 'issue_card', on: '2022-05-19', inputs: { cardNumber: '02401234' } },
  ];
}

/** Days of a road of 2024–2026: the permission and all papers under 294-QĐ/TW and 06-HD/TW. */
export const recentDays: Record<string, string> = {
  list: '2024-02-03',
  class_certificate: '2024-06-20',
  assign_helper: '2024-07-03',
  permit: '2025-10-10',
  papers: '2025-11-15',
  verify_send: '2025-11-20',
  verify_reply: '2025-12-10',
  verify_conclude: '2025-12-20',
  cell_vote: '2026-01-10',
  base_vote: '2026-01-20',
};

/** The same step on another day, its papers dated that day. */
export const onDay = (taken: Taken, on: string): Taken => ({
  ...taken,
  on,
  inputs: JSON.parse(JSON.stringify(taken.inputs).replace(/"(2019|202\d)-\d\d-\d\d"/g, `"${on}"`)),
});

/** Somebody nominated in 2024 is walked on these days until this step is taken. */
export async function walkRecent(
  ward: Ward,
  fullName: string,
  last: string,
  days = recentDays,
): Promise<string> {
  const told = { informedOn: '2024-01-05', informedBy: ward.members[0], agreed: true };
  const id = await nominate(ward, fullName, {
    happenedOn: '2024-01-10',
    inputs: { proposerKind: 'member', ...told },
  });
  for (const taken of wholeRoad(ward)) {
    const on = days[taken.step];
    const answer = on ? await take(ward, id, onDay(taken, on)) : null;
    if (answer && answer.status !== 200) throw new Error(`${taken.step}: ${answer.text}`);
    if (taken.step === last) break;
  }
  return id;
}

export async function nominate(ward: Ward, fullName: string, more: object = {}): Promise<string> {
  const told = { informedOn: '2019-01-05', informedBy: ward.members[0], agreed: true };
  const answer = await ward.secretary.post('/api/dossiers', {
    clientId: newId(),
    unitId: ward.cell,
    happenedOn: '2019-01-10',
    person: { fullName, bornOn: '1995-03-08', sex: 'F', education: 'THPT' },
    inputs: { proposerKind: 'member', proposer: ward.members[1], ...told },
    ...more,
  });
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body.id;
}

export const viewOf = async (ward: Ward, id: string): Promise<DossierView> =>
  (await ward.officer.get(`/api/dossiers/${id}`)).body;

/** Takes a step with the version of now; gives whatever the server answers. */
export async function take(ward: Ward, id: string, { by, ...taken }: Taken): Promise<Answer> {
  const { version } = await viewOf(ward, id);
  const { step, on: happenedOn, ...rest } = taken;
  return ward[by].post(`/api/dossiers/${id}/acts`, { clientId: newId(), version, step, happenedOn, ...rest });
}

/** Walks on until this step is taken; throws where a step is refused. */
export async function walkTo(ward: Ward, id: string, last: string): Promise<DossierView> {
  for (const taken of wholeRoad(ward)) {
    const answer = await take(ward, id, taken);
    if (answer.status !== 200) throw new Error(`${taken.step}: ${answer.text}`);
    if (taken.step === last) return answer.body;
  }
  throw new Error(`no step ${last} on the road`);
}
