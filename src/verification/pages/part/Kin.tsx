// Relatives and what the rule of the day asks about each; the list itself is sealed and opened only here.
import { Button } from '@mantine/core';
import { formatDay } from '../../../platform/day.ts';
import { hrefOf, To } from '../../../ui/address.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import type { CaseView } from '../../view.ts';
import css from '../verification.module.css';
import { words } from '../words.ts';

type Line = NonNullable<CaseView['kin']>[number];

export function Kin({ about, open }: { about: CaseView; open: () => void }) {
  const t = useWords(words);
  const { kin, kinPersons, kinListedOn, can, dossierId } = about;
  const edits = can.includes('kin');
  if (!edits) return null;
  return (
    <>
      <h3 className={css.head}>{t('kin.title')}</h3>
      {kin && (
        <ul className={css.list}>
          {kin.map((one) => (
            <Relative key={one.line.id} one={one} />
          ))}
        </ul>
      )}
      {!kin && kinPersons !== null && (
        <>
          <p className={css.quiet}>
            {t('kin.kept', { count: kinPersons, day: formatDay(kinListedOn) })} {t('kin.sealed')}
          </p>
          <p>
            <Button variant="default" onClick={open}>
              {t('kin.open')}
            </Button>
          </p>
        </>
      )}
      {(kin || kinPersons === null) && (
        <p>
          <To href={hrefOf('/verifications', { dossier: dossierId, kin: '1' })}>
            {t(kin ? 'kin.edit' : 'kin.make')}
          </To>
        </p>
      )}
    </>
  );
}

function Relative({ one }: { one: Line }) {
  const t = useWords(words);
  const { line } = one;
  const { tone, word } = standOf(one);
  return (
    <li className={css.line}>
      <span className={css.lineHead}>{line.fullName}</span>
      <span className={css.quiet}>
        {t(`relation.${line.relation}`)} · {line.place}
      </span>
      <StatusMark tone={tone}>{t(word)}</StatusMark>
    </li>
  );
}

function standOf({ asked, named, verify }: Line) {
  if (asked) return { tone: 'done', word: 'kin.asked' } as const;
  if (!named) return { tone: 'plain', word: 'kin.not_named' } as const;
  if (verify === null) return { tone: 'unsure', word: 'kin.undecided' } as const;
  return verify
    ? ({ tone: 'wait', word: 'kin.verify' } as const)
    : ({ tone: 'plain', word: 'kin.is_exempt' } as const);
}
