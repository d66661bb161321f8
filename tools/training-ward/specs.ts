// Who stands where on the road, and what is to be learnt from it. `last` is the last thing that happened, `ago`
// how many days back; `monthsAgo` sets single facts apart from the usual pace.
export interface Spec {
  id: number;
  cell: string;
  last: string;
  ago: number;
  age: number;
  source: string;
  by: string;
  occupation: string;
  sex?: 'M' | 'F';
  schooling?: string;
  profession?: string;
  monthsAgo?: Record<string, number>;
  untold?: true;
  helperMoved?: true;
  short?: true;
  papersMissing?: string;
  closed?: { ago: number; why: string };
  lesson?: string;
}

const youth = { source: 'Đoàn viên - thanh niên', by: 'Đoàn phường Kinh Bắc', occupation: 'Nghề khác' };
const teacher = { source: 'Giáo viên', by: 'Công đoàn trường', occupation: 'Viên chức' };
const woman = {
  source: 'Hội viên Hội Phụ nữ',
  by: 'Hội Phụ nữ phường',
  occupation: 'Nghề khác',
  sex: 'F' as const,
};
const worker = {
  source: 'Công nhân, lao động doanh nghiệp',
  by: 'Công đoàn phường',
  occupation: 'Doanh nghiệp',
};
const soldier = {
  source: 'Bộ đội hoàn thành nghĩa vụ quân sự (xuất ngũ)',
  by: 'Hội Cựu chiến binh phường',
  occupation: 'Nghề khác',
  sex: 'M' as const,
};
const graduate = {
  source: 'Sinh viên, học sinh tốt nghiệp trở về địa phương',
  by: 'Đoàn phường Kinh Bắc',
  occupation: 'Doanh nghiệp',
};
const part = {
  source: 'Người hoạt động không chuyên trách ở thôn, bản, khu phố',
  by: 'Chi bộ khu phố',
  occupation: 'Không chuyên trách tổ dân phố',
};

const before: Omit<Spec, 'id'>[] = [
  { ...youth, cell: 'kp1', last: 'nominatedOn', ago: 20, age: 22 },
  {
    ...woman,
    cell: 'kp4',
    last: 'nominatedOn',
    ago: 45,
    age: 31,
    untold: true,
    lesson: 'Chưa thông báo và chưa có sự đồng ý của quần chúng',
  },
  {
    ...youth,
    cell: 'kp2',
    last: 'nominatedOn',
    ago: 30,
    age: 17.4,
    source: 'Học sinh',
    occupation: 'Học sinh, sinh viên',
    profession: 'Chưa qua đào tạo',
    lesson: 'Chưa đủ 18 tuổi',
  },
  { ...teacher, cell: 'th', last: 'listedOn', ago: 30, age: 26 },
  { ...soldier, cell: 'kp6', last: 'listedOn', ago: 60, age: 23 },
  { ...graduate, cell: 'kp3', last: 'certificateOn', ago: 25, age: 24 },
  { ...teacher, cell: 'mn', last: 'certificateOn', ago: 200, age: 28, sex: 'F' },
  { ...worker, cell: 'kp5', last: 'certificateOn', ago: 70, age: 29 },
  { ...youth, cell: 'kp1', last: 'helperOn', ago: 40, age: 25 },
  {
    ...part,
    cell: 'kp2',
    last: 'helperOn',
    ago: 120,
    age: 34,
    helperMoved: true,
    lesson: 'Đảng viên giúp đỡ đã chuyển sinh hoạt đi',
  },
  {
    ...worker,
    cell: 'kp6',
    last: 'helperOn',
    ago: 35,
    age: 33,
    schooling: '5/12',
    profession: 'Sơ cấp',
    lesson: 'Chưa có trình độ trung học cơ sở',
  },
  { ...teacher, cell: 'thcs', last: 'permittedOn', ago: 20, age: 27 },
  {
    ...woman,
    cell: 'kp4',
    last: 'permittedOn',
    ago: 50,
    age: 36,
    papersMissing: 'Nghị quyết giới thiệu của đoàn thể',
  },
  { ...graduate, cell: 'kp3', last: 'dossierOn', ago: 15, age: 25 },
  { ...youth, cell: 'kp5', last: 'verificationSentOn', ago: 20, age: 26 },
  {
    ...soldier,
    cell: 'kp1',
    last: 'verificationSentOn',
    ago: 130,
    age: 27,
    lesson: 'Thẩm tra gửi đã quá 30 ngày làm việc chưa có trả lời',
  },
  {
    cell: 'ca',
    last: 'verificationRepliedOn',
    ago: 10,
    age: 24,
    source: 'Đoàn viên - thanh niên',
    by: 'Đoàn phường Kinh Bắc',
    occupation: 'Công an',
    sex: 'M',
  },
  {
    ...worker,
    cell: 'kp4',
    last: 'verificationRepliedOn',
    ago: 30,
    age: 30,
    monthsAgo: {
      nominatedOn: 25,
      listedOn: 24,
      certificateOn: 20,
      helperOn: 19,
      permittedOn: 15,
      dossierOn: 14,
    },
    lesson: 'Hồ sơ lập đã quá 12 tháng',
  },
  {
    ...part,
    cell: 'kp6',
    last: 'verificationRepliedOn',
    ago: 25,
    age: 38,
    monthsAgo: { nominatedOn: 66, listedOn: 65, certificateOn: 62 },
    lesson: 'Giấy chứng nhận lớp nhận thức đã quá 60 tháng',
  },
  {
    ...graduate,
    cell: 'kp2',
    last: 'cellVoteOn',
    ago: 18,
    age: 27,
    short: true,
    lesson: 'Chi bộ biểu quyết chưa đủ hai phần ba',
  },
  { ...youth, cell: 'kp3', last: 'cellVoteOn', ago: 15, age: 28 },
  {
    cell: 'yte',
    last: 'cellVoteOn',
    ago: 8,
    age: 29,
    source: 'Đoàn viên - thanh niên',
    by: 'Công đoàn phường',
    occupation: 'Viên chức',
    sex: 'F',
  },
  { ...soldier, cell: 'kp1', last: 'baseVoteOn', ago: 12, age: 25 },
  { ...teacher, cell: 'th', last: 'decisionOn', ago: 12, age: 30, sex: 'F' },
  {
    ...worker,
    cell: 'kp5',
    last: 'decisionOn',
    ago: 65,
    age: 32,
    lesson: 'Có quyết định đã quá 30 ngày làm việc chưa tổ chức lễ kết nạp',
  },
];

const probation: Omit<Spec, 'id'>[] = [
  { ...youth, cell: 'kp2', last: 'admittedOn', ago: 45, age: 24 },
  { ...teacher, cell: 'mn', last: 'admittedOn', ago: 150, age: 27, sex: 'F' },
  { ...graduate, cell: 'kp3', last: 'admittedOn', ago: 268, age: 25 },
  { ...soldier, cell: 'kp6', last: 'helperNoteOn', ago: 6, age: 24 },
  { ...teacher, cell: 'thcs', last: 'recognitionCellVoteOn', ago: 5, age: 29 },
  { ...worker, cell: 'kp4', last: 'recognitionBaseVoteOn', ago: 4, age: 31 },
  {
    ...woman,
    cell: 'kp1',
    last: 'admittedOn',
    ago: 425,
    age: 33,
    lesson: 'Dự bị đã quá 12 tháng, chi bộ chưa xét công nhận chính thức',
  },
];

const closed: Omit<Spec, 'id'>[] = [
  {
    ...youth,
    cell: 'kp2',
    last: 'certificateOn',
    ago: 400,
    age: 23,
    closed: { ago: 120, why: 'Chuyển đi nơi khác' },
  },
  { ...worker, cell: 'kp5', last: 'listedOn', ago: 300, age: 35, closed: { ago: 90, why: 'Xin thôi' } },
];

export const specs: readonly Spec[] = [...before, ...probation, ...closed].map((spec, at) => ({
  id: at + 1,
  ...spec,
}));
