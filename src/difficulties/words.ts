// The words of topics, states and steps of difficulties.
import type { Message } from '../platform/messages.ts';
import type { DifficultyState, difficultyTopics } from './view.ts';
import type { DifficultyStep } from './difficulty.ts';

export const topicLabels: Record<(typeof difficultyTopics)[number], Message> = {
  sourcing: { vi: 'Tạo nguồn, bồi dưỡng', en: 'Sourcing and classes' },
  procedure: { vi: 'Thủ tục, hồ sơ, thẩm tra', en: 'Procedure, papers, verification' },
  members: { vi: 'Quản lý đảng viên', en: 'Members' },
  organisation: { vi: 'Tổ chức, sinh hoạt chi bộ', en: 'Organisation and meetings' },
  means: { vi: 'Kinh phí, phương tiện', en: 'Money and means' },
  other: { vi: 'Việc khác', en: 'Other' },
};
export const stateLabels: Record<DifficultyState, Message> = {
  waiting: { vi: 'Chờ trả lời', en: 'Waiting for an answer' },
  taken_up: { vi: 'Đang giải quyết', en: 'Taken up' },
  answered: { vi: 'Đã trả lời', en: 'Answered' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
};
export const stepLabels: Record<DifficultyStep['step'], Message> = {
  raised: { vi: 'Nêu khó khăn', en: 'Raised' },
  taken_up: { vi: 'Tiếp nhận giải quyết', en: 'Taken up' },
  passed_up: { vi: 'Chuyển cấp trên', en: 'Passed up' },
  answered: { vi: 'Trả lời', en: 'Answered' },
  withdrawn: { vi: 'Rút lại', en: 'Withdrawn' },
};
