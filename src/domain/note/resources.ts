// «Ресурсы»: on whom and on what the next cycle can rest.
import type { Block } from '../document/document';
import type { NoteFacts } from './facts';
import type { Writer } from './writer';

/** Consultants, the bank of materials, lessons, talks and articles. */
export function resourcesSection(writer: Writer, { resources }: NoteFacts): readonly Block[] {
  const { people, bank, lessons, outreach } = resources;
  const { consultants, competencies, silent } = people;
  return [
    writer.heading(1, { code: 'note.resources' }),
    writer.heading(2, { code: 'note.people' }),
    consultants === 0
      ? writer.words({ code: 'note.people.none' })
      : writer.fact({ code: 'note.people.consultants', fields: { consultants, competencies } }, people),
    ...(silent === 0 ? [] : [writer.fact({ code: 'note.people.silent', fields: { silent } }, people)]),
    writer.heading(2, { code: 'note.bank' }),
    bank.accepted === 0
      ? writer.words({ code: 'note.bank.none' })
      : writer.fact({ code: 'note.bank.accepted', fields: { accepted: bank.accepted } }, bank),
    ...(bank.kinds.length === 0
      ? []
      : writer.table(
          { code: 'note.table.bank' },
          [{ code: 'note.head.kind' }, { code: 'note.head.count' }],
          bank.kinds.map(({ kind, count }) => [kind, count]),
          [300, 150],
          bank,
        )),
    ...(bank.proposed === 0
      ? []
      : [writer.fact({ code: 'note.bank.proposed', fields: { proposed: bank.proposed } }, bank)]),
    ...(bank.accepted === 0 || bank.without.length === 0
      ? []
      : [writer.fact({ code: 'note.bank.without', fields: { titles: bank.without } }, bank)]),
    writer.heading(2, { code: 'note.lessons' }),
    lessons.held === 0
      ? writer.words({ code: 'note.lessons.none' })
      : writer.fact(
          {
            code: 'note.lessons.held',
            fields: { held: lessons.held, teachers: lessons.teachers, cards: lessons.cards },
          },
          lessons,
        ),
    outreach.all === 0
      ? writer.words({ code: 'note.outreach.none' })
      : writer.fact(
          {
            code: 'note.outreach',
            fields: {
              all: outreach.all,
              settled: outreach.settled,
              kinds: outreach.kinds.map(({ kind, count }) =>
                writer.say({ code: 'note.outreach.kind', fields: { kind, count } }),
              ),
            },
          },
          outreach,
        ),
  ];
}
