// What a list would say of a person, by fields of the roll. Codes come as the lines have them; words are cleaned by the same
// reader as typed ones, so that odd spellings of a set serve to try it.
import { readFields } from '../../../src/members/fields.ts';
import { firstGolden } from '../golden.ts';
import type { PersonLine, ProfileLine } from '../line.ts';
import type { PersonStory } from './story.ts';

const plain = (person: PersonLine): Record<string, string | null> => ({
  fullName: person.fullName,
  sex: person.sex,
  bornOn: person.bornOn,
  ethnicity: person.ethnicity,
  religion: person.religion,
  nativePlace: person.hometown,
  residence: person.residence,
  phone: person.phone,
  identityNumber: person.identityNumber,
  education: person.education,
  profession: person.profession,
  politicalTheory: person.politicalTheory,
  occupation: person.occupation,
  youthUnion: String(person.youthUnion),
});

const farAway = '9999-12-31';

export function fieldsOf({ person, member }: PersonStory): Record<string, string> {
  const given = { ...plain(person), ...(member?.officialOn ? { cardNumber: cardNumberOf(person.id) } : {}) };
  const known = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== null && value !== ''),
  );
  const { values, faults } = readFields(known, farAway);
  if (faults.length > 0)
    throw new Error(`person ${person.id}: ${faults.map(({ field, code }) => `${field} ${code}`).join()}`);
  return Object.fromEntries(values.filter((one): one is [(typeof one)[0], string] => one[1] !== null));
}

/** Eight digits that no other person of the set has: by commune, candidates and first members apart. */
export function cardNumberOf(id: string): string {
  const [commune = '0', serial = '0'] = id.split('-');
  if (Number(commune) >= firstGolden) return goldenCard(Number(commune) - firstGolden, serial);
  const [room, half] = [12_000, 6000];
  const own = serial.startsWith('m') ? Number(serial.slice(1)) % half : half + (Number(serial) % half);
  return String((Number(commune) / 1000) * room + own).padStart(8, '0');
}

/** Of the worked cases, whose numbers of units are beyond those of any set. */
const goldenCard = (unit: number, serial: string): string => {
  const [first, half] = [90_000_000, 500];
  const own = serial.startsWith('m') ? Number(serial.slice(1)) % half : half + (Number(serial) % half);
  return String(first + unit * 2 * half + own);
};

/** Later values of the same fields. */
export function changesOf({ personId, changes }: ProfileLine): Record<string, string> {
  const { values, faults } = readFields(changes, farAway);
  if (faults.length > 0) throw new Error(`profile of ${personId}: ${faults.map(({ code }) => code).join()}`);
  return Object.fromEntries(values.flatMap(([field, value]) => (value === null ? [] : [[field, value]])));
}
