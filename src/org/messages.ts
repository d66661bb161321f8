// Words of the organisation room: every failure it throws, in Vietnamese and English.
export const messages = {
  'org.needs_decision': {
    vi: 'Việc này cần căn cứ: xin ghi số, ngày và nơi ban hành quyết định. Chưa ghi gì.',
    en: 'This act rests on a decision: please give its number, day and issuer. Nothing was written.',
  },
  'org.no_such_kind': {
    vi: 'Không có loại tổ chức này. Xin chọn lại trong danh sách.',
    en: 'There is no such kind of organisation. Please choose from the list.',
  },
  'org.child_kind': {
    vi: '“{kind}” không thể trực thuộc {parent}. Xin chọn đơn vị cấp trên hoặc loại tổ chức khác.',
    en: '“{kindEn}” cannot stand below {parent}. Please choose another superior or kind.',
  },
  'org.children_misfit': {
    vi: '{child} đang trực thuộc đơn vị này nên không thể đổi thành “{kind}”. Xin chuyển đơn vị ấy trước.',
    en: '{child} stands below this unit, so it cannot become “{kindEn}”. Please move that unit first.',
  },
  'org.kind_is_past': {
    vi: '“{kind}” chỉ tồn tại đến ngày {day}. Việc sau ngày ấy cần ghi với loại tổ chức khác.',
    en: '“{kindEn}” existed until {day} only. After that day another kind is needed.',
  },
  'org.no_parent': { vi: 'Chưa chọn đơn vị cấp trên.', en: 'No superior unit is chosen.' },
  'org.under_itself': {
    vi: 'Không thể đặt một đơn vị dưới chính nó hoặc dưới đơn vị trực thuộc nó.',
    en: 'A unit cannot be put below itself or below a unit of its own.',
  },
  'org.parent_ended': {
    vi: '{name} đã kết thúc hoạt động ngày {day}. Xin chọn đơn vị cấp trên khác.',
    en: '{name} ended on {day}. Please choose another superior.',
  },
  'org.parent_later': {
    vi: '{name} thành lập ngày {day}, sau ngày của việc đang ghi.',
    en: '{name} was founded on {day}, after the day of this act.',
  },
  'org.before_known': {
    vi: 'Đơn vị được ghi nhận từ ngày {day}; việc ngày {act} đã nằm trong hiện trạng khi ấy. Nếu hiện trạng ghi sai, xin đính chính mục đầu tiên trong lịch sử.',
    en: 'The unit is recorded from {day}; an act of {act} is part of the state taken over then. If that is wrong, correct the first entry of its history.',
  },
  'org.has_ended': {
    vi: 'Đơn vị đã kết thúc hoạt động ngày {day}.',
    en: 'The unit ended on {day}.',
  },
  'org.not_ended': {
    vi: 'Đơn vị đang hoạt động, không cần khôi phục.',
    en: 'The unit is active; there is nothing to restore.',
  },
  'org.end_before_change': {
    vi: 'Đơn vị còn có thay đổi ghi ngày {day}; ngày kết thúc không thể sớm hơn.',
    en: 'A change of this unit is recorded on {day}; it cannot end earlier.',
  },
  'org.not_empty': {
    vi: 'Chưa kết thúc được: còn {children} đơn vị trực thuộc, {members} người, {dossiers} hồ sơ đang mở, {offices} chức trách. Xin chuyển hoặc kết thúc các mục này trước. Chưa ghi gì.',
    en: 'It cannot end yet: {children} units below, {members} persons, {dossiers} open dossiers and {offices} offices remain. Move or end them first. Nothing was written.',
  },
  'org.other_act': {
    vi: 'Đính chính phải cùng loại việc với mục được đính chính.',
    en: 'A correction must be of the same kind as the entry it corrects.',
  },
  'org.top_stays': {
    vi: 'Không rút lại được mục ghi nhận của cấp ủy sử dụng hệ thống.',
    en: 'The entry of the committee that runs this system cannot be withdrawn.',
  },
  'org.same_name': {
    vi: 'Cùng cấp đã có đơn vị tên “{name}”. Nếu là hai đơn vị khác nhau, nên ghi rõ hơn trong tên.',
    en: 'A sibling is also called “{name}”. If they are two units, make the names clearer.',
  },
  'org.no_such_office_kind': {
    vi: 'Không có chức trách này. Xin chọn lại trong danh sách.',
    en: 'There is no such office. Please choose from the list.',
  },
  'org.office_not_here': {
    vi: 'Chức trách “{office}” không có ở {unit}.',
    en: 'The office “{officeEn}” is not held at {unit}.',
  },
  'org.no_named_cells': {
    vi: 'Chức trách “{office}” không phân công theo chi bộ.',
    en: 'The office “{officeEn}” has no cells in charge.',
  },
  'org.cells_outside': {
    vi: 'Có chi bộ được phân công không thuộc {unit} hoặc đã kết thúc hoạt động.',
    en: 'A cell in charge does not belong to {unit} or has ended.',
  },
  'org.span_backwards': {
    vi: 'Ngày thôi giữ ({to}) phải sau ngày bắt đầu ({from}).',
    en: 'The last day ({to}) must be after the first ({from}).',
  },
  'org.needs_holder': {
    vi: 'Xin chọn người giữ chức trách, hoặc ghi họ và tên nếu người ấy chưa có trong danh sách.',
    en: 'Please choose who holds the office, or give the full name of somebody not yet listed.',
  },
  'org.not_to_give': {
    vi: 'Chức trách quản trị hệ thống chỉ do người quản trị hệ thống ghi.',
    en: 'The office of administrator is recorded by an administrator only.',
  },
  'org.not_to_oneself': {
    vi: 'Quản trị hệ thống không tự ghi chức trách cho mình. Xin người có thẩm quyền khác ghi.',
    en: 'An administrator does not appoint himself. Please let somebody else in charge record it.',
  },
  'org.office_has_ended': { vi: 'Chức trách này đã thôi giữ.', en: 'This office has already ended.' },
  'org.last_administrator': {
    vi: 'Đây là quản trị hệ thống cuối cùng. Xin ghi người thay và cấp tài khoản cho người ấy trước. Chưa ghi gì.',
    en: 'This is the last administrator. Appoint a successor and open an account first. Nothing was written.',
  },
  'account.is_closed': { vi: 'Tài khoản đã khóa.', en: 'The account is closed already.' },
  'session.wrong_old_password': {
    vi: 'Mật khẩu hiện tại chưa đúng.',
    en: 'The present password is not right.',
  },
  'session.changed_meanwhile': {
    vi: 'Tài khoản vừa được thay đổi ở nơi khác. Chưa ghi gì thêm. Xin tải lại trang rồi thử lại.',
    en: 'The account has just been changed elsewhere. Nothing more was written. Please reload the page and try again.',
  },
  'setup.done': {
    vi: 'Hệ thống đã được thiết lập. Xin đăng nhập.',
    en: 'The system has been set up. Please sign in.',
  },
  'setup.user_name': {
    vi: 'Tên đăng nhập cần ít nhất 3 chữ cái không dấu hoặc chữ số.',
    en: 'The user name needs at least 3 letters without marks or digits.',
  },
} as const;
