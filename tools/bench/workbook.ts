// A large list of members as an office would keep it, with generated people, for measuring the importer.
import { writeWorkbook } from '../../src/workbook/write-xlsx.ts';

const family = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Phan', 'Vũ', 'Đặng', 'Bùi', 'Đỗ'];
const middle = ['Văn', 'Thị', 'Đức', 'Minh', 'Ngọc', 'Hữu', 'Thanh', 'Quang'];
const given = [
  'An',
  'Bình',
  'Chi',
  'Dũng',
  'Giang',
  'Hà',
  'Hòa',
  'Khánh',
  'Lan',
  'Mai',
  'Nam',
  'Oanh',
  'Phúc',
  'Quân',
];

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
const two = (n: number) => String(n).padStart(2, '0');

export function memberBook(rows: number): Promise<Uint8Array> {
  const columns = [
    'STT',
    'Họ và tên',
    'Giới tính',
    'Ngày sinh',
    'Chi bộ',
    'Dân tộc',
    'Ngày vào Đảng',
    'Ngày chính thức',
    'Số thẻ đảng viên',
  ];
  return writeWorkbook([
    {
      name: 'Danh sách đảng viên',
      columns: columns.map((heading) => ({ heading })),
      rows: Array.from({ length: rows }, (_, n) => line(n)),
    },
  ] as Parameters<typeof writeWorkbook>[0]);
}

function line(n: number): (string | number)[] {
  const woman = n % 3 === 0;
  const year = 1950 + (n % 48);
  const joined = Math.min(year + 22 + (n % 15), 2022);
  return [
    n + 1,
    `${pick(family, n * 7)} ${woman ? 'Thị' : pick(middle, n * 3)} ${pick(given, n * 11)} ${pick(given, Math.floor(n / 14))}`,
    woman ? 'Nữ' : 'Nam',
    `${two(1 + (n % 28))}/${two(1 + (n % 12))}/${year}`,
    `Chi bộ khu phố ${1 + (n % 40)}`,
    'Kinh',
    `${two(1 + (n % 28))}/${two(1 + (n % 12))}/${joined}`,
    `${two(1 + (n % 28))}/${two(1 + (n % 12))}/${joined + 1}`,
    String(90_000_000 + n),
  ];
}
