// Files as they come: wrong kinds, damaged and hostile ones, encodings, dates, formulas.
import { deflateRawSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { Failure } from '../platform/errors.ts';
import { decodeText, delimiterOf } from './read-csv.ts';
import { readWorkbook } from './read.ts';
import { cellKey } from './sheet.ts';

const code = async (bytes: Uint8Array, limits?: { fileBytes: number; rows: number }): Promise<string> => {
  try {
    await readWorkbook(bytes, 'x.xlsx', limits);
    return 'read';
  } catch (cause) {
    return cause instanceof Failure ? cause.code : String(cause);
  }
};
const text = (content: string) => new TextEncoder().encode(content);
const book = (rows: (string | number | Date | null)[][], more = {}) =>
  writeXlsx({ sheets: [{ name: 'A', rows, ...more }] });

interface Part {
  name: string;
  data: Uint8Array;
  size?: number;
  compressed?: Uint8Array;
}
/** A zip written by hand, so that it may lie. */
function zip(parts: Part[]): Uint8Array {
  const chunks: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const body = Buffer.from(part.compressed ?? deflateRawSync(part.data));
    const name = Buffer.from(part.name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(body.length, 18);
    local.writeUInt32LE(part.size ?? part.data.length, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(body.length, 20);
    entry.writeUInt32LE(part.size ?? part.data.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    central.push(entry, name);
    chunks.push(local, name, body);
    offset += 30 + name.length + body.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...chunks, directory, end]);
}
const part = (name: string, content = '<x/>'): Part => ({ name, data: text(content) });
const ole = (stream: string) => {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  [...stream].forEach((char, at) => (bytes[1024 + at * 2] = char.charCodeAt(0)));
  return bytes;
};

describe('what is refused, and with which words', () => {
  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'exchange.file_empty'],
    ['blank lines', text('\r\n \r\n'), 'exchange.file_empty'],
    ['old Excel', ole('Workbook'), 'exchange.file_xls'],
    ['a password', ole('EncryptedPackage'), 'exchange.file_encrypted'],
    ['old Word', ole('WordDocument'), 'exchange.file_type'],
    ['Word', zip([part('[Content_Types].xml'), part('word/document.xml')]), 'exchange.file_type'],
    ['OpenDocument', zip([part('mimetype'), part('content.xml')]), 'exchange.file_resave'],
    ['binary workbook', zip([part('[Content_Types].xml'), part('xl/workbook.bin')]), 'exchange.file_resave'],
    ['any archive', zip([part('a.txt')]), 'exchange.file_type'],
    ['PDF', text('%PDF-1.7 …'), 'exchange.file_type'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'exchange.file_type'],
    [
      'a web page called .xls',
      text('\ufeff<html><table><tr><td>x</td></tr></table></html>'),
      'exchange.file_resave',
    ],
    ['noise', new Uint8Array(300).map((_, at) => (at * 37) % 256), 'exchange.file_unknown'],
    [
      'an empty zip',
      Buffer.from('504b0506000000000000000000000000000000000000', 'hex'),
      'exchange.file_type',
    ],
  ])('%s', async (_, bytes, expected) => expect(await code(bytes)).toBe(expected));

  test('a file cut off anywhere is broken, never half read', async () => {
    const whole = await book([
      ['Họ và tên', 'Ngày sinh'],
      ['Nguyễn Văn An', '1/2/1980'],
    ]);
    for (const share of [0.2, 0.5, 0.8, 0.97]) {
      expect(await code(whole.subarray(0, Math.floor(whole.length * share)))).toBe('exchange.file_broken');
    }
  });
  test('bytes changed inside', async () => {
    const whole = (
      await book([
        ['Họ và tên', 'Ngày sinh'],
        ['Nguyễn Văn An', '1/2/1980'],
      ])
    ).slice();
    whole.fill(0, 60, 260);
    expect(await code(whole)).toBe('exchange.file_broken');
  });
  test('too large, too many rows', async () => {
    expect(await code(text('a,b\n1,2'), { fileBytes: 3, rows: 9 })).toBe('exchange.file_too_large');
    expect(await code(text('a,b\n'.repeat(12)), { fileBytes: 1e6, rows: 9 })).toBe('exchange.too_many_rows');
    expect(await code(await book(Array.from({ length: 12 }, () => ['a'])), { fileBytes: 1e6, rows: 9 })).toBe(
      'exchange.too_many_rows',
    );
  });
});

describe('bombs', () => {
  const types = part('[Content_Types].xml');
  test('a part that unpacks a thousandfold', async () => {
    const zeros = Buffer.alloc(24e6);
    expect(await code(zip([types, { name: 'xl/worksheets/sheet1.xml', data: zeros }]))).toBe(
      'exchange.file_bomb',
    );
  });
  test('a part that hides its size', async () => {
    const data = Buffer.alloc(24e6);
    expect(await code(zip([types, { name: 'xl/workbook.xml', data, size: 0 }]))).toBe('exchange.file_bomb');
  });
  test('a part that says less than it unpacks to', async () => {
    const styles = { name: 'xl/styles.xml', data: Buffer.alloc(5e6), size: 100 };
    expect(await code(zip([types, part('xl/workbook.xml'), styles]))).toBe('exchange.file_broken');
  });
  test('many parts', async () => {
    const parts = Array.from({ length: 2001 }, (_, at) => part(`xl/${at}.xml`, ''));
    expect(await code(zip([types, ...parts]))).toBe('exchange.file_bomb');
  });
  test('two cells in far corners take no memory', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'A', rows: [['Họ và tên', 'Ngày sinh']], cells: new Map([['3,16000', { value: 'x' }]]) },
      ],
    });
    const before = process.memoryUsage().heapUsed;
    const workbook = await readWorkbook(bytes);
    expect(workbook.sheets[0]!.rows.every((row) => row.length <= 256)).toBe(true);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(60e6);
  });
});

describe('cells of a workbook', () => {
  test('days, month-only formats, numbers, text', async () => {
    const may = new Date(Date.UTC(1987, 4, 1));
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'A',
          rows: [[may, may, 1987, 'tháng 5', true]],
          cells: new Map([
            ['0,0', { style: { numFmt: 'dd/mm/yyyy' } }],
            ['0,1', { style: { numFmt: 'mm/yyyy' } }],
          ]),
        },
      ],
    });
    const [row] = (await readWorkbook(bytes)).sheets[0]!.rows;
    expect(row).toEqual([
      { day: '1987-05-01', month: false, serial: 31898 },
      { day: '1987-05-01', month: true, serial: 31898 },
      1987,
      'tháng 5',
      true,
    ]);
  });
  test('the 1904 calendar gives the same day', async () => {
    const rows = [[new Date(Date.UTC(2012, 4, 19))]];
    const bytes = await writeXlsx({ sheets: [{ name: 'A', rows }], dateSystem: '1904' });
    expect((await readWorkbook(bytes)).sheets[0]!.rows[0]![0]).toMatchObject({ day: '2012-05-19' });
  });
  test('formulas give their last value and are remembered, links give their text', async () => {
    const cells = new Map([
      ['0,0', { formula: '1+2', formulaResult: 3 }],
      ['0,1', { formula: 'HYPERLINK("http://a.b","Nguyễn Văn An")', formulaResult: 'Nguyễn Văn An' }],
      ['0,2', { formula: '1/0', value: '#DIV/0!', type: 'error' as const }],
    ]);
    const [sheet] = (
      await readWorkbook(await writeXlsx({ sheets: [{ name: 'A', rows: [[3, 'x', 'y', 'z']], cells }] }))
    ).sheets;
    expect(sheet!.rows[0]!.slice(0, 2)).toEqual([3, 'Nguyễn Văn An']);
    expect([...sheet!.formulas]).toEqual([cellKey(0, 0), cellKey(0, 1), cellKey(0, 2)]);
  });
  test('hidden sheets are left out and named', async () => {
    const workbook = await readWorkbook(
      await writeXlsx({
        sheets: [
          { name: 'A', rows: [['x']] },
          { name: 'Ẩn', rows: [['y']], hidden: true },
        ],
      }),
    );
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(['A']);
    expect(workbook.notices).toEqual([{ code: 'exchange.sheet_hidden', sheet: 'Ẩn', params: {} }]);
  });
});

describe('text files', () => {
  const line = 'Họ và tên;Ngày sinh\nNguyễn Thị Huế;1/2/1980\n';
  const utf16 = (content: string, big: boolean) => {
    const bytes = Buffer.from(content, 'utf16le');
    return big ? bytes.swap16() : bytes;
  };
  test.each<[string, Uint8Array, string]>([
    ['UTF-8', text(line), 'utf-8'],
    ['UTF-8 with mark', text(`\ufeff${line}`), 'utf-8'],
    ['UTF-16 LE with mark', utf16(`\ufeff${line}`, false), 'utf-16le'],
    ['UTF-16 BE with mark', utf16(`\ufeff${line}`, true), 'utf-16be'],
    ['UTF-16 LE', utf16(line, false), 'utf-16le'],
    ['UTF-16 BE', utf16(line, true), 'utf-16be'],
  ])('%s', async (_, bytes, encoding) => {
    expect(decodeText(bytes).encoding).toBe(encoding);
    const { rows } = (await readWorkbook(bytes, 'ds.csv')).sheets[0]!;
    expect(rows[1]).toEqual(['Nguyễn Thị Huế', '1/2/1980']);
  });

  // Windows-1258 writes the tone after the letter: ê + ngã, i + nặng, ê + sắc.
  const byte: Record<string, number> = {
    Ê: 0xca,
    ê: 0xea,
    ă: 0xe3,
    â: 0xe2,
    ô: 0xf4,
    ơ: 0xf5,
    ư: 0xfd,
    đ: 0xf0,
    Đ: 0xd0,
    '\u0300': 0xcc,
    '\u0301': 0xec,
    '\u0303': 0xde,
    '\u0309': 0xd2,
    '\u0323': 0xf2,
  };
  const windows1258 = (content: string) => {
    const chars = [...content].flatMap((char) => {
      if (byte[char] !== undefined || char < '\u0080') return [char];
      const [base, ...marks] = [...char.normalize('NFD')];
      const tone = marks.find((mark) => byte[mark] !== undefined) ?? '';
      return [(base + marks.filter((mark) => mark !== tone).join('')).normalize('NFC'), tone].filter(Boolean);
    });
    return new Uint8Array(chars.map((char) => byte[char] ?? char.charCodeAt(0)));
  };
  test('Windows-1258 with combining tone marks', async () => {
    const workbook = await readWorkbook(windows1258(line + 'Đặng Văn Phước;3/4/1990\n'), 'ds.csv');
    expect(workbook.sheets[0]!.rows.slice(1)).toEqual([
      ['Nguyễn Thị Huế', '1/2/1980'],
      ['Đặng Văn Phước', '3/4/1990'],
    ]);
    expect(workbook.notices).toEqual([
      { code: 'exchange.encoding', sheet: 'ds', params: { encoding: 'windows-1258' } },
    ]);
  });
  test('bytes typed with a TCVN3 font', async () => {
    const bytes = Buffer.from(
      'Hä vµ tªn,Ngµy sinh\nNguyÔn ThÞ HuÕ,1/2/1980\n§Æng V¨n Ph­íc,3/4/1990\n',
      'latin1',
    );
    const workbook = await readWorkbook(bytes, 'ds.csv');
    expect(workbook.sheets[0]!.rows).toEqual([
      ['Họ và tên', 'Ngày sinh'],
      ['Nguyễn Thị Huế', '1/2/1980'],
      ['Đặng Văn Phước', '3/4/1990'],
    ]);
  });
  test.each([
    ['a,b,c\n1,2,3', ','],
    ['a;b;c\n"1;9",2,5;3', ';'],
    ['a\tb\n1,5\t2,5', '\t'],
    ['DANH SÁCH ĐẢNG VIÊN, NĂM 2026\na;b;c;d\n1;2;3;4\n1;2;3;4', ';'],
  ])('delimiter of %j', (content, delimiter) => expect(delimiterOf(content)).toBe(delimiter));
  test('quotes, doubled quotes and line breaks inside', async () => {
    const { rows } = (await readWorkbook(text('a,b\n"x ""y"" z","một\nhai"\n'), 'a.csv')).sheets[0]!;
    expect(rows[1]).toEqual(['x "y" z', 'một\nhai']);
  });
});
