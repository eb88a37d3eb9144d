// Steps along the deflected subgradient of the relaxation's prices (Camerini, Fratta, Maffioli, 1975).

/** How much of the last direction is kept. */
const KEEP = 0.7;

/** direction := gradient + KEEP · direction; a price at its floor of 0 (`floor`) is not pulled below it. Gives the squared length. */
export function deflect(gradient: Float64Array, direction: Float64Array, floor: Float64Array | undefined): number {
  let norm = 0;
  for (let q = gradient.length - 1; q >= 0; q--) {
    let d = gradient[q]! + KEEP * direction[q]!;
    if (floor && d < 0 && floor[q] === 0) d = 0;
    direction[q] = d;
    norm += d * d;
  }
  return norm;
}

/** price := price + step · direction, not below 0 where there is a floor. */
export function shift(price: Float64Array, direction: Float64Array, step: number, floor: boolean): void {
  for (let q = price.length - 1; q >= 0; q--) {
    const value = price[q]! + step * direction[q]!;
    price[q] = floor && value < 0 ? 0 : value;
  }
}
