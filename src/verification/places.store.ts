// Places as requests name them: from the lists of administrative units, old names led to today's, and the committee of a
// place where it has accounts in this installation.
import { sql } from 'kysely';
import { officeInForce } from '../org/office.store.ts';
import { today } from '../platform/clock.ts';
import type { Queryable } from '../platform/db.ts';
import { Invalid } from '../platform/errors.ts';
import { fold, normalise } from '../platform/text.ts';
import { buildSearch, type PlaceChoice, type PlaceSearch, placeWritten } from '../places/search.ts';
import { placeFilesOf } from '../places/units.ts';
import type { PlaceView, SendBody } from './view.ts';

let files: Readonly<Record<string, string>> | null = null;
let built: PlaceSearch | null = null;

/** The texts of regulations/places, put into force at composition; the index is built when first asked. */
export function usePlaces(texts: Readonly<Record<string, string>>): void {
  files = texts;
  built = null;
}
function places(): PlaceSearch {
  if (!files) throw new Error('verification has no lists of places yet');
  built ??= buildSearch(placeFilesOf(files));
  return built;
}

export interface Destination {
  /** as it stands on the letter and in the dossier */
  place: string;
  placeCode: string | null;
  oldCode: string | null;
  abroad: boolean;
}

/** What the sender chose, or wrote: an old unit is led to today's and its old name stays in the text. */
export function destinationOf(place: SendBody['place'], purpose: SendBody['purpose']): Destination {
  const chosen = chosenPlace(place);
  const words = chosen ? placeWritten(chosen) : typedPlace(place);
  return {
    place: purpose === 'police' ? `Công an ${words}` : words,
    placeCode: chosen?.code ?? null,
    oldCode: chosen?.old?.code ?? null,
    abroad: place.abroad,
  };
}

/** A code that is in no list is a fault, not a place in words. */
function typedPlace({ code, oldCode, text }: SendBody['place']): string {
  const words = normalise(text ?? '');
  if (!words || code || oldCode) throw new Invalid('verification.no_such_place', {}, { fields: ['place'] });
  return words;
}

const chosenPlace = ({ code, oldCode }: SendBody['place']): PlaceChoice | null =>
  oldCode ? places().byOldCode(oldCode) : code ? places().byCode(code) : null;

export interface Addressee {
  id: number;
  name: string;
}

/**
 * The committee of each place that has accounts here: of a unit whose place is recorded, else of one that bears the name
 * of the place in its province. Never the committee that asks, nor one above it.
 */
export async function addresseesOf(
  db: Queryable,
  choices: readonly PlaceChoice[],
  askingPath: string,
): Promise<Map<string, Addressee>> {
  const wanted = choices.map(({ code, name, province }) => {
    const key = fold(name.split(',')[0] ?? '');
    return { code, province, keys: [`dang bo ${key}`, `dang uy ${key}`] };
  });
  const result = await sql<Addressee & { code: string }>`
    select distinct on (wanted.code) wanted.code, unit.id, unit.name
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as wanted(code text, province text, keys text[])
    join unit on unit.ended_on is null and not unit.external and unit.kind in ('base_organisation', 'upper_base')
     and (unit.place_code = wanted.code
          or (unit.place_code is null and unit.province_id = wanted.province and unit.name_key = any(wanted.keys)))
    where ${askingPath} not like unit.path || '%'
      and exists (select from office join account on account.person_id = office.person_id
                  where office.unit_id = unit.id and office.kind in ('base_officer', 'superior_board')
                    and account.closed_on is null and ${officeInForce('office', today())})
    order by wanted.code, (unit.place_code is null), (unit.kind <> 'base_organisation'), unit.id`.execute(db);
  return new Map(result.rows.map(({ code, id, name }) => [code, { id, name }]));
}

export async function addresseeOf(
  db: Queryable,
  { place, placeCode, abroad }: Destination,
  asking: { path: string; purpose: SendBody['purpose'] },
): Promise<number | null> {
  const choice =
    placeCode && place && !abroad && asking.purpose === 'history' ? places().byCode(placeCode) : null;
  if (!choice) return null;
  const found = await addresseesOf(db, [choice], asking.path);
  return found.get(choice.code)?.id ?? null;
}

/** What the field of the form offers while somebody types. */
export async function offerPlaces(
  db: Queryable,
  text: string,
  { limit, askingPath }: { limit: number; askingPath: string },
): Promise<PlaceView[]> {
  const choices = places().search(text, limit);
  const addressees = choices.length > 0 ? await addresseesOf(db, choices, askingPath) : new Map();
  return choices.map((choice) => ({ ...choice, addressee: addressees.get(choice.code) ?? null }));
}
