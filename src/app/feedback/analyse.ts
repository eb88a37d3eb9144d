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
      const analysis = analyseFeedback({
        module: row.module,
        side,
        asked: (side === 'consultant' ? there.consultants : there.consultees).length,
        answers: answers.feedback.filter((given) => given.module === row.module && given.side === side),
      });
      return {
        ...analysis,
        title: group.title,
        remark: analysis.remark === undefined ? '' : ports.words.say(analysis.remark),
      };
    }),
  );
}
