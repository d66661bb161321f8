// Who answers: a secretary for every cell, in every commune an officer and committee members in charge of eight cells each,
// and the province's board.
import type { PlannedOffice, PlannedPerson, UnitRef } from '../../../src/exchange/batch/plan.ts';
import { foundedOn, type Tree } from './tree.ts';

export const inCharge = 8;

const office = (
  person: PlannedPerson,
  unit: UnitRef,
  kind: string,
  more: Partial<PlannedOffice> & { title: string },
): PlannedOffice => ({
  personId: person.id,
  unit,
  kind,
  fromOn: foundedOn,
  toOn: null,
  namedUnits: [],
  decision: null,
  ...more,
});

export function planOffices(
  { heads, centre, cells }: Tree,
  members: ReadonlyMap<string, readonly PlannedPerson[]>,
  province: UnitRef,
): PlannedOffice[] {
  const of = (key: string, at: number) => members.get(key)?.[at] as PlannedPerson;
  const secretaries = cells.map(({ ref }) =>
    office(of(ref.key, 0), ref, 'cell_secretary', { title: 'Bí thư chi bộ' }),
  );
  const communal = heads.flatMap((head, commune) => {
    const own = cells.filter((cell) => cell.commune === commune).map(({ ref }) => ref);
    const charges = Array.from({ length: Math.ceil(own.length / inCharge) }, (_, at) =>
      own.slice(at * inCharge, (at + 1) * inCharge),
    );
    return [
      office(of(own[0]?.key ?? '', 1), head, 'base_officer', {
        title: 'Cán bộ phụ trách công tác đảng viên',
      }),
      ...charges.map((namedUnits) =>
        office(of(namedUnits[0]?.key ?? '', 2), head, 'committee_member', {
          title: 'Đảng ủy viên',
          namedUnits,
        }),
      ),
    ];
  });
  const first = cells[0]?.ref.key ?? '';
  const board = office(of(first, 3), province, 'superior_board', {
    title: 'Chuyên viên Ban Tổ chức tỉnh ủy',
  });
  const teacher = office(of(first, 4), centre, 'political_centre', {
    title: 'Giám đốc Trường Chính trị',
  });
  return [...secretaries, ...communal, board, teacher];
}
