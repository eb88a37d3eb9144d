// A member of staff, as every rule of the product knows one.

export interface Teacher {
  /** Stable code of the school's own, e.g. `У-014`; identity where e-mail fails. */
  readonly code: string;
  /** How the product calls the person: the full name, or the code where pseudonyms are used instead of names. */
  readonly name: string;
  /** The full name where `name` is not it: only for reading what people typed and for letters to the person. */
  readonly fullName?: string;
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

/** The person's own name, whatever is shown to others. */
export const fullNameOf = ({ name, fullName }: Pick<Teacher, 'name' | 'fullName'>): string => fullName ?? name;
