// Who helps whom: helpers in the order of their names, each with the people of today.
import { To } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import type { OverviewView } from '../view.ts';
import { words } from '../words.ts';
import css from './overview.module.css';

export function Helps({ helps }: { helps: NonNullable<OverviewView['helps']> }) {
  const t = useWords(words);
  return (
    <Panel title={t('helps.title')}>
      {helps.length === 0 ? (
        <p>{t('helps.none')}</p>
      ) : (
        <table className={css.helps}>
          <thead>
            <tr>
              <th scope="col">{t('helps.helper')}</th>
              <th scope="col">{t('helps.whom')}</th>
            </tr>
          </thead>
          <tbody>
            {helps.map(({ id, name, people }) => (
              <tr key={id}>
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
      )}
    </Panel>
  );
}
