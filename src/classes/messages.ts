// Words of the class room: why something was not written, and what is said about days and people. Vietnamese, English.
import type { Message } from '../platform/messages.ts';

export const messages = {
  'classes.day_off': {
    vi: 'Ngày này là ngày nghỉ theo lịch: {note}. Vẫn xếp lớp được, xin cân nhắc.',
    en: 'A day off by the calendar: {note}. The class may still be held; please consider.',
  },
  'classes.day_makeup': {
    vi: 'Ngày này là ngày làm bù theo lịch: {note}. Học viên có thể phải đi làm.',
    en: 'A make-up working day by the calendar: {note}. Trainees may have to work.',
  },
  'classes.seats_below': {
    vi: 'Lớp đã nhận {taken} người; số chỗ không thể ít hơn.',
    en: '{taken} people are enrolled; there cannot be fewer seats.',
  },
  'classes.session_marked': {
    vi: 'Buổi học ngày {day} đã điểm danh nên không bỏ và không đổi ngày được.',
    en: 'The session of {day} has been marked; it can neither be dropped nor moved.',
  },
  'classes.sort_fixed': {
    vi: 'Lớp đã có người nên không đổi loại lớp được.',
    en: 'Somebody is on the class already; its kind cannot change.',
  },
  'classes.least_above': {
    vi: 'Số buổi phải dự ({least}) nhiều hơn số buổi của lớp ({sessions}).',
    en: 'More sessions are asked ({least}) than the class has ({sessions}).',
  },
  'classes.time_order': {
    vi: 'Giờ kết thúc phải sau giờ bắt đầu của buổi học.',
    en: 'A session ends after it begins.',
  },
  'classes.called_off': { vi: 'Lớp này đã hủy.', en: 'This class was called off.' },
  'classes.has_certificates': {
    vi: 'Lớp đã cấp giấy chứng nhận nên không hủy được.',
    en: 'Certificates were given; the class cannot be called off.',
  },
  'classes.not_yet': {
    vi: 'Buổi học ngày {day} chưa diễn ra nên chưa điểm danh được.',
    en: 'The session of {day} has not taken place yet.',
  },
  'classes.not_enrolled': {
    vi: 'Có người không phải học viên của lớp. Xin tải lại trang. Chưa ghi gì.',
    en: 'Somebody is not enrolled in this class. Please reload the page. Nothing was written.',
  },
  'classes.why_present': {
    vi: 'Người có mặt thì không ghi lý do vắng.',
    en: 'Somebody present has no reason for absence.',
  },
  'classes.number_taken': {
    vi: 'Số giấy chứng nhận đã cấp trong năm cho người khác. Chưa cấp giấy nào; xin xem danh sách.',
    en: 'A certificate number was given to somebody else this year. None was issued; see the list.',
  },
  'classes.person_twice': {
    vi: 'Một người có tên hai lần trong danh sách cấp giấy chứng nhận.',
    en: 'Somebody stands twice on the list of certificates.',
  },
  'classes.number_twice': {
    vi: 'Số {number} được ghi cho hai người. Chưa cấp giấy nào.',
    en: 'Number {number} stands for two people. None was issued.',
  },
  'classes.not_ready': {
    vi: 'Có người chưa đủ điều kiện cấp giấy. Chưa cấp giấy nào; xin xem danh sách.',
    en: 'Some are not ready for a certificate. None was issued; see the list.',
  },
  'classes.before_end': {
    vi: 'Ngày cấp giấy ({day}) trước buổi học cuối ({last}).',
    en: 'The day of issue ({day}) lies before the last session ({last}).',
  },
  // why one of many was left out
  'classes.left_unknown': {
    vi: 'Không có trong danh sách được chọn của lớp.',
    en: 'Not on the list of this class.',
  },
  'classes.left_already': { vi: 'Đã có tên trong lớp này.', en: 'Already on this class.' },
  'classes.left_other': { vi: 'Đang có tên ở lớp khác: {label}.', en: 'On another class: {label}.' },
  'classes.left_stage': {
    vi: 'Hồ sơ chưa ở giai đoạn học lớp này.',
    en: 'The dossier is not at the stage of this class.',
  },
  'classes.left_certified': {
    vi: 'Đã có giấy chứng nhận còn giá trị.',
    en: 'Holds a certificate that is still valid.',
  },
  'classes.left_not_sent': { vi: 'Cấp ủy chưa cử đi học.', en: 'Not sent by the committee yet.' },
  'classes.left_no_seat': { vi: 'Lớp hết chỗ, vẫn ở danh sách chờ.', en: 'No seat is free; still waiting.' },
  'classes.left_has_certificate': {
    vi: 'Đã được cấp giấy chứng nhận của lớp này.',
    en: 'Holds the certificate of this class.',
  },
  // why somebody has not completed the class
  'classes.lacks_sessions': {
    vi: 'Mới dự {attended}/{needed} buổi.',
    en: '{attended} of {needed} sessions attended.',
  },
  'classes.lacks_paper': { vi: 'Chưa chấm bài thu hoạch.', en: 'The paper is not marked yet.' },
  'classes.failed_paper': { vi: 'Bài thu hoạch chưa đạt.', en: 'The paper was not passed.' },
  'classes.training_data': { vi: 'DỮ LIỆU MÔ PHỎNG', en: 'SIMULATED DATA' },
} as const satisfies Record<string, Message>;
