// What the sample school does by itself for one who tries the product alone: teachers answer forms, guests answer invitations.
import { join } from 'node:path';
import type { LocalWorkspace } from '../local/index';
import { readCalendars, respondToInvitation } from '../local/services/calendar';
import { responsesBy } from '../local/services/form';
import type { Helper } from '../local/web/host/host';
import type { ItemSpec } from '../src/domain/survey/form-spec';
import { FORM_KINDS, GROUPS, LEVELS_TABLE, MODULES, QUESTIONS, STAFF, SURVEYS } from '../src/workbook/tables';
import { parseAnswers, type Submission, toRespondentAnswers } from './answers-format';
import { Director } from './demo/director';
import { readTable } from './demo/read-table';

/** Column headings of `levels.csv` in the order of the table's keys. */
const LEVEL_KEYS = ['teacher', 'competency', 'source', 'level', 'date', 'evidence'] as const;

export async function sampleHelpers(workspace: LocalWorkspace, folder: string): Promise<Helper[]> {
  const { submissions } = parseAnswers(await readTable(join(folder, 'answers.csv')));
  const [, ...levels] = await readTable(join(folder, 'levels.csv'));
  const director = new Director(workspace);
  /** Without the set-up there is nothing to act upon: said instead of an error. */
  const afterSetUp = (run: () => string) => (): string =>
    director.spreadsheet.getSheetByName(STAFF.title) === null
      ? 'В таблице ещё нет листов программы: сначала выполните «Настроить таблицу…».'
      : run();
  return [
    {
      id: 'answers',
      title: 'Учителя отвечают на открытые формы',
      help: 'Все, кто ещё не ответил, присылают ответы из примера. Ваши собственные ответы остаются. Дальше: «Обработать ответы…» в таблице.',
      run: afterSetUp(() => answerForms(workspace, director, submissions)),
    },
    {
      id: 'levels',
      title: 'Вписать тесты и наблюдения',
      help: 'На лист «Тесты и наблюдения» добавляются результаты примера: без них профициты не подтверждены, и консультантов для групп не найдётся.',
      run: afterSetUp(() => addLevels(director, levels)),
    },
    {
      id: 'guests',
      title: 'Гости отвечают на приглашения',
      help: 'Все, кто ещё не ответил, отвечают: большинство придёт, некоторые сомневаются или отказываются.',
      run: afterSetUp(() => answerInvitations(workspace, director)),
    },
  ];
}

/** Every submission of the sample whose form is open and whose sender has not answered it yet is sent now. */
function answerForms(workspace: LocalWorkspace, director: Director, submissions: readonly Submission[]): string {
  const specs = new Map<string, ItemSpec[]>();
  for (const { survey, spec } of director.rows(QUESTIONS))
    specs.set(survey, [...(specs.get(survey) ?? []), JSON.parse(spec) as ItemSpec]);
  const groups = director.rows(GROUPS);
  const modules = director.rows(MODULES).filter(({ state }) => state !== 'отменено');
  const codeOf = new Map(director.rows(STAFF).map(({ email, code }) => [email, code]));
  let sent = 0;
  let forms = 0;
  for (const form of director.rows(SURVEYS).filter(({ state }) => state === 'идёт')) {
    const waiting = submissions.filter(
      ({ kind, email }) =>
        FORM_KINDS[kind] === form.kind && responsesBy(workspace.world, form.formId, email).length === 0,
    );
    const before = sent;
    for (const submission of waiting) {
      const { kind, about, email } = submission;
      const role = kind === 'feedback.consultee' ? 'консультируемый' : 'консультант';
      const place = groups.find(
        (row) => row.teacher === codeOf.get(email) && row.competency === about && row.role === role,
      );
      const module = modules.find(({ group }) => group === place?.group);
      const feedback = kind.startsWith('feedback');
      if (kind === 'addressed' && !form.key.endsWith(`/${about}`)) continue;
      if (kind === 'agreement' && (place === undefined || !form.key.endsWith(`/${place.group}`))) continue;
      if (feedback && module?.state !== 'проведено') continue;
      const answers = feedback ? { ...submission.answers, module: module?.module ?? '' } : submission.answers;
      workspace.submitForm(form.formId, toRespondentAnswers(specs.get(form.key) ?? [], answers).answers, { email });
      sent += 1;
    }
    if (sent > before) forms += 1;
  }
  return sent === 0
    ? 'Отвечать нечего: открытых форм без ответов нет.'
    : `Прислано ответов: ${String(sent)}, форм: ${String(forms)}.`;
}

function addLevels(director: Director, levels: readonly (readonly string[])[]): string {
  if (director.rows(LEVELS_TABLE).length > 0) return 'Результаты уже вписаны.';
  director.addRows(
    LEVELS_TABLE,
    levels.map((row) => ({
      ...Object.fromEntries(LEVEL_KEYS.map((key, index) => [key, row[index] ?? ''])),
      cycle: '1',
    })),
  );
  return `Вписано строк: ${String(levels.length)}.`;
}

/** Every tenth is not sure, every thirteenth declines, as in the demo. */
function answerInvitations(workspace: LocalWorkspace, director: Director): string {
  const people = new Map(director.rows(STAFF).map((row) => [row.code, row.email]));
  const groups = director.rows(GROUPS);
  const states = new Map(
    readCalendars(workspace.world).people.flatMap(({ email, invitations }) =>
      invitations.map(({ eventId, responseStatus }) => [`${eventId} ${email}`, responseStatus] as const),
    ),
  );
  let number = 0;
  for (const { eventId, group } of director.rows(MODULES)) {
    if (eventId === '') continue;
    for (const member of groups.filter((row) => row.group === group)) {
      const email = people.get(member.teacher) ?? '';
      if (states.get(`${eventId} ${email.toLowerCase()}`) !== 'needsAction') continue;
      number += 1;
      const status = number % 13 === 0 ? 'declined' : number % 10 === 0 ? 'tentative' : 'accepted';
      respondToInvitation(workspace.world, { email, eventId, status });
    }
  }
  // Once for all: the state is written whole every time.
  workspace.save();
  return number === 0 ? 'Отвечать некому: приглашений без ответа нет.' : `Ответили на приглашения: ${String(number)}.`;
}
