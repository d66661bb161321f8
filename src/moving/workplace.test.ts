// A workplace as people write it, held against the names of organisations.
import { expect, test } from 'vitest';
import { coreOf, finderAmong, isWorkplace, organisationsAt } from './workplace.ts';

test.each([
  ['Công ty TNHH May Hưng Thịnh', 'Đảng bộ Công ty May Hưng Thịnh', true],
  ['công ty cổ phần may hưng thịnh, KCN Quế Võ', 'Chi bộ Công ty May Hưng Thịnh', true],
  ['May Hưng Thịnh', 'Đảng bộ cơ sở Công ty TNHH MTV May Hưng Thịnh', true],
  ['Trường THPT Hàn Thuyên', 'Chi bộ Trường THPT Hàn Thuyên', true],
  ['Công ty May Hưng Yên', 'Chi bộ Công ty May Hưng Thịnh', false],
  ['Công ty Thịnh', 'Chi bộ Công ty May Hưng Thịnh', false],
  ['Công ty TNHH', 'Chi bộ Công ty May Hưng Thịnh', false],
  ['trường', 'Chi bộ Trường Tiểu học Vũ Ninh', false],
  ['Khu phố', 'Chi bộ khu phố 1', false],
  ['', 'Chi bộ khu phố 1', false],
])('“%s” and “%s”: %s (S2-45)', (workplace, organisation, alike) => {
  expect(isWorkplace(workplace, organisation)).toBe(alike);
});

test('the words for what an organisation is say nothing of which one it is', () => {
  expect(coreOf('Chi bộ cơ sở Công ty TNHH một thành viên Điện tử Sao Mai')).toBe('dien tu sao mai');
});

test('only organisations outside the base organisation of the cell are suggested (S2-45)', () => {
  const organisations = [
    { id: 1, name: 'Chi bộ Công ty May Hưng Thịnh', path: '/1/2/9/' },
    { id: 2, name: 'Đảng bộ Công ty May Hưng Thịnh', path: '/1/7/' },
  ];
  expect(organisationsAt('May Hưng Thịnh', '/1/2/', organisations).map(({ id }) => id)).toEqual([2]);
});

test('3,600 workplaces find their organisations among 2,000 without holding up the server (S2-45)', () => {
  const organisations = Array.from({ length: 2000 }, (_, at) => ({
    id: at,
    name: `Chi bộ Công ty TNHH May Xuất khẩu số ${at}`,
    path: `/1/${at}/`,
  }));
  const started = performance.now();
  const find = finderAmong(organisations);
  const found = Array.from({ length: 3600 }, (_, at) =>
    find(`Công ty cổ phần Dệt Kim ${at}, khu công nghiệp`, '/1/2/'),
  );
  expect(performance.now() - started).toBeLessThan(1000);
  expect(found.flat()).toEqual([]);
  expect(find('may xuat khau so 12', '/1/2/').map(({ id }) => id)).toEqual([12]);
});
