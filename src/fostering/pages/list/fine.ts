// Whether a line of a preview would be written.
import type { OutcomeLine } from '../../view.ts';

export const isFine = ({ why }: OutcomeLine): boolean => why === null;
