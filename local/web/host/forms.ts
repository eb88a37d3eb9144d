// A published form for whoever opens it: what is asked, what is filled in already, what he or she answered before.
import type { World } from '../../runtime/world';
import {
  answersFromPrefilled,
  checkSection,
  type ItemView,
  readForm,
  responsesBy,
  whyClosed,
} from '../../services/form';
import type { Answer } from '../../services/form/state';
import { findForm } from '../../services/form/state';
import type { FormItemView, FormView, SectionCheck } from '../contract';
import { accessTo } from './access';
import { Refused } from './refusals';

/**
 * @param query what stood after `?` in the link: answers filled in beforehand, or the response to change
 */
export function formView(world: World, id: string, query: string, person: string): FormView {
  if (findForm(world, id) === undefined) throw new Refused('unknown');
  const view = readForm(world, id);
  const link = answersFromPrefilled(world, `${view.publishedUrl}${query === '' ? '' : `?${query}`}`);
  const mine = responsesBy(world, id, person);
  const editing = link?.editResponseId;
  const edited = editing === undefined ? undefined : mine.find((response) => response.id === editing);
  // Live shows anybody who has the link the response behind it; here the window of another person says so instead.
  if (editing !== undefined && edited === undefined) throw new Refused('noAccess');
  const refusal = whyClosed(world, id, person);
  // Whoever has answered and may change it is only kept from answering once more.
  const closed = edited !== undefined && refusal?.code === 'alreadyAnswered' ? '' : (refusal?.message ?? '');
  return {
    id,
    title: view.title,
    description: view.description,
    sections: view.sections.map(({ title, help, items }) => ({ title, help, items: items.map(itemView) })),
    collectEmail: view.collectEmail,
    progressBar: view.progressBar,
    respondAgain: view.respondAgain && !view.limitOne,
    allowEdits: view.allowEdits,
    closed,
    mine: mine.map(({ id: response, at }) => ({ id: response, at })),
    filled: edited?.answers ?? ((link?.answers ?? {}) as Record<string, Answer>),
    editing: edited?.id,
    responses: accessTo(world, id, person) === 'edit' ? view.responses.length : undefined,
  };
}

function itemView(item: ItemView): FormItemView {
  return {
    id: item.id,
    type: item.type,
    title: item.title,
    help: item.help,
    required: 'required' in item && item.required,
    choices: 'choices' in item ? item.choices.map(({ value }) => value) : [],
    other: 'other' in item && item.other,
    rows: 'rows' in item ? item.rows.map(({ label }) => label) : [],
    columns: 'columns' in item ? item.columns : [],
    lower: item.type === 'SCALE' ? item.lower : 1,
    upper: item.type === 'SCALE' ? item.upper : item.type === 'RATING' ? item.level : 0,
    leftLabel: item.type === 'SCALE' ? item.leftLabel : '',
    rightLabel: item.type === 'SCALE' ? item.rightLabel : '',
    includesYear: 'includesYear' in item && item.includesYear,
    url: item.type === 'VIDEO' ? item.url : '',
  };
}

export function sectionCheck(
  world: World,
  id: string,
  section: number,
  answers: Readonly<Record<string, unknown>>,
): SectionCheck {
  const { problems, next } = checkSection(world, id, section, answers);
  return { problems: problems.map(({ itemId, refusal }) => ({ itemId, message: refusal.brief })), next };
}
