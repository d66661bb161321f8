// Who helps whom in a cell: the list of its helpers in the order of their names, each with the people of today.
import type { z } from 'zod';
import type { loadList } from '../../fostering/view.ts';
import { To } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useRead } from '../../ui/query.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import { words } from '../words.ts';
import css from './overview.module.css';

type Loads = z.output<typeof loadList>;

/** More helpers than these stand on the page of helpers. */
const shown = 50;

export function Helps({ unit }: { unit: number }) {
  const t = useWords(words);
  const query = useRead<Loads>('/fostering/helpers', { params: { unit, limit: shown } });
  return (
    <Panel title={t('helps.title')}>
      <Loaded of={query} rows={4}>
        {({ items }) => (items.length === 0 ? <p>{t('helps.none')}</p> : <Helpers items={items} />)}
      </Loaded>
    </Panel>
  );
}

function Helpers({ items }: { items: Loads['items'] }) {
  const t = useWords(words);
  return (
    <table className={css.helps}>
      <thead>
        <tr>
          <th scope="col">{t('helps.helper')}</th>
          <th scope="col">{t('helps.whom')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ helperId, name, people }) => (
          <tr key={helperId}>
            <th scope="row">{name}</th>
            <td>
              <ul>
                {people.map((person) => (
                  <li key={person.id}>
                    <To href={`/dossiers/${person.id}`}>{person.name}</To>
                  </li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
