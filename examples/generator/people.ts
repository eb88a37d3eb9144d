// The synthetic teachers: surnames made of words of nature and seasons, initials by a pattern. Nobody real is meant.

export interface Person {
  readonly code: string;
  readonly name: string;
  readonly email: string;
  readonly subjects: readonly string[];
  readonly school: string;
  readonly role: string;
  readonly included: boolean;
  readonly remark: string;
}

/** Masculine forms; the feminine adds «а». */
const SURNAMES = (
  'Берёзов Клёнов Липов Соснов Рябинов Калинов Малинов Ольхов Осинов Ивов Дубравин Рощин Полянов Лугов Степнов Озёров ' +
  'Родников Ручьёв Речнов Морев Приливов Волнов Островов Берегов Скалин Горнов Холмов Долинин Снегов Инеев Вьюгин Метелин ' +
  'Росин Туманов Облаков Грозов Дождев Радугин Зорин Рассветов Закатов Лунин Звёздов Солнцев Лучев Ветров Зимин Веснин ' +
  'Летов Осенин Январёв Февралёв Мартов Апрелев Маев Июнев Июлев Августов Сентябрёв Октябрёв Ноябрёв Декабрёв Ландышев ' +
  'Васильков Ромашкин Фиалкин Астров Маков Тюльпанов Сиренев Жасминов Шиповников Ежевикин Брусникин Черникин Земляникин ' +
  'Клюквин Облепихин Орешин Желудев Папоротников Лозин Хвоин Мхов'
).split(' ');

const INITIALS = ['А', 'Б', 'В', 'Г', 'Д', 'Е'];

const LATIN: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [...'абвгдезийклмнопрстуфы'].map((letter, index) => [letter, 'abvgdeziyklmnoprstufy'.charAt(index)]),
  ),
  ё: 'e',
  ж: 'zh',
  х: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sch',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  ь: '',
  ъ: '',
};

const latin = (text: string): string => [...text.toLowerCase()].map((letter) => LATIN[letter] ?? '').join('');

/** Name and e-mail's local part of the n-th synthetic teacher (0-based; every fifth is a man). */
function nameOf(n: number): { name: string; local: string } {
  const stem = SURNAMES[n];
  if (stem === undefined) throw new RangeError(`no surname ${n}`);
  const surname = n % 5 === 4 ? stem : `${stem}а`;
  const first = INITIALS[n % INITIALS.length] ?? '';
  const second = INITIALS[(n * 5 + Math.floor(n / INITIALS.length)) % INITIALS.length] ?? '';
  return { name: `${surname} ${first}. ${second}.`, local: `${latin(surname)}.${latin(first)}${latin(second)}` };
}

/** How many teach what; a second subject is given to some. */
const SUBJECTS: readonly (readonly [string, number])[] = [
  ['Начальные классы', 14],
  ['Русский язык и литература', 9],
  ['Математика', 7],
  ['Иностранный язык', 7],
  ['История и обществознание', 5],
  ['Физическая культура', 5],
  ['Технология', 4],
  ['Химия и биология', 4],
  ['Физика', 2],
  ['География', 2],
  ['Информатика', 2],
];

/** First subject → the second one some of its teachers have. */
const SECOND: Readonly<Record<string, string>> = {
  Математика: 'Информатика',
  География: 'Химия и биология',
  Физика: 'Технология',
  'Физическая культура': 'Технология',
};

const TEACHER = 'учитель';
const HEAD = 'руководитель МО';
export const YOUNG = 'молодой специалист';

/** Spread over the surnames' list, so that a school's names do not run through the seasons in a row. */
const SPREAD = 37;

function person(n: number, details: Omit<Person, 'name' | 'email'>, domain: string): Person {
  const { name, local } = nameOf((n * SPREAD) % SURNAMES.length);
  return { ...details, name, email: `${local}@${domain}` };
}

const padded = (prefix: string, n: number, width: number): string => `${prefix}-${String(n).padStart(width, '0')}`;

export const SCHOOL = 'Школа № 1';
export const PARTNER = 'Школа-партнёр';
export const SECOND_SCHOOL = 'Школа № 2';

/** The 61 teachers of the sample school. */
export function ownStaff(): Person[] {
  const out: Person[] = [];
  for (const [subject, count] of SUBJECTS) {
    for (let i = 0; i < count; i += 1) {
      const n = out.length;
      const second = i % 3 === 1 ? SECOND[subject] : undefined;
      out.push(
        person(
          n,
          {
            code: padded('У', n + 1, 3),
            subjects: second === undefined ? [subject] : [subject, second],
            school: SCHOOL,
            role: i === 0 && count >= 5 ? HEAD : n % 10 === 3 ? YOUNG : TEACHER,
            included: true,
            remark: n === 20 ? 'Ведёт школьный сайт' : '',
          },
          'school.example',
        ),
      );
    }
  }
  return out;
}

/** Nine teachers of the school that joins later: on the list, taking no part yet. */
export function partnerStaff(): Person[] {
  const subjects = ['Начальные классы', 'Математика', 'Русский язык и литература', 'История и обществознание'];
  return Array.from({ length: 9 }, (_, i) =>
    person(
      61 + i,
      {
        code: padded('П', i + 1, 2),
        subjects: [subjects[i % subjects.length] ?? ''],
        school: PARTNER,
        role: TEACHER,
        included: false,
        remark: 'Присоединится со второго этапа',
      },
      'partner.example',
    ),
  );
}

/** Fourteen teachers of the small second school. */
export function secondStaff(): Person[] {
  const subjects = ['Начальные классы', 'Математика', 'Русский язык и литература', 'Иностранный язык', 'Физика'];
  return Array.from({ length: 14 }, (_, i) =>
    person(
      70 + i,
      {
        code: padded('М', i + 1, 2),
        subjects: [subjects[i % subjects.length] ?? ''],
        school: SECOND_SCHOOL,
        role: i === 0 ? HEAD : TEACHER,
        included: true,
        remark: '',
      },
      'second.example',
    ),
  );
}
