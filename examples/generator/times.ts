// The hours the sample's teachers choose from: the product's default days and bands.

export const DAYS = ['1', '2', '3', '4', '5'];
export const BANDS = ['14:00-15:00', '15:00-16:00', '16:00-17:00'];
/** `d|HH:mm-HH:mm` */
export const SLOTS = DAYS.flatMap((day) => BANDS.map((band) => `${day}|${band}`));
/** The hour no consultant has. */
export const LONELY = '5|16:00-17:00';
export const POPULAR = ['2|15:00-16:00', '3|14:00-15:00', '4|15:00-16:00'];
