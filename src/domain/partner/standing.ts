// How far the work with a partner school has come: which of its steps is the next.

export interface PartnerFacts {
  readonly agreed: boolean;
  /** Of the school, on the staff list and taking part. */
  readonly people: number;
  /** Asked in this cycle, and answered. */
  readonly asked: number;
  readonly answered: number;
  readonly deficits: number;
  /** Published groups with its people. */
  readonly groups: number;
  /** Sessions in which its people learn: to come, and held. */
  readonly planned: number;
  readonly held: number;
  /** Its people asked about a session. */
  readonly feedbackAsked: number;
  /** Its results of this cycle went to the coordinator. */
  readonly shared: boolean;
}

export type PartnerStep =
  'agree' | 'staff' | 'survey' | 'answers' | 'groups' | 'module' | 'hold' | 'feedback' | 'report' | 'done';

/** The first step that is not done. A school without deficits needs no groups: its results are the end. */
export function nextStepOf(facts: PartnerFacts): PartnerStep {
  if (!facts.agreed) return 'agree';
  if (facts.people === 0) return 'staff';
  if (facts.asked === 0) return 'survey';
  if (facts.answered === 0) return 'answers';
  if (facts.deficits > 0 && facts.groups === 0) return 'groups';
  if (facts.groups > 0) {
    if (facts.planned + facts.held === 0) return 'module';
    if (facts.held === 0) return 'hold';
    if (facts.feedbackAsked === 0) return 'feedback';
  }
  return facts.shared ? 'done' : 'report';
}
