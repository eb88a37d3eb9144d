// The searches of the product and what belongs to them (problem, explanations, editor), in one piece: they are large, needed seldom,
// and ship as a file of their own (see `google/bundles.ts`).
export { Adviser } from './grouping/advice';
export { comparedCosts, differences, matched } from './grouping/differences';
export { applyEdit, brokenRules, isGroup, plansOf, readApplied, replay, restoring, samePair } from './grouping/editor';
export { evaluate } from './grouping/evaluate';
export { problemFromProfiles } from './grouping/from-profiles';
export { wholeEdit } from './grouping/kept-edits';
export { roomBounds } from './grouping/room-size';
export { solve } from './grouping/solve';
export { gainOf, ranked, scenariosOf } from './grouping/what-if';
export { readWishes } from './grouping/wishes';
export { closedSlots, groupsInSlot } from './grouping/working-weeks';
export { placeModules } from './timetable/place';
