// What can be wrong with a form, said to whoever keeps it.
export const formFaults = {
  'form.twice': { vi: '“{name}” có hai lần', en: '“{name}” stands twice' },
  'form.no_name': { vi: 'không có dòng hoặc cột “{name}”', en: 'no row or column “{name}”' },
  'form.no_label': { vi: 'dòng “{name}” chưa có tên (label)', en: 'row “{name}” has no label' },
  'form.empty': {
    vi: 'dòng “{name}” chưa nói lấy số liệu nào (of, sum hoặc share)',
    en: 'row “{name}” does not say what it counts (of, sum or share)',
  },
  'form.no_figure': {
    vi: 'không có chỉ số “{name}” trong danh mục số liệu',
    en: 'no figure “{name}” in the catalogue',
  },
  'form.no_target': { vi: '“{name}” không phải chỉ số giao chỉ tiêu', en: 'no targets are set for “{name}”' },
  'form.when': {
    vi: 'chỉ số “{name}” không lấy được theo “{when}”',
    en: 'figure “{name}” cannot be taken “{when}”',
  },
  'form.net': {
    vi: 'chỉ các dòng tăng, giảm đảng viên mới bù trừ chuyển nội bộ (net), “{name}” thì không',
    en: 'only terms of the movement can be net; “{name}” is none',
  },
  'form.show': {
    vi: 'chỉ số “{name}”: tuổi phải nói lấy trung bình hay trung vị (show), chỉ số khác không dùng show',
    en: 'figure “{name}”: ages need show: mean or median, other figures do not take it',
  },
  'form.no_dimension': {
    vi: 'chỉ số “{name}” không phân theo “{by}”',
    en: 'figure “{name}” is not broken down by “{by}”',
  },
  'form.no_value': { vi: '“{by}” không có giá trị “{value}”', en: '“{by}” has no value “{value}”' },
} as const;
