// What the sidebar and the server say to each other. Types only.

/** Every action a person can start, in the order of the work. */
export type ActionId =
  | 'setUp'
  | 'importStaff'
  | 'importFramework'
  | 'bindForm'
  | 'confirmBinding'
  | 'importCourses'
  | 'importLevels'
  | 'sendNeeds'
  | 'sendSelf'
  | 'sendAddressed'
  | 'remind'
  | 'processAnswers'
  | 'scoreMatrix'
  | 'formGroups'
  | 'editGroups'
  | 'groupVariants'
  | 'whatIfGroups'
  | 'publishGroups'
  | 'agreeProgrammes'
  | 'makeTimetable'
  | 'moveModule'
  | 'sendInvitations'
  | 'askFeedback'
  | 'formPairs'
  | 'formCommunities'
  | 'formMastery'
  | 'publishTeams'
  | 'setUpBank'
  | 'fileResources'
  | 'fileLessonCards'
  | 'makeRoutes'
  | 'sendRoutes'
  | 'closeRoutes'
  | 'makePlan'
  | 'importPlan'
  | 'refreshPlan'
  | 'remindPlan'
  | 'calendarPlan'
  | 'askPupils'
  | 'countIndicators'
  | 'countGrowth'
  | 'evaluateModel'
  | 'refreshPartners'
  | 'sendPartnerSurvey'
  | 'sharePartnerReport'
  | 'exportPerson'
  | 'erasePerson'
  | 'eraseOld'
  | 'usePseudonyms'
  | 'selfCheck'
  | 'writeNote'
  | 'undoRun';

/** Which column of a list is what, with what it could be instead. */
export interface ColumnView {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** The column's first value; '' when there is none. */
  readonly example: string;
}

/** What a person is shown before anything is done. */
export interface PreviewView {
  readonly action: ActionId;
  readonly title: string;
  /** What will happen, one sentence a line. */
  readonly lines: readonly string[];
  readonly counts: readonly { readonly label: string; readonly value: string }[];
  /** A real example of what leaves the workbook. */
  readonly example?: {
    readonly kind: 'mail' | 'event' | 'form' | 'text';
    readonly title: string;
    readonly body: string;
  };
  readonly warnings: readonly string[];
  /** Columns of what was given, to be confirmed or corrected: each a field of the input. */
  readonly columns?: readonly ColumnView[];
  /** False: as things stand it would be refused; the warnings say why. */
  readonly ready?: false;
  /** Words on the button that does it. */
  readonly confirm: string;
}

export interface LinkView {
  readonly label: string;
  readonly url: string;
  /** Id of a sheet of this spreadsheet: it is shown, instead of opening the spreadsheet once more. */
  readonly sheet?: number;
}

/** A run as the page follows it. */
export interface RunView {
  readonly run: string;
  readonly action: ActionId;
  readonly title: string;
  /** `waiting`: cannot go on now (mail quota); the heartbeat goes on by itself. */
  readonly state: 'running' | 'waiting' | 'done' | 'stopped' | 'failed' | 'undone';
  /** Steps done of `total`. */
  readonly done: number;
  readonly total: number;
  /** What is being done now, or what was done. */
  readonly lines: readonly string[];
  readonly links: readonly LinkView[];
  readonly undoable: boolean;
}

/** A field the page asks for before the preview. */
export interface FieldView {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly kind: 'text' | 'longText' | 'choice' | 'choices' | 'date' | 'flag' | 'file';
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly required: boolean;
}

export type StepState = 'done' | 'now' | 'waiting' | 'problem';

export interface StepView {
  readonly action: ActionId;
  readonly title: string;
  readonly state: StepState;
  readonly line: string;
}

export interface HomeView {
  readonly title: string;
  readonly steps: readonly StepView[];
  /** What runs alongside the cycle. */
  readonly beside: readonly StepView[];
  readonly numbers: readonly { readonly label: string; readonly value: string; readonly source: string }[];
  readonly next: ActionId | undefined;
  readonly running: RunView | undefined;
  /** What must be mended before the cycle can go on. */
  readonly problems: readonly ProblemView[];
}

/** A resource of the methodical bank, as found. */
export interface ResourceView {
  readonly resource: string;
  readonly title: string;
  readonly line: string;
  readonly link: string;
}

/** Views of their own, beside the actions: in the sidebar, or in a dialog where 300 px is too little. */
export type ViewId = 'groups' | 'timetable' | 'coverage';

/** A person in a group, with the reason in words. */
export interface GroupPersonView {
  readonly teacher: string;
  readonly name: string;
  /** Subjects, as on the staff list. */
  readonly subjects: string;
  readonly role: 'consultant' | 'consultee';
  readonly reason: string;
}

export interface GroupView {
  readonly group: string;
  readonly title: string;
  readonly slot: string;
  readonly state: string;
  readonly pinned: boolean;
  readonly why: string;
  readonly people: readonly GroupPersonView[];
  /** Why each pair is together. */
  readonly pairs: readonly string[];
}

/** The groups as an editor shows them: as they stand, or as they would stand after an edit that is not made yet. */
export interface GroupsView {
  readonly groups: readonly GroupView[];
  readonly uncovered: readonly {
    readonly teacher: string;
    readonly name: string;
    readonly title: string;
    readonly reason: string;
    readonly cover: string;
  }[];
  /** Rules of the school that these groups break, in words. */
  readonly broken: readonly string[];
  /** What the edit does and whether it is better or worse; empty without an edit. */
  readonly change: readonly string[];
  /** What undoing would take back and redoing do again, after the edit; '' when there is nothing. */
  readonly undo: string;
  readonly redo: string;
  /** Weekly times a group can be given. */
  readonly slots: readonly { readonly value: string; readonly label: string }[];
  /** Names of the saved sets of groups. */
  readonly variants: readonly string[];
  /** Stands for what all this was told from. Goes back with an edit that was tried, so that nothing else is made than what was shown. */
  readonly seen: string;
}

/** Who has not answered yet, by survey. */
export interface CoverageView {
  readonly surveys: readonly {
    readonly survey: string;
    readonly title: string;
    readonly open: boolean;
    /** Day it is open to, as people write it; '' when none is set. */
    readonly until: string;
    readonly url: string;
    readonly asked: number;
    readonly answered: number;
    readonly silent: readonly {
      readonly teacher: string;
      readonly name: string;
      readonly subjects: string;
      /** Has an e-mail address that can be written to. */
      readonly reachable: boolean;
      /** Day of the last letter about this survey; '' when none has gone. */
      readonly written: string;
    }[];
  }[];
}

/** A module with its place in time: `2026-09-30`, `15:00`; '' where the sheet has none that can be read. */
export interface ModuleView {
  readonly module: string;
  readonly group: string;
  readonly title: string;
  readonly date: string;
  readonly start: string;
  readonly end: string;
  readonly place: string;
  readonly state: string;
  readonly names: readonly string[];
  /** What is wrong with its place in time, in words. */
  readonly clashes: readonly string[];
  readonly movable: boolean;
}

/** A time where a module could go. */
export interface SlotView {
  readonly date: string;
  readonly start: string;
  readonly end: string;
  readonly place: string;
  /** `possible`: nothing is in the way, but somebody did not name that time as convenient. */
  readonly fit: 'good' | 'possible' | 'clash';
  readonly why: readonly string[];
}

/** The timetable as it stands, or as it would stand after a move that is not made yet. */
export interface TimetableView {
  readonly weeks: readonly {
    readonly days: readonly {
      readonly date: string;
      /** Monday = 1. */
      readonly weekday: number;
      readonly label: string;
      readonly off: boolean;
    }[];
  }[];
  readonly bands: readonly { readonly start: string; readonly end: string }[];
  readonly modules: readonly ModuleView[];
  /** Of the module asked about, in the order of time. */
  readonly options: readonly SlotView[];
  /** What the move does, and what it meets; empty without a move. */
  readonly change: readonly string[];
  readonly meets: readonly string[];
  readonly undo: string;
  readonly redo: string;
  /** As that of the groups. */
  readonly seen: string;
}

export interface ProblemView {
  readonly code: string;
  readonly text: string;
}

export type Reply<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly ProblemView[] };

/** One page call: `google.script.run.rpc(request)`. */
export type Request =
  | { readonly method: 'home' }
  | { readonly method: 'fields'; readonly action: ActionId }
  | { readonly method: 'preview'; readonly action: ActionId; readonly input: Readonly<Record<string, unknown>> }
  | { readonly method: 'start'; readonly action: ActionId; readonly input: Readonly<Record<string, unknown>> }
  | { readonly method: 'pump'; readonly run: string }
  | { readonly method: 'stop'; readonly run: string }
  /** `edit` is the input of the action `editGroups`; nothing is written. */
  | { readonly method: 'groups'; readonly edit?: Readonly<Record<string, unknown>> }
  /** `module`: with the times it could be moved to. `edit` is the input of the action `moveModule`; nothing is written. */
  | { readonly method: 'timetable'; readonly module?: string; readonly edit?: Readonly<Record<string, unknown>> }
  | { readonly method: 'coverage' }
  /** Shows a sheet of the spreadsheet the page stands beside. */
  | { readonly method: 'sheet'; readonly sheet: number }
  /** Opens a view in a dialog over the sheet. */
  | { readonly method: 'dialog'; readonly view: ViewId }
  | { readonly method: 'runs' }
  | { readonly method: 'search'; readonly query: string };

export interface ReplyOf {
  home: HomeView;
  fields: readonly FieldView[];
  preview: PreviewView;
  start: RunView;
  pump: RunView;
  stop: RunView;
  groups: GroupsView;
  timetable: TimetableView;
  coverage: CoverageView;
  sheet: { readonly shown: number };
  dialog: { readonly opened: ViewId };
  runs: readonly RunView[];
  search: readonly ResourceView[];
}
