// Every text of a form that people read, reworded in place: what is asked, what can be chosen, what is said before and after.
import { cleanLabels } from '../domain/personal/person';

type Clean = (text: string) => string;
type Choice = GoogleAppsScript.Forms.Choice;

/** What choice items have in common. A choice that leads to a page goes on leading there. */
interface Choosing {
  getChoices(): Choice[];
  setChoices(choices: Choice[]): unknown;
  createChoice(value: string): Choice;
}
interface Navigating extends Choosing {
  createChoice(
    value: string,
    to?: GoogleAppsScript.Forms.PageBreakItem | GoogleAppsScript.Forms.PageNavigationType,
  ): Choice;
}
interface Grid {
  getRows(): string[];
  setRows(rows: string[]): unknown;
  getColumns(): string[];
  setColumns(columns: string[]): unknown;
}

export function rewordForm(form: GoogleAppsScript.Forms.Form, clean: Clean): void {
  const { ItemType } = FormApp;
  reword(form.getTitle(), clean, (text) => form.setTitle(text));
  reword(form.getDescription(), clean, (text) => form.setDescription(text));
  reword(form.getConfirmationMessage(), clean, (text) => form.setConfirmationMessage(text));
  for (const item of form.getItems()) {
    reword(item.getTitle(), clean, (text) => item.setTitle(text));
    reword(item.getHelpText(), clean, (text) => item.setHelpText(text));
    switch (item.getType()) {
      case ItemType.MULTIPLE_CHOICE:
        rewordChoices(item.asMultipleChoiceItem() as Navigating, clean);
        break;
      case ItemType.LIST:
        rewordChoices(item.asListItem() as Navigating, clean);
        break;
      case ItemType.CHECKBOX:
        rewordChoices(item.asCheckboxItem(), clean);
        break;
      case ItemType.GRID:
        rewordGrid(item.asGridItem(), clean);
        break;
      case ItemType.CHECKBOX_GRID:
        rewordGrid(item.asCheckboxGridItem(), clean);
        break;
      case ItemType.SCALE: {
        const scale = item.asScaleItem();
        rewordAll([scale.getLeftLabel(), scale.getRightLabel()], clean, ([low = '', high = '']) =>
          scale.setLabels(low, high),
        );
        break;
      }
    }
  }
}

function reword(text: string, clean: Clean, set: (text: string) => unknown): void {
  const cleaned = clean(text);
  if (cleaned !== text) set(cleaned);
}

function rewordAll(labels: readonly string[], clean: Clean, set: (labels: string[]) => unknown): void {
  const cleaned = cleanLabels(labels, clean);
  if (cleaned.some((label, index) => label !== labels[index])) set([...cleaned]);
}

function rewordGrid(grid: Grid, clean: Clean): void {
  rewordAll(grid.getRows(), clean, (rows) => grid.setRows(rows));
  rewordAll(grid.getColumns(), clean, (columns) => grid.setColumns(columns));
}

function rewordChoices(item: Choosing | Navigating, clean: Clean): void {
  const choices = item.getChoices();
  const values = choices.map((choice) => choice.getValue());
  rewordAll(values, clean, (labels) =>
    item.setChoices(
      labels.map((label, index) => {
        const choice = choices[index];
        if (choice === undefined || label === values[index]) return choice ?? item.createChoice(label);
        // Null without page navigation; the type definitions do not know it.
        const to = (choice.getGotoPage() ??
          choice.getPageNavigationType()) as GoogleAppsScript.Forms.PageBreakItem | null;
        return to === null ? item.createChoice(label) : (item as Navigating).createChoice(label, to);
      }),
    ),
  );
}
