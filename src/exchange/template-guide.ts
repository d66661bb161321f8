// The guide sheet of our templates: what each list is for, and for each column what to write.
import { kindSpecs } from '../intake/kinds.ts';
import type { Column, Kind, ParseKind } from '../intake/kinds.ts';

const howTo: Record<ParseKind, string> = {
  text: 'chữ',
  name: 'họ và tên đầy đủ, có dấu',
  unit: 'tên như trong danh sách tổ chức đảng',
  units: 'nhiều tên cách nhau bằng dấu chấm phẩy',
  sex: 'Nam hoặc Nữ',
  day: 'ngày/tháng/năm; chưa rõ ngày thì ghi tháng/năm hoặc năm',
  period: 'năm bốn chữ số, hoặc giai đoạn như 2021-2025',
  count: 'số nguyên',
  range: 'một số, hoặc khoảng như 3-5',
  tally: 'số nguyên',
  flag: 'x nếu có',
  have: 'x nếu có, hoặc ghi ngày',
  card: '8 hoặc 12 chữ số',
  identity: '12 chữ số (hoặc 9 chữ số của chứng minh nhân dân cũ)',
  phone: 'số điện thoại',
  catalogue: 'chọn trong danh mục',
  schooling: 'Tiểu học, THCS, THPT; hoặc 12/12, 9/12',
  word: 'chọn trong danh mục',
  place: 'xã (phường), tỉnh; tên cũ trước 01/7/2025 ghi thêm huyện',
};

const intro = [
  'HƯỚNG DẪN NHẬP LIỆU VÀO NGUỒN',
  'Mỗi trang là một danh sách; trang nào không dùng thì để trống. Không cần điền mọi cột: chỉ cột có dấu * là bắt buộc.',
  'Đơn vị có thể dùng tệp sẵn có của mình, không cần chép sang mẫu này: Nguồn nhận ra cột qua tiêu đề và cho sửa lại.',
  'Điều chưa biết thì để trống, đừng ghi số 0 hay ngày giả. Nhập lại tệp đã sửa chỉ cập nhật những dòng thay đổi.',
  'Không xóa dòng tiêu đề. Có thể thêm dòng phía trên (tên cơ quan, tên danh sách) và thêm cột riêng của đơn vị.',
];

export interface GuideLine {
  text: string[];
  bold: boolean;
}

function columnLine(column: Column, values: string[]): string[] {
  const how = column.hint?.vi ?? howTo[column.parse];
  const list = values.length > 0 && values.length <= 24 ? `: ${values.join(' · ')}` : '';
  return [
    `${column.label.vi}${column.required ? ' *' : ''}`,
    `${how}${list}`,
    column.example ? `ví dụ: ${column.example}` : '',
  ];
}

export type ValuesFor = (column: Column) => string[];

export function guideLines(
  kinds: readonly Kind[],
  takes: (column: Column) => boolean,
  valuesFor: ValuesFor,
): GuideLine[] {
  const lines: GuideLine[] = intro.map((text, at) => ({ text: [text], bold: at === 0 }));
  for (const kind of kinds) {
    lines.push({ text: [], bold: false }, { text: [`Trang “${kindSpecs[kind].label.vi}”`], bold: true });
    for (const column of Object.values(kindSpecs[kind].columns)) {
      if (takes(column)) lines.push({ text: columnLine(column, valuesFor(column)), bold: false });
    }
  }
  return lines;
}
