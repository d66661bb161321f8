// Old fonts: every letter of both tables against the published code charts, and texts as offices typed them.
import { describe, expect, test } from 'vitest';
import { convertLegacyFonts, fromTcvn3, fromVni, legacyFontOf } from './fonts.ts';
import { newSheet } from './sheet.ts';

// TCVN 5712:1993 VN3, letter by letter with its byte.
const tcvn3 =
  'Ă A1 Â A2 Ê A3 Ô A4 Ơ A5 Ư A6 Đ A7 ă A8 â A9 ê AA ô AB ơ AC ư AD đ AE à B5 ả B6 ã B7 á B8 ạ B9 ằ BB ẳ BC ẵ BD ắ BE ' +
  'ặ C6 ầ C7 ẩ C8 ẫ C9 ấ CA ậ CB è CC ẻ CE ẽ CF é D0 ẹ D1 ề D2 ể D3 ễ D4 ế D5 ệ D6 ì D7 ỉ D8 ĩ DC í DD ị DE ò DF ' +
  'ỏ E1 õ E2 ó E3 ọ E4 ồ E5 ổ E6 ỗ E7 ố E8 ộ E9 ờ EA ở EB ỡ EC ớ ED ợ EE ù EF ủ F1 ũ F2 ú F3 ụ F4 ừ F5 ử F6 ữ F7 ứ F8 ' +
  'ự F9 ỳ FA ỷ FB ỹ FC ý FD ỵ FE';
const pairs = (text: string): [string, string][] => {
  const words = text.split(' ');
  return words.flatMap((word, at) => (at % 2 === 0 ? [[word, words[at + 1]!] as [string, string]] : []));
};
const toTcvn3 = new Map(
  pairs(tcvn3).map(([letter, byte]) => [letter, String.fromCharCode(Number.parseInt(byte, 16))]),
);
const encodeTcvn3 = (text: string): string => [...text].map((char) => toTcvn3.get(char) ?? char).join('');

// VNI for Windows: base letter and mark typed one after the other.
const vni =
  'á aù à aø ả aû ã aõ ạ aï â aâ ấ aá ầ aà ẩ aå ẫ aã ậ aä ă aê ắ aé ằ aè ẳ aú ẵ aü ặ aë é eù è eø ẻ eû ẽ eõ ẹ eï ê eâ ' +
  'ế eá ề eà ể eå ễ eã ệ eä í í ì ì ỉ æ ĩ ó ị ò ó où ò oø ỏ oû õ oõ ọ oï ô oâ ố oá ồ oà ổ oå ỗ oã ộ oä ơ ô ớ ôù ờ ôø ở ôû ' +
  'ỡ ôõ ợ ôï ú uù ù uø ủ uû ũ uõ ụ uï ư ö ứ öù ừ öø ử öû ữ öõ ự öï ý yù ỳ yø ỷ yû ỹ yõ ỵ î đ ñ';
const toVni = new Map(pairs(vni));
const encodeVni = (text: string): string => [...text].map((char) => toVni.get(char) ?? char).join('');

const sentence =
  'Nguyễn Văn Đạt, chi bộ khu phố 3, phường Kinh Bắc: đã học lớp bồi dưỡng nhận thức về Đảng, được kết nạp ngày mười chín tháng năm';

describe('TCVN3', () => {
  test.each(pairs(tcvn3))('letter %s', (letter, byte) => {
    expect(fromTcvn3(String.fromCharCode(Number.parseInt(byte, 16)))).toBe(letter);
  });
  test('a phrase as it stands on old letterheads', () => {
    expect(fromTcvn3('Céng hoµ x· héi chñ nghÜa ViÖt Nam §éc lËp - Tù do - H¹nh phóc')).toBe(
      'Cộng hoà xã hội chủ nghĩa Việt Nam Độc lập - Tự do - Hạnh phúc',
    );
  });
  test('is recognised', () => expect(legacyFontOf([encodeTcvn3(sentence)])).toBe('TCVN3'));
});

describe('VNI', () => {
  test.each(pairs(vni))('letter %s', (letter, typed) => expect(fromVni(typed)).toBe(letter));
  test('capitals', () => expect(fromVni('ÑAÛNG BOÄ PHÖÔØNG KINH BAÉC')).toBe('ĐẢNG BỘ PHƯỜNG KINH BẮC'));
  test('is recognised', () => expect(legacyFontOf([encodeVni(sentence.toLowerCase())])).toBe('VNI'));
  test('a sentence and back', () =>
    expect(fromVni(encodeVni(sentence.toLowerCase()))).toBe(sentence.toLowerCase()));
});

test.each(['Nguyễn Văn An', 'Hà, Tân, Thúy', '20 m² · § 5', 'Müller café', 'Trần Thị Hoà'.normalize('NFD')])(
  '%s is left alone',
  (text) => {
    expect(legacyFontOf([text])).toBeNull();
  },
);

test('only the columns typed so are converted, and it is said', () => {
  const sheet = newSheet('A', [
    ['Hä vµ tªn', 'Ghi chú đúng'],
    [encodeTcvn3('Trần Thị Hà'), 'Hà Nội'],
    [encodeTcvn3('Lê Văn Tân'), 'người Tày'],
  ]);
  const out = convertLegacyFonts({ format: 'xlsx', sheets: [sheet], notices: [] });
  expect(out.sheets[0]!.rows).toEqual([
    ['Họ và tên', 'Ghi chú đúng'],
    ['Trần Thị Hà', 'Hà Nội'],
    ['Lê Văn Tân', 'người Tày'],
  ]);
  expect(out.notices).toEqual([
    {
      code: 'exchange.font',
      sheet: 'A',
      params: { font: 'TCVN3', cells: 3, before: 'Hä vµ tªn', after: 'Họ và tên' },
    },
  ]);
});
