// A hint to the engine that runs the solver: of no meaning for what it computes.

/**
 * First value of a field that will hold fractions, before the real one. V8 lays objects out by the first values of their fields: where
 * that was a whole number, the first fraction throws away all code compiled for the class, and a search of a second has no time to
 * compile it again (https://v8.dev/blog/react-cliff tells of such a case).
 */
export const FRACTION = NaN;
