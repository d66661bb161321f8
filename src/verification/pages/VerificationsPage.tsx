// “Thẩm tra lý lịch”: what was sent, what is late, what was answered and what this office is asked to answer – and, from
// the page of a dossier, the form of a new request or the list of relatives.
import { hrefOf, To, useAddress, useUnit } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { useCan } from '../../ui/session.tsx';
import { type ListState, type RequestList, states } from '../view.ts';
import { CodeBox } from './list/CodeBox.tsx';
import { FiguresPart } from './list/FiguresPart.tsx';
import { Requests } from './list/Requests.tsx';
import { KinForm } from './send/KinForm.tsx';
import { SendForm } from './send/SendForm.tsx';
import css from './verification.module.css';
import { words } from './words.ts';

export function VerificationsPage() {
  const { words: address } = useAddress();
  if (!address.dossier) return <Lists />;
  return address.kin ? <KinForm dossier={address.dossier} /> : <SendForm dossier={address.dossier} />;
}

type Shown = ListState | 'figures';

/** An office that only answers sees only what it is asked. */
function useShown(): { shown: Shown; offered: Shown[] } {
  const { words: address } = useAddress();
  const [reads, answers] = [useCan('verification.read'), useCan('verification.answer')];
  const offered: Shown[] = [
    ...(reads ? (['sent', 'overdue', 'answered'] as const) : []),
    ...(answers ? (['asked'] as const) : []),
    ...(reads ? (['figures'] as const) : []),
  ];
  return { shown: offered.find((one) => one === address.state) ?? offered[0] ?? 'sent', offered };
}

function Lists() {
  const t = useWords(words);
  const { shown, offered } = useShown();
  const enters = useCan('verification.act');
  return (
    <Page
      title={t('list.title')}
      purpose={t('list.purpose')}
      help={[t('list.help1'), t('list.help2'), t('list.help3')]}
    >
      <States shown={shown} offered={offered} />
      {enters && shown !== 'asked' && shown !== 'figures' && <CodeBox />}
      {shown === 'figures' ? <FiguresPart /> : <Requests key={shown} state={shown} />}
    </Page>
  );
}

function States({ shown, offered }: { shown: Shown; offered: Shown[] }) {
  const t = useWords(words);
  const { path, words: address } = useAddress();
  const unit = useUnit();
  const { data } = useRead<RequestList>('/verifications', { params: { unit, limit: 1 }, keep: true });
  return (
    <nav aria-label={t('state.name')} className={`${css.states} no-print`}>
      {offered.map((state) => {
        const count = states.find((one) => one === state);
        return (
          <To
            key={state}
            href={hrefOf(path, { unit: address.unit, state: state === offered[0] ? undefined : state })}
            className={css.state}
            aria-current={state === shown ? 'true' : undefined}
          >
            {t(`state.${state}`)}
            {count && data && <span className={css.count}>({data.counts[count]})</span>}
          </To>
        );
      })}
    </nav>
  );
}
