// The reading of staff lists, in one piece: needed seldom, so it ships as a file of its own (see `google/library.ts`).
export { guessDelimiter } from './staff/csv';
export { readStaff } from './staff/import';
