// Closed vocabularies of the program itself (not catalogues, which are data): kinds of unit, stages, acts …
// with the words offices use for them. `also` holds folded synonyms with '|' between them.
import type { Message } from '../platform/messages.ts';

export interface Word {
  code: string;
  label: Message;
  also: string;
}
const word = (code: string, vi: string, en: string, also = ''): Word => ({ code, label: { vi, en }, also });

export const vocabularies: Record<string, Word[]> = {
  unit_kind: [
    word(
      'province',
      'Đảng bộ tỉnh, thành phố',
      'Provincial organisation',
      'tinh uy|dang bo tinh|thanh uy truc thuoc trung uong',
    ),
    word(
      'district',
      'Đảng bộ huyện (đến 30/6/2025)',
      'District organisation',
      'huyen uy|thi uy|thanh uy|quan uy|dang bo huyen|dang bo thanh pho|dang bo thi xa|dang bo quan',
    ),
    word(
      'upper_base',
      'Đảng bộ cấp trên trực tiếp cơ sở',
      'Committee directly above the base',
      'dang bo cap tren truc tiep cua to chuc co so dang|cap tren truc tiep co so|cap tren co so',
    ),
    word(
      'base_organisation',
      'Đảng bộ cơ sở',
      'Base organisation',
      'dang bo phuong|dang bo xa|dbcs|to chuc co so dang|dang uy co so',
    ),
    word('base_cell', 'Chi bộ cơ sở', 'Base cell', 'cbcs'),
    word('sub_committee', 'Đảng bộ bộ phận', 'Sub-committee', 'dang uy bo phan|dbbp'),
    word(
      'cell',
      'Chi bộ trực thuộc',
      'Cell',
      'chi bo|chi bo truc thuoc dang uy co so|chi bo truc thuoc dang bo|cb|chi bo nho',
    ),
    word('party_group', 'Tổ đảng', 'Party group', 'td|to dang'),
    word(
      'mass_organisation',
      'Đoàn thể',
      'Mass organisation',
      'to chuc doan the|doan thanh nien|cong doan|hoi phu nu|hoi nong dan|hoi cuu chien binh|mttq|mat tran to quoc|doan the chinh tri xa hoi',
    ),
    word('political_centre', 'Trung tâm chính trị', 'Political centre', 'trung tam boi duong chinh tri|ttct'),
  ],
  target_verdict: [
    word('met', 'Đạt', 'Met', 'dat chi tieu|hoan thanh|hoan thanh chi tieu'),
    word('exceeded', 'Vượt', 'Exceeded', 'vuot chi tieu|vuot muc|hoan thanh vuot muc|vuot chi tieu giao'),
    word(
      'missed',
      'Chưa đạt',
      'Not met',
      'khong dat|chua dat chi tieu|khong dat chi tieu|chua hoan thanh|khong hoan thanh',
    ),
  ],
  member_status: [
    word('official', 'Chính thức', 'Official', 'dang vien chinh thuc|ct|dvct'),
    word('probationary', 'Dự bị', 'Probationary', 'dang vien du bi|db|dvdb'),
  ],
  stage: [
    word(
      'nominated',
      'Đã giới thiệu',
      'Nominated',
      'quan chung uu tu|moi gioi thieu|da gioi thieu nguon|gioi thieu|phat hien',
    ),
    word(
      'listed',
      'Trong danh sách cảm tình Đảng',
      'On the sympathiser list',
      'cam tinh dang|da cong nhan cam tinh|cam tinh',
    ),
    word(
      'class_certified',
      'Đã có chứng nhận lớp nhận thức',
      'Holds the class certificate',
      'da hoc lop nhan thuc|da hoc lop cam tinh|da hoc cam tinh|co giay chung nhan|da hoc lop',
    ),
    word(
      'helped',
      'Đã phân công người giúp đỡ',
      'Helper assigned',
      'da co nguoi giup do|da phan cong giup do|dang duoc giup do',
    ),
    word(
      'permitted',
      'Được lập hồ sơ',
      'May open the dossier',
      'dong y lap ho so|dang lap ho so|cho phep lap ho so|lap ho so',
    ),
    word('papers_ready', 'Đủ hồ sơ', 'Papers ready', 'da du ho so|ho so day du|hoan thanh ho so|xong ho so'),
    word(
      'verifying',
      'Đang thẩm tra',
      'Being verified',
      'dang tham tra ly lich|da gui tham tra|cho tham tra',
    ),
    word('verified', 'Đã thẩm tra', 'Verified', 'tham tra xong|co ket qua tham tra|da co ket qua tham tra'),
    word(
      'cell_voted',
      'Chi bộ đã biểu quyết',
      'Cell has voted',
      'chi bo da xet|chi bo da hop xet|co nghi quyet chi bo',
    ),
    word(
      'base_voted',
      'Đảng ủy đã biểu quyết',
      'Committee has voted',
      'dang uy da xet|co nghi quyet dang uy|da trinh cap tren|cho quyet dinh',
    ),
    word(
      'decided',
      'Có quyết định, chờ kết nạp',
      'Decided, awaiting the ceremony',
      'da co quyet dinh|cho le ket nap|co quyet dinh ket nap|cho ket nap',
    ),
    word(
      'admitted',
      'Đảng viên dự bị',
      'On probation',
      'da ket nap|dang vien du bi|du bi|trong thoi gian du bi|dang du bi',
    ),
    word(
      'probation_reviewed',
      'Đã kiểm điểm dự bị',
      'Probation reviewed',
      'da kiem diem|da tu kiem diem|dang lam thu tuc chinh thuc',
    ),
    word(
      'recognition_cell_voted',
      'Chi bộ đã xét công nhận',
      'Cell voted on recognition',
      'chi bo da xet chinh thuc|chi bo da xet cong nhan chinh thuc',
    ),
    word(
      'recognition_base_voted',
      'Đảng ủy đã xét công nhận',
      'Committee voted on recognition',
      'dang uy da xet chinh thuc|dang uy da xet cong nhan chinh thuc',
    ),
    word(
      'recognised',
      'Đã công nhận chính thức',
      'Recognised',
      'dang vien chinh thuc|chinh thuc|da cong nhan',
    ),
    word(
      'closed',
      'Đã dừng',
      'Closed',
      'dung|dua ra khoi nguon|da dua ra khoi danh sach|ket thuc|khong con trong nguon',
    ),
  ],
  closing: [
    word(
      'struck',
      'Đưa ra khỏi danh sách',
      'Struck from the list',
      'khong con du tieu chuan|khong phan dau|dua ra khoi nguon|khong du tieu chuan',
    ),
    word(
      'not_agreed',
      'Không được tán thành',
      'Not agreed',
      'khong du phieu|khong dat|khong thong qua|khong dong y',
    ),
    word(
      'moved',
      'Chuyển đi nơi khác',
      'Moved away',
      'chuyen di|di lam an xa|chuyen noi cu tru|chuyen cong tac',
    ),
    word('withdrew', 'Xin thôi', 'Withdrew', 'tu nguyen xin thoi|khong co nguyen vong|xin rut'),
    word(
      'expired',
      'Giấy chứng nhận hết hạn',
      'Certificate expired',
      'het han giay chung nhan|qua han|het han',
    ),
    word('died', 'Từ trần', 'Died', 'chet|mat|tu tran'),
  ],
  act: [
    word('admitted', 'Kết nạp', 'Admitted', 'ket nap dang|ket nap dang vien|ket nap moi'),
    word(
      'recognised',
      'Công nhận chính thức',
      'Recognised as official',
      'chuyen chinh thuc|cong nhan dang vien chinh thuc|chinh thuc',
    ),
    word(
      'moved_in',
      'Chuyển sinh hoạt đến',
      'Moved in',
      'chuyen den|tiep nhan|tiep nhan sinh hoat|chuyen sinh hoat dang den|chuyen sinh hoat chinh thuc den',
    ),
    word(
      'moved_out',
      'Chuyển sinh hoạt đi',
      'Moved out',
      'chuyen di|gioi thieu sinh hoat|chuyen sinh hoat dang di|chuyen sinh hoat|chuyen sinh hoat chinh thuc di|chuyen sinh hoat dang chinh thuc',
    ),
    word(
      'moved_within',
      'Chuyển chi bộ trong đảng bộ',
      'Moved between cells',
      'chuyen chi bo|chuyen noi bo|chuyen sinh hoat noi bo',
    ),
    word('died', 'Từ trần', 'Died', 'chet|mat|qua doi|da mat|tu tran'),
    word(
      'removed',
      'Xóa tên',
      'Removed from the list',
      'xoa ten dang vien|xoa ten trong danh sach dang vien',
    ),
    word('expelled', 'Khai trừ', 'Expelled', 'khai tru khoi dang'),
    word('left', 'Xin ra khỏi Đảng', 'Left', 'xin ra|xin ra khoi dang|ra khoi dang'),
    word('restored', 'Phục hồi đảng tịch', 'Restored', 'phuc hoi|khoi phuc|phuc hoi quyen dang vien'),
    word('card_issued', 'Phát thẻ đảng viên', 'Card issued', 'cap the|phat the|doi the|cap lai the'),
    word(
      'exempted',
      'Miễn công tác và sinh hoạt',
      'Exempted',
      'mien sinh hoat|mien cong tac|mien cong tac va sinh hoat dang',
    ),
    word('founded', 'Thành lập', 'Founded', 'thanh lap chi bo|thanh lap moi|thanh lap'),
    word('rename', 'Đổi tên', 'Renamed', 'doi ten chi bo|doi ten goi'),
    word(
      'move',
      'Chuyển trực thuộc',
      'Placed under another unit',
      'chuyen giao|chuyen giao to chuc dang|chuyen ve truc thuoc',
    ),
    word('change_kind', 'Chuyển loại tổ chức', 'Changed kind', 'nang cap|chuyen thanh|chuyen loai hinh'),
    word(
      'end',
      'Giải thể, kết thúc hoạt động',
      'Ended',
      'giai the|ket thuc|ket thuc hoat dong|sap nhap|hop nhat',
    ),
  ],
};

// The office that brings access, read from a title. A title that brings none (deputy, committee of a cell)
// stays a title. The first that fits wins.
const officeTitles: [RegExp, string][] = [
  [/(ban to chuc|ban xay dung dang) (tinh|thanh|huyen|thi)|to chuc (tinh|thanh|huyen) uy/, 'superior_board'],
  [/trung tam (boi duong )?chinh tri/, 'political_centre'],
  [/kiem tra/, 'inspection'],
  [
    /doan thanh nien|bi thu (chi )?doan|doan phuong|doan xa|doan tncs|cong doan|hoi |mttq|mat tran/,
    'mass_officer',
  ],
  [
    /^(pho )?(truong )?(ban )?(xay dung dang|to chuc)|can bo to chuc|can bo .*xay dung dang|van phong dang uy|pho truong ban xay dung/,
    'base_officer',
  ],
  [/pho bi thu chi bo|chi uy vien|to truong to dang/, ''],
  [/bi thu chi bo|^bi thu cb/, 'cell_secretary'],
  [/^(pho )?bi thu (thuong truc )?dang uy|^bi thu thuong truc|thuong truc dang uy/, 'committee_leader'],
  [
    /dang uy vien|uy vien ban (chap hanh|thuong vu)|uy vien bch|uv ?btv|uv ?bch|thuong vu dang uy/,
    'committee_member',
  ],
];

/** Takes the folded title; '' when it is known to bring no access, null when it is not known at all. */
export function officeKindOf(foldedTitle: string): string | null {
  return officeTitles.find(([pattern]) => pattern.test(foldedTitle))?.[1] ?? null;
}
