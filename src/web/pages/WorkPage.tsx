// “Việc hôm nay” with what other rooms can do about a line: the list itself knows none of them.
import { remindWay } from '../../reminders/pages/remind/remind-way.ts';
import { LineWays } from '../../worklist/pages/list/line-ways.ts';
import { WorklistPage } from '../../worklist/pages/WorklistPage.tsx';

const ways = [remindWay];

export function WorkPage() {
  return (
    <LineWays value={ways}>
      <WorklistPage />
    </LineWays>
  );
}
