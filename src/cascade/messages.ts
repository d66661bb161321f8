// Words of the server for plans and their cascade, vi and en side by side.
export const messages = {
  'plans.not_in_period': {
    vi: 'Đơn vị này không có trong cây tổ chức của kỳ kế hoạch đã chọn.',
    en: 'This unit is not in the tree of the period chosen.',
  },
  'plans.not_below': {
    vi: 'Đơn vị trong bảng không trực thuộc {unit} trong kỳ này (dòng {line}). Chưa ghi gì.',
    en: 'A unit of the list is not directly below {unit} in this period (line {line}). Nothing was written.',
  },
  'plans.wrong_figure': {
    vi: '{unit} không nhận loại chỉ tiêu này: tổ chức đảng và đoàn thể có chỉ tiêu riêng. Chưa ghi gì.',
    en: '{unit} does not take this kind of target: party units and mass organisations have their own. Nothing was written.',
  },
  'plans.range_turned': {
    vi: 'Mức thấp lớn hơn mức cao ở {unit}. Chưa ghi gì.',
    en: 'The lower end is above the upper one at {unit}. Nothing was written.',
  },
  'plans.share_of_whole': {
    vi: 'Tỷ lệ phần trăm chỉ dùng cho cơ cấu, không dùng cho cả chỉ tiêu ({unit}). Chưa ghi gì.',
    en: 'A share is for parts only, not for the whole target ({unit}). Nothing was written.',
  },
  'plans.named_twice': {
    vi: 'Cùng một ô được gửi hai lần ({unit}). Chưa ghi gì.',
    en: 'The same cell was sent twice ({unit}). Nothing was written.',
  },
  'plans.cannot_clear': {
    vi: '{unit} đang được giao {number}. Muốn thôi không giao nữa, hãy nhập 0. Chưa ghi gì.',
    en: '{unit} has {number} in force. To assign none any more, enter 0. Nothing was written.',
  },
  'plans.clash': {
    vi: '{count} ô đã được người khác lưu số khác trong lúc đồng chí đang nhập. Chưa ghi gì; số của đồng chí còn nguyên. Hãy chọn số cho từng ô.',
    en: 'Somebody else saved other numbers in {count} cells while you were typing. Nothing was written; your numbers are kept. Please choose for each cell.',
  },
  'plans.changed_meanwhile': {
    vi: 'Kế hoạch đã được người khác sửa trong lúc đồng chí đang xem. Chưa ghi gì. Hãy xem lại rồi làm lại.',
    en: 'Somebody else changed the plan while you were looking at it. Nothing was written. Please look again.',
  },
  'plans.no_plan': {
    vi: 'Chưa có kế hoạch nào của kỳ này. Hãy lập dự thảo trước.',
    en: 'There is no plan for this period yet. Please draft one first.',
  },
  'plans.approved_already': {
    vi: 'Kế hoạch đã được duyệt. Muốn sửa, hãy mở lại để điều chỉnh; số đã duyệt vẫn có hiệu lực trong khi điều chỉnh.',
    en: 'The plan is approved. To change it, open it for revision; what was approved stays in force meanwhile.',
  },
  'plans.not_approved': {
    vi: 'Kế hoạch này chưa được duyệt, cứ sửa trực tiếp dự thảo.',
    en: 'This plan is not approved yet; simply change the draft.',
  },
  'plans.revision_before': {
    vi: 'Ngày duyệt điều chỉnh ({day}) trước ngày đã duyệt kế hoạch ({before}). Điều chỉnh phải từ ngày đó trở đi.',
    en: 'The day of the revision ({day}) lies before the approval that it revises ({before}).',
  },
  'plans.later_number': {
    vi: '{unit} đã có số giao từ ngày {since}, sau ngày duyệt {day}: số mới sẽ không có hiệu lực. Hãy chọn ngày duyệt từ {since} trở đi, hoặc sửa số đó ở trang của đơn vị.',
    en: '{unit} has a number from {since}, after the approval of {day}: the new one would never be in force. Choose a day from {since} on, or correct that number on the unit’s page.',
  },
  'plans.ended_below': {
    vi: '{unit} đã kết thúc hoạt động từ {ended} nên không giao số mới được nữa. Hãy bỏ số dự thảo của đơn vị này, hoặc chọn ngày duyệt trước ngày đó. Chưa ghi gì.',
    en: '{unit} ended on {ended} and takes no new number. Empty its drafted number, or choose an earlier day of approval. Nothing was written.',
  },
  'plans.nothing_to_copy': {
    vi: 'Kỳ trước chưa có kế hoạch để sao chép.',
    en: 'The period before has no plan to copy.',
  },
  'plans.copy_over': {
    vi: 'Kế hoạch này đã có số dự thảo. Chỉ sao chép được vào kế hoạch còn trống, để không mất số đã nhập.',
    en: 'This plan holds drafted numbers already. Only an empty plan can be filled by copying, so that nothing is lost.',
  },
  'plans.not_responsible': {
    vi: 'Người chịu trách nhiệm phải đang giữ chức vụ ở đơn vị này hoặc ở cấp ủy cấp trên.',
    en: 'Whoever answers for the plan must hold an office in this unit or above it.',
  },
  'plans.needs_assign': {
    vi: 'Chức trách này không giao chỉ tiêu cho đơn vị trực thuộc.',
    en: 'This office does not assign targets to the units below.',
  },
  'plans.cited': { vi: 'Kế hoạch chỉ tiêu', en: 'Plans of targets' },
} as const;
