// The top bar: where I am in the tree, the day the page speaks of, search, the deployment profile, reminders, who I am.
import { AccountMenu } from './AccountMenu.tsx';
import { Bell } from './Bell.tsx';
import { DaySwitch } from './DaySwitch.tsx';
import { ProfileMark } from './ProfileMark.tsx';
import { SearchAll } from './SearchAll.tsx';
import css from './TopBar.module.css';
import { UnitSwitch } from './UnitSwitch.tsx';
import { useCan } from '../../ui/session.tsx';

export function TopBar() {
  const seesUnits = useCan('unit.read');
  const isReminded = useCan('worklist.read');
  return (
    <header className={`${css.bar} no-print`}>
      <div className={css.profile}>
        <ProfileMark />
      </div>
      <div className={css.where}>{seesUnits && <UnitSwitch />}</div>
      <div className={css.when}>
        <DaySwitch />
      </div>
      <div className={css.signs}>
        <SearchAll />
        {isReminded && <Bell />}
        <AccountMenu />
      </div>
    </header>
  );
}
