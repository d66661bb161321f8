// Which pictures are taken: every page, full, empty and failed, as those see it who use it.
import type { Page } from 'playwright-core';
import type { Width } from './gallery.ts';
import type { Asker } from './readers.ts';

export type Office = 'nobody' | 'officer' | 'secretary' | 'board' | 'centre' | 'mass' | 'administrator';

export interface Shot {
  name: string;
  /** what it shows, for the gallery */
  title: string;
  as: Office;
  address: string;
  /** goes on from the opened page */
  after?: (page: Page) => Promise<void>;
  /** the server's answers to this path fail */
  failing?: string;
  /** with --docs also kept in docs/pictures under this name, as it stands on a screen that wide */
  kept?: Partial<Record<Width, string>>;
}

/** With --docs kept as it stands on a wide screen, under its own name. */
const forDocs = (shot: Shot): Shot => ({ ...shot, kept: { 1280: shot.name } });

interface Item {
  id: string;
  stage?: string;
  lateDays?: number | null;
  kind?: string;
}

/** What the ward holds decides which records are shown. */
export async function listShots(ask: Asker, voted: Found['voted']): Promise<Shot[]> {
  const dossiers = await everyDossier(ask);
  const at = (...stages: string[]) => dossiers.find(({ stage }) => stages.includes(stage ?? ''))?.id;
  const [person] = await ask<Item>('/api/people?limit=1&status=official');
  const units = await ask<Item>('/api/units');
  const [batch] = await ask<Item>('/api/imports');
  const cell = units.find(({ kind }) => kind === 'cell');
  return [
    ...doors,
    ...work,
    ...lists,
    ...figures,
    ...roads({ at, voted }),
    forDocs({ name: 'person', title: 'Một đảng viên', as: 'officer', address: `/people/${person?.id}` }),
    forDocs({ name: 'unit', title: 'Một chi bộ', as: 'officer', address: `/units/${cell?.id}` }),
    {
      name: 'import',
      title: 'Một lần nhập bảng tính',
      as: 'officer',
      address: `/imports/${batch?.id}`,
    },
    ...states,
  ];
}

async function everyDossier(ask: Asker): Promise<Item[]> {
  return [
    ...(await ask<Item>('/api/dossiers?limit=200')),
    ...(await ask<Item>('/api/dossiers?limit=200&sort=-name')),
  ];
}

const doors: Shot[] = [
  forDocs({ name: 'sign-in', title: 'Đăng nhập', as: 'nobody', address: '/' }),
  { name: 'account', title: 'Tài khoản của mình', as: 'secretary', address: '/account' },
  { name: 'help', title: 'Hướng dẫn', as: 'secretary', address: '/help' },
];

const work: Shot[] = [
  forDocs({ name: 'worklist', title: 'Việc hôm nay của cán bộ', as: 'officer', address: '/worklist' }),
  {
    name: 'worklist-cell',
    title: 'Việc hôm nay của bí thư',
    as: 'secretary',
    address: '/worklist',
    kept: { 360: 'phone-worklist' },
  },
  { name: 'worklist-others', title: 'Chờ nơi khác', as: 'officer', address: '/worklist?group=others' },
  forDocs({
    name: 'worklist-month',
    title: 'Việc theo lịch',
    as: 'officer',
    address: '/worklist?view=month&month=2026-04',
  }),
  forDocs({
    name: 'worklist-sheet',
    title: 'Danh sách việc để in',
    as: 'secretary',
    address: '/worklist/print',
  }),
  {
    name: 'worklist-settle',
    title: 'Khép lại mà không ghi việc',
    as: 'secretary',
    address: '/worklist',
    after: press(/^Không áp dụng/),
  },
];

const lists: Shot[] = [
  { name: 'pool', title: 'Tình hình nguồn', as: 'officer', address: '/pool' },
  { name: 'pool-short', title: 'Thiếu nguồn', as: 'officer', address: '/pool?tab=short' },
  { name: 'pool-longest', title: 'Đứng lâu nhất', as: 'secretary', address: '/pool?tab=longest' },
  { name: 'pool-funnel', title: 'Từ giới thiệu đến chính thức', as: 'officer', address: '/pool?tab=funnel' },
  { name: 'survey', title: 'Khảo sát nguồn', as: 'officer', address: '/sourcing' },
  { name: 'inbox', title: 'Lời giới thiệu', as: 'secretary', address: '/sourcing?tab=inbox' },
  { name: 'nominate', title: 'Đoàn thể giới thiệu', as: 'mass', address: '/nominate' },
  { name: 'fostering', title: 'Cảm tình Đảng', as: 'secretary', address: '/fostering' },
  { name: 'fostering-helpers', title: 'Người giúp đỡ', as: 'officer', address: '/fostering?tab=helpers' },
  { name: 'review', title: 'Rà soát danh sách', as: 'secretary', address: '/fostering/review' },
  { name: 'verifications', title: 'Thẩm tra lý lịch', as: 'officer', address: '/verifications' },
  { name: 'handovers', title: 'Chuyển giao', as: 'officer', address: '/handovers' },
  { name: 'returns', title: 'Hồ sơ trả lại', as: 'officer', address: '/returns' },
  { name: 'classes-officer', title: 'Lớp bồi dưỡng của cấp ủy', as: 'officer', address: '/classes' },
  { name: 'notices', title: 'Nhắc việc', as: 'officer', address: '/notices' },
  { name: 'sourcing', title: 'Hồ sơ ở chặng đầu', as: 'secretary', address: '/dossiers?phase=source' },
  {
    name: 'dossiers',
    title: 'Hồ sơ của đảng bộ',
    as: 'officer',
    address: '/dossiers',
    kept: { 1280: 'dossiers', 360: 'phone-dossiers' },
  },
  { name: 'dossiers-late', title: 'Hồ sơ quá hạn', as: 'officer', address: '/dossiers?late=1' },
  { name: 'dossiers-mass', title: 'Đoàn thể: người mình giới thiệu', as: 'mass', address: '/dossiers' },
  { name: 'trainees', title: 'Trung tâm chính trị', as: 'centre', address: '/classes' },
  { name: 'nomination', title: 'Giới thiệu quần chúng ưu tú', as: 'secretary', address: '/dossiers?new=1' },
  forDocs({ name: 'people', title: 'Danh sách đảng viên', as: 'officer', address: '/people' }),
  {
    name: 'people-filtered',
    title: 'Danh sách đảng viên, đang lọc',
    as: 'officer',
    address: '/people?status=probationary',
  },
  { name: 'people-cell', title: 'Danh sách đảng viên của chi bộ', as: 'secretary', address: '/people' },
  { name: 'people-past', title: 'Danh sách ngày đã qua', as: 'officer', address: '/people?on=2020-01-01' },
  {
    name: 'people-add',
    title: 'Thêm đảng viên',
    as: 'officer',
    address: '/people',
    after: press('Thêm đảng viên'),
  },
  forDocs({ name: 'units', title: 'Tổ chức đảng', as: 'officer', address: '/units' }),
  { name: 'units-cell', title: 'Tổ chức đảng của bí thư', as: 'secretary', address: '/units' },
  { name: 'imports', title: 'Nhập từ bảng tính', as: 'officer', address: '/imports' },
  { name: 'regulations', title: 'Quy định', as: 'secretary', address: '/regulations' },
  {
    name: 'regulation',
    title: 'Một văn bản',
    as: 'secretary',
    address: `/regulations/${encodeURIComponent('294-QĐ/TW')}`,
  },
  { name: 'admin-accounts', title: 'Tài khoản', as: 'administrator', address: '/admin' },
  { name: 'admin-waiting', title: 'Chưa có tài khoản', as: 'administrator', address: '/admin?tab=waiting' },
  { name: 'admin-backups', title: 'Sao lưu', as: 'administrator', address: '/admin?tab=backups' },
  { name: 'search', title: 'Tìm', as: 'officer', address: '/people', after: search('nguyen') },
  {
    name: 'unit-switch',
    title: 'Chọn tổ chức',
    as: 'officer',
    address: '/dossiers',
    after: press(/^Đảng bộ phường/),
  },
];

const figures: Shot[] = [
  forDocs({ name: 'overview', title: 'Tổng quan', as: 'officer', address: '/overview' }),
  { name: 'overview-cell', title: 'Tổng quan của bí thư', as: 'secretary', address: '/overview' },
  { name: 'overview-board', title: 'Tổng quan của cấp trên', as: 'board', address: '/overview' },
  { name: 'statistics', title: 'Thống kê', as: 'officer', address: '/statistics' },
  forDocs({
    name: 'figure',
    title: 'Một số liệu',
    as: 'officer',
    address: '/statistics/admission?by=child&period=2025',
  }),
  { name: 'movement', title: 'Biến động', as: 'officer', address: '/statistics/movement?period=2025' },
  forDocs({ name: 'plans', title: 'Chỉ tiêu', as: 'officer', address: '/plans' }),
  { name: 'documents', title: 'Văn bản', as: 'officer', address: '/documents' },
  forDocs({ name: 'reports', title: 'Báo cáo', as: 'officer', address: '/reports' }),
  { name: 'reports-cell', title: 'Báo cáo của bí thư', as: 'secretary', address: '/reports' },
  { name: 'reports-new', title: 'Yêu cầu báo cáo', as: 'officer', address: '/reports/new' },
  { name: 'difficulties', title: 'Khó khăn, vướng mắc', as: 'officer', address: '/difficulties' },
  forDocs({ name: 'areas', title: 'Địa bàn', as: 'officer', address: '/areas' }),
  { name: 'programmes', title: 'Chương trình, mô hình', as: 'officer', address: '/programmes' },
];

const states: Shot[] = [
  {
    name: 'empty-search',
    title: 'Không có dòng nào khớp',
    as: 'officer',
    address: '/people?q=khongcoainhuthe',
  },
  {
    name: 'empty-cell',
    title: 'Chi bộ chưa có hồ sơ quá hạn',
    as: 'secretary',
    address: '/dossiers?late=1&stage=recognised',
  },
  {
    name: 'error-list',
    title: 'Máy chủ gặp lỗi',
    as: 'officer',
    address: '/people',
    failing: '**/api/people*',
  },
  {
    name: 'error-page',
    title: 'Máy chủ gặp lỗi ở một trang',
    as: 'officer',
    address: '/units',
    failing: '**/api/units*',
  },
  { name: 'no-right', title: 'Chức trách không được xem', as: 'secretary', address: '/imports' },
  {
    name: 'missing',
    title: 'Không tìm thấy',
    as: 'secretary',
    address: '/people/00000000-0000-4000-8000-000000000000',
  },
  { name: 'no-such-page', title: 'Không có trang này', as: 'secretary', address: '/khong-co' },
];

interface Found {
  at: (...stages: string[]) => string | undefined;
  /** a vote recorded here: what was taken over has no sheets */
  voted: { dossier: string; entry: string };
}

/** One dossier in each part of the road, a form that is being judged, and a sheet to print. */
function roads({ at, voted }: Found): Shot[] {
  const shots: Shot[] = [];
  const add = (id: string | undefined, shot: Omit<Shot, 'address'>, words = '') => {
    if (id) shots.push({ ...shot, address: `/dossiers/${id}${words}` });
  };
  add(at('nominated'), { name: 'dossier-source', title: 'Hồ sơ: tạo nguồn', as: 'officer' });
  add(at('listed', 'class_certified', 'helped'), {
    name: 'dossier-helper',
    title: 'Hồ sơ: bồi dưỡng',
    as: 'officer',
  });
  add(at('permitted', 'papers_ready'), {
    name: 'dossier-papers',
    title: 'Hồ sơ: lập hồ sơ',
    as: 'officer',
    kept: { 1280: 'dossier', 360: 'phone-dossier' },
  });
  add(at('verifying'), { name: 'dossier-verifying', title: 'Hồ sơ: thẩm tra', as: 'officer' });
  add(at('verified'), { name: 'dossier-vote', title: 'Hồ sơ: chờ biểu quyết', as: 'officer' });
  add(
    at('verified'),
    { name: 'form-vote', title: 'Ghi kết quả biểu quyết', as: 'officer' },
    '?step=cell_vote',
  );
  add(at('nominated'), { name: 'form-list', title: 'Đưa vào danh sách', as: 'officer' }, '?step=list');
  add(at('admitted', 'probation_reviewed'), {
    name: 'dossier-probation',
    title: 'Hồ sơ: dự bị',
    as: 'officer',
  });
  add(
    at('admitted', 'probation_reviewed'),
    {
      name: 'form-early',
      title: 'Chưa đủ 12 tháng',
      as: 'officer',
      kept: { 1280: 'refusal' },
    },
    '?step=recognition_cell_vote',
  );
  add(at('recognised', 'closed'), { name: 'dossier-end', title: 'Hồ sơ: đã xong', as: 'officer' });
  shots.push({
    name: 'sheet',
    title: 'Bản in khổ A4',
    as: 'officer',
    address: `/dossiers/${voted.dossier}/sheet/${voted.entry}`,
    kept: { 1280: 'sheet' },
  });
  return shots;
}

function press(name: string | RegExp): (page: Page) => Promise<void> {
  return (page) => page.getByRole('button', { name }).first().click();
}

function search(text: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.keyboard.press('/');
    await page.getByRole('dialog').getByRole('combobox').fill(text);
  };
}
