// Local state that follows a value from outside: `follow` runs once, before drawing, whenever the value has changed.
import { useState } from 'react';

export function useFollow<T>(value: T, follow: (before: T) => void): void {
  const [seen, setSeen] = useState(value);
  if (Object.is(seen, value)) return;
  setSeen(value);
  follow(seen);
}
