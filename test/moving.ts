// A ward, and beside it an enterprise with an organisation of its own: the two ends of hand-overs, for tests of moving.
import { newId } from '../src/platform/ids.ts';
import type { Answer, Client, WorldOptions } from './app.ts';
import { doc, startWard, type Ward } from './road.ts';

export interface Ends extends Ward {
  enterprise: number;
  workshop: number;
  workers: string[];
  /** secretary of the cell in the enterprise, and officer of its base committee */
  receiver: Client;
  enterpriseOfficer: Client;
}

export async function startEnds(options: WorldOptions = {}): Promise<Ends> {
  const ward = await startWard(options);
  const { world } = ward;
  const enterprise = await world.unit({
    name: 'Đảng bộ Công ty May Hưng Thịnh',
    kind: 'base_organisation',
    type: 'none',
    parent: ward.province,
  });
  const workshop = await world.unit({ name: 'Chi bộ Phân xưởng cắt', type: 'DNNN', parent: enterprise });
  const workers: string[] = [];
  for (const name of ['Đỗ Văn Hải', 'Bùi Thị Khánh', 'Ngô Văn Lâm'])
    workers.push(await world.person({ name, unit: workshop, kind: 'official' }));
  return {
    ...ward,
    enterprise,
    workshop,
    workers,
    receiver: await world.as('cell_secretary', workshop, { person: workers[0] as string }),
    enterpriseOfficer: await world.as('base_officer', enterprise),
  };
}

export const propose = (
  ends: Ends,
  dossierId: string,
  more: Record<string, unknown> = {},
  by: Client = ends.secretary,
): Promise<Answer> =>
  by.post('/api/handovers', {
    clientId: newId(),
    dossierId,
    happenedOn: '2026-02-10',
    to: { unitId: ends.workshop },
    reason: 'work',
    letter: { number: '05/GCN', on: '2026-02-10' },
    ...more,
  });

export const accept = (
  ends: Ends,
  id: string,
  more: Record<string, unknown> = {},
  by: Client = ends.receiver,
): Promise<Answer> =>
  by.post(`/api/handovers/${id}/accept`, {
    clientId: newId(),
    happenedOn: '2026-02-20',
    receipt: { number: '12/BN', on: '2026-02-20' },
    ...more,
  });

export const helperOf = (ends: Ends, more: Record<string, unknown> = {}) => ({
  helper: ends.workers[1],
  resolution: { number: '08-NQ/CB', on: '2026-02-20' },
  ...more,
});

/** Lines of the work list of one dossier: which clock, from when, until when. */
export async function linesOf(ends: Ends, dossierId: string) {
  return ends.world.db
    .selectFrom('due')
    .select(['clock', 'starts_on as startsOn', 'due_on as dueOn', 'unit_id as unitId'])
    .where('case_id', '=', dossierId)
    .orderBy('clock')
    .execute();
}

export { doc };
