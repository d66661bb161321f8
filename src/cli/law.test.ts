// The commands that only ask the regulations, run as a person runs them: no server, no data folder, files named from
// where the person stands. The guide to case files is run, too: what it prints is what the command prints.
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { addDays } from '../platform/day.ts';
import { factsCommand } from './facts.ts';
import { inforceCommand } from './inforce.ts';
import { judgeCommand } from './judge.ts';
import { workdaysCommand } from './workdays.ts';
import { readWords, Stop, type Words } from './words.ts';

const root = path.join(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'nguon-law-'));
afterAll(() => rmSync(folder, { recursive: true }));
vi.stubEnv('INIT_CWD', folder);
const data = path.join(folder, 'data');

interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Speaks to no database: a folder that is not there stays so. */
const run = (...words: string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const env = { ...process.env, NGUON_DATA: data, INIT_CWD: folder, DATABASE_URL: '' };
    const child = [path.join(root, 'src/cli.ts'), ...words];
    execFile(process.execPath, child, { cwd: root, env }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });

/** The same command in this process: what it prints and answers, or the sentence with which it stops. */
async function speak(...words: string[]): Promise<Ran> {
  const read = readWords(words);
  const printed = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    const code = await (commands[read.command] as (words: Words) => Promise<number>)(read);
    return { code, out: printed.mock.calls.map(([line]) => `${line}\n`).join(''), err: '' };
  } catch (cause) {
    if (!(cause instanceof Stop)) throw cause;
    return { code: cause.exit, out: '', err: `${cause.message}\n${cause.en}\n` };
  } finally {
    printed.mockRestore();
  }
}
const commands: Record<string, (words: Words) => Promise<number>> = {
  workdays: workdaysCommand,
  inforce: inforceCommand,
  facts: factsCommand,
  judge: judgeCommand,
};

const put = (name: string, text: string): string => {
  writeFileSync(path.join(folder, name), text);
  return name;
};

describe('workdays', () => {
  test('prints the last day, the sentence, and what was passed over', async () => {
    const { code, out } = await run('workdays', '2026-02-10', '30');
    const lines = out.split('\n');
    expect([code, lines[0]]).toEqual([0, '2026-03-31']);
    expect(lines[1]).toBe(
      '30 ngày làm việc kể từ thứ Ba, 10/02/2026 kết thúc vào thứ Ba, 31/03/2026; ngày 10/02/2026 không tính.',
    );
    expect(lines.filter((line) => line.startsWith('  nghỉ'))).toHaveLength(5);
    expect(existsSync(data)).toBe(false);
  });

  test('as JSON: a limit that ends on a make-up Saturday', async () => {
    const { out } = await speak('workdays', '29/12/2025', '8', '--json');
    expect(JSON.parse(out)).toEqual({
      from: '2025-12-29',
      count: 8,
      due: '2026-01-10',
      weekday: 'thứ Bảy',
      status: 'recalled',
      off: [
        { date: '2026-01-01', kind: 'statutory', note: 'Tết Dương lịch', status: 'official_confirmed' },
        { date: '2026-01-02', kind: 'swap', note: 'hoán đổi với 2026-01-10', status: 'official_recalled' },
      ],
      work: [
        { date: '2026-01-10', kind: 'makeup', note: 'làm bù cho 2026-01-02', status: 'official_recalled' },
      ],
    });
  });

  test.each([
    [['2026-02-30', '5'], 'Không có ngày 2026-02-30', 'There is no day 2026-02-30'],
    [['2026-02-10', '0'], 'Xin cho biết số ngày làm việc', 'Please name a number'],
    [['2019-02-10', '5'], 'từ năm 2020 đến năm 2100', 'from 2020 to 2100'],
  ])('%j is refused in both languages', async (words, first, second) => {
    const { code, out, err } = await speak('workdays', ...words);
    expect([code, out]).toEqual([1, '']);
    expect(err.split('\n')[0]).toContain(first);
    expect(err.split('\n')[1]).toContain(second);
  });
});

describe('inforce', () => {
  test('one rule on the last day of a set and on the day after', async () => {
    const before = await run('inforce', '2025-06-30', 'decide.days', '--json');
    const after = await speak('inforce', addDays('2025-06-30', 1), 'decide.days');
    const shown = JSON.parse(before.out);
    expect(shown).toMatchObject({ on: '2025-06-30', ruleSet: { id: '232-QĐ/TW', until: '2025-06-30' } });
    expect(shown.rules).toMatchObject([
      {
        id: 'decide.days',
        value: 60,
        said: { vi: '60 ngày làm việc', en: '60 working days' },
        confidence: 'S',
        since: '2025-01-20',
        until: '2025-06-30',
        citations: [{ document: '232-QĐ/TW', clause: '4.3.1', confidence: 'S' }],
      },
    ]);
    expect(after.out.split('\n')[0]).toBe('2025-07-01: 294-QĐ/TW');
    expect(after.out).toContain('decide.days: 45 ngày làm việc');
  });

  test('everything of a day, or what a part of a label names', async () => {
    const all = await speak('inforce', '2025-06-20', '--json');
    const some = await speak('inforce', '2025-06-20', 'tuoi', 'toi', 'thieu');
    const none = await speak('inforce', '2025-06-20', 'không có quy định này');
    const shown = JSON.parse(all.out);
    expect(shown.guidance).toEqual(['06-HD/TW 2025', '12-HD/BTCTW 2022']);
    expect(shown.documents.map((one: { id: string }) => one.id)).toContain('Điều lệ Đảng');
    expect(shown.rules.length).toBeGreaterThan(40);
    expect(some.out.split('\n').filter((line) => line.startsWith('age.'))).toEqual([
      'age.min: 18 tuổi – Tuổi tối thiểu khi chi bộ xét',
    ]);
    expect([none.code, none.err.split('\n')[0]]).toEqual([
      1,
      'Không có quy định nào tên “không có quy định này”. Bỏ trống tên để xem tất cả.',
    ]);
  });
});

describe('facts', () => {
  test('of a step, with their codes', async () => {
    const { code, out } = await speak('facts', 'permit');
    expect(code).toBe(0);
    expect(out).toContain('permit: Cho lập hồ sơ kết nạp');
    expect(out).toMatch(/introduction\.by: mã \(two_members, .*\) – Cách giới thiệu/);
  });
});

describe('judge', () => {
  const age = (more: string) =>
    `cases:\n  - id: a\n    on: 2025-11-30\n    step: cell_vote\n    facts: { person.bornOn: 2007-12-20 }\n${more}`;

  test('answers 1 when a case differs, and says how', async () => {
    const { code, out } = await speak(
      'judge',
      put('differs.yaml', age('    expect: { outcome: allowed }\n')),
    );
    expect(code).toBe(1);
    expect(out).toMatch(/^a: refused – Chưa ghi được\n/);
    expect(out).toContain('≠ outcome: mong đợi "allowed", nhưng là "refused"');
  });

  test('without an expectation answers 0, and as JSON everything', async () => {
    const { code, out } = await speak('judge', put('asks.yaml', age('')), '--json');
    const shown = JSON.parse(out);
    expect(code).toBe(0);
    expect(shown).toMatchObject({ total: 1, agree: 0, differ: 0 });
    expect(shown.cases[0]).toMatchObject({ file: 'asks.yaml', id: 'a', outcome: 'refused', differs: null });
    const reason = shown.cases[0].reasons.find((one: { guard: string }) => one.guard === 'age_by_month');
    expect(reason).toMatchObject({ outcome: 'refused', wayOut: { earliestOn: '2025-12-01' } });
    expect(reason.text.vi).toContain('17 tuổi 11 tháng');
    expect(reason.citations[0]).toEqual({ document: '294-QĐ/TW', clause: '1.1.1', confidence: 'S' });
  });

  test('a file that cannot be read answers 2 with file, line and reason', async () => {
    const faulty = await run('judge', put('faulty.yaml', age('    expects: {}\n')));
    const absent = await speak('judge', 'nowhere.yaml');
    const json = await speak('judge', put('again.yaml', age('    expects: {}\n')), '--json');
    expect([faulty.code, faulty.out]).toEqual([2, '']);
    expect(faulty.err).toBe(
      'faulty.yaml:6: khóa “expects” không có trong mẫu\nfaulty.yaml:6: unknown key “expects”\n',
    );
    expect([absent.code, absent.err.split('\n')[0]]).toEqual([2, 'nowhere.yaml: thiếu tệp này']);
    const empty = await speak('judge', put('empty.yaml', ''));
    const nameless = await speak('judge', put('nameless.yaml', age('    expect: *nothing\n')));
    const folderNamed = await speak('judge', '.');
    expect([empty.code, empty.err.split('\n')[0]]).toEqual([
      2,
      'empty.yaml: tệp trống, hoặc không viết theo khóa (ví dụ bắt đầu bằng “cases:”)',
    ]);
    expect([nameless.code, nameless.err]).toEqual([
      2,
      expect.stringMatching(/^nameless.yaml:6: không đọc được/),
    ]);
    expect([folderNamed.code, folderNamed.err.split('\n')[0]]).toEqual([2, '.: không mở được tệp này']);
    expect(json.code).toBe(2);
    expect(JSON.parse(json.out).faults).toMatchObject([
      { file: 'again.yaml', line: 6, code: 'fault.unknown_key' },
    ]);
  });
});

describe('docs/ho-so-tinh-huong.md', () => {
  const guide = readFileSync(path.join(root, 'docs/ho-so-tinh-huong.md'), 'utf8');
  const examples = [...guide.matchAll(/```yaml\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g)].map(
    ([, yaml = '', text = ''], at) => ({ name: `guide-${at}.yaml`, yaml, text }),
  );

  test('has its short case and three whole ones', () => {
    expect(examples).toHaveLength(4);
    expect(guide.match(/```yaml/g)).toHaveLength(4);
  });

  test('is judged as it is printed there', async () => {
    const files = examples.map(({ name, yaml }) => put(name, yaml));
    const { code, out, err } = await run('judge', ...files);
    expect([code, err]).toEqual([0, '']);
    const printed = out.split('\n');
    const promised = examples.flatMap(({ text }) => text.trimEnd().split('\n'));
    expect(promised.filter((line) => !printed.some((one) => one.startsWith(line)))).toEqual([]);
    expect(out).toContain('6 tình huống; đúng như mong đợi: 5; khác: 0.');
  });
});
