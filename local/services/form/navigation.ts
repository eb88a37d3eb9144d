// Sections of a form and the way a respondent takes through them.
import type { World } from '../../runtime/world';
import { FormRefusal } from './refusal';
import type { Answer, FormState, ItemState, NavigationName, PageBreakState } from './state';

/** A section (page): the break that opens it, absent for the first, and what is on it. */
export interface Section {
  start: PageBreakState | undefined;
  items: ItemState[];
}

export function sectionsOf(form: FormState): Section[] {
  const sections: Section[] = [{ start: undefined, items: [] }];
  for (const item of form.items) {
    if (item.type === 'PAGE_BREAK') sections.push({ start: item, items: [] });
    else sections.at(-1)?.items.push(item);
  }
  return sections;
}

/** Where a section leads: the index of the next one, or `submit`. */
export type Step = number | 'submit';

/**
 * Where the respondent goes on finishing section `index`.
 *
 * A chosen answer's own navigation comes first (the last one on the page counts); otherwise the navigation of the
 * FOLLOWING page break, which speaks of the page before it. The last page always submits.
 * https://developers.google.com/apps-script/reference/forms/page-navigation-type
 * https://developers.google.com/apps-script/reference/forms/page-break-item#setGoToPage(PageBreakItem)
 */
export function nextStep(form: FormState, index: number, answerOf: (item: ItemState) => Answer | undefined): Step {
  const sections = sectionsOf(form);
  const following = sections[index + 1]?.start;
  if (following === undefined) return 'submit';
  let navigation: { navigation: NavigationName; page?: number } = following;
  for (const item of sections[index]?.items ?? []) {
    if (item.type !== 'MULTIPLE_CHOICE' && item.type !== 'LIST') continue;
    const answer = answerOf(item);
    const choice = item.choices.find((each) => each.value === answer);
    if (choice?.navigation !== undefined)
      navigation = { navigation: choice.navigation, ...(choice.page === undefined ? {} : { page: choice.page }) };
  }
  switch (navigation.navigation) {
    case 'SUBMIT':
      return 'submit';
    case 'RESTART':
      return 0;
    case 'GO_TO_PAGE':
      return sections.findIndex((section) => section.start?.id === navigation.page);
    case 'CONTINUE':
      return index + 1;
  }
}

/**
 * The sections a respondent with these answers passes, in order.
 * @throws FormRefusal `endless` when the way leads back to a section already passed: with the same answers it would for ever
 */
export function walk(world: World, form: FormState, answerOf: (item: ItemState) => Answer | undefined): Section[] {
  const sections = sectionsOf(form);
  const passed = new Set<number>();
  for (let step: Step = 0; step !== 'submit'; step = nextStep(form, step, answerOf)) {
    if (passed.has(step)) throw new FormRefusal(world, 'endless', { form: form.title });
    passed.add(step);
  }
  return [...passed].flatMap((index) => sections[index] ?? []);
}
