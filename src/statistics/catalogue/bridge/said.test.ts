// What a bridge says.
import { expect, test } from 'vitest';
import { terms } from '../dimension.ts';
import { sayBridge } from './said.ts';
import type { Term } from '../view.ts';

const term = (id: string, count: number, sign: 1 | -1): Term => ({
  id,
  label: terms.find(({ code }) => code === id)?.label ?? { vi: id, en: id },
  sign,
  count,
  figure: id,
  opens: null,
});

test('what came and what went, in words; terms of nought are left out', () => {
  const told = [term('admitted', 9, 1), term('moved_in', 6, 1), term('died', 0, -1), term('removed', 1, -1)];
  expect(sayBridge(14, told).vi).toBe('+14: 9 kết nạp, 6 chuyển đến, 1 xóa tên');
  expect(sayBridge(14, told).en).toBe('+14: 9 admitted, 6 moved in, 1 removed');
});

test('numbers as the office writes them, the Party with its capital', () => {
  expect(sayBridge(-2070, [term('left', 2070, -1)]).vi).toBe('−2.070: 2.070 xin ra khỏi Đảng');
});

test('nothing happened, and much happened that comes to nought', () => {
  expect(sayBridge(0, [term('admitted', 0, 1)]).vi).toBe('Không có biến động');
  expect(sayBridge(0, [term('admitted', 2, 1), term('died', 2, -1)]).vi).toBe(
    'Không đổi: 2 kết nạp, 2 từ trần',
  );
});
