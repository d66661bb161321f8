// Where a case stands, judged again only from the first act that is another than last time: those before it rest on the same
// acts, the same law and the same surroundings. All of that is compared by its content, so nothing has to be let go.
import { keepNewest } from '../platform/newest.ts';
import type { Act } from '../road/fold.ts';
import type { Around } from '../road/held.ts';
import type { Law } from '../road/law.ts';
import { type HeldOn, type JudgedAct, type Located, standOf, type Standing } from '../road/standing.ts';

interface Followed {
  said: string;
  judged: JudgedAct;
}
interface Kept {
  around: string;
  acts: readonly Followed[];
}

/** Of so many cases, the ones asked for last. */
const mostKept = 200;
const keptBy = new WeakMap<Law, Map<string, Kept>>();

export function standAmong(dossier: Located, law: Law, { around, heldOn }: Judging): Standing {
  // How many others a helper helps is asked for one act alone.
  if (around.charges) return standOf(dossier, law, heldOn);
  const kept = keptBy.get(law) ?? new Map<string, Kept>();
  keptBy.set(law, kept);
  const surroundings = JSON.stringify([dossier.path, dossier.takenOver, around]);
  const before = kept.get(dossier.id);
  const known = before?.around === surroundings ? before.acts : [];
  const acts: Followed[] = [];
  let same = true;
  const standing = standOf(dossier, law, heldOn, (follow) => (walk, index) => {
    const act = dossier.acts[index] as Act;
    const said = JSON.stringify(act);
    const last = known[index];
    same &&= last?.said === said;
    const followed = same && last ? last : { said, judged: follow(walk, index) };
    acts.push(followed);
    return { ...followed.judged, act };
  });
  keepNewest(kept, [dossier.id, { around: surroundings, acts }], mostKept);
  return standing;
}

interface Judging {
  around: Around;
  heldOn: HeldOn;
}
