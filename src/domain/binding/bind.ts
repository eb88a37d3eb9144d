// From confirmed lines to questions that are scored like our own: what each item of the school's form asks, by item id.
import type { Competency } from '../framework/framework';
import { levelFrom, scaleOf } from '../framework/framework';
import type { Problem, RowProblem } from '../message';
import type { AskedItem, ItemSpec, Option } from '../survey/form-spec';
import { HELP, INTENT_PREFIX, LEVEL_PREFIX, levelKey, WANT } from '../survey/keys';
import type { Answers } from '../survey/form-spec';
import { type SelfAnswers, selfOf } from '../survey/read-answers';
import type { BindingLine, FormItem } from './propose';

/** A line as it stands in the sheet after a person has looked at it. */
export interface ConfirmedLine extends Pick<
  BindingLine,
  'itemId' | 'part' | 'label' | 'role' | 'competency' | 'level'
> {
  readonly row: number;
}

export interface Bound {
  readonly asked: readonly AskedItem[];
  /** Item that says who answered; '' when none does. */
  readonly codeItem: string;
  readonly competencies: readonly string[];
  readonly problems: readonly RowProblem[];
}

/** Values of answers that are not to count. */
const NOTHING = '';
const LEVELS_PREFIX = 'levels:';
const TICKED_PREFIX = 'ticked:';

/**
 * Problems, all about a line: `binding.competency.missing`, `binding.competency.unknown` (found), `binding.level.missing`,
 * `binding.level.unknown` (found, title, top), `binding.role.unfit` (a role that a question of this kind cannot have),
 * `binding.twice` (title: another question asks about this competency too), `binding.mixed` (a choice whose answers name several
 * competencies), `binding.persons` (two questions say who answered).
 */
export function bindForm(
  items: readonly FormItem[],
  lines: readonly ConfirmedLine[],
  competencies: readonly Competency[],
): Bound {
  const binder = new Binder(competencies);
  const byItem = new Map<string, ConfirmedLine[]>();
  for (const line of lines) byItem.set(line.itemId, [...(byItem.get(line.itemId) ?? []), line]);
  for (const item of items) binder.bind(item, byItem.get(item.itemId) ?? []);
  return binder;
}

class Binder implements Bound {
  readonly asked: AskedItem[] = [];
  readonly problems: RowProblem[] = [];
  codeItem = '';
  readonly #levels = new Set<string>();
  readonly #byId: ReadonlyMap<string, Competency>;

  constructor(all: readonly Competency[]) {
    this.#byId = new Map(all.map((competency) => [competency.id, competency]));
  }

  get competencies(): readonly string[] {
    return [...this.#levels];
  }

  bind(item: FormItem, lines: readonly ConfirmedLine[]): void {
    const used = lines.filter(({ role }) => role !== 'skip');
    if (used.length === 0) return;
    const spec = this.#specOf(item, lines, used);
    if (spec !== undefined) this.asked.push({ itemId: item.itemId, spec });
  }

  #specOf(item: FormItem, lines: readonly ConfirmedLine[], used: readonly ConfirmedLine[]): ItemSpec | undefined {
    const base = { title: item.title, required: false };
    switch (item.type) {
      case 'text':
        return this.#person(item, used);
      case 'choice':
      case 'scale': {
        if (!this.#all(used, ['level'])) return undefined;
        const named = new Set(used.map(({ competency }) => competency.trim()));
        const [first] = used;
        const competency = first === undefined ? undefined : this.#competency(first);
        if (first === undefined || competency === undefined) return undefined;
        if (named.size > 1) return this.#say({ code: 'binding.mixed' }, first);
        if (!this.#takes(competency, first)) return undefined;
        const options = this.#levelOptions(item.options, lines, competency);
        return options === undefined ? undefined : { ...base, key: levelKey(competency.id), type: 'choice', options };
      }
      case 'checkbox': {
        if (!this.#all(used, ['want', 'help'])) return undefined;
        const options = item.options.map((label): Option => {
          const line = used.find((one) => one.label === label);
          const competency = line === undefined ? undefined : this.#competency(line);
          return { label, value: competency === undefined ? NOTHING : `${line?.role ?? ''} ${competency.id}` };
        });
        return { ...base, key: `${TICKED_PREFIX}${item.itemId}`, type: 'checkbox', options };
      }
      case 'grid':
        return this.#grid(item, lines, used);
      case 'checkboxGrid': {
        if (
          !this.#all(
            used.filter(({ part }) => part === 'column'),
            ['want', 'help'],
          )
        )
          return undefined;
        const columns = item.options.map((label): Option => {
          const role = used.find((one) => one.part === 'column' && one.label === label)?.role;
          return { label, value: role === 'want' ? WANT : role === 'help' ? HELP : NOTHING };
        });
        return {
          ...base,
          key: `${INTENT_PREFIX}${item.itemId}`,
          type: 'checkboxGrid',
          rows: this.#rows(item, used),
          columns,
        };
      }
      case 'other':
        return this.#say({ code: 'binding.role.unfit' }, used[0]);
    }
  }

  #person(item: FormItem, used: readonly ConfirmedLine[]): ItemSpec | undefined {
    if (!this.#all(used, ['person'])) return undefined;
    if (this.codeItem !== '') return this.#say({ code: 'binding.persons' }, used[0]);
    this.codeItem = item.itemId;
    return { key: 'code', type: 'text', title: item.title, required: false };
  }

  #grid(item: FormItem, lines: readonly ConfirmedLine[], used: readonly ConfirmedLine[]): ItemSpec | undefined {
    if (!this.#all(used, ['level'])) return undefined;
    const rowLines = used.filter(({ part }) => part === 'row');
    const [first] = rowLines;
    const model = first === undefined ? undefined : this.#competency(first);
    if (model === undefined)
      return first === undefined ? this.#say({ code: 'binding.competency.missing' }, used[0]) : undefined;
    const rows = this.#rows(item, rowLines);
    for (const { value } of rows) {
      const competency = this.#byId.get(value);
      const line = rowLines.find((one) => one.competency.trim() === value);
      if (competency !== undefined && line !== undefined && !this.#takes(competency, line)) return undefined;
    }
    const columns = this.#levelOptions(
      item.options,
      lines.filter(({ part }) => part === 'column'),
      model,
    );
    if (columns === undefined) return undefined;
    return {
      key: `${LEVELS_PREFIX}${item.itemId}`,
      type: 'grid',
      title: item.title,
      required: false,
      rows,
      columns,
    };
  }

  #rows(item: FormItem, used: readonly ConfirmedLine[]): readonly Option[] {
    return item.rows.map((label): Option => {
      const line = used.find((one) => one.part === 'row' && one.label === label);
      return { label, value: line === undefined ? NOTHING : (this.#competency(line)?.id ?? NOTHING) };
    });
  }

  /** Undefined when a level that should be there cannot be read. */
  #levelOptions(
    labels: readonly string[],
    lines: readonly ConfirmedLine[],
    competency: Competency,
  ): readonly Option[] | undefined {
    const scale = scaleOf(competency);
    let good = true;
    const options = labels.map((label): Option => {
      const line = lines.find((one) => one.label === label);
      if (line === undefined || line.role === 'skip') return { label, value: NOTHING };
      const level = levelFrom(scale, line.level);
      if (level !== undefined) return { label, value: String(level) };
      good = false;
      const fields = { found: line.level, title: competency.title, top: scale.top };
      this.#say({ code: line.level.trim() === '' ? 'binding.level.missing' : 'binding.level.unknown', fields }, line);
      return { label, value: NOTHING };
    });
    return good ? options : undefined;
  }

  #competency(line: ConfirmedLine): Competency | undefined {
    const id = line.competency.trim();
    const known = this.#byId.get(id);
    if (known === undefined)
      this.#say(
        { code: id === '' ? 'binding.competency.missing' : 'binding.competency.unknown', fields: { found: id } },
        line,
      );
    return known;
  }

  /** One question a competency: of two, nobody could say which counts. */
  #takes({ id, title }: Competency, line: ConfirmedLine): boolean {
    if (this.#levels.has(id)) {
      this.#say({ code: 'binding.twice', fields: { title } }, line);
      return false;
    }
    this.#levels.add(id);
    return true;
  }

  #all(lines: readonly ConfirmedLine[], roles: readonly ConfirmedLine['role'][]): boolean {
    const unfit = lines.find(({ role }) => !roles.includes(role));
    if (unfit !== undefined) this.#say({ code: 'binding.role.unfit' }, unfit);
    return unfit === undefined;
  }

  #say({ code, fields }: Problem, line: ConfirmedLine | undefined): undefined {
    if (line !== undefined) this.problems.push({ code, row: line.row, fields: { ...fields, label: line.label } });
    return undefined;
  }
}

/** What an answer to a bound form says: levels, wishes, readiness to help. */
export function boundAnswers(
  answers: Answers,
  items: readonly ItemSpec[],
): Pick<SelfAnswers, 'levels' | 'wants' | 'helps'> {
  const given = selfOf(answers, items);
  const levels: Record<string, number> = { ...given.levels };
  const wants = new Set(given.wants);
  const helps = new Set(given.helps);
  for (const [key, answer] of Object.entries(answers)) {
    if (key.startsWith(LEVELS_PREFIX) && typeof answer === 'object' && !Array.isArray(answer)) {
      for (const [id, [value = '']] of Object.entries(answer as Readonly<Record<string, readonly string[]>>)) {
        if (id !== NOTHING && value !== NOTHING) levels[id] = Number(value);
      }
    }
    if (key.startsWith(TICKED_PREFIX) && Array.isArray(answer)) {
      for (const value of answer as readonly string[]) {
        const [role, id] = value.split(' ');
        if (id === undefined) continue;
        (role === 'help' ? helps : wants).add(id);
      }
    }
  }
  wants.delete(NOTHING);
  helps.delete(NOTHING);
  return { levels, wants: [...wants], helps: [...helps] };
}

/** Ids of the competencies whose level an item asks for. */
export function levelsAsked(spec: ItemSpec): readonly string[] {
  if (spec.key.startsWith(LEVEL_PREFIX)) return [spec.key.slice(LEVEL_PREFIX.length)];
  return spec.type === 'grid' && spec.key.startsWith(LEVELS_PREFIX)
    ? spec.rows.map(({ value }) => value).filter((id) => id !== NOTHING)
    : [];
}
