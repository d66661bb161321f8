// The columns of a list of members (danh sách đảng viên). The personal ones are shared with candidates.
import { column } from './column.ts';

export const personColumns = {
  name: column(
    'name',
    'Họ và tên|Full name',
    'ho ten|ho ten khai sinh|ho va ten khai sinh|ten dang vien|ho va ten dang vien|ho ten dang vien|ho va ten chu dem|ho va ten quan chung|ten quan chung|hoten',
    {
      required: true,
      example: 'Nguyễn Thị Lan',
    },
  ),
  sex: column('sex', 'Giới tính|Sex', 'gioi|phai|nam nu|nu|la nu|gt|nam hay nu', {
    example: 'Nữ',
    hint: { vi: 'Nam hoặc Nữ', en: 'Nam (male) or Nữ (female)' },
  }),
  bornOn: column(
    'day',
    'Ngày sinh|Born on',
    'ngay thang nam sinh|nam sinh|sinh ngay|ngay sinh dd mm yyyy|ngay thang sinh|sinh nam|ns|tuoi sinh',
    {
      example: '12/05/1987',
      hint: { vi: 'ngày/tháng/năm; hoặc 5/1987; hoặc 1987', en: 'dd/mm/yyyy, or 5/1987, or 1987' },
    },
  ),
  unit: column(
    'unit',
    'Chi bộ|Cell',
    'ten chi bo|chi bo sinh hoat|don vi|don vi sinh hoat|noi sinh hoat|sinh hoat tai chi bo|thuoc chi bo|chi bo dang sinh hoat|to chuc dang',
    {
      class: 1,
      example: 'Chi bộ khu phố 1',
    },
  ),
  identity: column(
    'identity',
    'Số căn cước|Identity number',
    'cccd|so cccd|can cuoc cong dan|so can cuoc cong dan|so dinh danh ca nhan|so dinh danh|cmnd|so cmnd|cmnd cccd|so cmnd cccd',
    {
      example: '000187000123',
    },
  ),
  phone: column(
    'phone',
    'Điện thoại|Telephone',
    'so dien thoai|dien thoai lien he|dt|sdt|so dt|dien thoai di dong|di dong',
    {
      example: '0900 000 123',
    },
  ),
  ethnicity: column('catalogue', 'Dân tộc|Ethnicity', 'thanh phan dan toc|dt toc', {
    list: 'ethnic_group',
    example: 'Kinh',
  }),
  religion: column('catalogue', 'Tôn giáo|Religion', 'thanh phan ton giao|theo ton giao', {
    list: 'religion',
    class: 3,
    example: 'Không',
  }),
  nativePlace: column(
    'place',
    'Quê quán|Native place',
    'que|nguyen quan|que quan xa huyen tinh|noi sinh que quan',
    {
      example: 'phường Kinh Bắc, tỉnh Bắc Ninh',
    },
  ),
  residence: column(
    'place',
    'Nơi cư trú|Residence',
    'cho o|noi o|cho o hien nay|noi o hien nay|noi cu tru hien nay|dia chi|dia chi thuong tru|ho khau thuong tru|thuong tru|dia chi hien nay',
    {
      example: 'khu phố 1, phường Kinh Bắc, tỉnh Bắc Ninh',
    },
  ),
  schooling: column(
    'schooling',
    'Giáo dục phổ thông|General education',
    'trinh do van hoa|van hoa|trinh do giao duc pho thong|trinh do hoc van|hoc van|tdvh|gdpt|trinh do pho thong|hoc van pho thong',
    {
      list: 'education_general',
      example: 'THPT',
    },
  ),
  profession: column(
    'catalogue',
    'Chuyên môn nghiệp vụ|Professional education',
    'trinh do chuyen mon|chuyen mon|trinh do chuyen mon nghiep vu|tdcm|trinh do cm|bang cap|cmnv|trinh do chuyen mon cao nhat',
    {
      list: 'education_professional',
      example: 'Đại học',
    },
  ),
  theory: column(
    'catalogue',
    'Lý luận chính trị|Political theory',
    'trinh do ly luan chinh tri|llct|ly luan|trinh do llct|trinh do ly luan|trinh do chinh tri',
    {
      list: 'political_theory',
      example: 'Trung cấp',
    },
  ),
  occupation: column(
    'catalogue',
    'Nghề nghiệp|Occupation',
    'nghe nghiep hien nay|cong viec|cong viec hien nay|nghe|cong viec dang lam|nghe nghiep cong tac|nghe nghiep ban than',
    {
      list: 'occupation_member',
      example: 'Viên chức',
    },
  ),
  workplace: column(
    'text',
    'Nơi làm việc|Workplace',
    'don vi cong tac|noi cong tac|co quan cong tac|chuc vu don vi cong tac|chuc vu co quan cong tac',
    {
      example: 'Trường Tiểu học Kinh Bắc',
    },
  ),
  youthUnion: column(
    'have',
    'Đoàn viên|Youth Union member',
    'doan vien tncs|ngay vao doan|la doan vien|doan vien thanh nien|vao doan|doan tncs ho chi minh|doan vien tncs ho chi minh',
    {
      example: 'x',
      hint: { vi: 'x hoặc ngày vào Đoàn', en: 'x, or the day of joining' },
    },
  ),
};

/** Columns a connected installation (profile B) must refuse; named so that they are recognised and said. */
export const sensitiveColumns = {
  health: column('text', 'Sức khỏe|Health', 'tinh trang suc khoe|tinh hinh suc khoe', { class: 3 }),
  relatives: column(
    'text',
    'Hoàn cảnh gia đình|Relatives',
    'gia dinh|ho ten bo me vo chong con|quan he gia dinh|bo me|vo chong|hoan canh gia dinh va xa hoi|nguoi than',
    {
      class: 3,
    },
  ),
  history: column(
    'text',
    'Lý lịch bản thân|Personal history',
    'tom tat ly lich|qua trinh cong tac|qua trinh hoat dong|qua trinh ban than',
    { class: 3 },
  ),
  discipline: column('text', 'Kỷ luật|Discipline', 'ky luat dang|hinh thuc ky luat|khen thuong ky luat', {
    class: 4,
  }),
  political: column(
    'text',
    'Lịch sử chính trị|Political history',
    'van de chinh tri|lich su chinh tri ban than|lich su chinh tri gia dinh|lich su chinh tri va chinh tri hien nay',
    { class: 4 },
  ),
  note: column('text', 'Ghi chú|Note', 'ghi chu khac|nhan xet|y kien|luu y|danh gia|nhan xet danh gia', {
    class: 3,
  }),
};

export const memberColumns = {
  ...personColumns,
  status: column(
    'word',
    'Loại đảng viên|Standing',
    'tinh trang|dang vien chinh thuc du bi|chinh thuc du bi|tinh trang dang vien|loai|tinh trang sinh hoat',
    {
      list: 'member_status',
      example: 'Chính thức',
    },
  ),
  admittedOn: column(
    'day',
    'Ngày vào Đảng|Admitted on',
    'ngay ket nap|vao dang|ngay vao dang du bi|ngay thang nam vao dang|ngay du bi|du bi|ket nap|ngay vao dang lan dau|ngay ket nap dang|ngay le ket nap|nam vao dang|ngay vao dcsvn',
    {
      example: '19/05/2012',
    },
  ),
  decisionNumber: column(
    'text',
    'Số quyết định kết nạp|Admission decision no.',
    'quyet dinh ket nap so|so qd ket nap|quyet dinh ket nap',
    { example: '125-QĐNS/TU' },
  ),
  decisionOn: column(
    'day',
    'Ngày quyết định kết nạp|Admission decision on',
    'ngay qd ket nap|quyet dinh ket nap ngay|ngay ra quyet dinh ket nap',
    { example: '10/05/2012' },
  ),
  officialOn: column(
    'day',
    'Ngày chính thức|Official on',
    'chinh thuc|ngay vao dang chinh thuc|ngay cong nhan chinh thuc|cong nhan chinh thuc|ngay cong nhan dang vien chinh thuc|ngay thang nam chinh thuc|vao dang chinh thuc|ngay chinh thuc vao dang',
    {
      example: '19/05/2013',
    },
  ),
  cardNumber: column(
    'card',
    'Số thẻ đảng viên|Party card no.',
    'so the|the dang vien|so the dang|the dang|so the dv',
    {
      example: '27000123',
      hint: { vi: '8 hoặc 12 chữ số', en: '8 or 12 digits' },
    },
  ),
  cardOn: column('day', 'Ngày phát thẻ|Card issued on', 'ngay cap the|ngay phat the dang|ngay nhan the', {
    example: '02/09/2013',
  }),
  fileNumber: column(
    'text',
    'Số lý lịch|File no.',
    'so ly lich dang vien|so ho so|so ll|so ho so dang vien',
    { example: '001245' },
  ),
  position: column(
    'text',
    'Chức vụ Đảng|Party position',
    'chuc vu trong dang|chuc vu dang|chuc vu|chuc danh trong dang|chuc vu dang doan the',
    { example: 'Chi ủy viên' },
  ),
  post: column(
    'text',
    'Chức vụ chính quyền|Post',
    'chuc vu cong tac|chuc vu chinh quyen doan the|chuc danh|chuc vu chuyen mon',
    { example: 'Giáo viên' },
  ),
  exempt: column(
    'have',
    'Miễn công tác và sinh hoạt|Exempt',
    'mien sinh hoat|mien cong tac sinh hoat|mien sh|mien s h|mien shd|dang vien mien sinh hoat|mien cong tac|mien cong tac va sinh hoat dang|duoc mien',
    {
      example: '',
      hint: { vi: 'x hoặc ngày được miễn', en: 'x, or the day of exemption' },
    },
  ),
  arrivedOn: column(
    'day',
    'Ngày chuyển đến|Moved in on',
    'chuyen den|ngay chuyen sinh hoat den|ngay chuyen den chi bo',
    { example: '' },
  ),
  arrivedFrom: column('text', 'Nơi chuyển đến từ|Moved in from', 'chuyen tu|noi chuyen di|chuyen den tu', {
    class: 1,
  }),
  badge: column('text', 'Huy hiệu Đảng|Party badge', 'huy hieu|huy hieu dang nam tuoi dang', { example: '' }),
  ...sensitiveColumns,
};
