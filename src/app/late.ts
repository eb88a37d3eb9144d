// What loads only when it is needed (Late.html): whole actions with their tables and settings. See ADR 0013.
import type { LateActionId } from '../shared/contract';
import { LATE_TABLES } from '../workbook/late-tables';
import type { Table } from '../workbook/schema';
import type { Setting } from '../workbook/settings';
import { TEAM_SETTING_DEFINITIONS } from '../workbook/team-settings';
import { formCommunities } from './communities/form-communities';
import { formMastery } from './mastery/form-mastery';
import { formPairs } from './pairs/form-pairs';
import { type AnyAction, anyAction } from './runs/engine';
import { publishTeams } from './teams/publish';

export { teachersInTeams, teamRows, unpublishTeams } from './teams/undo';

const ACTIONS: Readonly<Record<LateActionId, AnyAction>> = {
  formPairs: anyAction(formPairs),
  formCommunities: anyAction(formCommunities),
  formMastery: anyAction(formMastery),
  publishTeams: anyAction(publishTeams),
};

export const lateAction = (id: LateActionId): AnyAction => ACTIONS[id];

/** Tables that the set-up makes besides those of `workbook/tables.ts`. */
export const lateTables = (): readonly Table[] => LATE_TABLES;

/** Settings that the set-up writes besides those of `workbook/settings.ts`, by key. */
export const lateSettings = (): Readonly<Record<string, Setting>> => TEAM_SETTING_DEFINITIONS;
