// The stages that each case came through, as rows: made with the fold of its dossier and never written alone.
import { among } from '../platform/db.ts';
import type { Row, RowsOf } from '../platform/write/rows.ts';
import { law } from '../road/law.ts';
import { passagesOf } from '../road/passages.ts';
import type { Stood } from './dossier.store.ts';

declare module '../platform/db.ts' {
  interface Tables {
    passage: {
      dossier_id: string;
      nth: number;
      stage: string;
      on_day: string;
      unit_id: number;
      person_id: string;
      entered: boolean;
      closed_as: string | null;
    };
  }
}

export const passageRowsOf: RowsOf = {
  table: 'passage',
  key: ['dossier_id', 'nth'],
  where: (ids) => among('dossier_id', ids, 'uuid'),
};

export const passageRows = ({ dossier, standing }: Stood): Row[] =>
  passagesOf(dossier, standing, law()).map(({ stage, on, unitId, entered, closedAs }, nth) => ({
    dossier_id: dossier.id,
    nth,
    stage,
    on_day: on,
    unit_id: unitId,
    person_id: dossier.personId,
    entered,
    closed_as: closedAs,
  }));
