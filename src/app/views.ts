// The page's views that need the rules: bundled with the late actions, evaluated when one is asked for (ADR 0014).
import { groupsView } from './groups/view';

export const VIEWS = {
  groups: groupsView,
};

export type Views = typeof VIEWS;
