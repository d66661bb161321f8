// Words that the server says of difficulties: every failure, Vietnamese and English.
export const messages = {
  'difficulty.waiting': { vi: 'Khó khăn, vướng mắc chờ trả lời', en: 'Difficulties to be answered' },
  'difficulty.answered_already': {
    vi: 'Khó khăn này vừa được cập nhật. Xin tải lại trang. Chưa ghi gì thêm.',
    en: 'This difficulty has just changed. Please reload the page. Nothing was written.',
  },
  'difficulty.words_needed': { vi: 'Xin ghi một lời.', en: 'Please write a word.' },
} as const;
