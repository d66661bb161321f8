// As whom a command asks about all cases: the organisation board of the superior committee where there is one, else the
// officer of the committee. What it shows reaches as far as that office does.
import type { Place, Speak } from './place.ts';
import { findOffices } from './who.ts';

const widest = ['superior_board', 'base_officer'];

export async function asDeciding(place: Place, userName: string | null): Promise<Speak> {
  for (const kind of widest)
    if ((await findOffices(place.db, kind, userName)).length > 0) return place.as(kind, userName);
  return place.as('base_officer', userName);
}
