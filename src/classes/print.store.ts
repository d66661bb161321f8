// What the printed sheets of a class need: the list of trainees and the certificates, with the heading of the centre.
import { profile } from '../org/profile.store.ts';
import { findUnits } from '../org/unit.store.ts';
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import type { Found } from './class.store.ts';
import { viewOf } from './list.store.ts';
import { messages } from './messages.ts';
import { peopleOf } from './people.store.ts';
import type { ClassPrint } from './view.ts';

export async function printOf(db: Queryable, actor: Actor, found: Found): Promise<ClassPrint> {
  const above = (found.centre.path.match(/\d+/g) ?? []).map(Number).slice(0, -1);
  const units = await findUnits(db, above);
  const leading = units.get(above.at(-1) ?? 0);
  return {
    class: await viewOf(db, actor, found),
    centre: {
      name: found.centre.name,
      superior: leading?.name ?? null,
      place: placeOf(leading?.name ?? found.centre.name),
    },
    people: (await peopleOf(db, actor, found)).items,
    watermark: (await profile(db)) === 'C' ? messages['classes.training_data'] : null,
  };
}

/** The place beside the date is that of the committee: its name without the word for what it is. */
const placeOf = (committee: string): string =>
  committee.replace(
    /^(Đảng bộ|Đảng ủy|Thành ủy|Tỉnh ủy|Huyện ủy|Quận ủy|Thị ủy|Trung tâm chính trị)\s+((tỉnh|thành phố|phường|xã|huyện|quận|thị xã|đặc khu)\s+)?/iu,
    '',
  );
