// Seats, completion, numbers and days, each by itself.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { completing, dayNote, numbersFrom, onlySundays, rateOf, seatAll } from './decide.ts';

it('seats as many as there are seats and lets all others wait: nobody is lost or doubled (S1-36)', () => {
  const people = fc
    .uniqueArray(fc.uuid(), { maxLength: 60 })
    .chain((ids) =>
      fc.tuple(
        ...ids.map((dossierId) =>
          fc.record({ dossierId: fc.constant(dossierId), waiting: fc.boolean(), place: fc.nat() }),
        ),
      ),
    );
  fc.assert(
    fc.property(fc.integer({ min: -3, max: 80 }), people, (free, chosen) => {
      const { seated, still } = seatAll(free, chosen);
      expect([...seated.map(({ dossierId }) => dossierId), ...still].toSorted()).toEqual(
        chosen.map(({ dossierId }) => dossierId).toSorted(),
      );
      const lucky = seated.filter(({ seat }) => seat === 'enrolled').length;
      expect(lucky).toBe(Math.min(Math.max(0, free), chosen.length));
      // Nobody new is seated while somebody chosen still waits.
      const fresh = new Set(chosen.filter(({ waiting }) => !waiting).map(({ dossierId }) => dossierId));
      const freshSeated = seated.some(({ dossierId, seat }) => seat === 'enrolled' && fresh.has(dossierId));
      expect(still.length > 0 && freshSeated).toBe(false);
    }),
  );
});

it('asks for all sessions unless the class asks for fewer, and never for less than the regulations (S3-09)', () => {
  const all = { least: null, excused: false, paper: false };
  const came = (present: number, excused = 0, result: string | null = null) => ({ present, excused, result });
  expect(completing(all, 5, came(5)).done).toBe(true);
  expect(completing(all, 5, came(4, 1))).toMatchObject({ done: false, attended: 4, needed: 5 });
  expect(completing({ ...all, excused: true }, 5, came(4, 1)).done).toBe(true);
  expect(completing({ ...all, least: 3 }, 5, came(3)).done).toBe(true);
  expect(completing({ ...all, least: 3 }, 5, came(3), 0.8)).toMatchObject({ done: false, needed: 4 });
  const paper = { ...all, paper: true };
  expect([null, 'failed', 'passed'].map((result) => completing(paper, 1, came(1, 0, result)).done)).toEqual([
    false,
    false,
    true,
  ]);
});

it('counts numbers up from the first one, keeping its width (S3-35)', () => {
  expect(numbersFrom('098/GCN-TTCT', 3)).toEqual(['098/GCN-TTCT', '099/GCN-TTCT', '100/GCN-TTCT']);
  expect(numbersFrom('GCN 9-2026', 2)).toEqual(['GCN 9-2026', 'GCN 10-2026']);
  expect(numbersFrom('không số', 2)).toEqual([]);
});

it('tells a class of Sundays by its days (K16, S3-50)', () => {
  expect(onlySundays(['2026-10-04', '2026-10-11'])).toBe(true);
  expect(onlySundays(['2026-10-04', '2026-10-12'])).toBe(false);
  expect(onlySundays([])).toBe(false);
});

it('the rate counts who was there among all who were marked (S3-65)', () => {
  expect(rateOf([])).toBeNull();
  expect(rateOf([{ mark: 'present' }, { mark: 'present' }, { mark: 'absent' }, { mark: 'excused' }])).toBe(
    0.5,
  );
});

it('only days that depart from the week are pointed out', () => {
  const row = { effect: 'off', note: 'Quốc khánh' };
  const calendar = { rows: new Map([['2026-09-02', row]]) } as never;
  expect(dayNote(calendar, '2026-09-02')?.params).toEqual({ note: 'Quốc khánh' });
  expect(dayNote(calendar, '2026-09-06')).toBeNull();
  expect(dayNote(calendar, '')).toBeNull();
});
