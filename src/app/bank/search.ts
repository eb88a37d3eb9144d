// Search in the bank's register: what the page's search box asks for.
import { searchBank } from '../../domain/bank/search';
import type { ResourceView } from '../../shared/contract';
import { BANK, RESOURCE_KINDS } from '../../workbook/tables';
import { notSetUp } from '../context';
import type { Ports } from '../ports';

const MOST = 30;

/** Accepted resources that hold all words of the query. */
export function findResources(ports: Ports, query: string): readonly ResourceView[] {
  if (notSetUp(ports, BANK) !== undefined) return [];
  const accepted = ports.workbook.read(BANK).rows.filter(({ state }) => state === 'accepted');
  return searchBank(accepted, query)
    .slice(0, MOST)
    .map(({ resource, title, kind, competencyTitle, author, link }) => ({
      resource,
      title,
      line: [RESOURCE_KINDS[kind as keyof typeof RESOURCE_KINDS], competencyTitle, author].filter(Boolean).join(' · '),
      link,
    }));
}
