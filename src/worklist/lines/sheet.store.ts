// The work list of one cell for its wall: everything open, whoever must answer, for those who have no telephone.
import { type Profile } from '../../org/answers.ts';
import { profile } from '../../org/profile.store.ts';
import { findUnits, getUnit } from '../../org/unit.store.ts';
import { today } from '../../platform/clock.ts';
import type { Db } from '../../platform/db.ts';
import type { Actor } from '../../platform/http.ts';
import type { Message } from '../../platform/messages.ts';
import { tellLines } from '../item.store.ts';
import { type SheetQuery, writeCursor } from '../list.ts';
import { cursorOf, readLines } from '../list.store.ts';
import { messages } from '../messages.ts';
import type { WorkSheet } from '../view.ts';

export async function readSheet(db: Db, actor: Actor, query: SheetQuery): Promise<WorkSheet> {
  const { unit: unitId, cursor, limit } = query;
  const unit = await getUnit(db, actor, 'worklist.read', unitId);
  const above = (unit.path.match(/\d+/g) ?? []).map(Number).slice(0, -1).toReversed();
  const units = await findUnits(db, above);
  const chain = above.flatMap((id) => units.get(id) ?? []);
  const leading = chain.find(({ kind }) => kind !== 'sub_committee') ?? null;
  const lines = await readLines(db, actor, { unit: unitId, own: false, limit: limit + 1, cursor });
  const shown = lines.slice(0, limit);
  const last = shown.at(-1);
  return {
    unit: { id: unit.id, name: unit.name },
    superior: leading && { id: leading.id, name: leading.name },
    place: placeOf((leading ?? unit).name),
    on: today(),
    items: await tellLines(db, actor, shown),
    next: lines.length > limit && last ? writeCursor(cursorOf(last, {})) : null,
    watermark: watermarkOf(await profile(db)),
  };
}

/** The place beside the date is that of the committee: its name without the word for what it is. */
const placeOf = (committee: string): string =>
  committee.replace(/^(Đảng bộ|Đảng ủy|Chi bộ)\s+((phường|xã|thị trấn|đặc khu)\s+)?/iu, '');

const watermarkOf = (of: Profile): Message | null => (of === 'C' ? messages['worklist.training'] : null);
