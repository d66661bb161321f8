// Where a case stands under several versions of the rules. What the judgement of an act asks for is listened to once; a
// version that differs in other names alone would say the same, and is not asked.
import { overhear, type Overheard, type Regulations } from '../rules/index.ts';
import type { Version } from '../worklist/source.ts';
import { type Law, lawOf } from './law.ts';
import { type JudgedAct, type Located, nothingHeld, standOf, type Standing } from './standing.ts';

/** What was made once of the rules serves for every case. */
const overheard = new WeakMap<Regulations, Overheard>();

export type StandUnder = (dossier: Located) => Standing[];

/** A standing for each version, in their order. */
export function standUnder([first, ...others]: readonly Version[]): StandUnder {
  if (!first) return () => [];
  const { regulations, during } = listeningTo(first.regulations);
  const law = lawOf(regulations);
  const further = others.map(({ regulations: one, differsIn }) => ({
    law: lawOf(one),
    names: differsIn && [...differsIn],
  }));
  return (dossier) => {
    const judged: Judged[] = [];
    const standing = standOf(dossier, law, nothingHeld, (follow) => (walk, index) => {
      const { given, names } = during(() => follow(walk, index));
      judged.push({ act: given, names });
      return given;
    });
    return [standing, ...further.map((other) => standOtherwise(dossier, other, judged))];
  };
}

function listeningTo(regulations: Regulations): Overheard {
  const known = overheard.get(regulations);
  if (known) return known;
  const made = overhear(regulations);
  overheard.set(regulations, made);
  return made;
}

interface Other {
  law: Law;
  /** in which it differs; null = not known */
  names: readonly string[] | null;
}

interface Judged {
  act: JudgedAct;
  names: ReadonlySet<string>;
}

function standOtherwise(dossier: Located, { law, names: other }: Other, judged: readonly Judged[]): Standing {
  return standOf(dossier, law, nothingHeld, (follow) => (walk, index) => {
    const { act, names } = judged[index] as Judged;
    const asked = other === null || other.some((name) => names.has(name));
    return !asked && act.stageBefore === walk.stage ? act : follow(walk, index);
  });
}
