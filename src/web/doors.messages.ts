// Words of the pages before the frame, and of one's own account.
import type { Message } from '../platform/messages.ts';

export const messages = {
  'door.sign_in': { vi: 'Đăng nhập', en: 'Sign in' },
  'door.sign_in_purpose': {
    vi: 'Hệ thống tạo nguồn và phát triển đảng viên. Mọi lần đăng nhập và mở hồ sơ đều được ghi lại.',
    en: 'Sourcing and development of members. Signing in and opening a file are recorded.',
  },
  'door.not_signed_in': { vi: 'Chưa đăng nhập được', en: 'Not signed in' },
  'door.ended': {
    vi: 'Phiên làm việc đã hết. Nội dung đang nhập vẫn được giữ trên máy này; đăng nhập lại để làm tiếp.',
    en: 'The session has ended. What you typed is kept on this device; sign in again to go on.',
  },
  'door.user_name': { vi: 'Tên đăng nhập', en: 'User name' },
  'door.password': { vi: 'Mật khẩu', en: 'Password' },
  'door.show': { vi: 'Hiện hoặc ẩn mật khẩu', en: 'Show or hide the password' },
  'door.code': { vi: 'Mã xác thực 6 chữ số', en: 'Six-digit code' },
  'door.code_hint': {
    vi: 'Mở ứng dụng xác thực trên điện thoại, nhập mã đang hiện.',
    en: 'Open the authenticator on your phone and type the code it shows.',
  },
  'door.forgot': {
    vi: 'Quên mật khẩu: liên hệ người quản trị hệ thống của đảng bộ để nhận phiếu cấp lại.',
    en: 'Forgot the password? Ask your committee’s administrator for a new slip.',
  },
  'door.training': { vi: 'Tài khoản huấn luyện', en: 'Training accounts' },
  'door.training_text': {
    vi: 'Đây là bản huấn luyện, mọi người và hồ sơ đều là DỮ LIỆU MÔ PHỎNG. Chọn một tài khoản để điền sẵn.',
    en: 'This is a training copy; all people and files are GENERATED DATA. Choose an account to fill it in.',
  },
  'door.office': { vi: 'Chọn chức trách', en: 'Choose an office' },
  'door.office_purpose': {
    vi: 'Đồng chí giữ nhiều chức trách. Phạm vi được xem và việc được làm tùy theo chức trách đang chọn; đổi lại lúc nào cũng được.',
    en: 'You hold several offices. What you see and may do follows the one chosen; you can change it at any time.',
  },
  'door.new_password': { vi: 'Đặt mật khẩu mới', en: 'Set a new password' },
  'door.new_password_purpose': {
    vi: 'Mật khẩu trên phiếu chỉ dùng một lần. Đặt mật khẩu riêng để tiếp tục.',
    en: 'The password on the slip works once. Set your own to go on.',
  },
  'door.old_password': { vi: 'Mật khẩu hiện tại', en: 'Present password' },
  'door.slip_password': { vi: 'Mật khẩu trên phiếu', en: 'Password on the slip' },
  'door.password_new': { vi: 'Mật khẩu mới', en: 'New password' },
  'door.password_repeat': { vi: 'Nhập lại mật khẩu', en: 'Password again' },
  'door.password_again': { vi: 'Nhập lại mật khẩu mới', en: 'New password again' },
  'door.rules': {
    vi: 'Ít nhất {length} ký tự, không chứa tên đăng nhập. Một câu ngắn dễ nhớ là tốt nhất.',
    en: 'At least {length} characters, without the user name. A short sentence is best.',
  },
  'door.too_short': {
    vi: 'Cần ít nhất {length} ký tự, mới có {count}.',
    en: 'At least {length} characters; there are {count}.',
  },
  'door.holds_name': { vi: 'Không được chứa tên đăng nhập.', en: 'May not contain the user name.' },
  'door.same_as_old': { vi: 'Phải khác mật khẩu cũ.', en: 'Must differ from the old one.' },
  'door.not_same': { vi: 'Hai lần nhập chưa giống nhau.', en: 'The two entries differ.' },
  'door.change': { vi: 'Đổi mật khẩu', en: 'Change the password' },
  'door.changed': { vi: 'Đã đổi mật khẩu.', en: 'The password was changed.' },
  'door.account': { vi: 'Tài khoản của đồng chí', en: 'Your account' },
  'door.account_purpose': {
    vi: 'Tên đăng nhập, chức trách, mật khẩu, mã xác thực và nơi nhận nhắc việc.',
    en: 'User name, offices, password, one-time code and where reminders are sent.',
  },
  'door.account_help_1': {
    vi: 'Trang này để xem và giữ an toàn tài khoản của chính đồng chí.',
    en: 'This page shows your own account and keeps it safe.',
  },
  'door.account_help_2': {
    vi: 'Tại đây đồng chí đổi mật khẩu, bật mã xác thực trên điện thoại và ghi địa chỉ thư điện tử nhận nhắc việc nếu muốn.',
    en: 'Here you change the password, turn on the code on your phone and, if you wish, give an address for reminders.',
  },
  'door.account_help_3': {
    vi: 'Chức trách do cấp có thẩm quyền ghi nhận; tài khoản tự hết quyền khi chức trách kết thúc.',
    en: 'Offices are recorded by those competent; access ends the day an office ends.',
  },
  'door.display_name': { vi: 'Họ và tên', en: 'Name' },
  'door.offices': { vi: 'Chức trách', en: 'Offices' },
  'door.totp': { vi: 'Mã xác thực trên điện thoại', en: 'One-time code on the phone' },
  'door.totp_text': {
    vi: 'Khi bật, mỗi lần đăng nhập cần thêm mã 6 chữ số do ứng dụng xác thực trên điện thoại tạo ra, nên người biết mật khẩu cũng không vào được.',
    en: 'When on, signing in also needs the six digits of an authenticator on your phone, so a stolen password is not enough.',
  },
  'door.totp_start': { vi: 'Bật mã xác thực', en: 'Turn the code on' },
  'door.totp_key': {
    vi: 'Nhập khóa này vào ứng dụng xác thực (mục “nhập khóa thiết lập”), rồi gõ mã ứng dụng đang hiện.',
    en: 'Type this key into the authenticator (“enter a set-up key”), then type the code it shows.',
  },
  'door.totp_open': {
    vi: 'Mở trong ứng dụng xác thực trên máy này',
    en: 'Open in the authenticator on this device',
  },
  'door.totp_confirm': { vi: 'Xác nhận mã', en: 'Confirm the code' },
  'door.totp_done': { vi: 'Đã bật mã xác thực.', en: 'The code is on.' },
  'door.set_up': { vi: 'Thiết lập lần đầu', en: 'First set-up' },
  'door.set_up_purpose': {
    vi: 'Khai báo cấp ủy sử dụng, cách triển khai và người quản trị đầu tiên. Chỉ làm một lần.',
    en: 'Name the committee, the way it is deployed and the first administrator. Done once.',
  },
  'door.committee': { vi: '1. Đảng bộ sử dụng', en: '1. The committee' },
  'door.committee_name': { vi: 'Tên đảng bộ', en: 'Name of the organisation' },
  'door.committee_name_hint': {
    vi: 'Ví dụ: Đảng bộ phường Kinh Bắc',
    en: 'For example: Đảng bộ phường Kinh Bắc',
  },
  'door.committee_kind': { vi: 'Loại tổ chức', en: 'Kind' },
  'door.province': { vi: 'Tỉnh, thành phố', en: 'Province' },
  'door.choose': { vi: 'Chọn…', en: 'Choose…' },
  'door.founded': { vi: 'Ngày thành lập (nếu có)', en: 'Founded on (if known)' },
  'door.superior': { vi: 'Cấp ủy cấp trên trực tiếp (nếu có)', en: 'Superior committee (if any)' },
  'door.kind.province': { vi: 'Đảng bộ tỉnh, thành phố', en: 'Province-level organisation' },
  'door.kind.upper_base': {
    vi: 'Đảng bộ cấp trên trực tiếp của tổ chức cơ sở đảng',
    en: 'Organisation directly above base level',
  },
  'door.kind.base_organisation': { vi: 'Đảng bộ cơ sở', en: 'Base organisation' },
  'door.kind.base_cell': { vi: 'Chi bộ cơ sở', en: 'Base cell' },
  'door.profile': { vi: '2. Cách triển khai', en: '2. Deployment' },
  'door.profile_hint': {
    vi: 'Cách triển khai quyết định loại dữ liệu được phép nhập và hiện trên mọi trang. Hỏi cán bộ bảo mật nếu chưa chắc.',
    en: 'It decides which data may be entered and is shown on every page. Ask the security officer if unsure.',
  },
  'door.profile.B': { vi: 'B – Máy có kết nối mạng (mặc định)', en: 'B – Connected (default)' },
  'door.profile.B_text': {
    vi: 'Chỉ ghi họ tên, ngày tháng, tình trạng, giấy tờ đã có hay còn thiếu và nơi cất giữ. Không nhập nội dung lý lịch, không tải bản quét. Cả quá trình kết nạp vẫn làm đủ.',
    en: 'Names, days, states, papers held or missing and where they are kept. No personal-history text, no scans. The whole road still works.',
  },
  'door.profile.A': { vi: 'A – Mạng nội bộ độc lập', en: 'A – Independent network' },
  'door.profile.A_text': {
    vi: 'Chỉ chọn khi máy chủ nằm trong mạng nội bộ không nối Internet và được phép lưu hồ sơ đầy đủ. Được nhập cả lý lịch và nhận xét; các nội dung này được mã hóa.',
    en: 'Only for a server in a network without Internet that may hold full files. Personal history and assessments may be entered and are encrypted.',
  },
  'door.profile.C': { vi: 'C – Huấn luyện', en: 'C – Training' },
  'door.profile.C_text': {
    vi: 'Để học và thử. Mọi trang và bản in đều ghi “DỮ LIỆU MÔ PHỎNG”. Không nhập người thật.',
    en: 'To learn and try. Every page and print says “GENERATED DATA”. Never enter real people.',
  },
  'door.keep': { vi: '3. Giữ hồ sơ không thành', en: '3. Candidacies that failed' },
  'door.keep_hint': {
    vi: 'Quần chúng không được kết nạp thì sau bao lâu xóa dữ liệu cá nhân, chỉ giữ số đếm? Chưa có văn bản nào quy định; cấp ủy tự quyết định. Để trống nếu chưa quyết định: chưa hồ sơ nào đến hạn xóa, và quyết định sau ở trang Quy định.',
    en: 'After how long is the personal data of a candidate who was not admitted erased, with only counts kept? No text says it; the committee decides. Leave it empty if nothing is decided yet: no file falls due, and it can be decided later under Regulations.',
  },
  'door.keep_months': { vi: 'Số tháng giữ hồ sơ (nếu đã quyết định)', en: 'Months kept (if decided)' },
  'door.keep_number': { vi: 'Số văn bản của cấp ủy', en: 'Number of the committee’s document' },
  'door.keep_on': { vi: 'Ngày văn bản', en: 'Day of the document' },
  'door.keep_paper': {
    vi: 'Cần số và ngày văn bản của cấp ủy.',
    en: 'The committee’s document needs a number and a day.',
  },
  'door.administrator': { vi: '4. Người quản trị đầu tiên', en: '4. The first administrator' },
  'door.administrator_hint': {
    vi: 'Người quản trị chỉ cấp tài khoản và sao lưu, không xem nội dung hồ sơ.',
    en: 'The administrator gives accounts and keeps backups, and sees no files.',
  },
  'door.user_name_hint': {
    vi: 'Chữ thường không dấu, chữ số, dấu chấm; ví dụ: quantri',
    en: 'Lower-case letters without accents, digits, dots; for example: admin',
  },
  'door.user_name_bad': {
    vi: 'Chỉ dùng chữ thường không dấu, chữ số, dấu chấm, gạch ngang; ít nhất 3 ký tự.',
    en: 'Only lower-case letters without accents, digits, dots, hyphens; at least 3.',
  },
  'door.begin': { vi: 'Bắt đầu sử dụng', en: 'Start' },
} as const satisfies Record<string, Message>;
