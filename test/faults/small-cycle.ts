// The same cycle for a school of twelve people: quick enough to be disturbed at every test run.
import { Desk } from '../e2e/desk';
import {
  agreementAsked,
  ANSWERING,
  grouped,
  invited,
  needsAsked,
  needsOf,
  published,
  scored,
  selfAsked,
  setUp,
  staffed,
  timetabled,
} from '../e2e/school';
import { openStage, type Scene } from './scenes';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const RESOURCE = {
  title: 'Памятка',
  kind: 'other',
  competency: 'ict.forms',
  file: { name: 'Памятка.txt', contentType: 'text/plain', base64: Buffer.from('1').toString('base64') },
};

/** Every action once, from the empty spreadsheet to the undoing of a run, with the heartbeats in between. */
export function smallScenes(dist: string): readonly Scene[] {
  const stage = openStage('Рост педагогов', dist);
  stage.workspace.openDocument();
  const desk = new Desk(stage.workspace, stage.director);
  for (const { carryOut } of [setUp, staffed, needsAsked]) carryOut(desk);
  for (const someone of ANSWERING) desk.answer('needs', someone.email, needsOf(someone));
  desk.wait(HOUR);
  for (const { carryOut } of [selfAsked, scored]) carryOut(desk);
  desk.press('sendAddressed');
  desk.wait(3 * DAY);
  desk.press('remind');
  for (const { carryOut } of [grouped, published, agreementAsked, timetabled, invited]) carryOut(desk);
  desk.press('setUpBank');
  desk.press('fileResources', RESOURCE);
  // The modules are held; the heartbeat asks how they were.
  desk.wait(14 * DAY);
  desk.press('processAnswers');
  desk.press('undoRun', { run: desk.lastRun().run });
  return stage.scenes();
}
