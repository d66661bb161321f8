// The register of documents as the board fills it: what stands on the paper, and what it carries out.
import { button, field, lookUp, type Reader, settled } from '../browser.ts';
import { day } from '../steps.ts';

export interface Paper {
  type: string;
  number: string;
  issuer: string;
  subject: string;
  on: string;
  /** typed to find it, and its name */
  parent?: [string, string];
}

export async function register({ page, open }: Reader, paper: Paper): Promise<void> {
  await open('/documents');
  await button(page, 'Thêm văn bản').click();
  await field(page, 'Loại văn bản').selectOption({ label: paper.type });
  await field(page, 'Số, ký hiệu').fill(paper.number);
  await field(page, 'Cơ quan ban hành').fill(paper.issuer);
  await field(page, 'Trích yếu').fill(paper.subject);
  await day(page, 'Ngày ban hành', paper.on);
  if (paper.parent) await lookUp(page, 'Thực hiện văn bản', ...paper.parent);
  await button(page, 'Ghi văn bản').click();
  await page.getByText('Đã ghi văn bản.').waitFor();
  await settled(page);
}
