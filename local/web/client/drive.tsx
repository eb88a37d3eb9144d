// Drive: My Drive, what is shared, the bin; folders open in place.
import type { FileView } from '../contract';
import type { WordKey } from '../words';
import { useApp, useAsked } from './app-state';
import { dateIn } from './dates';
import { Link } from './links';
import { Waiting } from './parts';
import { sizeOf } from './sizes';

/** Places that are no folders. */
const SHARED = 'shared';
const BIN = 'bin';

export function DrivePage({ folder }: { readonly folder: string }) {
  const { say } = useApp();
  const { value, failure, again } = useAsked('drive', {});
  if (value === undefined) return <Waiting failure={failure} again={again} />;
  const { root, files } = value;
  const byId = new Map(files.map((file) => [file.id, file]));
  const asked = byId.get(folder);
  // A link to a file shows the folder it lies in.
  const place = asked === undefined || asked.kind === 'folder' ? folder : (asked.parent ?? SHARED);
  const at = place === '' || place === root ? root : place;
  const inside = files.filter((file) => {
    if (at === BIN) return file.trashed && byId.get(file.parent ?? '')?.trashed !== true;
    if (file.trashed) return byId.get(at)?.trashed === true && file.parent === at;
    return at === SHARED ? file.parent === undefined : file.parent === at;
  });
  const path = pathTo(byId, byId.get(at));
  return (
    <div class="drive">
      <h1 class="unseen">{say('drive.title')}</h1>
      <div class="switch">
        <Link to="drive" current={at === root}>
          {say('drive.mine')}
        </Link>
        <Link to={`drive/${SHARED}`} current={at === SHARED}>
          {say('drive.shared')}
        </Link>
        <Link to={`drive/${BIN}`} current={at === BIN}>
          {say('drive.bin')}
        </Link>
      </div>
      {path.length > 0 && (
        <nav class="path" aria-label={say('drive.path')}>
          <Link to={path[0]?.parent === undefined ? `drive/${SHARED}` : 'drive'}>
            {say(path[0]?.parent === undefined ? 'drive.shared' : 'drive.mine')}
          </Link>
          {path.map((step) => (
            <>
              <span aria-hidden="true">›</span>
              <Link to={`drive/${step.id}`} current={step.id === at}>
                {step.name}
              </Link>
            </>
          ))}
        </nav>
      )}
      {inside.length === 0 ? <p class="empty">{say('drive.empty')}</p> : <Files files={inside} chosen={folder} />}
    </div>
  );
}

function pathTo(files: ReadonlyMap<string, FileView>, folder: FileView | undefined): FileView[] {
  return folder === undefined ? [] : [...pathTo(files, files.get(folder.parent ?? '')), folder];
}

function Files({ files, chosen }: { readonly files: readonly FileView[]; readonly chosen: string }) {
  const { say, desk, person } = useApp();
  const sorted = [...files].sort(
    (a, b) =>
      Number(b.kind === 'folder') - Number(a.kind === 'folder') ||
      a.name.localeCompare(b.name, desk.language, { numeric: true }),
  );
  return (
    <div class="table" tabIndex={0} role="region" aria-label={say('drive.title')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('drive.name')}</th>
            <th scope="col">{say('drive.owner')}</th>
            <th scope="col">{say('drive.sharedWith')}</th>
            <th scope="col">{say('drive.modified')}</th>
            <th scope="col">{say('drive.size')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((file) => (
            <tr key={file.id} class={file.id === chosen ? 'chosen' : ''}>
              <th scope="row">
                <span class={`kind ${file.kind}`} aria-hidden="true" />
                <span class="unseen">{say(`drive.${file.kind}`)} </span>
                <Name file={file} />
              </th>
              <td>{file.owner.toLowerCase() === person ? say('drive.me') : file.owner}</td>
              <td>
                <Shared file={file} />
              </td>
              <td>{dateIn(desk.language, desk.timeZone, file.modified, 'short')}</td>
              <td>{file.size === undefined ? '—' : sizeOf(say, desk.language, file.size)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Name({ file: { id, kind, name } }: { readonly file: FileView }) {
  const { person } = useApp();
  if (kind === 'file')
    return (
      <a href={`/file/${id}?as=${encodeURIComponent(person)}`} download={name}>
        {name}
      </a>
    );
  return <Link to={`${kind === 'folder' ? 'drive' : kind}/${id}`}>{name}</Link>;
}

function Shared({ file: { shared } }: { readonly file: FileView }) {
  const { say } = useApp();
  const words = shared.map(({ who, role }) => {
    const name = who === 'anyone' ? say('drive.anyone') : who;
    return `${name}: ${say(`drive.role.${role}` as WordKey)}`;
  });
  if (words.length === 0) return <>{say('drive.private')}</>;
  if (words.length === 1) return <>{words[0]}</>;
  return (
    <details>
      <summary>{say('drive.people', { n: words.length })}</summary>
      <ul>
        {words.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </details>
  );
}
