// One cell into one typed value. Each reader returns the value, or nothing, and says through `report` whatever
// it changed, guessed or could not read.
import { formatDay } from '../../platform/day.ts';
import type { Day } from '../../platform/day.ts';
import { normalise } from '../../platform/text.ts';
import type { Column, ParsedTypes, ParseKind } from '../kinds.ts';
import { plain } from '../lookup.ts';
import type { Lookup } from '../lookup.ts';
import { readAmount, readPeriod } from './parse-amount.ts';
import { readDay } from './parse-day.ts';
import { readName } from './parse-name.ts';
import type { PlaceIndex } from '../../places/places.ts';
import { cellText, isBlank, isDayCell } from '../../workbook/sheet.ts';
import type { CellValue } from '../../workbook/sheet.ts';
import { cleanUnitName, sentenceCase } from '../unit-names.ts';

export type Severity = 'notice' | 'warning' | 'error';
export interface Change {
  before: string;
  after: string;
}

/** What a reader may look at, and where it reports to. One per column of a table; the row moves. */
export interface CellContext {
  today: Day;
  column: Column;
  lookups: Map<string, Lookup>;
  places: PlaceIndex | null;
  report(severity: Severity, code: string, params?: Record<string, string | number>, change?: Change): void;
}

type Reader<P extends ParseKind> = (value: CellValue, context: CellContext) => ParsedTypes[P] | undefined;

const textLimit = 500;
const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

/** The apostrophe that exports put before a sign is no part of the text. */
const plainText = (value: CellValue): string => cellText(value).replace(/^'(?=[=+\-@\t\r])/, '');

function checkedText(value: CellValue, context: CellContext): string | undefined {
  const raw = plainText(value);
  if (raw.length > textLimit * 4 || normalise(raw).length > textLimit) {
    context.report('error', 'exchange.text_too_long', { length: raw.length, limit: textLimit });
    return undefined;
  }
  if (/<\/?[a-z][^>]*>/i.test(raw)) {
    context.report('error', 'exchange.markup', { text: shorten(raw) });
    return undefined;
  }
  return normalise(raw) || undefined;
}

const readText: Reader<'text'> = (value, context) => {
  const text = checkedText(value, context);
  const raw = plainText(value);
  if (text !== undefined && text !== raw.trim() && typeof value === 'string') {
    context.report('notice', 'exchange.text_tidied', {}, { before: shorten(raw), after: shorten(text) });
  }
  return text;
};

const readNameCell: Reader<'name'> = (value, context) => {
  const raw = cellText(value);
  const { value: name, codes } = readName(raw);
  if (name === null) {
    const code = codes[0]!;
    context.report('error', code, { text: shorten(raw), length: raw.length, limit: 80 });
    return undefined;
  }
  for (const code of codes) context.report('notice', code, {}, { before: raw, after: name });
  if (!name.includes(' ')) context.report('warning', 'exchange.name_single', { text: name });
  return name;
};

const readUnit: Reader<'unit'> = (value, context) => {
  const text = checkedText(value, context);
  if (text === undefined) return undefined;
  const clean = sentenceCase(cleanUnitName(text));
  if (clean !== text) context.report('notice', 'exchange.unit_tidied', {}, { before: text, after: clean });
  return clean;
};

const readUnits: Reader<'units'> = (value, context) => {
  const raw = checkedText(typeof value === 'string' ? value.replace(/\r?\n/g, ';') : value, context);
  const names = raw
    ?.split(/[;,]|\s+và\s+/)
    .map((name) => sentenceCase(cleanUnitName(name)))
    .filter(Boolean);
  return names?.length ? names : undefined;
};

function birthOrPast(context: CellContext): number {
  const year = Number(context.today.slice(0, 4));
  return context.column.label.vi === 'Ngày sinh' ? year - 16 : context.column.future ? year + 20 : year;
}

const quiet = new Set([
  'exchange.date_month_only',
  'exchange.date_year_only',
  'exchange.date_serial',
  'exchange.date_digits',
  'exchange.date_two_digit',
]);

const readDayCell: Reader<'day'> = (value, context) => {
  const { value: day, code } = readDay(value, birthOrPast(context));
  const text = cellText(value);
  if (day === null) {
    context.report('error', code ?? 'exchange.date_unreadable', { text: shorten(text) });
    return undefined;
  }
  if (day > context.today && !context.column.future && !context.today.startsWith(day)) {
    context.report('error', 'exchange.date_future', { text, today: formatDay(context.today) });
    return undefined;
  }
  if (code) {
    context.report(
      quiet.has(code) ? 'notice' : 'warning',
      code,
      { text },
      { before: text, after: formatDay(day) },
    );
  }
  return day;
};

const readPeriodCell: Reader<'period'> = (value, context) => {
  const period = readPeriod(value);
  if (period === null)
    context.report('error', 'exchange.year_unreadable', { text: shorten(cellText(value)) });
  return period ?? undefined;
};

/** '2.070' is two thousand and seventy; '12,5' is no count. */
function vietnameseNumber(value: CellValue): number | null {
  if (typeof value === 'number') return value;
  const text = cellText(value).trim().replace(/\s/g, '');
  if (/^\d{1,3}(\.\d{3})+$/.test(text)) return Number(text.replaceAll('.', ''));
  return /^\d+$/.test(text) ? Number(text) : null;
}

const readCount: Reader<'count'> = (value, context) => {
  const text = cellText(value);
  const share = /^\s*(\d+)\s*\/\s*(\d+)\s*(?:\(.*\))?\s*$/.exec(text);
  const number = share
    ? Number(share[1])
    : (vietnameseNumber(value) ?? vietnameseNumber(text.replace(/\s*\D+$/, '')));
  if (number === null || !Number.isInteger(number) || number < 0 || number > 1_000_000) {
    context.report('error', 'exchange.number_unreadable', { text: shorten(text) });
    return undefined;
  }
  return number;
};

const readRange: Reader<'range'> = (value, context) => {
  const range = readAmount(value);
  if (range === null)
    context.report('error', 'exchange.number_unreadable', { text: shorten(cellText(value)) });
  if (range && isDayCell(value)) {
    context.report('warning', 'exchange.range_was_date', {
      text: cellText(value),
      min: range.min ?? 0,
      max: range.max ?? 0,
    });
  }
  return range ?? undefined;
};

/** A result: “8/13” is eight, “trên 2.070” stays approximate. */
const readTally: Reader<'tally'> = (value, context) => {
  const range = typeof value === 'string' ? readAmount(value) : null;
  const marked = range !== null && range.min !== null && (range.max === null || range.about === true);
  return marked ? range : readCount(value, context);
};

const yesWords = new Set([
  'x',
  'v',
  'co',
  '1',
  'true',
  'du',
  'da co',
  'roi',
  'yes',
  'da',
  'da nop',
  'xx',
  'mien',
  'la',
]);
const noWords = new Set(['khong', '0', 'false', 'chua', 'no', 'chua co', 'thieu', 'khong co', '']);

/** true, false, or null when the cell says neither. */
export function yesNo(value: CellValue): boolean | null {
  if (typeof value === 'boolean') return value;
  const text = cellText(value).trim();
  if (/^[✓✔☑√+×]$/u.test(text)) return true;
  const word = plain(text);
  return yesWords.has(word) ? true : noWords.has(word) ? false : null;
}

const readFlag: Reader<'flag'> = (value, context) => {
  const answer = yesNo(value);
  if (answer === null)
    context.report('warning', 'exchange.flag_unreadable', { text: shorten(cellText(value)) });
  return answer ?? undefined;
};

const readHave: Reader<'have'> = (value, context) => {
  const answer = yesNo(value);
  if (answer !== null) return { have: answer, on: null };
  const { value: on } = readDay(value, Number(context.today.slice(0, 4)));
  if (on !== null && on.slice(0, 4) <= context.today.slice(0, 4)) return { have: true, on };
  context.report('warning', 'exchange.flag_unreadable', { text: shorten(cellText(value)) });
  return undefined;
};

const readSex: Reader<'sex'> = (value, context) => {
  const word = plain(cellText(value));
  if (/^(nam|m|trai|male|ong)$/.test(word)) return 'M';
  if (/^(nu|f|gai|female|ba)$/.test(word)) return 'F';
  context.report('warning', 'exchange.sex_unreadable', { text: shorten(cellText(value)) });
  return undefined;
};

/** Digits only; a number cell has lost its leading zeros and gets them back. */
function digitsOf(value: CellValue, lengths: number[], context: CellContext): string | undefined {
  const text = cellText(value);
  const digits = text.replace(/[\s.\-/]/g, '');
  if (!/^\d+$/.test(digits)) return undefined;
  if (lengths.includes(digits.length)) return digits;
  const length = lengths.find((n) => n > digits.length && n - digits.length <= 3);
  if (typeof value !== 'number' || length === undefined) return undefined;
  const padded = digits.padStart(length, '0');
  context.report('notice', 'exchange.zeros_restored', {}, { before: text, after: padded });
  return padded;
}

const readCard: Reader<'card'> = (value, context) => {
  const digits = digitsOf(value, [8, 12], context);
  if (!digits) context.report('warning', 'exchange.card_unreadable', { text: shorten(cellText(value)) });
  return digits;
};
const readIdentity: Reader<'identity'> = (value, context) => {
  const digits =
    digitsOf(value, [12, 9], context) ??
    (typeof value === 'number' ? digitsOf(value, [9, 12], context) : undefined);
  if (!digits) context.report('warning', 'exchange.identity_unreadable', { text: shorten(cellText(value)) });
  return digits;
};
const readPhone: Reader<'phone'> = (value, context) => {
  const digits = cellText(value)
    .replace(/[\s.()-]/g, '')
    .replace(/^\+?84(?=\d{9}$)/, '0');
  const full = typeof value === 'number' && digits.length === 9 ? `0${digits}` : digits;
  if (/^0\d{8,10}$/.test(full)) return full;
  context.report('warning', 'exchange.phone_unreadable', { text: shorten(cellText(value)) });
  return undefined;
};

function findCode(text: string, context: CellContext): string | undefined {
  const lookup = context.lookups.get(context.column.list ?? '');
  const found = lookup?.find(text) ?? null;
  if (!lookup || !found) {
    context.report('warning', 'exchange.value_unknown', {
      text: shorten(text),
      list: context.column.label.vi,
    });
    return undefined;
  }
  if (found.part) {
    context.report(
      'notice',
      'exchange.value_guessed',
      {},
      { before: shorten(text), after: lookup.label(found.code) },
    );
  }
  return found.code;
}

const readCatalogue: Reader<'catalogue'> = (value, context) => {
  const text = checkedText(value, context);
  return text === undefined ? undefined : findCode(text, context);
};

/** '12/12', '7/10', 'lớp 9': the last class finished says which level was completed. */
const readSchooling: Reader<'schooling'> = (value, context) => {
  const text = isDayCell(value)
    ? `${Number(value.day.slice(8))}/${Number(value.day.slice(5, 7))}`
    : cellText(value);
  const match = /^\s*(?:lớp\s*)?(\d{1,2})\s*(?:\/\s*(10|12))?\s*(?:phổ thông|pt)?\s*$/iu.exec(text);
  if (!match) return readCatalogue(value, context);
  const [grade, system] = [Number(match[1]), Number(match[2] ?? 12)];
  const done = (system === 10 ? [10, 7, 5] : [12, 9, 5]).find((step) => grade >= step && grade <= system);
  return findCode(done === undefined ? text : `${done}/${system}`, context);
};

const readPlace: Reader<'place'> = (value, context) => {
  const text = checkedText(value, context);
  if (text === undefined) return undefined;
  const found = context.places?.find(text) ?? null;
  if (found?.today) context.report('notice', 'exchange.place_old', {}, { before: text, after: found.today });
  return { text, oldCode: found?.oldCode ?? null, codes: found?.codes ?? [] };
};

const readers: { [P in ParseKind]: Reader<P> } = {
  text: readText,
  name: readNameCell,
  unit: readUnit,
  units: readUnits,
  sex: readSex,
  day: readDayCell,
  period: readPeriodCell,
  count: readCount,
  range: readRange,
  tally: readTally,
  flag: readFlag,
  have: readHave,
  card: readCard,
  identity: readIdentity,
  phone: readPhone,
  catalogue: readCatalogue,
  schooling: readSchooling,
  word: (value, context) => readCatalogue(value, context),
  place: readPlace,
};

const nothing = new Set(['-', '--', '/', '//', '.', '…', '...', '?', 'không rõ', 'chưa rõ']);

/** The typed value of a cell, or undefined when it is empty or unreadable (then a report says so). */
export function readCell(value: CellValue, context: CellContext): ParsedTypes[ParseKind] | undefined {
  if (isBlank(value) || (typeof value === 'string' && nothing.has(value.trim().toLowerCase())))
    return undefined;
  return readers[context.column.parse](value, context);
}
