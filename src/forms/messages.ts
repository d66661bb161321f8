// Words that the server says of forms of reports, Vietnamese and English.
export const messages = {
  'forms.unknown': {
    vi: 'Không có mẫu báo cáo này trong phạm vi của đơn vị.',
    en: 'There is no such form for this unit.',
  },
  'forms.faulty': {
    vi: 'Mẫu báo cáo có lỗi nên chưa nhận. Các mẫu đang dùng giữ nguyên.',
    en: 'The form is faulty and was not taken over. The forms in use stay as they are.',
  },
  'forms.taken': {
    vi: 'Đã có mẫu mang tên “{name}”. Xin đặt tên (id) khác.',
    en: 'A form is called “{name}” already. Please give it another id.',
  },
} as const;
