// «Отзывы»: one row a module and side, averages of fewer than three people hidden.
import { analyseFeedback } from '../../domain/feedback/analyse';
import type { Row } from '../../workbook/schema';
import { FEEDBACK } from '../../workbook/tables';
import type { Profiles } from '../answers/profiles';
import type { Ports } from '../ports';
import { endedModules } from './ask';

export function writeFeedback(ports: Ports, loaded: Profiles): void {
  ports.workbook.replace(FEEDBACK, feedbackRows(ports, loaded));
}

/** Of the cycle that was loaded. */
export function feedbackRows(ports: Ports, { context, answers }: Profiles): readonly Row<typeof FEEDBACK>[] {
  return endedModules(ports, context).flatMap(({ row, group, there }) =>
    (['consultant', 'consultee'] as const).map((side) => {
      const asked = new Set((side === 'consultant' ? there.consultants : there.consultees).map(({ code }) => code));
      const given = answers.feedback.filter((one) => one.module === row.module && one.side === side);
      const analysis = analyseFeedback({
        module: row.module,
        side,
        asked: asked.size,
        answered: given.filter(({ teacher }) => asked.has(teacher)).length,
        answers: given,
      });
      return {
        ...analysis,
        title: group.title,
        remark: analysis.remark === undefined ? '' : ports.words.say(analysis.remark),
      };
    }),
  );
}
