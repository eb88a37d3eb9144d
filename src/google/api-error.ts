// Reads what an advanced service's error says by its numbers, never by its words: those come in the user's language.

/** HTTP status of a Google API error, when it carries one. */
export function statusOf(error: unknown): number | undefined {
  const details = (error as { details?: { code?: unknown } } | undefined)?.details;
  return typeof details?.code === 'number' ? details.code : undefined;
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
