// How commands speak: Vietnamese first, English on the second line; plain JSON with --json.
import path from 'node:path';
import { parseArgs } from 'node:util';

/** Ends a command with a sentence instead of a stack trace. */
export class Stop extends Error {
  readonly en: string;
  /** what the process answers with */
  readonly exit: number;
  constructor(vi: string, en: string, exit = 1) {
    super(vi);
    this.en = en;
    this.exit = exit;
  }
}

export interface Words {
  command: string;
  rest: string[];
  as: string | null;
  map: string | null;
  user: string | null;
  key: string | null;
  unit: string | null;
  preview: boolean;
  json: boolean;
  demo: boolean;
}

/** Files are named from where the person stands; npm itself runs in the folder of the program. */
export const fileAt = (file: string): string => path.resolve(process.env.INIT_CWD ?? '.', file);

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

export function readWords(args: string[]): Words {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        as: text,
        map: text,
        user: text,
        key: text,
        unit: text,
        preview: flag,
        json: flag,
        demo: flag,
        help: flag,
      },
    });
    const [command = 'help', ...rest] = positionals;
    return {
      command: values.help ? 'help' : command,
      rest,
      as: values.as ?? null,
      map: values.map ?? null,
      user: values.user ?? null,
      key: values.key ?? null,
      unit: values.unit ?? null,
      preview: values.preview,
      json: values.json,
      demo: values.demo,
    };
  } catch (cause) {
    throw new Stop(
      `Không hiểu lệnh: ${(cause as Error).message}`,
      'Unknown option; see `npm run nguon -- help`.',
    );
  }
}

export const help = `Nguồn – lệnh trên máy chủ (commands on the machine itself); thêm --demo cho dữ liệu huấn luyện

  npm run nguon -- import TỆP [--as units|members|candidates|offices|targets|acts] [--map TỆP.json]
                   [--preview] [--json] [--user TÊN]     nhập một bảng tính / bring in a workbook
  npm run nguon -- workdays NGÀY SỐ [--json]             ngày cuối của một hạn tính bằng ngày làm việc / last day of a limit
  npm run nguon -- judge TỆP.yaml [--json]               xét các tình huống ghi trong tệp / judge the cases of a file
  npm run nguon -- facts [BƯỚC] [--json]                 các bước, dữ kiện của một bước / steps, and the facts of one
  npm run nguon -- inforce NGÀY [TÊN] [--json]           quy định có hiệu lực vào một ngày / what held on a day
  npm run nguon -- whatif TÊN GIÁ_TRỊ NGÀY [--unit SỐ] [--user TÊN] [--json]
                                                         việc nào đổi nếu quy định đổi / what a change would do
  npm run nguon -- rejudge [--user TÊN] [--json]         xét lại các việc đã ghi / acts whose verdict differs now
  npm run nguon -- rebuild                               dựng lại bảng hiện hành từ sổ cái / make current rows again
  npm run nguon -- verify                                kiểm tra niêm phong của sổ cái / check the seal of the ledger
  npm run nguon -- backup TỆP                            sao lưu, kể cả khi đang chạy / a copy, also while running
  npm run nguon -- restore TỆP [--key TỆP|CỤM KHÓA]      khôi phục vào thư mục trống (NGUON_DATA) / into an empty folder
  npm run nguon -- keys                                  in cụm khóa để cất giữ / print the key phrases for the safe
  npm run nguon -- admin reset [--user TÊN]              cấp phiếu mật khẩu mới cho quản trị / a new slip for an administrator`;
