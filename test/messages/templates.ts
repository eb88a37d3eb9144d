// Every sentence a wording can come to, found by going both ways at each of its sections.
import type { Wording } from '../../src/messages/wording';

interface Reach {
  /** The wording without its sections: one for every way through them. */
  readonly templates: readonly string[];
  /** Fields that the wording asks about or shows. */
  readonly names: ReadonlySet<string>;
}

const known = new Map<Wording, Reach>();

/** @throws Error when sections do not close, `{:}` stands outside or twice, or a brace is part of nothing */
export function templatesOf(wording: Wording): Reach {
  const reach = known.get(wording) ?? explored(wording);
  known.set(wording, reach);
  return reach;
}

const NAME = '[A-Za-z]\\w*';
const HOLES = new RegExp(`^(?:${NAME}(?:\\+${NAME}(?:-${NAME})*|(?:\\|[^|]*)+)?|@[A-Za-z][\\w.-]*(?:\\+${NAME})?)$`);
const CONDITIONS = new RegExp(`^(?:${NAME}(?:\\|${NAME})*|${NAME}=[^=>|]*|${NAME}>(?:${NAME}|\\d+))$`);

function explored(wording: Wording): Reach {
  const names = new Set<string>();
  const add = (text: string): void => {
    for (const [name] of text.matchAll(/[A-Za-z]\w*/g)) names.add(name);
  };
  const parts = wording.split(/(\{[^{}]*\})/);
  let at = 0;
  const fault = (what: string): Error => new Error(`${what} in “${wording}”`);

  /** Texts up to the mark that ends this section. */
  const sequence = (ends: readonly string[]): readonly string[] => {
    let texts: readonly string[] = [''];
    for (; at < parts.length && !ends.includes(parts[at] ?? ''); at += 1) {
      const part = parts[at] ?? '';
      const inside = /^\{(.*)\}$/s.exec(part)?.[1];
      let branches: readonly string[] = [part];
      if (inside === undefined) {
        if (/[{}]/.test(part)) throw fault('a lone brace');
      } else if (inside.startsWith('?')) {
        const condition = inside.slice(1);
        if (!CONDITIONS.test(condition)) throw fault(part);
        add(condition.replace(/=.*/, ''));
        at += 1;
        branches = section();
      } else {
        if (!HOLES.test(inside)) throw fault(part);
        add(inside.startsWith('@') ? (inside.split('+')[1] ?? '') : (inside.split('|')[0] ?? ''));
      }
      texts = texts.flatMap((text) => branches.map((branch) => text + branch));
    }
    if (ends.length > 0 && at === parts.length) throw fault('an open section');
    return texts;
  };
  /** Both texts of a section; leaves `at` on its `{/}`. */
  const section = (): readonly string[] => {
    const first = sequence(['{:}', '{/}']);
    if (parts[at] === '{/}') return [...first, ''];
    at += 1;
    return [...first, ...sequence(['{/}'])];
  };

  return { templates: [...new Set(sequence([]))], names };
}
