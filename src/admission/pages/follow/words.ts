// The words of what people note of somebody they follow, on the page of a dossier.
import type { Message } from '../../../platform/messages.ts';

export const followWords = {
  'follow.title': { vi: 'Quá trình bồi dưỡng', en: 'Following and fostering' },
  'follow.last': { vi: 'gặp gỡ, nhận xét gần nhất ngày {day}', en: 'last met or noted on {day}' },
  'follow.chosen': { vi: 'được chọn đề nghị kết nạp năm {year}', en: 'chosen for admission in {year}' },
  'follow.open_tasks': { vi: '{count} nhiệm vụ chưa ghi kết quả', en: '{count} tasks without a result' },
  'follow.all': { vi: 'Xem cả {count} việc', en: 'Show all {count}' },
  'follow.task': { vi: 'Giao nhiệm vụ: {task}', en: 'Task: {task}' },
  'follow.until': { vi: 'làm xong trước {day}', en: 'to be done by {day}' },
  'follow.result': { vi: 'Kết quả nhiệm vụ: {result}', en: 'Result of the task: {result}' },
  'follow.result_day': { vi: 'kết quả: {result}, {day}', en: 'result: {result}, {day}' },
  'follow.result_open': { vi: 'chưa ghi kết quả', en: 'no result yet' },
  'follow.month': { vi: 'Nhận xét tháng {month}: {state}', en: 'Note of {month}: {state}' },
  'follow.assessed': { vi: 'Đánh giá {half} {year}', en: 'Assessment, {half} {year}' },
  'follow.with': { vi: '{label}: {value}', en: '{label}: {value}' },
  'follow.paused': {
    vi: 'Tạm dừng theo dõi từ {day}: {reason}.',
    en: 'Paused since {day}: {reason}.',
  },
  'follow.expected': { vi: 'Dự kiến trở về {day}.', en: 'Expected back {day}.' },

  'people.opinion': { vi: 'Phát hiện, giới thiệu ban đầu', en: 'Discovery and opinion' },
  'people.charter': { vi: 'Giới thiệu theo Điều lệ Đảng', en: 'Introduction of the Charter' },
  'people.cells': { vi: 'Chi bộ theo dõi trước đây', en: 'Cells before' },
  'people.until': { vi: '{cell}, đến {day}', en: '{cell}, until {day}' },

  'ended.died': { vi: 'đã từ trần', en: 'died' },
  'ended.moved_out': { vi: 'chuyển sinh hoạt đảng ra khỏi nơi này', en: 'transferred elsewhere' },
  'ended.removed': { vi: 'xóa tên trong danh sách đảng viên', en: 'removed from the roll' },
  'ended.expelled': { vi: 'khai trừ', en: 'expelled' },
  'ended.left': { vi: 'xin ra khỏi Đảng', en: 'left the Party' },
} as const satisfies Record<string, Message>;
