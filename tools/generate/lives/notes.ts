// Words of helpers about a month: put together from plain sentences that fit anybody and tell nothing of anyone.
import type { Chance } from '../draw.ts';

const work = [
  'Hoàn thành tốt công việc được giao trong tháng.',
  'Chấp hành nghiêm nội quy, quy chế nơi công tác và quy ước nơi cư trú.',
  'Tham gia đầy đủ các hoạt động của đoàn thể.',
  'Tích cực tham gia phong trào chung của thôn, tổ.',
  'Có ý thức giúp đỡ mọi người, được quần chúng tin cậy.',
  'Gương mẫu trong công việc, giữ gìn đoàn kết.',
];
const growth = [
  'Đã học thêm về Điều lệ Đảng và có trao đổi với người giúp đỡ.',
  'Có tiến bộ trong nhận thức về Đảng, động cơ phấn đấu rõ ràng.',
  'Cần mạnh dạn hơn khi phát biểu ý kiến.',
  'Cần sắp xếp thời gian để tham gia sinh hoạt đều hơn.',
  'Đề nghị chi bộ tiếp tục giao việc để rèn luyện.',
  'Đã hoàn thành nhiệm vụ chi bộ giao, kết quả tốt.',
];

export const noteText = (chance: Chance): string => `${chance.pick(work)} ${chance.pick(growth)}`;
