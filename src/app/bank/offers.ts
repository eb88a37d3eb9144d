// Offers from the form «предложить материал» become rows of the register, waiting for the moderator.
import { resourceNumber } from '../../domain/bank/register';
import type { Row } from '../../workbook/schema';
import { BANK } from '../../workbook/tables';
import type { Profiles } from '../answers/profiles';
import type { Ports } from '../ports';

/** Adds the offers that are not in the register yet; those already there stay as the moderator left them. */
export function takeOffers(ports: Ports, { context, answers }: Profiles): void {
  if (answers.offers.length === 0) return;
  const { rows, unread } = ports.workbook.read(BANK);
  const there = new Set([...rows, ...unread].map(({ origin }) => origin));
  const numbers = [...rows, ...unread].map(({ resource }) => resource ?? '');
  const fresh: Row<typeof BANK>[] = [];
  for (const { response, name, at, offer } of answers.offers) {
    if (there.has(response)) continue;
    const resource = resourceNumber(numbers);
    numbers.push(resource);
    fresh.push({
      resource,
      title: offer.title,
      kind: offer.kind,
      competency: offer.competency,
      competencyTitle: context.competencies.find(({ id }) => id === offer.competency)?.title ?? '',
      author: name,
      link: offer.link,
      annotation: offer.annotation,
      tags: offer.tags,
      state: 'proposed',
      added: at.slice(0, 10),
      origin: response,
      fileId: '',
      folderId: '',
      run: '',
    });
  }
  ports.workbook.append(BANK, fresh);
}
