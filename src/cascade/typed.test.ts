// What people type for a target, and what cannot be one.
import { describe, expect, it } from 'vitest';
import { pastedRows, readTyped, sayGiven } from './typed.ts';

const read = (text: string, part = false) => {
  const typed = readTyped(text, part);
  return 'problem' in typed ? typed.problem : sayGiven(typed.given);
};

describe('a typed target (S2-07)', () => {
  it.each([
    ['', ''],
    ['  ', ''],
    ['5', '5'],
    ['0', '0'],
    ['007', '7'],
    [' 2.070 ', '2.070'],
    ['2070', '2.070'],
    ['3-5', '3–5'],
    ['3 – 5', '3–5'],
    ['từ 3 đến 5', '3–5'],
    ['5–5', '5'],
    ['≥ 2.070', '≥ 2.070'],
    ['>=20', '≥ 20'],
    ['trên 2000', '≥ 2.000'],
    ['khoảng 51.000', '≈ 51.000'],
    ['~7', '≈ 7'],
    ['?', '?'],
    ['chưa rõ số', '?'],
    ['1.000.000', '1.000.000'],
  ])('%j means %j', (text, shown) => {
    expect(read(text)).toBe(shown);
    // What a field shows is read again as the same.
    expect(read(shown)).toBe(shown);
  });

  it.each([
    ['-3', 'typed.negative'],
    ['−3', 'typed.negative'],
    ['5,5', 'typed.fraction'],
    ['5.5', 'typed.fraction'],
    ['7-3', 'typed.turned'],
    ['40%', 'typed.share'],
    ['1000001', 'typed.most'],
    ['99999999999999999999', 'typed.most'],
    ['năm', 'typed.form'],
    ['5 người', 'typed.form'],
    ['1e5', 'typed.form'],
    ['3--5', 'typed.form'],
  ])('%j is refused as %s', (text, problem) => expect(read(text)).toBe(problem));

  it('takes a share of the whole for a part only, with one decimal', () => {
    expect(['40%', '33,3 %', '0%', '100%'].map((text) => read(text, true))).toEqual([
      '40%',
      '33,3%',
      '0%',
      '100%',
    ]);
    expect(['101%', '-5%', 'x%'].map((text) => read(text, true))).toEqual(Array(3).fill('typed.share'));
  });

  it('reads a pasted column, and a pasted block', () => {
    expect(pastedRows('3\r\n5\r\n\r\n2\r\n')).toEqual([['3'], ['5'], [''], ['2']]);
    expect(pastedRows('3\t6\n4\t8')).toEqual([
      ['3', '6'],
      ['4', '8'],
    ]);
  });
});
