// Reads what an advanced service's error says by its numbers, never by its words: those come in the user's language.

interface Details {
  readonly code?: unknown;
  readonly errors?: readonly { readonly reason?: unknown }[];
}

const detailsOf = (error: unknown): Details | undefined => (error as { details?: Details } | undefined)?.details;

/** HTTP status of a Google API error, when it carries one. */
export function statusOf(error: unknown): number | undefined {
  const code = detailsOf(error)?.code;
  return typeof code === 'number' ? code : undefined;
}

/** The machine-readable reason of a Google API error (`rateLimitExceeded` …), when it carries one. */
export function reasonOf(error: unknown): string | undefined {
  const reason = detailsOf(error)?.errors?.[0]?.reason;
  return typeof reason === 'string' ? reason : undefined;
}

/** Runs `call`; when it fails with one of the statuses, gives `otherwise` instead. */
export function unlessStatus<T>(call: () => T, statuses: readonly number[], otherwise: () => T): T {
  try {
    return call();
  } catch (error) {
    const status = statusOf(error);
    if (status !== undefined && statuses.includes(status)) return otherwise();
    throw error;
  }
}
