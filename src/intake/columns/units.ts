// The columns of the other four lists: units, offices, yearly targets and dated acts.
import { column } from './column.ts';
import { personColumns, sensitiveColumns } from './members.ts';

const decision = {
  decisionNumber: column(
    'text',
    'Số quyết định|Decision no.',
    'so qd|quyet dinh so|so van ban|van ban so|quyet dinh',
    { class: 1, example: '12-QĐ/ĐU' },
  ),
  decisionOn: column(
    'day',
    'Ngày quyết định|Decision on',
    'ngay qd|quyet dinh ngay|ngay van ban|ngay ban hanh',
    { class: 1, example: '15/06/2020' },
  ),
  decisionBy: column(
    'text',
    'Cấp ban hành|Decided by',
    'co quan ban hanh|cap quyet dinh|co quan quyet dinh|noi ban hanh',
    { class: 1, example: 'Đảng ủy phường Kinh Bắc' },
  ),
};

export const unitColumns = {
  name: column(
    'unit',
    'Tên tổ chức đảng|Unit',
    'ten chi bo|ten don vi|to chuc dang|chi bo|don vi|ten to chuc|ten dang bo chi bo|ten to chuc co so dang',
    {
      required: true,
      class: 1,
      example: 'Chi bộ khu phố 1',
    },
  ),
  kind: column('word', 'Cấp, loại tổ chức|Unit kind', 'loai to chuc|cap to chuc|loai to chuc dang|cap|loai', {
    list: 'unit_kind',
    class: 1,
    example: 'Chi bộ trực thuộc',
  }),
  type: column(
    'catalogue',
    'Loại hình|Cell type',
    'loai hinh chi bo|loai chi bo|loai hinh co so|khoi|thuoc khoi',
    {
      list: 'cell_type',
      class: 1,
      example: 'Chi bộ tổ dân phố, khu phố',
    },
  ),
  parent: column(
    'unit',
    'Trực thuộc|Belongs to',
    'cap tren|to chuc dang cap tren|cap tren truc tiep|truc thuoc dang bo|thuoc dang bo|don vi cap tren',
    {
      class: 1,
      example: 'Đảng bộ phường Kinh Bắc',
    },
  ),
  code: column('text', 'Mã tổ chức|Unit code', 'ma|ma don vi|ma so|ma chi bo|ma to chuc dang', {
    class: 1,
    example: 'KB-01',
  }),
  foundedOn: column('day', 'Ngày thành lập|Founded on', 'thanh lap|thanh lap ngay|nam thanh lap', {
    class: 1,
    example: '15/06/2003',
  }),
  endedOn: column(
    'day',
    'Ngày kết thúc hoạt động|Ended on',
    'ngay giai the|giai the|ngay ket thuc|ket thuc hoat dong',
    { class: 1, example: '' },
  ),
  fromOn: column('day', 'Trực thuộc từ ngày|Belongs since', 'truc thuoc tu|tu ngay|truc thuoc tu ngay', {
    class: 1,
    example: '',
  }),
  formerName: column('text', 'Tên cũ|Former name', 'ten goi cu|ten truoc day|ten goi truoc day', {
    class: 1,
    example: '',
  }),
  place: column('place', 'Địa bàn|Place', 'dia ban hoat dong|xa phuong|xa phuong thi tran', {
    class: 1,
    example: 'phường Kinh Bắc, tỉnh Bắc Ninh',
  }),
  membersStated: column(
    'count',
    'Số đảng viên|Members stated',
    'tong so dang vien|dang vien|so luong dang vien|so dv',
    { class: 1, example: '45' },
  ),
  ...decision,
};

export const officeColumns = {
  name: { ...personColumns.name, class: 2 as const, example: 'Trần Văn Hùng' },
  bornOn: personColumns.bornOn,
  sex: personColumns.sex,
  title: column(
    'text',
    'Chức danh|Office',
    'chuc vu|chuc vu dang|chuc danh dam nhiem|chuc danh hien nay|nhiem vu|chuc danh chuc vu|chuc vu trong dang',
    {
      required: true,
      class: 1,
      example: 'Bí thư chi bộ',
    },
  ),
  unit: column(
    'unit',
    'Đơn vị|Unit',
    'chi bo|to chuc dang|noi dam nhiem|ten to chuc dang|ten chi bo|don vi cong tac',
    {
      class: 1,
      example: 'Chi bộ khu phố 1',
    },
  ),
  namedUnits: column(
    'units',
    'Chi bộ phụ trách|Cells in charge of',
    'phu trach chi bo|phu trach|duoc phan cong phu trach|dia ban phu trach|chi bo duoc phan cong phu trach',
    {
      class: 1,
      example: 'Chi bộ khu phố 1; Chi bộ khu phố 2',
    },
  ),
  fromOn: column(
    'day',
    'Từ ngày|From',
    'tu|ngay bo nhiem|ngay giu chuc vu|thoi gian giu chuc vu tu|giu chuc tu ngay|ngay bat dau|bat dau',
    { class: 1, example: '20/03/2025' },
  ),
  toOn: column(
    'day',
    'Đến ngày|To',
    'den|ngay thoi giu chuc|ngay ket thuc|ket thuc|thoi gian giu chuc vu den',
    { class: 1, future: true, example: '' },
  ),
  phone: personColumns.phone,
  ...decision,
  note: sensitiveColumns.note,
};

/** One number, a range, or what is said where the number is not. */
const amountHint = {
  vi: 'một số hoặc khoảng (3-5); ≥ 2.070 hoặc khoảng 600 nếu không chính xác; “chưa rõ số” nếu có giao mà chưa biết số',
  en: 'a number or a range (3-5); ≥ 2.070 or “khoảng 600” when not exact; “chưa rõ số” when the number is not known',
};
const amount = (names: string, synonyms: string, example: string) =>
  column('range', names, synonyms, { class: 1, example, hint: amountHint });

export const targetColumns = {
  unit: column('unit', 'Đơn vị|Unit', 'chi bo|ten chi bo|ten don vi|to chuc dang|don vi chi bo', {
    required: true,
    class: 1,
    example: 'Chi bộ khu phố 1',
  }),
  year: column(
    'period',
    'Năm, giai đoạn|Year or period',
    'nam|giai doan|nhiem ky|ky|nam ke hoach|nam chi tieu|nam thuc hien|ky ke hoach',
    {
      class: 1,
      example: '2026',
      hint: {
        vi: 'một năm (2026), nhiều năm (2021-2025) hoặc nhiệm kỳ (20/08/2015 - 14/08/2020)',
        en: 'a year (2026), years (2021-2025) or a term (20/08/2015 - 14/08/2020)',
      },
    },
  ),
  target: amount(
    'Chỉ tiêu kết nạp|Target',
    'chi tieu|ke hoach|chi tieu duoc giao|chi tieu giao|ke hoach ket nap|ket nap chi tieu|chi tieu ket nap dang vien|ke hoach giao|chi tieu ket nap dang vien moi',
    '3-5',
  ),
  registered: amount(
    'Đăng ký|Registered',
    'dang ky ket nap|so dang ky|chi bo dang ky|don vi dang ky|chi tieu dang ky|ket nap dang ky',
    '4',
  ),
  aim: amount('Phấn đấu|Aim', 'dang ky phan dau|chi tieu phan dau|phan dau ket nap', '5'),
  sourcing: amount(
    'Chỉ tiêu tạo nguồn|Sourcing target',
    'tao nguon|nguon|so quan chung tao nguon|chi tieu nguon|gioi thieu nguon|tao nguon chi tieu',
    '8',
  ),
  training: amount(
    'Chỉ tiêu bồi dưỡng nhận thức|Class target',
    'boi duong nhan thuc|chi tieu boi duong|boi duong|lop nhan thuc|hoc lop nhan thuc|boi duong nhan thuc ve dang|chi tieu lop nhan thuc',
    '6',
  ),
  introduction: amount(
    'Chỉ tiêu giới thiệu|Introduction target',
    'chi tieu gioi thieu quan chung|gioi thieu quan chung uu tu|gioi thieu doan vien uu tu|doan the gioi thieu|chi tieu gioi thieu doan vien',
    '2',
  ),
  result: column(
    'tally',
    'Kết quả kết nạp|Result',
    'ket qua|da ket nap|thuc hien|ket qua thuc hien|so da ket nap|ket nap duoc|so ket nap',
    {
      class: 1,
      example: '1',
      hint: { vi: 'số nguyên; ≥ 2.070 nếu không chính xác', en: 'a whole number; ≥ 2.070' },
    },
  ),
  resultOn: column(
    'day',
    'Kết quả đến ngày|Result as of',
    'tinh den ngay|so lieu den ngay|ket qua tinh den',
    {
      class: 1,
      example: '',
    },
  ),
  verdict: column(
    'word',
    'Đánh giá kết quả|Verdict',
    'danh gia|muc do hoan thanh|dat hay khong dat|hoan thanh chi tieu',
    { class: 1, list: 'target_verdict', example: '' },
  ),
  fromOn: column('day', 'Giao từ ngày|Assigned since', 'ngay giao|ngay giao chi tieu|ap dung tu|giao tu', {
    class: 1,
    example: '',
  }),
  decisionNumber: column(
    'text',
    'Theo văn bản số|Document no.',
    'so van ban|van ban so|so quyet dinh|so qd|quyet dinh so|theo van ban|van ban giao|quyet dinh|can cu',
    {
      class: 1,
      example: '130-KH/ĐU',
      hint: { vi: 'số như trong sổ Văn bản', en: 'as in the register of documents' },
    },
  ),
  decisionOn: column(
    'day',
    'Ngày văn bản|Document on',
    'ngay quyet dinh|ngay qd|quyet dinh ngay|van ban ngay|ngay ban hanh',
    { class: 1, example: '15/01/2026' },
  ),
  decisionBy: decision.decisionBy,
};

export const actColumns = {
  act: column(
    'word',
    'Loại biến động|Act',
    'bien dong|noi dung|noi dung bien dong|hinh thuc|loai quyet dinh|su viec|ly do tang giam|loai',
    {
      required: true,
      list: 'act',
      class: 1,
      example: 'Chuyển sinh hoạt đi',
    },
  ),
  happenedOn: column(
    'day',
    'Ngày|Happened on',
    'ngay thuc hien|ngay bien dong|thoi gian|ngay thang|co hieu luc tu ngay|ngay hieu luc|ngay co hieu luc|tu ngay',
    {
      required: true,
      example: '01/08/2024',
    },
  ),
  name: { ...personColumns.name, required: undefined, example: 'Nguyễn Văn Bình' },
  bornOn: personColumns.bornOn,
  cardNumber: column('card', 'Số thẻ đảng viên|Party card no.', 'so the|the dang vien|so the dang', {
    example: '27000124',
  }),
  unit: column('unit', 'Chi bộ|Unit', 'don vi|ten chi bo|to chuc dang|chi bo sinh hoat', {
    class: 1,
    example: 'Chi bộ khu phố 2',
  }),
  place: column(
    'text',
    'Nơi đến, nơi đi|To or from',
    'noi chuyen den|noi chuyen di|noi den|noi di|chuyen den don vi|noi chuyen sinh hoat den',
    { class: 1, example: 'Đảng bộ phường Võ Cường' },
  ),
  reason: column('catalogue', 'Lý do|Reason', 'ly do xoa ten|nguyen nhan', {
    list: 'removal_reason',
    example: '',
  }),
  newName: column('text', 'Tên mới|New name', 'ten goi moi|ten moi cua to chuc', { class: 1, example: '' }),
  ...decision,
  note: sensitiveColumns.note,
};
