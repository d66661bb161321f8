// Words for failures that belong to no room.
export const messages = {
  'http.foreign_page': {
    vi: 'Yêu cầu không đến từ trang của Nguồn nên không được nhận. Xin mở lại trang rồi thử lại.',
    en: 'The request did not come from a page of Nguồn and was refused. Please reload the page and try again.',
  },
  'http.no_file': { vi: 'Chưa chọn tệp.', en: 'No file was chosen.' },
  'http.no_such_address': { vi: 'Không có địa chỉ này.', en: 'There is no such address.' },
  'http.bad_fields': {
    vi: 'Có mục chưa đúng: {fields}. Chưa ghi gì.',
    en: 'Some fields are not right: {fields}. Nothing was written.',
  },
  'http.bad_request': {
    vi: 'Yêu cầu không đọc được. Chưa ghi gì.',
    en: 'The request cannot be read. Nothing was written.',
  },
  'http.busy': {
    vi: 'Hệ thống đang bận. Xin gửi lại sau ít giây: việc đã ghi rồi không bị ghi hai lần.',
    en: 'The system is busy. Please send it again in a few seconds: nothing is written twice.',
  },
  'http.too_large': { vi: 'Nội dung gửi lên quá lớn.', en: 'What was sent is too large.' },
  'session.needed': { vi: 'Xin đăng nhập.', en: 'Please sign in.' },
  'session.must_change': {
    vi: 'Đây là mật khẩu dùng một lần. Xin đặt mật khẩu mới trước khi tiếp tục.',
    en: 'This is a one-time password. Please set a new one before going on.',
  },
  'session.wrong_password': {
    vi: 'Tên đăng nhập hoặc mật khẩu chưa đúng.',
    en: 'The user name or the password is not right.',
  },
  'session.wrong_code': {
    vi: 'Mã xác thực chưa đúng hoặc đã hết hạn.',
    en: 'The code is wrong or has expired.',
  },
  'session.needs_code': {
    vi: 'Xin nhập mã xác thực trên điện thoại.',
    en: 'Please enter the code shown on the phone.',
  },
  'session.code_is_on': {
    vi: 'Mã xác thực đang bật. Muốn dùng điện thoại khác, xin tắt bằng mật khẩu rồi bật lại.',
    en: 'One-time codes are on. To use another phone, switch them off with the password first.',
  },
  'session.pause': {
    vi: 'Nhập sai nhiều lần. Xin thử lại sau {minutes} phút, hoặc xin quản trị hệ thống cấp phiếu mật khẩu mới.',
    en: 'Too many wrong attempts. Try again in {minutes} minutes, or ask the administrator for a new slip.',
  },
  'session.weak_password': {
    vi: 'Mật khẩu cần ít nhất {length} ký tự và khác tên đăng nhập, khác mật khẩu cũ.',
    en: 'The password needs at least {length} characters and must differ from the user name and the old password.',
  },
  'session.no_such_office': {
    vi: 'Đồng chí không giữ chức trách này trong ngày hôm nay.',
    en: 'You do not hold this office today.',
  },
  'access.not_this_office': {
    vi: 'Việc này không thuộc chức trách đang chọn.',
    en: 'The office you are acting in may not do this.',
  },
  'access.missing': {
    vi: 'Không tìm thấy trong phạm vi của đồng chí.',
    en: 'Not found within your reach.',
  },
  'ledger.changed_meanwhile': {
    vi: 'Có người vừa ghi vào hồ sơ này. Trang đã cũ: xin tải lại, xem thay đổi rồi ghi tiếp. Chưa ghi gì.',
    en: 'Somebody has just written to this record. Reload, look at the change and go on. Nothing was written.',
  },
  'ledger.client_id_taken': {
    vi: 'Mã của lần ghi này đã dùng cho việc khác. Xin tải lại trang rồi làm lại.',
    en: 'The id of this write has been used for something else. Reload the page and try again.',
  },
  'ledger.future_day': {
    vi: 'Ngày {day} ở tương lai. Xin ghi khi việc đã diễn ra.',
    en: 'The day {day} lies in the future. Record the act once it has happened.',
  },
} as const;
