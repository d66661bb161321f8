// The columns of a list of candidates: the known dated facts of the road from nominee to official member, in
// whatever stage a person is taken over. What a file does not say stays “chưa có thông tin”.
import { column } from './column.ts';
import { personColumns, sensitiveColumns } from './members.ts';

const votes = 'so phieu tan thanh|phieu dong y|so phieu dong y|tan thanh';

const early = {
  stage: column(
    'word',
    'Giai đoạn|Stage',
    'buoc|tinh trang|trang thai|tinh trang ho so|dang o buoc|giai doan hien tai|tien do',
    {
      list: 'stage',
      example: 'Đã có chứng nhận lớp nhận thức',
    },
  ),
  source: column(
    'catalogue',
    'Nguồn|Source group',
    'thanh phan|doi tuong|nguon gioi thieu|nhom nguon|thuoc nguon|loai nguon',
    {
      list: 'candidate_source',
      example: 'Đoàn viên - thanh niên',
    },
  ),
  nominatedOn: column(
    'day',
    'Ngày giới thiệu|Nominated on',
    'ngay gioi thieu quan chung uu tu|gioi thieu ngay|ngay doan the gioi thieu|ngay phat hien|ngay gioi thieu nguon',
    { example: '26/03/2024' },
  ),
  nominatedBy: column(
    'text',
    'Tổ chức giới thiệu|Nominated by',
    'don vi gioi thieu|doan the gioi thieu|noi gioi thieu|nguoi gioi thieu|co quan gioi thieu',
    {
      class: 1,
      example: 'Đoàn phường Kinh Bắc',
    },
  ),
  toldOn: column(
    'day',
    'Ngày thông báo và được đồng ý|Told and agreed on',
    'ngay dong y|ngay thong bao cho quan chung|ngay quan chung dong y|dong y vao dang',
    { example: '26/03/2024' },
  ),
  toldBy: column('text', 'Người thông báo|Told by', 'nguoi gap|nguoi trao doi', { example: 'Bí thư chi bộ' }),
  listedOn: column(
    'day',
    'Ngày vào danh sách cảm tình Đảng|Listed on',
    'ngay cong nhan cam tinh|cong nhan cam tinh dang|ngay vao danh sach|ngay cam tinh|cam tinh dang|ngay vao danh sach cam tinh|ngay chi bo xet cam tinh',
    { example: '05/05/2024' },
  ),
  classOn: column(
    'day',
    'Ngày học lớp nhận thức|Class on',
    'ngay hoc|hoc lop nhan thuc|hoc lop cam tinh|lop nhan thuc ve dang|hoc lop boi duong nhan thuc ve dang|ngay hoc cam tinh',
    { example: '08/2024' },
  ),
  classPlace: column('text', 'Nơi học|Class at', 'noi hoc lop nhan thuc|co so mo lop|trung tam mo lop', {
    class: 1,
    example: 'Trung tâm chính trị',
  }),
  certificateNumber: column(
    'text',
    'Số giấy chứng nhận|Certificate no.',
    'so gcn|so chung nhan|giay chung nhan so|so giay chung nhan lop nhan thuc|so gcn cam tinh|gcn so|giay chung nhan',
    { example: '112/GCN' },
  ),
  certificateOn: column(
    'day',
    'Ngày cấp giấy chứng nhận|Certificate on',
    'ngay cap gcn|ngay chung nhan|giay chung nhan ngay|ngay gcn|ngay cap',
    { example: '30/08/2024' },
  ),
  helper: column(
    'name',
    'Đảng viên giúp đỡ|Helper',
    'nguoi giup do|dang vien duoc phan cong giup do|phan cong giup do|dv giup do|dang vien huong dan giup do|nguoi duoc phan cong giup do',
    { example: 'Trần Văn Hùng' },
  ),
  helperOn: column(
    'day',
    'Ngày phân công giúp đỡ|Helper assigned on',
    'ngay phan cong|phan cong ngay|ngay phan cong nguoi giup do',
    { example: '05/09/2024' },
  ),
  helperSince: column(
    'day',
    'Cùng công tác, cư trú với người giúp đỡ từ|Together with the helper since',
    'cung cong tac tu|cung cong tac cu tru tu|cung sinh hoat tu',
    { example: '' },
  ),
  helper2: column(
    'name',
    'Đảng viên giúp đỡ thứ hai|Second helper',
    'nguoi giup do 2|dang vien giup do 2|nguoi giup do thu hai',
    {},
  ),
};

const file = {
  permittedOn: column(
    'day',
    'Ngày cho phép lập hồ sơ|Permission on',
    'ngay dong y lap ho so|dong y cho lap ho so|cho lap ho so|ngay cho lap ho so|chu truong lap ho so',
    { example: '10/02/2025' },
  ),
  dossierOn: column(
    'day',
    'Ngày lập hồ sơ|Dossier opened on',
    'lap ho so|ho so ngay|ngay hoan thanh ho so|ngay lap xong ho so',
    { example: '20/02/2025' },
  ),
  application: column(
    'have',
    'Đơn xin vào Đảng|Application',
    'don|ngay lam don|ngay viet don|don xin vao dang ngay',
    { example: 'x' },
  ),
  historyPaper: column(
    'have',
    'Lý lịch người xin vào Đảng|Personal history paper',
    'ly lich|co ly lich|ly lich 2 knd|ly lich cua nguoi xin vao dang',
    { example: 'x' },
  ),
  introduction: column(
    'have',
    'Giấy giới thiệu của đảng viên|Introduction by a member',
    'giay gioi thieu|giay gioi thieu nguoi vao dang|giay gioi thieu cua dv',
    { example: 'x' },
  ),
  unionResolution: column(
    'have',
    'Nghị quyết giới thiệu của đoàn thể|Union resolution',
    'nghi quyet doan|nghi quyet gioi thieu doan vien|nghi quyet cua doan thanh nien|nghi quyet cong doan|nq doan|nghi quyet gioi thieu cua doan tncs|nghi quyet gioi thieu',
    { example: 'x' },
  ),
  opinions: column(
    'have',
    'Tổng hợp ý kiến nơi công tác, cư trú|Opinions summary',
    'y kien nhan xet|tong hop y kien nhan xet|y kien noi cu tru|lay y kien',
    { example: '' },
  ),
  papersMissing: column(
    'text',
    'Giấy tờ còn thiếu|Papers missing',
    'con thieu|thieu giay to|ho so con thieu|giay to can bo sung',
    { example: '' },
  ),
  verificationSentOn: column(
    'day',
    'Ngày gửi thẩm tra|Verification sent on',
    'gui tham tra|ngay di tham tra|tham tra ngay gui|ngay gui cong van tham tra',
    { example: '01/03/2025' },
  ),
  verificationPlaces: column(
    'count',
    'Số nơi thẩm tra|Places to verify',
    'so noi can tham tra|so noi gui tham tra',
    { example: '2' },
  ),
  verificationPersons: column(
    'count',
    'Số người cần thẩm tra|Persons to verify',
    'so nguoi tham tra|so nguoi duoc tham tra',
    { example: '' },
  ),
  verificationRepliedOn: column(
    'day',
    'Ngày có kết quả thẩm tra|Verification replied on',
    'ket qua tham tra|ngay nhan ket qua tham tra|tham tra xong|ngay tham tra xong|tham tra ngay tra loi',
    { example: '02/04/2025' },
  ),
};

const decision = {
  cellVoteOn: column(
    'day',
    'Ngày chi bộ biểu quyết|Cell vote on',
    'chi bo hop xet|ngay chi bo hop|ngay chi bo xet|chi bo xet ket nap|nghi quyet chi bo ngay|chi bo bieu quyet ngay|ngay nghi quyet chi bo',
    { example: '10/04/2025' },
  ),
  cellVoteYes: column(
    'count',
    'Chi bộ: số phiếu tán thành|Cell: votes in favour',
    `chi bo ${votes.replaceAll('|', '|chi bo ')}|chi bo tan thanh|so dang vien tan thanh`,
    { example: '18' },
  ),
  cellVoteBase: column(
    'count',
    'Chi bộ: số đảng viên chính thức|Cell: base of the vote',
    'chi bo tong so phieu|chi bo tong so|chi bo so dang vien|tong so dang vien chinh thuc|so dang vien chinh thuc|chi bo chinh thuc',
    { example: '20' },
  ),
  baseVoteOn: column(
    'day',
    'Ngày đảng ủy biểu quyết|Committee vote on',
    'dang uy hop xet|ngay dang uy hop|ngay dang uy xet|dang uy xet|nghi quyet dang uy ngay|dang uy bieu quyet ngay|ngay nghi quyet dang uy',
    { example: '25/04/2025' },
  ),
  baseVoteYes: column(
    'count',
    'Đảng ủy: số phiếu tán thành|Committee: votes in favour',
    `dang uy ${votes.replaceAll('|', '|dang uy ')}`,
    { example: '13' },
  ),
  baseVoteBase: column(
    'count',
    'Đảng ủy: số cấp ủy viên|Committee: base of the vote',
    'dang uy tong so phieu|dang uy tong so|so cap uy vien|tong so cap uy vien',
    { example: '15' },
  ),
  decisionNumber: column(
    'text',
    'Số quyết định kết nạp|Admission decision no.',
    'so quyet dinh|so qd|quyet dinh ket nap so|so qd ket nap|quyet dinh so',
    { example: '45-QĐ/ĐU' },
  ),
  decisionOn: column(
    'day',
    'Ngày quyết định kết nạp|Admission decision on',
    'ngay quyet dinh|ngay qd|quyet dinh ket nap ngay|ngay qd ket nap|quyet dinh ngay',
    { example: '15/05/2025' },
  ),
  decisionBy: column(
    'text',
    'Cấp quyết định|Decided by',
    'co quan quyet dinh|cap uy quyet dinh|noi ra quyet dinh',
    { class: 1, example: 'Ban Thường vụ Thành ủy Bắc Ninh' },
  ),
  decisionReceivedOn: column(
    'day',
    'Ngày nhận quyết định|Decision received on',
    'ngay chi bo nhan quyet dinh|nhan quyet dinh ngay',
    { example: '' },
  ),
  admittedOn: column(
    'day',
    'Ngày kết nạp|Ceremony on',
    'ngay le ket nap|le ket nap|ngay to chuc le ket nap|ngay vao dang|ket nap ngay|ket nap|ngay vao dang du bi',
    { example: '19/05/2025' },
  ),
};

const probation = {
  newClassOn: column(
    'day',
    'Ngày học lớp đảng viên mới|New-member class on',
    'lop dang vien moi|hoc lop dang vien moi|boi duong dang vien moi|ngay chung nhan dang vien moi',
    { example: '' },
  ),
  newClassNumber: column(
    'text',
    'Số chứng nhận lớp đảng viên mới|New-member certificate no.',
    'so gcn dang vien moi|giay chung nhan dang vien moi',
    {},
  ),
  selfReviewOn: column(
    'day',
    'Ngày tự kiểm điểm dự bị|Self-review on',
    'ban tu kiem diem|tu kiem diem|kiem diem du bi',
    {},
  ),
  helperNoteOn: column(
    'day',
    'Ngày nhận xét của người giúp đỡ|Helper’s note on',
    'ban nhan xet cua nguoi giup do|nhan xet nguoi giup do',
    {},
  ),
  recognitionCellVoteOn: column(
    'day',
    'Ngày chi bộ xét công nhận chính thức|Cell recognition vote on',
    'chi bo xet chinh thuc|chi bo xet cong nhan|chi bo xet chuyen chinh thuc',
    { example: '' },
  ),
  recognitionCellVoteYes: column(
    'count',
    'Công nhận, chi bộ: số phiếu tán thành|Recognition, cell: in favour',
    'cong nhan chi bo tan thanh',
    {},
  ),
  recognitionCellVoteBase: column(
    'count',
    'Công nhận, chi bộ: số đảng viên chính thức|Recognition, cell: base',
    'cong nhan chi bo tong so',
    {},
  ),
  recognitionBaseVoteOn: column(
    'day',
    'Ngày đảng ủy xét công nhận chính thức|Committee recognition vote on',
    'dang uy xet chinh thuc|dang uy xet cong nhan|dang uy xet chuyen chinh thuc',
    {},
  ),
  recognitionBaseVoteYes: column(
    'count',
    'Công nhận, đảng ủy: số phiếu tán thành|Recognition, committee: in favour',
    'cong nhan dang uy tan thanh',
    {},
  ),
  recognitionBaseVoteBase: column(
    'count',
    'Công nhận, đảng ủy: số cấp ủy viên|Recognition, committee: base',
    'cong nhan dang uy tong so',
    {},
  ),
  recognitionNumber: column(
    'text',
    'Số quyết định công nhận|Recognition decision no.',
    'so quyet dinh chinh thuc|so qd cong nhan|so qd chinh thuc',
    {},
  ),
  recognitionDecisionOn: column(
    'day',
    'Ngày quyết định công nhận|Recognition decision on',
    'ngay qd cong nhan|ngay quyet dinh chinh thuc|ngay qd chinh thuc',
    {},
  ),
  officialOn: column(
    'day',
    'Ngày chính thức|Official on',
    'ngay cong nhan chinh thuc|chinh thuc tu ngay|ngay vao dang chinh thuc|chinh thuc',
    { example: '' },
  ),
  cardNumber: column('card', 'Số thẻ đảng viên|Party card no.', 'so the|the dang vien|so the dang', {
    example: '',
  }),
  closedOn: column(
    'day',
    'Ngày dừng, đưa ra khỏi nguồn|Closed on',
    'ngay dua ra khoi nguon|ngay dung|ngay dua ra khoi danh sach',
    {},
  ),
  closedWhy: column('word', 'Lý do dừng|Closed because', 'ly do dua ra khoi nguon|ly do dung|ly do', {
    list: 'closing',
    example: '',
  }),
};

export const candidateColumns = {
  ...personColumns,
  ...early,
  ...file,
  ...decision,
  ...probation,
  ...sensitiveColumns,
};
