// What the evaluation shows besides its criteria: gain by consultant and by size of group, beside those who had no group; hours.
import type { GroupedGain } from '../../domain/evaluation/facts';
import type { Message } from '../../domain/message';
import type { Row } from '../../workbook/schema';
import type { EVALUATION } from '../../workbook/tables';
import type { Context } from '../context';
import type { Ports } from '../ports';
import type { Facts } from './facts';

export function detailsOf(ports: Ports, context: Context, { gains, cost }: Facts): readonly Row<typeof EVALUATION>[] {
  const row = (title: Message, value: Message, origin: Message): Row<typeof EVALUATION> => ({
    title: ports.words.say(title),
    value: ports.words.say(value),
    threshold: '',
    grade: '',
    origin: ports.words.say(origin),
    advice: '',
  });
  const from: Message = { code: 'evaluation.from.gain' };
  const gained = (title: Message, gain: GroupedGain | undefined): readonly Row<typeof EVALUATION>[] =>
    gain === undefined
      ? []
      : [row(title, { code: 'evaluation.gain', fields: { gain: gain.gain, people: gain.people } }, from)];
  const hours = (side: 'consultants' | 'consultees'): Row<typeof EVALUATION> =>
    row(
      { code: `evaluation.hours.${side}` },
      { code: 'evaluation.hours', fields: { hours: cost[side] } },
      { code: 'evaluation.from.cost' },
    );
  return [
    hours('consultants'),
    hours('consultees'),
    ...(gains === undefined
      ? [row({ code: 'evaluation.gain.members' }, { code: 'evaluation.notYet' }, from)]
      : [
          ...gained({ code: 'evaluation.gain.members' }, gains.members),
          ...gained({ code: 'evaluation.gain.others' }, gains.others),
          ...gains.byConsultant.flatMap((one) =>
            gained(
              {
                code: 'evaluation.gain.consultant',
                fields: { name: context.staff.byCode.get(one.key)?.name ?? one.key },
              },
              one,
            ),
          ),
          ...gains.bySize.flatMap((one) =>
            gained({ code: 'evaluation.gain.size', fields: { size: Number(one.key) } }, one),
          ),
        ]),
  ];
}
