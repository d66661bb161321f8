// The monthly review of the list as the work list knows it: one period of a routine of the cell.
export const reviewRoutine = 'list_review';
