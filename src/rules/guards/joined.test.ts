// Values of the law judged together: known, in readings of their own, and as neighbours of an unread rule set.
import { describe, expect, test } from 'vitest';
import type { ParameterValue, Resolved } from '../parameter.ts';
import type { Confidence } from '../verdict.ts';
import { compareAll, weakest } from './joined.ts';

interface Given {
  value?: ParameterValue;
  readings?: [string, ParameterValue][];
  gap?: boolean;
  confidence?: Confidence;
  assumed?: boolean;
}

const resolved = (id: string, given: Given): Resolved => ({
  id,
  value: given.value ?? null,
  readings: (given.readings ?? []).map(([label, value]) => ({ label, value })),
  gap: given.gap ?? false,
  confidence: given.confidence ?? 'S',
  assumed: given.assumed ?? false,
  citations: [{ document: id, clause: '1', confidence: 'S' }],
  basis: null,
  since: null,
  open: false,
  laid: [],
});

const sum = (all: Resolved[], most: number) =>
  compareAll(all, {
    facts: {},
    passes: ([a, b]) => Number(a) + Number(b) <= most,
    threshold: ([a, b]) => Number(a) + Number(b),
  });

describe('values judged together', () => {
  test('two known values are one, as sure as the weaker', () => {
    const all = [resolved('a', { value: 2 }), resolved('b', { value: 3, confidence: 'S2' })];
    expect(sum(all, 5)).toMatchObject({
      outcome: 'allowed',
      threshold: 5,
      parameters: ['a', 'b'],
      readings: [],
    });
    expect(sum(all, 4)).toMatchObject({ outcome: 'unverified', threshold: 5 });
    expect(sum([resolved('a', { value: 2 }), resolved('b', { value: 3 })], 4).outcome).toBe('refused');
    const assumed = [resolved('a', { value: 2 }), resolved('b', { value: 3, assumed: true })];
    expect(sum(assumed, 4).outcome).toBe('unverified');
  });

  test('readings of both are combined and named by both', () => {
    const all = [
      resolved('a', {
        readings: [
          ['x', 1],
          ['y', 2],
        ],
      }),
      resolved('b', {
        readings: [
          ['p', 10],
          ['q', 20],
        ],
      }),
    ];
    expect(sum(all, 12).readings.map((one) => [one.label, one.outcome])).toEqual([
      ['x · p', 'allowed'],
      ['x · q', 'refused'],
      ['y · p', 'allowed'],
      ['y · q', 'refused'],
    ]);
    expect(sum(all, 12).outcome).toBe('undetermined');
  });

  test('readings that agree settle it, as surely as what is known', () => {
    const open = resolved('b', {
      readings: [
        ['p', 10],
        ['q', 20],
      ],
    });
    expect(sum([resolved('a', { value: 1 }), open], 21)).toMatchObject({ outcome: 'allowed', threshold: 11 });
    expect(sum([resolved('a', { value: 1 }), open], 10)).toMatchObject({ outcome: 'refused', threshold: 11 });
    expect(sum([resolved('a', { value: 1, confidence: 'S2' }), open], 10).outcome).toBe('unverified');
    expect(sum([open, open], 10).outcome).toBe('unverified');
  });

  test('the neighbours of an unread set go together and never settle it', () => {
    const gap = (id: string, before: number, after: number) =>
      resolved(id, {
        readings: [
          ['294', before],
          ['208', after],
        ],
        gap: true,
      });
    const finding = sum([gap('a', 1, 2), gap('b', 10, 20)], 100);
    expect(finding.readings.map((one) => [one.label, one.threshold])).toEqual([
      ['294', 11],
      ['208', 22],
    ]);
    expect(finding.outcome).toBe('undetermined');
    expect(sum([gap('a', 1, 2), gap('b', 10, 20)], 5).outcome).toBe('undetermined');
  });

  test('a value nobody knows leaves nothing to compare', () => {
    const finding = sum([resolved('a', { value: 1 }), resolved('b', { confidence: '?' })], 100);
    expect(finding).toMatchObject({ outcome: 'undetermined', threshold: null, readings: [] });
  });

  test('the weakest mark', () => {
    expect(weakest(['S', 'K', 'S2'])).toBe('K');
    expect(weakest(['S', '?', 'L'])).toBe('?');
  });
});
