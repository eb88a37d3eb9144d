// An analytical note (A15) as a document: summary, «Итоги», «Ресурсы», «Перспективы», with room for the director between them.
import type { Block, DocumentModel } from '../document/document';
import type { NoteFacts } from './facts';
import { evaluationSection, growthSection } from './growth';
import { prospectsSection } from './prospects';
import { resourcesSection } from './resources';
import { feedbackSection, groupsSection, indicatorsSection, needsSection, workSection } from './results';
import { summarySection } from './summary';
import { type Say, Writer } from './writer';

/**
 * The whole note. Each section is a part of its own, so that whatever people type between sections stays; the parts for people are
 * written once.
 *
 * @param say puts a message into words
 */
export function noteOf(facts: NoteFacts, say: Say): DocumentModel {
  const writer = new Writer(say);
  const { school, programme, cycle, today } = facts;
  const own = (code: string): { readonly once: readonly Block[] } => ({
    once: [{ kind: 'paragraph', text: [{ text: say({ code }), italic: true }], room: true }],
  });
  return {
    parts: [
      {
        key: 'note.head',
        blocks: [
          { kind: 'title', text: say({ code: 'note.title' }) },
          { kind: 'subtitle', text: say({ code: 'note.subtitle', fields: { school, programme, cycle } }) },
          { kind: 'paragraph', text: [{ text: say({ code: 'note.how', fields: { today } }), muted: true }] },
        ],
      },
      { key: 'note.summary', blocks: summarySection(writer, facts) },
      own('note.own.summary'),
      {
        key: 'note.needs',
        blocks: [writer.heading(1, { code: 'note.results' }), ...needsSection(writer, facts)],
      },
      { key: 'note.groups', blocks: groupsSection(writer, facts) },
      { key: 'note.feedback', blocks: feedbackSection(writer, facts) },
      { key: 'note.indicators', blocks: indicatorsSection(writer, facts) },
      { key: 'note.work', blocks: workSection(writer, facts) },
      { key: 'note.growth', blocks: growthSection(writer, facts) },
      { key: 'note.evaluation', blocks: evaluationSection(writer, facts) },
      own('note.own.results'),
      { key: 'note.resources', blocks: resourcesSection(writer, facts) },
      own('note.own.resources'),
      { key: 'note.prospects', blocks: prospectsSection(writer, facts) },
      own('note.own.prospects'),
    ],
  };
}
