// Words of this room. What an office reads in the preview names the cell; {text} quotes what stands in it.
import type { Message } from '../platform/messages.ts';

export const fileMessages = {
  'exchange.file_empty': {
    vi: 'Tệp không có nội dung. Xin chọn tệp có ít nhất một trang tính có dữ liệu.',
    en: 'The file is empty. Please choose one with at least one filled sheet.',
  },
  'exchange.file_too_large': {
    vi: 'Tệp lớn quá {limit} MB. Xin chia thành nhiều tệp nhỏ hơn.',
    en: 'The file is larger than {limit} MB. Please split it.',
  },
  'exchange.too_many_rows': {
    vi: 'Tệp có nhiều hơn {limit} dòng. Xin chia thành nhiều tệp nhỏ hơn.',
    en: 'The file has more than {limit} rows. Please split it.',
  },
  'exchange.file_broken': {
    vi: 'Tệp bị hỏng hoặc chưa tải lên hết. Xin mở bằng Excel, lưu lại thành .xlsx rồi tải lên lần nữa.',
    en: 'The file is damaged or was cut short. Open it in Excel, save it as .xlsx again and upload it once more.',
  },
  'exchange.file_bomb': {
    vi: 'Tệp nén bất thường: khi mở ra lớn hơn nhiều so với một bảng tính. Tệp không được đọc.',
    en: 'The archive is not normal: unpacked it would be far larger than a workbook. It was not read.',
  },
  'exchange.file_encrypted': {
    vi: 'Tệp có mật khẩu nên không đọc được. Xin mở bằng Excel, bỏ mật khẩu (Tệp → Thông tin → Bảo vệ sổ làm việc) rồi lưu lại.',
    en: 'The file is protected by a password. Open it in Excel, remove the password and save it again.',
  },
  'exchange.file_xls': {
    vi: 'Đây là tệp Excel kiểu cũ (.xls). Xin mở bằng Excel, chọn Tệp → Lưu thành… → “Sổ làm việc Excel (.xlsx)”, rồi tải tệp .xlsx lên.',
    en: 'This is an old Excel file (.xls). Open it in Excel, choose File → Save As → “Excel Workbook (.xlsx)”, then upload that.',
  },
  'exchange.file_resave': {
    vi: 'Tệp kiểu {found} chưa đọc được. Xin mở bằng Excel, lưu thành .xlsx rồi tải lên.',
    en: 'Files of the kind {found} cannot be read. Open it in Excel, save it as .xlsx and upload that.',
  },
  'exchange.file_type': {
    vi: 'Đây là tệp {found}, không phải bảng tính. Xin chọn tệp .xlsx hoặc .csv.',
    en: 'This is a {found} file, not a workbook. Please choose an .xlsx or .csv file.',
  },
  'exchange.file_unknown': {
    vi: 'Không nhận ra đây là loại tệp gì. Xin chọn tệp .xlsx hoặc .csv.',
    en: 'The kind of file was not recognised. Please choose an .xlsx or .csv file.',
  },
  'exchange.encoding': {
    vi: 'Tệp dùng bảng mã {encoding}; đã chuyển sang Unicode.',
    en: 'The file is encoded as {encoding}; it was converted to Unicode.',
  },
  'exchange.font': {
    vi: 'Chữ gõ bằng phông {font} đã được chuyển sang Unicode: {cells} ô, ví dụ “{before}” → “{after}”.',
    en: 'Text typed with {font} fonts was converted to Unicode: {cells} cells, such as “{before}” → “{after}”.',
  },
  'exchange.sheet_hidden': {
    vi: 'Trang tính đang ẩn nên không được đọc.',
    en: 'The sheet is hidden and was not read.',
  },
} as const satisfies Record<string, Message>;

export const tableMessages = {
  'exchange.sheet_without_table': {
    vi: 'Không tìm thấy bảng nào trong trang này ({rows} dòng có chữ). Cần một dòng tiêu đề cột, ví dụ “Họ và tên”, “Ngày sinh”.',
    en: 'No table was found on this sheet ({rows} rows with text). A row of headings is needed, such as “Họ và tên”, “Ngày sinh”.',
  },
  'exchange.table_unknown': {
    vi: 'Có bảng {rows} dòng nhưng chưa rõ là danh sách gì. Xin chọn loại danh sách và cột tương ứng.',
    en: 'There is a table of {rows} rows, but it is not clear what it lists. Please choose the kind and the columns.',
  },
  'exchange.row_continued': {
    vi: 'Dòng này nối tiếp người ở dòng trên (ô họ tên gộp) nên không tính là một người mới: “{text}”.',
    en: 'This row goes on with the person above (merged name cell) and is not counted as another: “{text}”.',
  },
  'exchange.column_ignored': {
    vi: 'Cột “{heading}” chưa gắn với mục nào nên không được nhập.',
    en: 'The column “{heading}” is not matched to any field and is left out.',
  },
  'exchange.column_refused': {
    vi: 'Cột “{heading}” ({cells} ô) là thông tin nhóm 3–4. Hệ thống có kết nối mạng không lưu loại này nên cột không được đọc; thông tin giữ ở hồ sơ giấy.',
    en: 'The column “{heading}” ({cells} cells) holds class 3–4 data. A connected installation does not keep it; the column was not read.',
  },
  'exchange.formula': {
    vi: 'Cột “{heading}” có {cells} ô là công thức; đã lấy giá trị Excel tính lần cuối. Nên kiểm tra lại.',
    en: 'The column “{heading}” has {cells} formula cells; the last computed values were taken. Please check them.',
  },
  'exchange.formula_empty': {
    vi: 'Cột “{heading}” có {cells} ô là công thức, trong đó {empty} ô chưa có giá trị tính sẵn nên để trống. Xin mở bằng Excel, lưu lại rồi tải lên.',
    en: 'The column “{heading}” has {cells} formula cells, {empty} of them without a computed value and left empty. Open and save it in Excel, then upload again.',
  },
  'exchange.formula_fault': {
    vi: 'Công thức trong ô báo lỗi {text}. Xin sửa trong Excel.',
    en: 'The formula in this cell fails with {text}. Please mend it in Excel.',
  },
  'exchange.sex_from_blank': {
    vi: 'Chỉ có cột “{heading}” đánh dấu x: dòng không đánh dấu được hiểu là Nam.',
    en: 'Only the column “{heading}” is marked with x: rows without a mark are taken as male.',
  },
  'exchange.unit_unknown': {
    vi: '“{unit}” chưa có trong danh sách tổ chức đảng ({rows} dòng dùng tên này).',
    en: '“{unit}” is not among the units ({rows} rows use this name).',
  },
  'exchange.members_differ': {
    vi: '{unit}: danh sách tổ chức ghi {stated} đảng viên, danh sách đảng viên có {found}.',
    en: '{unit}: the list of units states {stated} members, the list of members has {found}.',
  },
  'exchange.row_repeated': {
    vi: 'Dòng này giống hệt dòng {other} nên chỉ tính một lần.',
    en: 'This row is the same as {other} and is counted once.',
  },
  'exchange.row_repeated_different': {
    vi: 'Cùng một người hoặc đơn vị với dòng {other} nhưng nội dung khác nhau. Xin giữ lại một dòng đúng, hoặc ghi rõ ngày sinh để phân biệt.',
    en: 'The same person or unit as {other}, with different content. Keep the right row, or give full birth dates to tell them apart.',
  },
} as const satisfies Record<string, Message>;

export const cellMessages = {
  'exchange.required': { vi: 'Thiếu “{label}”.', en: '“{label}” is missing.' },
  'exchange.text_too_long': {
    vi: 'Ô có {length} ký tự, dài hơn mức cho phép ({limit}).',
    en: 'The cell has {length} characters, more than the {limit} allowed.',
  },
  'exchange.markup': {
    vi: 'Ô có mã HTML (“{text}”). Xin chỉ để lại chữ.',
    en: 'The cell holds HTML (“{text}”). Please keep the text only.',
  },
  'exchange.text_tidied': { vi: 'Đã bỏ khoảng trắng thừa.', en: 'Surplus blanks were removed.' },
  'exchange.name_characters': {
    vi: 'Họ tên có ký tự lạ hoặc chữ số: “{text}”.',
    en: 'The name has digits or strange characters: “{text}”.',
  },
  'exchange.name_single': {
    vi: 'Họ tên chỉ có một từ: “{text}”. Xin kiểm tra.',
    en: 'The name is a single word: “{text}”. Please check.',
  },
  'exchange.name_composed': {
    vi: 'Đã chuyển chữ về Unicode dựng sẵn.',
    en: 'The letters were converted to composed Unicode.',
  },
  'exchange.name_blanks': {
    vi: 'Đã bỏ khoảng trắng thừa trong họ tên.',
    en: 'Surplus blanks in the name were removed.',
  },
  'exchange.name_extra': {
    vi: 'Đã bỏ phần không thuộc họ tên (xưng hô, ghi chú trong ngoặc).',
    en: 'What is not part of the name (a form of address, a remark in brackets) was removed.',
  },
  'exchange.name_case': {
    vi: 'Họ tên viết toàn chữ hoa hoặc chữ thường đã được viết lại.',
    en: 'A name in capitals only, or without capitals, was rewritten.',
  },
  'exchange.unit_tidied': {
    vi: 'Tên đơn vị đã được gọt số thứ tự, số lượng hoặc chữ hoa.',
    en: 'Numbering, head counts or capitals were removed from the unit name.',
  },
  'exchange.date_unreadable': {
    vi: 'Không đọc được ngày “{text}”. Xin ghi dạng ngày/tháng/năm, ví dụ 19/05/2024.',
    en: 'The day “{text}” cannot be read. Please write dd/mm/yyyy, such as 19/05/2024.',
  },
  'exchange.date_future': {
    vi: 'Ngày {text} ở sau ngày hôm nay ({today}).',
    en: 'The day {text} lies after today ({today}).',
  },
  'exchange.date_serial': {
    vi: 'Ô là số thứ tự ngày của Excel, đã đổi thành ngày.',
    en: 'The cell holds an Excel day number and was turned into a day.',
  },
  'exchange.date_two_digit': {
    vi: 'Năm viết hai chữ số đã được hiểu đủ bốn chữ số.',
    en: 'A two-figure year was completed.',
  },
  'exchange.date_digits': {
    vi: 'Ngày viết liền đã được tách ra.',
    en: 'A day written without separators was split.',
  },
  'exchange.date_month_only': {
    vi: 'Chỉ có tháng và năm; giữ đúng như vậy.',
    en: 'Only month and year are given and kept so.',
  },
  'exchange.date_year_only': {
    vi: 'Chỉ có năm; giữ đúng như vậy.',
    en: 'Only the year is given and kept so.',
  },
  'exchange.date_swapped': {
    vi: 'Ngày viết tháng trước ngày sau, đã đổi lại. Xin kiểm tra.',
    en: 'The month was written before the day and was turned round. Please check.',
  },
  'exchange.date_year_in_date_cell': {
    vi: 'Ô định dạng ngày nhưng có vẻ chỉ gõ năm; đã lấy năm. Xin kiểm tra.',
    en: 'The cell is formatted as a date, but only a year seems to have been typed; the year was taken. Please check.',
  },
  'exchange.year_unreadable': {
    vi: 'Không đọc được năm, giai đoạn “{text}”. Xin ghi 2026, 2021-2025 hoặc 20/08/2015 - 14/08/2020.',
    en: 'The year or period “{text}” cannot be read. Please write 2026, 2021-2025 or 20/08/2015 - 14/08/2020.',
  },
  'exchange.number_unreadable': {
    vi: 'Không đọc được số “{text}”. Xin ghi một số nguyên từ 0 trở lên: 3, hoặc 3-5 nếu là khoảng, ≥ 2.070 nếu chưa chính xác.',
    en: 'The number “{text}” cannot be read. Please write a whole number from 0 on: 3, or 3-5 for a range, ≥ 2.070 when not exact.',
  },
  'exchange.range_was_date': {
    vi: 'Excel đã tự đổi khoảng số thành ngày ({text}); đã hiểu là {min}–{max}. Xin kiểm tra.',
    en: 'Excel turned the range into a date ({text}); it was read as {min}–{max}. Please check.',
  },
  'exchange.flag_unreadable': {
    vi: 'Chưa rõ “{text}” là có hay không. Xin ghi x, “có” hoặc để trống.',
    en: 'It is not clear whether “{text}” means yes or no. Please write x, or leave the cell empty.',
  },
  'exchange.sex_unreadable': {
    vi: 'Chưa rõ giới tính “{text}”. Xin ghi Nam hoặc Nữ.',
    en: 'The sex “{text}” is not clear. Please write Nam or Nữ.',
  },
  'exchange.marks_conflict': {
    vi: 'Có nhiều dấu x cho cùng một mục; đã lấy dấu ở cột “{heading}”. Xin kiểm tra.',
    en: 'Several x marks stand for one field; the one under “{heading}” was taken. Please check.',
  },
  'exchange.zeros_restored': {
    vi: 'Excel đã bỏ số 0 ở đầu; đã điền lại.',
    en: 'Excel dropped leading zeros; they were put back.',
  },
  'exchange.card_unreadable': {
    vi: 'Số thẻ đảng viên “{text}” không đủ 8 hoặc 12 chữ số nên để trống.',
    en: 'The card number “{text}” has neither 8 nor 12 digits and is left empty.',
  },
  'exchange.identity_unreadable': {
    vi: 'Số căn cước “{text}” không đủ 9 hoặc 12 chữ số nên để trống.',
    en: 'The identity number “{text}” has neither 9 nor 12 digits and is left empty.',
  },
  'exchange.phone_unreadable': {
    vi: 'Số điện thoại “{text}” không đúng dạng nên để trống.',
    en: 'The telephone number “{text}” is not well formed and is left empty.',
  },
  'exchange.value_unknown': {
    vi: '“{text}” không có trong danh mục “{list}” nên để trống.',
    en: '“{text}” is not in the list “{list}” and is left empty.',
  },
  'exchange.value_guessed': { vi: 'Đã hiểu theo danh mục.', en: 'Read as a value of the list.' },
  'exchange.place_old': {
    vi: 'Địa danh cũ; tên hiện nay được ghi kèm để tìm kiếm.',
    en: 'A former place name; today’s name is kept beside it for searching.',
  },
} as const satisfies Record<string, Message>;

export const rowMessages = {
  'exchange.order': {
    vi: '“{second}” không thể trước “{first}”. Xin kiểm tra hai ngày này.',
    en: '“{second}” cannot come before “{first}”. Please check the two days.',
  },
  'exchange.votes': {
    vi: 'Số phiếu tán thành ({yes}) nhiều hơn số người được tính ({base}).',
    en: 'The votes in favour ({yes}) are more than those entitled ({base}).',
  },
  'exchange.age_young': {
    vi: 'Vào Đảng khi chưa đủ 18 tuổi. Xin kiểm tra ngày sinh và ngày vào Đảng.',
    en: 'Admitted before the age of 18. Please check both days.',
  },
  'exchange.age_old': {
    vi: 'Vào Đảng khi đã quá 60 tuổi. Xin kiểm tra ngày sinh và ngày vào Đảng.',
    en: 'Admitted after the age of 60. Please check both days.',
  },
  'exchange.probation_short': {
    vi: 'Thời gian dự bị chưa đủ 12 tháng. Xin kiểm tra ngày vào Đảng và ngày chính thức.',
    en: 'The probation is shorter than 12 months. Please check both days.',
  },
  'exchange.stage_behind': {
    vi: 'Giai đoạn ghi trong tệp chậm hơn các ngày đã có; lấy theo ngày.',
    en: 'The stage named in the file is behind its own dates; the dates are followed.',
  },
  'exchange.duplicate': {
    vi: 'Có thể là người đã có trong danh sách. Xin chọn: cùng một người, hay hai người khác nhau.',
    en: 'This may be somebody already held. Please choose: the same person, or two different persons.',
  },
} as const satisfies Record<string, Message>;

export const messages = { ...fileMessages, ...tableMessages, ...cellMessages, ...rowMessages } as const;
