// The load generator: a process of its own that does what it is told over its channel.
import { inCrowd, inTurns, type Order } from './work.ts';

process.on('message', ({ id, order }: { id: number; order: Order }) => {
  const work = order.kind === 'turns' ? inTurns(order) : inCrowd(order);
  work.then(
    (result) => process.send?.({ id, result }),
    (cause: unknown) => process.send?.({ id, failure: String(cause) }),
  );
});
process.on('disconnect', () => process.exit());
