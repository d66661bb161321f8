// The fold and the judging of acts, as tables and as properties.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NewEntry } from '../platform/entry.ts';
import { withdrawal } from '../platform/effective.ts';
import { newId } from '../platform/ids.ts';
import {
  type ActInput,
  ageOn,
  decideAct,
  fieldClass,
  foldPerson,
  personEntry,
  type PersonAct,
  type PersonKind,
  readFields,
  roadFaults,
  seniorityOn,
} from './person.ts';

const personId = newId();
const registered = personEntry(
  'person.registered',
  { clientId: newId(), personId, unitId: 1, happenedOn: null },
  { provinceId: '24', as: 'nominee' },
);
const act = <K extends PersonKind>(kind: K, on: string, data: ActInput<K>, unitId = 1): NewEntry =>
  personEntry(kind, { clientId: newId(), personId, unitId, happenedOn: on }, data);
const numbered = (entries: readonly NewEntry[]): PersonAct[] =>
  entries.map((entry, index) => ({ ...entry, names: entry.names ?? null, position: index + 1 }));
const fold = (...entries: NewEntry[]) => foldPerson(numbered([registered, ...entries]));
const decision = { number: '12-QĐ/ĐU', on: '2020-01-02', by: null };

const admitted = act('member.admitted', '2016-05-19', { decidedOn: '2016-05-10' });
const recognised = act('member.recognised', '2017-05-19', {});
const moved = act('member.moved', '2018-03-01', { fromUnitId: 1 }, 2);
const died = act('member.died', '2020-09-01', {});

describe('the fold', () => {
  test('a road from nominee to the end gives dated memberships', () => {
    const person = fold(admitted, recognised, moved, died);
    expect(person).toMatchObject({
      status: 'former',
      endedAs: 'died',
      endedOn: '2020-09-01',
      unitId: 2,
      admittedOn: '2016-05-19',
      decidedOn: '2016-05-10',
      officialOn: '2017-05-19',
      objections: [],
    });
    expect(person?.memberships).toEqual([
      {
        unitId: 1,
        kind: 'probationary',
        fromOn: '2016-05-19',
        toOn: '2017-05-19',
        beganAs: 'admitted',
        endedAs: 'recognised',
      },
      {
        unitId: 1,
        kind: 'official',
        fromOn: '2017-05-19',
        toOn: '2018-03-01',
        beganAs: 'recognised',
        endedAs: 'moved',
      },
      {
        unitId: 2,
        kind: 'official',
        fromOn: '2018-03-01',
        toOn: '2020-09-01',
        beganAs: 'moved',
        endedAs: 'died',
      },
    ]);
  });

  test.each([
    [
      'admitted and official',
      { kind: 'official', admittedOn: '2001-03', officialOn: '2002-03' },
      [
        ['probationary', '2001-03', '2002-03'],
        ['official', '2002-03', null],
      ],
    ],
    [
      'only official known',
      { kind: 'official', officialOn: '2002-03-05' },
      [['official', '2002-03-05', null]],
    ],
    ['nothing known', { kind: 'official' }, [['official', '2018-04-27', null]]],
    [
      'a probationer',
      { kind: 'probationary', admittedOn: '2017-12-01' },
      [['probationary', '2017-12-01', null]],
    ],
    [
      'in this cell since',
      { kind: 'official', admittedOn: '1999', since: '2015' },
      [['official', '2015', null]],
    ],
  ] as const)('taken over: %s', (_, known, rows) => {
    const data = { ...known, vouchedBy: { officeId: 4 } } as ActInput<'member.taken_over'>;
    const person = fold(act('member.taken_over', '2018-04-27', data));
    expect(person?.memberships.map((row) => [row.kind, row.fromOn, row.toOn])).toEqual(rows);
    expect(person?.objections).toEqual([]);
  });

  test('a withdrawn registration leaves nobody', () => {
    const gone = { ...registered, clientId: newId(), kind: withdrawal, names: registered.clientId, data: {} };
    expect(foldPerson(numbered([registered, gone]))).toBeNull();
  });

  test('a withdrawn act is as if it had not been, and what rested on it is named', () => {
    const entries = numbered([registered, admitted, recognised, moved]);
    const back = { ...admitted, clientId: newId(), kind: withdrawal, names: admitted.clientId, data: {} };
    const { broken, after, refusal } = decideAct(entries, [{ ...back, names: admitted.clientId }]);
    expect(refusal).toBeNull();
    expect(broken.map((item) => [item.kind, item.code])).toEqual([
      ['member.recognised', 'members.not_member'],
      ['member.moved', 'members.not_member'],
    ]);
    expect(after).toMatchObject({ status: 'nominee', memberships: [] });
  });

  test('a corrected day moves the rows on both sides of it', () => {
    const corrected = { ...act('member.recognised', '2017-06-19', {}), names: recognised.clientId };
    const person = fold(admitted, recognised, corrected);
    expect(person?.memberships.map((row) => [row.fromOn, row.toOn])).toEqual([
      ['2016-05-19', '2017-06-19'],
      ['2017-06-19', null],
    ]);
  });

  test('exempt, away and back; the end clears both', () => {
    const exempted = act('member.exempted', '2019-01-01', { reason: 'age' });
    const away = act('member.temporary_began', '2019-02-01', { toUnitId: 7 });
    expect(fold(admitted, recognised, exempted, away)).toMatchObject({
      exempt: true,
      activity: 'away',
      activityUnitId: 7,
    });
    const after = fold(admitted, recognised, exempted, away, act('member.left', '2019-03-01', { decision }));
    expect(after).toMatchObject({
      exempt: false,
      activity: 'regular',
      activityUnitId: null,
      unbroken: false,
    });
  });
});

const members: [string, NewEntry[], NewEntry, string | null][] = [
  ['died twice', [admitted, died], act('member.died', '2021-01-01', {}), 'members.already.died'],
  [
    'moved out by one who is no member',
    [],
    act('member.moved_out', '2016-01-01', { place: 'Đảng bộ phường Võ Cường' }),
    'members.not_member',
  ],
  [
    'moved out before the admission',
    [admitted],
    act('member.moved_out', '2016-01-01', { place: 'Đảng bộ phường Võ Cường' }),
    'members.before_membership',
  ],
  ['recognised without admission', [], act('member.recognised', '2017-05-19', {}), 'members.not_member'],
  [
    'recognised twice',
    [admitted, recognised],
    act('member.recognised', '2018-05-19', {}),
    'members.already_official',
  ],
  ['admitted while a member', [admitted], act('member.admitted', '2017-01-01', {}), 'members.already_member'],
  [
    'readmitted after leaving',
    [admitted, act('member.left', '2017-01-01', { decision })],
    act('member.admitted', '2021-01-01', {}),
    null,
  ],
  [
    'moved to the same cell',
    [admitted],
    act('member.moved', '2017-01-01', { fromUnitId: 1 }, 1),
    'members.same_unit',
  ],
  [
    'moved from another cell',
    [admitted],
    act('member.moved', '2017-01-01', { fromUnitId: 9 }, 2),
    'members.moved_from_elsewhere',
  ],
  [
    'card for a probationer',
    [admitted],
    act('member.card_issued', '2017-01-01', {}),
    'members.card_official_only',
  ],
  ['card for an official member', [admitted, recognised], act('member.card_issued', '2017-06-01', {}), null],
  [
    'restored while a member',
    [admitted],
    act('member.restored', '2017-01-01', { kind: 'probationary', decision }),
    'members.already_member',
  ],
  [
    'restored after moving out',
    [admitted, act('member.moved_out', '2017-01-01', { place: 'Xã A' })],
    act('member.restored', '2018-01-01', { kind: 'official', decision }),
    'members.nothing_to_restore',
  ],
  [
    'restored after expulsion',
    [admitted, act('member.expelled', '2017-01-01', { decision })],
    act('member.restored', '2018-01-01', { kind: 'probationary', decision }),
    null,
  ],
  [
    'exempt twice',
    [admitted, act('member.exempted', '2017-01-01', {})],
    act('member.exempted', '2017-02-01', {}),
    'members.already_exempt',
  ],
  ['back who was not away', [admitted], act('member.temporary_ended', '2017-02-01', {}), 'members.not_away'],
  [
    'erased though once a member',
    [admitted, died],
    act('person.erased', '2021-02-01', {}),
    'members.erase_member',
  ],
  ['placed elsewhere as a nominee', [], act('person.placed', '2016-02-01', {}, 5), null],
];

describe('deciding', () => {
  test.each(members)('%s', (_, before, added, code) => {
    const entries = numbered([registered, ...before]);
    const { refusal, broken } = decideAct(entries, [{ ...added, names: null }]);
    expect(refusal?.code ?? null).toBe(code);
    if (code === null) expect(broken).toEqual([]);
  });

  test('before birth', () => {
    const { refusal } = decideAct(numbered([registered]), [{ ...admitted, names: null }], '2017');
    expect(refusal?.code).toBe('members.before_birth');
  });

  test('an act put in before others must leave them possible', () => {
    const entries = numbered([registered, admitted, recognised, moved]);
    const { refusal, broken } = decideAct(entries, [
      { ...act('member.died', '2017-12-01', {}), names: null },
    ]);
    expect(refusal).toBeNull();
    expect(broken.map((item) => item.code)).toEqual(['members.already.died']);
  });

  test.each([
    [{ decidedOn: '2016-05-20', admittedOn: '2016-05-19' }, ['members.decided_after_ceremony']],
    [{ decidedOn: '2016-05', admittedOn: '2016-05-19' }, []],
    [{ admittedOn: '2016-05-19', officialOn: '2015' }, ['members.official_before_admitted']],
    [{ admittedOn: null, officialOn: '2015' }, []],
  ])('order of the road %j', (road, codes) => {
    expect(roadFaults(road).map((fault) => fault.code)).toEqual(codes);
  });
});

describe('whatever order the acts are typed in', () => {
  /** A possible life: days strictly after each other, each act possible after the one before. */
  const life = fc
    .tuple(
      fc.array(fc.constantFrom('move', 'exempt', 'away'), { maxLength: 8 }),
      fc.constantFrom('none', 'member.died', 'member.moved_out', 'member.left'),
    )
    .map(([steps, ending]) => {
      const now = { month: 0, unit: 1, exempt: false, away: false };
      const on = () =>
        `${2018 + Math.floor(now.month / 12)}-${String((now.month++ % 12) + 1).padStart(2, '0')}-15`;
      const make: Record<string, () => NewEntry> = {
        move: () => act('member.moved', on(), { fromUnitId: now.unit }, (now.unit += 1)),
        exempt: () => {
          now.exempt = !now.exempt;
          return act(now.exempt ? 'member.exempted' : 'member.unexempted', on(), {}, now.unit);
        },
        away: () => {
          now.away = !now.away;
          const kind = now.away ? 'member.temporary_began' : 'member.temporary_ended';
          return act(kind, on(), now.away ? { toUnitId: 99 } : {}, now.unit);
        },
      };
      const acts = [admitted, recognised, ...steps.flatMap((step) => make[step]?.() ?? [])];
      const last = ending === 'none' ? [] : [act(ending as 'member.died', on(), { decision }, now.unit)];
      return [...acts, ...last];
    });

  test('the same acts give the same rows', () => {
    fc.assert(
      fc.property(
        life.chain((acts) =>
          fc.tuple(fc.constant(acts), fc.shuffledSubarray(acts, { minLength: acts.length })),
        ),
        ([acts, typed]) => {
          const inOrder = fold(...acts);
          expect(inOrder?.objections).toEqual([]);
          expect(fold(...typed)).toEqual(inOrder);
        },
      ),
    );
  });

  test('memberships follow each other without overlap', () => {
    fc.assert(
      fc.property(life, (acts) => {
        const rows = fold(...acts)?.memberships ?? [];
        rows.forEach((row, index) => {
          expect(row.toOn === null || row.fromOn < row.toOn).toBe(true);
          const next = rows[index + 1];
          if (next) expect(row.toOn).toBe(next.fromOn);
        });
      }),
    );
  });
});

describe('fields', () => {
  test.each([
    ['fullName', 2, false],
    ['religion', 3, true],
    ['prosecution', 4, true],
    ['note.0198', 2, true],
    ['assessment.0198', 3, true],
  ] as const)('%s is of class %i', (name, level, sealed) => {
    expect(fieldClass(name)).toEqual({ class: level, sealed });
  });

  test('an undeclared field has no class', () => {
    expect(() => fieldClass('bloodGroup')).toThrow();
  });

  test.each([
    [{ fullName: '  Nguyễn  Văn\u00a0Bình ' }, [['fullName', 'Nguyễn Văn Bình']], []],
    [{ fullName: '<b>An</b>' }, [], ['members.field.name']],
    [{ fullName: '=HYPERLINK("x")' }, [], ['members.field.name']],
    [{ cardNumber: '000.187.000 123' }, [['cardNumber', '000187000123']], []],
    [{ cardNumber: '12345' }, [], ['members.field.card']],
    [{ bornOn: '1987-02-30' }, [], ['members.field.day']],
    [{ bornOn: '2030-01-01' }, [], ['members.field.future']],
    [{ bornOn: '1987' }, [['bornOn', '1987']], []],
    [{ phone: '' }, [['phone', null]], []],
    [{ bloodGroup: 'A' }, [], ['members.field.unknown']],
    [{ residence: 'x'.repeat(5000) }, [], ['members.field.long']],
  ] as [Record<string, string>, unknown[], string[]][])('%j', (input, values, codes) => {
    const read = readFields(input, '2025-10-01');
    expect(read.values).toEqual(values);
    expect(read.faults.map((fault) => fault.code)).toEqual(codes);
  });

  test('age and seniority on a day', () => {
    expect(ageOn('1987-10-02', '2025-10-01')).toBe(37);
    expect(ageOn('1987', '2025-10-01')).toBe(37);
    const road = { decidedOn: '1995-10-01', admittedOn: '1995-10-19', unbroken: true };
    expect(seniorityOn(road, '2025-10-01')).toBe(30);
    expect(seniorityOn({ ...road, unbroken: false }, '2025-10-01')).toBeNull();
  });
});
