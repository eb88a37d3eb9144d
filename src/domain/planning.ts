// The two searches of the product, in one piece: they are large, needed seldom, and ship as a file of their own (see `google/library.ts`).
export { solve } from './grouping/solve';
export { placeModules } from './timetable/place';
