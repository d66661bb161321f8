// What is said when something cannot have been, whatever the law says: said by the rooms that record it and by the
// worked cases alike.
import type { Message } from '../../platform/messages.ts';

export const ballotMessages = {
  'ballot.not_counts': {
    vi: 'Kết quả biểu quyết phải gồm các số nguyên không âm và tổng số người được tính phải lớn hơn 0.',
    en: 'A vote is made of whole numbers, none below zero, and at least one person must be counted.',
  },
  'ballot.excluded_above_total': {
    vi: 'Số người không tính ({excluded}) nhiều hơn tổng số đảng viên chính thức ({total}).',
    en: 'More people are left out ({excluded}) than there are official members ({total}).',
  },
  'ballot.base_differs': {
    vi: 'Số người được tính là {base}, nhưng tổng số trừ các trường hợp không tính phải là {expected}.',
    en: 'The base is {base}, but the total less those left out is {expected}.',
  },
  'ballot.base_above_total': {
    vi: 'Số người được tính ({base}) nhiều hơn tổng số đảng viên chính thức ({total}).',
    en: 'The base ({base}) is larger than the number of official members ({total}).',
  },
  'ballot.votes_above_base': {
    vi: 'Tổng số phiếu ({votes}) nhiều hơn số người được tính ({base}). Xin kiểm tra lại biên bản.',
    en: 'There are more votes ({votes}) than people counted ({base}). Please check the minutes.',
  },
  'ballot.present_above_base': {
    vi: 'Số người có mặt được biểu quyết ({present}) nhiều hơn số người được tính ({base}). Người có mặt thì được tính, không nằm trong diện trừ.',
    en: 'More people were present ({present}) than are counted ({base}). Whoever is present is counted, not left out.',
  },
  'ballot.votes_above_present': {
    vi: 'Tổng số phiếu ({votes}) nhiều hơn số người có mặt ({present}).',
    en: 'There are more votes ({votes}) than people present ({present}).',
  },
  'ballot.excused_voted': {
    vi: 'Số người vắng có lý do ({excused}) cộng với số người có mặt hoặc đã biểu quyết vượt quá số người được tính ({base}).',
    en: 'Those excused ({excused}) and those present or voting are together more than the base ({base}).',
  },
} as const satisfies Record<string, Message>;

export const orderMessages = {
  'admission.class_backwards': {
    vi: 'Ngày học xong không thể trước ngày bắt đầu học.',
    en: 'The class cannot end before it begins.',
  },
  'admission.received_before_issued': {
    vi: 'Ngày nhận quyết định ({to}) không thể trước ngày ban hành ({from}).',
    en: 'A decision cannot be received ({to}) before it is issued ({from}).',
  },
  'admission.decided_before_vote': {
    vi: 'Quyết định ({to}) không thể có trước khi chi bộ biểu quyết ({from}).',
    en: 'The decision ({to}) cannot come before the vote of the cell ({from}).',
  },
  'admission.received_before_sent': {
    vi: 'Nơi thẩm tra không thể nhận ({to}) trước ngày gửi ({from}).',
    en: 'The letter cannot arrive ({to}) before it is sent ({from}).',
  },
  'admission.reply_before_request': {
    vi: 'Chưa gửi thẩm tra đến nơi này trước ngày ấy nên chưa thể có trả lời.',
    en: 'Nothing had been sent to that place by then, so there can be no reply.',
  },
} as const satisfies Record<string, Message>;

/** A fact of a worked case that is of no such kind. */
export const factMessages = {
  'fact.not_a_day': {
    vi: '{fact}: “{value}” không phải một ngày có thật (viết 2025-06-20; chỉ nhớ tháng thì 2025-06, chỉ nhớ năm thì 2025).',
    en: '{fact}: “{value}” is no day (write 2025-06-20, or 2025-06, or 2025).',
  },
  'fact.not_a_count': {
    vi: '{fact}: “{value}” không phải một số nguyên không âm.',
    en: '{fact}: “{value}” is no whole number from zero on.',
  },
  'fact.not_a_number': {
    vi: '{fact}: “{value}” không phải một số không âm.',
    en: '{fact}: “{value}” is no number from zero on.',
  },
  'fact.out_of_range': {
    vi: '{fact}: “{value}” phải từ {min} đến {max}.',
    en: '{fact}: “{value}” must lie between {min} and {max}.',
  },
  'fact.not_a_flag': {
    vi: '{fact}: “{value}” phải là true (có) hoặc false (không).',
    en: '{fact}: “{value}” must be true or false.',
  },
  'fact.not_a_choice': {
    vi: '{fact}: “{value}” không có trong danh mục ({codes}).',
    en: '{fact}: “{value}” is none of the codes ({codes}).',
  },
  'fact.not_text': {
    vi: '{fact}: “{value}” phải là một chuỗi chữ.',
    en: '{fact}: “{value}” must be a text.',
  },
  'fact.not_a_list': {
    vi: '{fact}: “{value}” phải là một danh sách [a, b].',
    en: '{fact}: “{value}” must be a list [a, b].',
  },
} as const satisfies Record<string, Message>;

export const possibleMessages = { ...ballotMessages, ...orderMessages, ...factMessages } as const;
export type ImpossibleCode = keyof typeof possibleMessages;
