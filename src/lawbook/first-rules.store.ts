// What a committee decides when it sets Nguồn up: values that no text gives, laid over the rules from that very day.
import type { FirstRules } from '../org/setup.store.ts';
import { decideDay } from '../org/unit-acts.ts';
import { today } from '../platform/clock.ts';
import { derivedId } from '../platform/ids.ts';
import { append } from '../platform/ledger.ts';
import { changed } from './change.store.ts';
import { lockLaw } from './enforce.store.ts';
import { decideLaw, laidEntry, provisionOf } from './provision-write.store.ts';

const clause = 'Quyết định khi thiết lập Nguồn';

export const firstRules: FirstRules = {
  lay: async (tx, by, { clientId, unitId, rules }) => {
    await lockLaw(tx);
    const unit = await tx
      .selectFrom('unit')
      .select(['path', 'name'])
      .where('id', '=', unitId)
      .executeTakeFirstOrThrow();
    for (const { parameter, value, document } of rules) {
      decideDay(document.on, today());
      const entry = derivedId(clientId, `rule ${parameter}`);
      const id = derivedId(entry, 'provision');
      const paper = { ...document, by: unit.name };
      const fill = { kind: 'fill', parameter, unitId, fromOn: today(), value, clause } as const;
      const body = { ...fill, clientId: entry, document: paper, decidedBy: unit.name };
      await decideLaw(tx, provisionOf(id, unit.path, body));
      await append(tx, by, [laidEntry(id, body)]);
    }
  },
  hold: changed,
};
