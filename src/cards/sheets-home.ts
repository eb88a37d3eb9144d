// The card beside the workbook: where the cycle stands, the next session, links to the sheets that matter.
import { home } from '../app/home';
import type { Books } from '../app/ports';
import type { LocalDate } from '../domain/local-time';
import type { Message } from '../domain/message';
import type { ActionId, StepState } from '../shared/contract';
import { LEDGER, MODULES, SUMMARY } from '../workbook/tables';
import type { CardData, Line, Section } from './card';

type Say = (message: Message) => string;

const MARKS: Readonly<Record<StepState, string>> = { done: '✓', now: '▶', waiting: '○', problem: '!' };

/** @param today at the school */
export function sheetsCard(ports: Books, say: Say, name: string, today: LocalDate): CardData {
  const { steps, next, problems } = home(ports, today);
  // With nothing left to press the feedback may still be coming in.
  const now =
    steps.find(({ action }) => action === next) ??
    steps.find(({ action, state }) => action === 'askFeedback' && state === 'waiting');
  const sections: Section[] = [
    {
      header: say({ code: problems.length > 0 ? 'cards.problems' : 'cards.next' }),
      lines:
        problems.length > 0
          ? problems.map((problem) => ({ text: say(problem) }))
          : now === undefined
            ? [{ text: say({ code: 'cards.allDone' }) }]
            : [{ text: named(say, now.action), bottom: say(now.line) }],
    },
  ];
  const module = nextModule(ports, say, today);
  if (module !== undefined) sections.push({ header: say({ code: 'cards.module' }), lines: [module] });
  sections.push({
    header: say({ code: 'cards.steps' }),
    lines: steps.map(({ action, state, line }) => ({
      text: `${MARKS[state]} ${named(say, action)}`,
      bottom: say(line),
    })),
  });
  const tables = [MODULES, SUMMARY].filter((table) => ports.workbook.has(table));
  sections.push({
    lines: [{ text: say({ code: 'cards.menu' }) }],
    buttons: tables.map((table) => ({ text: table.title, url: ports.workbook.linkTo(table) })),
  });
  return { title: say({ code: 'menu.title' }), subtitle: name, sections };
}

/** A menu item's words without the mark that a dialog follows: nothing follows here. */
const named = (say: Say, action: ActionId): string => say({ code: `action.${action}` }).replace(/…$/, '');

function nextModule(ports: Books, say: Say, today: LocalDate): Line | undefined {
  if (!ports.workbook.has(MODULES)) return undefined;
  // One that people have broken is among the problems already.
  const modules = ports.workbook.unlessBroken(() => ports.workbook.read(MODULES).rows);
  if (!modules.ok) return undefined;
  const [next] = modules.value
    .filter(({ state, date }) => state === 'invited' && date >= today)
    .sort((a, b) => (`${a.date}T${a.start}` < `${b.date}T${b.start}` ? -1 : 1));
  if (next === undefined) return undefined;
  return {
    top: say({ code: 'cards.when', fields: { at: `${next.date}T${next.start.padStart(5, '0')}` } }),
    text: next.title,
    bottom: [
      next.place === '' ? say({ code: 'cards.online' }) : next.place,
      say({ code: 'cards.coming', fields: { accepted: next.accepted ?? 0, guests: next.guests ?? 0 } }),
    ].join(' · '),
    url: next.link,
  };
}

/** The programme's calendar as the ledger knows it; '' before there is one. */
export function calendarOf(ports: Books): string {
  if (!ports.workbook.has(LEDGER)) return '';
  const ledger = ports.workbook.unlessBroken(() => ports.workbook.read(LEDGER).rows);
  if (!ledger.ok) return '';
  const made = ledger.value.filter(({ kind, state, ref }) => kind === 'calendar' && state === 'done' && ref !== '');
  return made[made.length - 1]?.ref ?? '';
}
