// A ward with a political centre of its city, for tests of the classes: planning, sending, and candidates on the list.
import { registeredEntry } from '../src/members/person.ts';
import { recordPersons } from '../src/members/person.store.ts';
import { newId } from '../src/platform/ids.ts';
import { append } from '../src/platform/ledger.ts';
import { transact } from '../src/platform/write/transaction.ts';
import type { ClassView, DoneView, PersonRow } from '../src/classes/view.ts';
import type { Client } from './app.ts';
import { doc, nominate, startWard, take, type Ward } from './road.ts';

export interface Centre {
  ward: Ward;
  centreId: number;
  centre: Client;
  /** of a centre in another city */
  other: Client;
  otherSecretary: Client;
  /** the committee of the ward */
  committee: Client;
  plan(more?: Planning): Promise<ClassView>;
  planBody(more?: Planning): Record<string, unknown>;
  candidates(count: number, name?: string): Promise<string[]>;
  propose(id: string, dossiers: string[], by?: Client): Promise<DoneView>;
  send(id: string, dossiers: string[]): Promise<DoneView>;
  enrol(id: string, dossiers: string[], clientId?: string): Promise<DoneView>;
  people(id: string, by?: Client): Promise<PersonRow[]>;
  attend(id: string, dossiers: string[], mark?: string, why?: string | null): Promise<void>;
}

export interface Planning {
  sort?: 'awareness' | 'new_members';
  days?: string[];
  seats?: number;
  least?: number | null;
  paper?: boolean;
  label?: string;
}

export async function startCentre(): Promise<Centre> {
  const ward = await startWard();
  const { world } = ward;
  const unit = { name: 'Trung tâm chính trị Bắc Ninh', kind: 'political_centre', parent: ward.city };
  const centreId = await world.unit(unit);
  const far = await world.unit({ name: 'Thành ủy Từ Sơn', kind: 'district', parent: ward.province });
  const farCentre = await world.unit({ ...unit, name: 'Trung tâm chính trị Từ Sơn', parent: far });
  const centre = await world.as('political_centre', centreId);
  const post = async (client: Client, url: string, body: object) => {
    const answer = await client.post(url, body);
    if (answer.status !== 200) throw new Error(`${url}: ${answer.text}`);
    return answer.body;
  };
  return {
    ward,
    centreId,
    centre,
    other: await world.as('political_centre', farCentre),
    otherSecretary: await world.as('cell_secretary', ward.other),
    committee: ward.officer,
    planBody,
    plan: async (more) => post(centre, '/api/classes', planBody(more)),
    candidates: async (count, name = 'Lê Thị Học') => {
      const ids: string[] = [];
      for (let at = 0; at < count; at += 1) ids.push(await listed(ward, `${name} ${letters(at)}`));
      return ids;
    },
    propose: (id, dossiers, by = ward.secretary) =>
      post(by, `/api/classes/${id}/propose`, { clientId: newId(), dossiers }),
    send: (id, dossiers) =>
      post(ward.officer, `/api/classes/${id}/send`, {
        clientId: newId(),
        dossiers,
        letter: { number: '12-CV/ĐU', on: '2026-09-20' },
      }),
    enrol: (id, dossiers, clientId = newId()) =>
      post(centre, `/api/classes/${id}/enrol`, { clientId, dossiers }),
    people: async (id, by = centre) => (await by.get(`/api/classes/${id}/people`)).body.items,
    attend: async (id, dossiers, mark = 'present', why = null) => {
      const { sessionList }: ClassView = (await centre.get(`/api/classes/${id}`)).body;
      for (const session of sessionList)
        await post(centre, `/api/classes/${id}/sessions/${session.id}/attendance`, {
          clientId: newId(),
          marks: dossiers.map((dossierId) => ({ dossierId, mark, why })),
        });
    },
  };
}

const letters = (at: number): string =>
  at < 26 ? String.fromCodePoint(65 + at) : letters(Math.floor(at / 26) - 1) + letters(at % 26);

export const planBody = (more: Planning = {}): Record<string, unknown> => ({
  clientId: newId(),
  sort: more.sort ?? 'awareness',
  label: more.label ?? 'Lớp bồi dưỡng nhận thức về Đảng khóa 3',
  seats: more.seats ?? 3,
  sessions: (more.days ?? ['2026-10-04', '2026-10-11']).map((on) => ({
    on,
    from: '07:30',
    to: '11:30',
    room: 'Hội trường A',
    topic: 'Chủ nghĩa Mác - Lênin',
    speaker: 'Nguyễn Thị Giảng',
  })),
  topics: ['Chủ nghĩa Mác - Lênin', 'Tư tưởng Hồ Chí Minh'],
  cost: 12_000_000,
  completion: { least: more.least ?? null, excused: false, paper: more.paper ?? false },
});

/** Somebody on the list of sympathisers since 2024. */
export async function listed(ward: Ward, fullName: string): Promise<string> {
  const told = { informedOn: '2024-01-05', informedBy: ward.members[0], agreed: true };
  const id = await nominate(ward, fullName, {
    happenedOn: '2024-01-10',
    person: { fullName, bornOn: '1995-03-08', sex: 'F', education: 'THPT' },
    inputs: { proposerKind: 'member', ...told },
    sure: true,
  });
  const answer = await take(ward, id, {
    by: 'secretary',
    step: 'list',
    on: '2024-02-03',
    inputs: { resolution: doc('3-NQ/CB', '2024-02-03') },
  });
  if (answer.status !== 200) throw new Error(answer.text);
  return id;
}

/** Many on the list of sympathisers at once, as a workbook takes them over. */
export async function takeOver(
  { world, cell, members }: Ward,
  names: readonly string[],
  bornOn = '1998-05-02',
): Promise<string[]> {
  const people = names.map((fullName) => ({
    fullName,
    personId: newId(),
    dossierId: newId(),
    entry: newId(),
  }));
  const about = { unitId: cell, happenedOn: null };
  await transact(world.db, async (tx) => {
    await recordPersons(tx, world.by, {
      values: people.map(({ fullName, personId, entry }) => ({
        personId,
        entry,
        fields: [
          { field: 'fullName', value: fullName },
          { field: 'bornOn', value: bornOn },
          { field: 'education', value: 'THPT' },
        ],
      })),
      entries: people.map(({ personId, entry }) =>
        registeredEntry(
          { ...about, clientId: entry, personId },
          { provinceId: world.by.provinceId, as: 'nominee', fields: ['fullName', 'bornOn', 'education'] },
        ),
      ),
    });
    const informed = { informedOn: '2024-01-05', informedBy: members[0] as string, agreed: true };
    await append(
      tx,
      world.by,
      people.map(({ personId, dossierId }) => ({
        clientId: newId(),
        stream: `dossier:${dossierId}`,
        kind: 'dossier.taken_over',
        happenedOn: '2026-02-01',
        unitId: cell,
        personId,
        data: {
          procedure: 'admission',
          procedureVersion: '2016-07-25',
          proposerUnitId: null,
          sourceKey: null,
          stage: 'listed',
          stageOn: '2024-02-03',
          acts: [{ step: 'inform', on: '2024-01-05', inputs: informed, passed: null }],
          classUnitId: null,
          voucherId: null,
          paper: null,
        },
      })),
    );
  });
  return people.map(({ dossierId }) => dossierId);
}
