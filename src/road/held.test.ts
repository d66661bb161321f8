// What is known beside the acts, on the day of the act: the tree of that day, the standing of helpers on that day.
import { describe, expect, test } from 'vitest';
import { type Around, heldAround, type MembershipRow, type PlaceRow, standingOn } from './held.ts';

const place = (
  unitId: number,
  parentId: number | null,
  kind: string,
  more: Partial<PlaceRow> = {},
): PlaceRow => ({
  unitId,
  parentId,
  kind,
  type: null,
  name: `${kind} ${unitId}`,
  fromOn: '',
  toOn: null,
  ...more,
});
const member = (kind: string, fromOn: string, toOn: string | null, beganAs = 'admitted'): MembershipRow => ({
  personId: 'p',
  kind,
  fromOn,
  toOn,
  beganAs,
});

const around: Around = {
  person: { bornOn: '1995-03', education: null, youthUnion: false },
  places: [
    place(1, null, 'district', { toOn: '2025-07-01' }),
    place(2, 1, 'base_organisation', { type: 'none', toOn: '2025-07-01' }),
    place(2, null, 'upper_base', { fromOn: '2025-07-01' }),
    place(3, 2, 'cell', { type: 'TDP', toOn: '2023-01-01' }),
    place(4, 2, 'sub_committee'),
    place(3, 4, 'cell', { type: 'TDP', fromOn: '2023-01-01' }),
  ],
  memberships: [
    member('probationary', '2019-05-19', '2020-05-19'),
    member('official', '2020-05-19', '2024-06-01'),
  ],
};

describe('heldAround', () => {
  test('speaks of the tree as it stood on the day', () => {
    expect(heldAround(around, 3, '2020-01-01', {})).toMatchObject({
      'person.bornOn': '1995-03',
      'person.education': undefined,
      'person.youthUnion': false,
      'unit.type': 'TDP',
      'unit.underSubCommittee': false,
      'committee.kind': 'base_organisation',
      'committee.powers': 'none',
    });
    expect(heldAround(around, 3, '2025-08-01', {})).toMatchObject({
      'unit.underSubCommittee': true,
      'committee.kind': 'upper_base',
      'committee.powers': undefined,
    });
  });

  test.each([
    ['2019-05-18', 'none'],
    ['2019-05-19', 'probationary'],
    ['2020-05-19', 'official'],
    ['2024-05-31', 'official'],
    ['2024-06-01', 'none'],
  ])('the helper stood on %s as %s', (on, standing) => {
    expect(heldAround(around, 3, on, { helper: 'p' })['helper.status']).toBe(standing);
  });

  test('of several introducers the weakest counts; of none nothing is said', () => {
    expect(
      heldAround(around, 3, '2021-01-01', { 'introduction.members': ['p', 'q'] })['introduction.status'],
    ).toBe('none');
    expect(heldAround(around, 3, '2021-01-01', {})['introduction.status']).toBeUndefined();
  });

  test('before the first day that a taken-over roll knows, nothing is claimed', () => {
    const roll = [member('official', '2018-04', null, 'taken_over')];
    expect(standingOn(roll, 'p', '2018-03-31')).toBeUndefined();
    expect(standingOn(roll, 'p', '2018-04-02')).toBe('official');
  });
});
