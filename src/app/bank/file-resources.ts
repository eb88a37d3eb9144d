// «Добавить материал»: files go into the bank's folders, links into its register; several at a time.
import { resourceNumber } from '../../domain/bank/register';
import type { Outcome, Problem } from '../../domain/message';
import { oneLine } from '../../domain/text';
import type { Row } from '../../workbook/schema';
import { BANK, RESOURCE_KINDS } from '../../workbook/tables';
import { type Action, finished, type RawInput, textOf } from '../action';
import { type Context, loadContext } from '../context';
import { effectKey, Ledger } from '../effects';
import type { Ports } from '../ports';
import { folderFor, plannedFolders } from './folders';

export interface ResourceInput {
  readonly title: string;
  readonly kind: string;
  readonly competency: string;
  readonly author: string;
  readonly annotation: string;
  readonly tags: readonly string[];
  /** One of the two. */
  readonly link: string;
  readonly file?: { readonly name: string; readonly contentType: string; readonly base64: string };
}

/** The ids of one run's files must fit into a property (9 KB). */
const MOST_RESOURCES = 50;
/** Titles named in full when the time was over. */
const MOST_NAMES = 10;
const MOST_FILE_BYTES = 5 * 1024 * 1024;

export const fileResources: Action<{ readonly resources: readonly ResourceInput[] }, null> = {
  id: 'fileResources',

  fields(ports) {
    const context = loadContext(ports);
    const competencies = context.ok ? context.value.competencies : [];
    return [
      { name: 'file', kind: 'file' },
      { name: 'link', kind: 'text' },
      { name: 'title', kind: 'text', required: true },
      {
        name: 'kind',
        kind: 'choice',
        options: Object.entries(RESOURCE_KINDS).map(([value, label]) => ({ value, label })),
        required: true,
      },
      {
        name: 'competency',
        kind: 'choice',
        options: competencies.map(({ id, title }) => ({ value: id, label: title })),
        required: true,
      },
      { name: 'author', kind: 'text' },
      { name: 'annotation', kind: 'longText' },
      { name: 'tags', kind: 'text' },
    ];
  },

  /** One resource as the page sends it, or `resources`: a list of such. */
  read(ports, raw) {
    const context = loadContext(ports);
    if (!context.ok) return context;
    const list: readonly unknown[] = Array.isArray(raw['resources']) ? raw['resources'] : [raw];
    if (list.length > MOST_RESOURCES)
      return { ok: false, problems: [{ code: 'bank.file.many', fields: { most: MOST_RESOURCES } }] };
    const problems: Problem[] = [];
    const resources: ResourceInput[] = [];
    list.forEach((one, index) => {
      const outcome = readResource(context.value, (typeof one === 'object' && one !== null ? one : {}) as RawInput);
      if (outcome.ok) resources.push(outcome.value);
      else
        problems.push(
          ...outcome.problems.map((problem) => ({ ...problem, fields: { ...problem.fields, number: index + 1 } })),
        );
    });
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { resources } };
  },

  preview(ports, { resources }) {
    const context = loadContext(ports);
    if (!context.ok) return context;
    const first = resources[0];
    const ledger = new Ledger(ports, '');
    const folders = plannedFolders(ports, context.value);
    const hasFolder = first !== undefined && folderFor(folders, ledger, first.competency, first.kind) !== undefined;
    return {
      ok: true,
      value: {
        lines: [{ code: 'bank.file.will', fields: { count: resources.length } }],
        counts: [
          {
            label: { code: 'bank.count.files' },
            value: String(resources.filter(({ file }) => file !== undefined).length),
          },
        ],
        ...(first === undefined
          ? {}
          : {
              example: {
                kind: 'text' as const,
                title: first.title,
                body: [first.annotation, first.file?.name ?? first.link].filter(Boolean).join('\n'),
              },
            }),
        warnings: hasFolder ? [] : [{ code: 'bank.file.noFolder' }],
      },
    };
  },

  begin(ports, { resources }) {
    const loaded = loadContext(ports);
    if (loaded.ok) reserve(ports, placed(ports, loaded.value, resources).fresh);
  },

  step(ports, run, { resources }) {
    const loaded = loadContext(ports);
    if (!loaded.ok) return { state: 'refused', problems: loaded.problems };
    const context = loaded.value;
    const { fresh, there, taken } = placed(ports, context, resources);
    if (fresh.some(lacksFolder)) return { state: 'refused', problems: [{ code: 'bank.file.noFolder' }] };
    const { fileIds, done } = upload(ports, fresh);
    register(ports, context, done, fileIds, taken, run.run);
    forgetUploads(ports, new Set([...there, ...done.map(({ key }) => key)]));
    // What a file holds is not kept between executions: the person sends the rest once more.
    const left = fresh.slice(done.length).map(({ resource }) => resource.title);
    return finished(
      [
        { code: fresh.length === 0 ? 'bank.file.there' : 'bank.file.done', fields: { count: done.length } },
        ...(left.length > 0
          ? [{ code: 'bank.file.left', fields: { count: left.length, names: left.slice(0, MOST_NAMES) } }]
          : []),
      ],
      [{ label: { code: 'link.sheet', fields: { table: BANK.title } }, url: ports.workbook.linkTo(BANK) }],
    );
  },
};

interface PlacedResource {
  readonly resource: ResourceInput;
  readonly key: string;
  readonly folderId: string | undefined;
}

const lacksFolder = ({ resource, folderId }: PlacedResource): boolean =>
  resource.file !== undefined && folderId === undefined;

/** Which of the resources are not in the register yet, where their files go, and what the register holds. */
function placed(
  ports: Ports,
  context: Context,
  resources: readonly ResourceInput[],
): {
  readonly fresh: readonly PlacedResource[];
  readonly there: ReadonlySet<string>;
  readonly taken: readonly string[];
} {
  const ledger = new Ledger(ports, '');
  const folders = plannedFolders(ports, context);
  const { rows, unread } = ports.workbook.read(BANK);
  const there = new Set([...rows, ...unread].map(({ origin = '' }) => origin));
  const fresh = resources
    .map((resource): PlacedResource => ({
      resource,
      key: keyOf(ports, resource),
      folderId: folderFor(folders, ledger, resource.competency, resource.kind),
    }))
    .filter(({ key }) => !there.has(key));
  return { fresh, there, taken: [...rows, ...unread].map(({ resource = '' }) => resource) };
}

/** The same title, kind and content (or link) under one competency is the same resource. */
const keyOf = (ports: Ports, { competency, kind, title, link, file }: ResourceInput): string =>
  effectKey(ports, 'file', competency, kind, title, link, file === undefined ? '' : ports.sha256(file.base64));

const UPLOADS = 'uploads';

/** Ids reserved by a run that died, or by this one: key → id. */
function reservedIds(ports: Ports): ReadonlyMap<string, string> {
  const kept = ports.store.get(UPLOADS);
  return new Map(kept === undefined ? [] : (JSON.parse(kept) as [string, string][]));
}

/**
 * Takes the ids of the files from Drive and keeps them with the workbook before anything is uploaded, so that an attempt that died
 * is repeated with the same ids and Drive refuses what it already has. The register is what remembers them afterwards.
 */
function reserve(ports: Ports, fresh: readonly PlacedResource[]): void {
  if (fresh.some(lacksFolder)) return;
  const uploads = fresh.filter(({ resource }) => resource.file !== undefined);
  const before = reservedIds(ports);
  const without = uploads.filter(({ key }) => !before.has(key));
  if (without.length === 0) return;
  const ids = ports.files.newIds(without.length);
  const taken = new Map([...before, ...without.map(({ key }, index) => [key, ids[index] ?? ''] as const)]);
  ports.store.later(UPLOADS, JSON.stringify(uploads.map(({ key }) => [key, taken.get(key)])));
}

/**
 * R files: R uploads under the reserved ids. When the time is over, `done` holds the resources before the first file that was not
 * begun.
 */
function upload(
  ports: Ports,
  placed: readonly PlacedResource[],
): { readonly fileIds: ReadonlyMap<string, string>; readonly done: readonly PlacedResource[] } {
  const fileIds = reservedIds(ports);
  const done: PlacedResource[] = [];
  let begun = 0;
  const goesOn = ports.clock.stretch();
  for (const one of placed) {
    const { key, resource, folderId } = one;
    const fileId = fileIds.get(key);
    if (resource.file !== undefined) {
      if (folderId === undefined || fileId === undefined)
        throw new Error(`no place was reserved for ${resource.title}`);
      if (begun > 0 && !goesOn()) break;
      ports.files.createFile({ ...resource.file, fileId, key, parent: folderId, description: resource.annotation });
      begun += 1;
    }
    done.push(one);
  }
  return { fileIds, done };
}

/** What is registered needs no reserved id any more; filed again after an undone run, it is to be a new file. */
function forgetUploads(ports: Ports, registered: ReadonlySet<string>): void {
  const kept = reservedIds(ports);
  if (kept.size === 0) return;
  const open = [...kept].filter(([key]) => !registered.has(key));
  ports.store.later(UPLOADS, open.length === 0 ? undefined : JSON.stringify(open));
}

function register(
  ports: Ports,
  context: Context,
  placed: readonly PlacedResource[],
  fileIds: ReadonlyMap<string, string>,
  taken: readonly string[],
  run: string,
): void {
  const numbers = [...taken];
  ports.workbook.append(
    BANK,
    placed.map(({ resource, key, folderId }): Row<typeof BANK> => {
      const number = resourceNumber(numbers);
      numbers.push(number);
      const fileId = resource.file === undefined ? '' : (fileIds.get(key) ?? '');
      return {
        resource: number,
        title: resource.title,
        kind: resource.kind,
        competency: resource.competency,
        competencyTitle: context.competencies.find(({ id }) => id === resource.competency)?.title ?? '',
        author: resource.author,
        link: fileId === '' ? resource.link : ports.files.link(fileId),
        annotation: resource.annotation,
        tags: resource.tags,
        state: 'accepted',
        added: ports.clock.today(),
        origin: key,
        fileId,
        folderId: folderId ?? '',
        run,
      };
    }),
  );
}

function readResource(context: Context, raw: RawInput): Outcome<ResourceInput> {
  const problems: Problem[] = [];
  const text = (name: string, most: number): string => {
    const value = textOf(raw, name, most);
    if (value === undefined) problems.push({ code: 'input.text', fields: { field: name } });
    return value ?? '';
  };
  const title = text('title', 300);
  const kind = text('kind', 50);
  const competency = text('competency', 100);
  const link = text('link', 2000);
  const file = fileOf(raw['file']);
  if (title === '') problems.push({ code: 'bank.file.title' });
  // Not `in`: «constructor» and the like are in every object.
  if (!Object.keys(RESOURCE_KINDS).includes(kind)) problems.push({ code: 'bank.file.kind' });
  if (!context.competencies.some(({ id }) => id === competency)) problems.push({ code: 'bank.file.competency' });
  if (file === 'bad') problems.push({ code: 'bank.file.file', fields: { megabytes: MOST_FILE_BYTES / 1024 / 1024 } });
  if (file === undefined && !/^https?:\/\/\S+$/i.test(link)) problems.push({ code: 'bank.file.linkOrFile' });
  const tags = text('tags', 500)
    .split(/\s*[;,]\s*/)
    .filter((tag) => tag !== '');
  const resource = {
    title,
    kind,
    competency,
    link,
    author: text('author', 200),
    annotation: text('annotation', 5000),
    tags,
  };
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: file === undefined || file === 'bad' ? resource : { ...resource, file } };
}

/** An uploaded file, undefined when none was given, 'bad' when what was given is no file or too large. */
function fileOf(value: unknown): ResourceInput['file'] | 'bad' {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'object') return 'bad';
  const { name, contentType, base64 } = value as Record<string, unknown>;
  if (typeof name !== 'string' || typeof contentType !== 'string' || typeof base64 !== 'string') return 'bad';
  const fits =
    name !== '' &&
    name.length <= 300 &&
    base64.length <= (MOST_FILE_BYTES * 4) / 3 + 4 &&
    /^[A-Za-z0-9+/]*={0,2}$/.test(base64) &&
    /^[\w.+-]+\/[\w.+-]+$/.test(contentType);
  // A name is shown and stored as text: control characters and path separators have no business in it.
  return fits ? { name: oneLine(name.replace(/[/\\]+/g, ' ')), contentType, base64 } : 'bad';
}
