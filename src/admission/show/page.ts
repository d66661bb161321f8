// What a page about a dossier is made from: the case as judged, the names it may show, and who reads it.
import type { Day } from '../../platform/day.ts';
import type { PartialDay } from '../../platform/day.ts';
import type { Entry } from '../../platform/entry.ts';
import type { Around } from '../../road/held.ts';
import type { Profile } from '../../road/inputs.ts';
import type { Law } from '../../road/law.ts';
import type { Authority } from '../../road/prepare.ts';
import type { HeldOn, Located, Standing } from '../../road/standing.ts';
import type { DossierView } from '../../road/view.ts';

export interface Reader {
  /** sees the whole case; otherwise only how far it has come (own nominees, own classes) */
  wide: boolean;
  /** reads words of class 3 */
  sensitive: boolean;
  mayCorrect: boolean;
  /** what this office may do by an action of the steps */
  authority: (action: string) => Authority;
  accountId: string;
  /** helps this person now */
  helps: boolean;
  can: string[];
}

export interface PageData {
  law: Law;
  profile: Profile;
  today: Day;
  dossier: Located;
  entries: readonly Entry[];
  around: Around;
  heldOn: HeldOn;
  standing: Standing;
  person: {
    id: string;
    fullName: string;
    sex: string | null;
    bornOn: PartialDay | null;
    education: string | null;
    status: string;
    officialOn: PartialDay | null;
  };
  unit: DossierView['unit'];
  /** names of other units the case speaks of */
  units: ReadonlyMap<number, string>;
  /** persons, accounts and offices named in the case */
  names: ReadonlyMap<string, string>;
  accounts: ReadonlyMap<string, string>;
  offices: ReadonlyMap<number, string>;
  /** opened words of the vault that this reader may see, by field */
  texts: ReadonlyMap<string, string>;
  reader: Reader;
}

export const nameOf = (page: PageData, id: unknown): string | null =>
  typeof id === 'string' && page.reader.wide ? (page.names.get(id) ?? null) : null;
