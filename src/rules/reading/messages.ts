// What can be wrong with a file of the folder `regulations`, said to whoever keeps it.
import { calendarMessages } from '../../calendar/messages.ts';

export const faultMessages = {
  ...calendarMessages,
  'fault.missing_file': { vi: 'thiếu tệp này', en: 'the file is missing' },
  'fault.unreadable_file': { vi: 'không mở được tệp này', en: 'the file cannot be opened' },
  'fault.no_keys': {
    vi: 'tệp trống, hoặc không viết theo khóa (ví dụ bắt đầu bằng “cases:”)',
    en: 'the file is empty or not written in keys (such as “cases:”)',
  },
  'fault.yaml': { vi: 'không đọc được YAML: {said}', en: 'not readable as YAML: {said}' },
  'fault.unknown_key': { vi: 'khóa “{key}” không có trong mẫu', en: 'unknown key “{key}”' },
  'fault.missing_key': { vi: 'thiếu khóa “{key}”', en: 'missing key “{key}”' },
  'fault.missing_basis': { vi: 'thiếu căn cứ (văn bản, điểm)', en: 'missing basis (text, clause)' },
  'fault.form': { vi: '“{key}” không đúng mẫu: {said}', en: '“{key}” does not fit: {said}' },
  'fault.value_kind': { vi: 'giá trị không đúng loại {kind}', en: 'the value is no {kind}' },
  'fault.no_direction': {
    vi: 'loại {kind} không có chiều chặt hơn “{direction}”',
    en: 'a {kind} has no stricter direction “{direction}”',
  },
  'fault.same_day': { vi: 'hai mục cùng từ ngày {day}', en: 'two entries from the same day {day}' },
  'fault.day_order': {
    vi: 'sai thứ tự ngày: {day} đứng sau {earlier}',
    en: 'not in order of days: {day} after {earlier}',
  },
  'fault.duty_answers': {
    vi: 'việc phải làm cần nêu cơ quan chịu trách nhiệm (answers)',
    en: 'a duty needs the offices that answer for it',
  },
  'fault.file_name': {
    vi: 'giá trị {name} phải nằm trong tệp cùng tên',
    en: 'parameter {name} is not in a file of its name',
  },
  'fault.twice_step': { vi: 'bước {name} có hai lần', en: 'there are two steps {name}' },
  'fault.twice_procedure': { vi: 'thủ tục {name} có hai lần', en: 'there are two procedures {name}' },
  'fault.twice_parameter': { vi: 'giá trị {name} có hai tệp', en: 'two parameter files say {name}' },
  'fault.twice_document': { vi: 'văn bản {name} có hai lần', en: 'the document {name} stands twice' },
  'fault.case_id': {
    vi: 'tên tình huống (id) chỉ dùng chữ thường không dấu, chữ số và gạch nối',
    en: 'the id of a case is made of a–z, 0–9 and hyphens',
  },
  'fault.case_day': {
    vi: 'ngày viết năm-tháng-ngày, như 2025-06-20',
    en: 'a day is written year-month-day, as 2025-06-20',
  },
  'fault.case_fact': {
    vi: 'dữ kiện là chữ, số, true, false hoặc danh sách [a, b]; chưa biết thì bỏ hẳn dòng ấy',
    en: 'a fact is text, a number, true, false or a list [a, b]; leave the line out when it is not known',
  },
  'fault.twice_case': { vi: 'hai tình huống cùng mang tên {name}', en: 'two cases are called {name}' },
  'fault.twice_fact': { vi: 'dữ kiện {name} có hai lần', en: 'the fact {name} stands twice' },
  'fault.no_step': { vi: 'không có bước {name}', en: 'no step {name}' },
  'fault.no_stage': { vi: 'không có giai đoạn {name}', en: 'no stage {name}' },
  'fault.no_fact': { vi: 'dữ kiện {name} chưa được khai báo', en: 'fact {name} is not declared' },
  'fault.no_parameter': { vi: 'không có giá trị {name}', en: 'no parameter {name}' },
  'fault.no_document': {
    vi: 'văn bản {name} không có trong documents.yaml',
    en: '{name} is not in documents.yaml',
  },
  'fault.no_office': { vi: 'không có loại chức danh {name}', en: 'no office {name}' },
  'fault.no_action': { vi: 'không có quyền {name}', en: 'no action {name}' },
  'fault.no_catalogue': { vi: 'không có danh mục {name}', en: 'no catalogue {name}' },
  'fault.no_unit_kind': { vi: 'không có loại tổ chức {name}', en: 'no unit kind {name}' },
  'fault.no_choices': { vi: 'câu hỏi {name} không có lựa chọn nào', en: '{name} has nothing to choose from' },
  'fault.no_answer': { vi: 'không có câu trả lời {name}', en: 'no answer {name}' },
  'fault.never_answered': { vi: '{name} không bao giờ là {is}', en: '{name} is never {is}' },
  'fault.no_guard': { vi: 'không có điều kiện loại {name}', en: 'guard {name} is no word of the vocabulary' },
  'fault.no_clock': { vi: 'không có thời hạn loại {name}', en: 'clock {name} is no word of the vocabulary' },
  'fault.args': { vi: '{name}: tham số không đúng: {said}', en: '{name}: wrong arguments: {said}' },
  'fault.stage_cycle': {
    vi: 'các giai đoạn đi vòng: {cycle}',
    en: 'the stages go round in a cycle: {cycle}',
  },
  'fault.way_out_cycle': {
    vi: 'lối ra đi vòng, các bước chờ nhau: {cycle}',
    en: 'ways out go round, the steps wait for each other: {cycle}',
  },
  'fault.provision': {
    vi: 'quy định riêng không dùng được ({reason})',
    en: 'a local provision cannot be used ({reason})',
  },
} as const;

export type FaultCode = keyof typeof faultMessages;
