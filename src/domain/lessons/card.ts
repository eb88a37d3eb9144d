// A lesson's technological card as a document: the programme's template with what is known of the lesson filled in.
import type { Block, DocumentModel } from '../document/document';
import { fillTemplate } from '../programme/template';

/** The template. Placeholders: {teacher}, {date}, {group}, {subject}, {topic}, {tool}, {competency}, {school}. */
export interface LessonCardTexts {
  readonly fileName: string;
  readonly title: string;
  /** What is written for the teacher at the top. */
  readonly hint: string;
  /** Heading of the first table. */
  readonly about: string;
  /** Its rows: what and, when known, its value. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly goals: string;
  readonly goalPrompts: readonly string[];
  readonly course: string;
  /** Headings of the table of the lesson's course. */
  readonly head: readonly string[];
  /** Stages with what is proposed for each column but the first. */
  readonly stages: readonly (readonly string[])[];
  readonly reflection: string;
  readonly reflectionPrompts: readonly string[];
}

export interface CardLesson {
  readonly teacher: string;
  readonly date: string;
  readonly group: string;
  readonly subject: string;
  readonly topic: string;
  readonly tool: string;
  readonly competency: string;
  readonly school: string;
}

/** All of it is written once: from then on the card is the teacher's. */
export function lessonCard(texts: LessonCardTexts, lesson: CardLesson): DocumentModel {
  const fields = { ...lesson };
  const blocks: readonly Block[] = [
    { kind: 'title', text: fillTemplate(texts.title, fields) },
    { kind: 'paragraph', text: [{ text: fillTemplate(texts.hint, fields), muted: true }] },
    {
      kind: 'table',
      head: [texts.about, ''],
      rows: texts.facts.map(({ label, value }) => [[{ text: label, bold: true }], fillTemplate(value, fields)]),
      widths: [150, 300],
    },
    { kind: 'heading', level: 2, text: texts.goals },
    { kind: 'list', ordered: false, items: texts.goalPrompts.map((prompt) => fillTemplate(prompt, fields)) },
    { kind: 'heading', level: 2, text: texts.course },
    { kind: 'table', head: texts.head, rows: texts.stages.map((row) => row.map((text) => fillTemplate(text, fields))) },
    { kind: 'heading', level: 2, text: texts.reflection },
    { kind: 'list', ordered: false, items: texts.reflectionPrompts },
  ];
  return { parts: [{ once: blocks }] };
}
