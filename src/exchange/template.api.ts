// The empty workbooks people fill in when they keep no list of their own: one kind, or all of them.
import { z } from 'zod';
import { profile } from '../org/profile.store.ts';
import { type Download, type Route, route } from '../platform/http.ts';
import { catalogues } from './batch/reading/reader.store.ts';
import { kindSpecs, kinds } from '../intake/kinds.ts';
import { writeTemplate } from './template.ts';

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook under a name that says what it is. */
export const workbook = (fileName: string, bytes: Uint8Array): Download => ({
  download: { fileName: `${fileName}.xlsx`, type: workbookType, body: Buffer.from(bytes) },
});

export const templateRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/imports/templates/:kind.xlsx',
    action: 'import.run',
    summary: 'An empty workbook with our headings, lists of choices and a guide; "all" holds every kind',
    params: z.object({ kind: z.enum(['all', ...kinds]) }),
    handler: async ({ db, params: { kind } }) => {
      const options = { profile: await profile(db), catalogues: catalogues() };
      const name = kind === 'all' ? 'tất cả danh sách' : kindSpecs[kind].label.vi.toLowerCase();
      return workbook(`Mẫu ${name}`, await writeTemplate(kind === 'all' ? kinds : [kind], options));
    },
  }),
];
