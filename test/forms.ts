// A form of a committee's own as somebody would paste it: one table with one number, the members at the end of the period.
interface Own {
  id: string;
  title: string;
  periods?: string;
  /** what the row is called */
  row?: string;
}

export const ownForm = ({ id, title, periods = 'month, quarter', row = 'Tổng số' }: Own): string => `id: ${id}
title: { vi: '${title}', en: Own form }
about: { vi: Số đảng viên cuối kỳ, en: Members }
basis: [{ document: Kế hoạch 12-KH/ĐU, confidence: '?' }]
periods: [${periods}]
sections:
  - id: units
    kind: table
    title: { vi: Đảng viên, en: Members }
    columns: [{ id: end, label: { vi: Cuối kỳ, en: End }, of: { when: end } }]
    rows: [{ id: all, label: { vi: '${row}', en: All }, of: { figure: members } }]
`;
