// The page's views that need the rules: bundled with the late actions, evaluated when one is asked for (ADR 0014).
import { groupsView } from './groups/view';
import { coverageView } from './surveys/coverage';
import { timetableView } from './timetable/view';

export const VIEWS = {
  groups: groupsView,
  timetable: timetableView,
  coverage: coverageView,
};

export type Views = typeof VIEWS;
