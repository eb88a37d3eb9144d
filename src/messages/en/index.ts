// All English wordings: the same codes as in Russian, or this does not compile.
import type { Code } from '../ru';
import type { Wording } from '../wording';
import { ANSWERS } from './answers';
import { BANK } from './bank';
import { CARDS } from './cards';
import { DIRECTOR } from './director';
import { EVALUATION } from './evaluation';
import { FEEDBACK } from './feedback';
import { FIELDS } from './fields';
import { FRAMEWORK } from './framework';
import { GOOGLE } from './google';
import { GROUPS } from './groups';
import { GROWTH } from './growth';
import { HOME } from './home';
import { INDICATORS } from './indicators';
import { LESSONS } from './lessons';
import { MENU } from './menu';
import { PARTNERS } from './partners';
import { MOVE } from './move';
import { NOTE } from './note';
import { PLACES } from './places';
import { PLAN } from './plan';
import { ROUTES } from './routes';
import { RECORDS } from './records';
import { PRIVACY } from './privacy';
import { RUNS } from './runs';
import { SCORING } from './scoring';
import { SELF_CHECK } from './self-check';
import { SET_UP } from './set-up';
import { STAFF } from './staff';
import { SURVEYS } from './surveys';
import { TEAMS } from './teams';
import { TIMETABLE } from './timetable';

export const EN: Readonly<Record<Code, Wording>> = {
  ...MENU,
  ...FIELDS,
  ...PLACES,
  ...SET_UP,
  ...STAFF,
  ...FRAMEWORK,
  ...SURVEYS,
  ...ANSWERS,
  ...SCORING,
  ...GROUPS,
  ...DIRECTOR,
  ...TEAMS,
  ...TIMETABLE,
  ...MOVE,
  ...FEEDBACK,
  ...BANK,
  ...LESSONS,
  ...ROUTES,
  ...PLAN,
  ...INDICATORS,
  ...GROWTH,
  ...EVALUATION,
  ...PARTNERS,
  ...RECORDS,
  ...PRIVACY,
  ...SELF_CHECK,
  ...NOTE,
  ...RUNS,
  ...HOME,
  ...GOOGLE,
  ...CARDS,
};
