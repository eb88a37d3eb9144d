// A member of staff, as every rule of the product knows one.

export interface Teacher {
  /** Stable code of the school's own, e.g. `У-014`; identity where e-mail fails. */
  readonly code: string;
  readonly name: string;
  /** Lower-cased, trimmed; empty when unknown. */
  readonly email: string;
  readonly subjects: readonly string[];
  readonly school: string;
  /** Position or role, e.g. «учитель», «руководитель МО»: targets may differ by it. */
  readonly role: string;
  /** False: on the list but takes no part (leave, part-time elsewhere …). */
  readonly included: boolean;
  /** Own limit of groups as a consultee; undefined = the programme's. */
  readonly maxAsConsultee?: number;
  /** Own limit of groups as a consultant; undefined = the programme's. */
  readonly maxAsConsultant?: number;
}
