// The sample school as the demo gives it to the cycle: its staff, observed levels, and what its teachers answer.
import { join } from 'node:path';
import { parseAnswers } from '../../examples/answers-format';
import type { School } from '../../examples/demo/cycle';
import { readTable } from '../../examples/demo/read-table';
import { ROOT } from '../root';

const SAMPLE = join(ROOT, 'examples', 'sample-school');
const LEVEL_COLUMNS = ['teacher', 'competency', 'source', 'level', 'date', 'evidence'] as const;

export async function sampleSchool(): Promise<School> {
  const [, ...levels] = await readTable(join(SAMPLE, 'levels.csv'));
  return {
    name: 'Школа № 1',
    staff: await readTable(join(SAMPLE, 'staff.csv')),
    levels: levels.map((row) => Object.fromEntries(LEVEL_COLUMNS.map((key, index) => [key, row[index] ?? '']))),
    submissions: parseAnswers(await readTable(join(SAMPLE, 'answers.csv'))).submissions,
    programme: 'vremya-rosta',
  };
}
