// A fresh local Workspace with Drive, for the tests of this folder.
import { World } from '../../../../local/runtime/world';
import { createDriveService } from '../../../../local/services/drive';
import type { Edition, WorldOptions } from '../../../../local/runtime/world';

export const DIRECTOR = 'director@school.example';
export const TEACHER = 'teacher@school.example';
export const FOLDER = 'application/vnd.google-apps.folder';
export const FORM = 'application/vnd.google-apps.form';
export const START = Date.UTC(2026, 8, 1, 2, 0, 0);

export interface Setup {
  world: World;
  Drive: ReturnType<typeof createDriveService>;
  /** Google forms that Drive had created, copied and deleted, by id. */
  forms: string[];
}

export function setup(edition: Edition = 'workspace', stored?: WorldOptions['stored']): Setup {
  const world = new World({
    now: START,
    timeZone: 'Asia/Novokuznetsk',
    locale: 'ru_RU',
    user: DIRECTOR,
    edition,
    ...(stored === undefined ? {} : { stored }),
  });
  const Drive = createDriveService(world);
  const forms: string[] = [];
  world.fileKinds.set(FORM, {
    created: ({ id }) => void forms.push(`created ${id}`),
    deleted: ({ id }) => void forms.push(`deleted ${id}`),
    link: ({ id }) => `https://docs.google.com/forms/d/${id}/edit`,
  });
  return { world, Drive, forms };
}

/** The reason, code and text of the API error that `call` throws. */
export function refusal(call: () => unknown): { code: number; reason: string | undefined; message: string } {
  try {
    call();
  } catch (error) {
    const { details, message } = error as {
      details?: { code: number; errors: { reason: string }[] };
      message: string;
    };
    if (details === undefined) throw error;
    return { code: details.code, reason: details.errors[0]?.reason, message };
  }
  throw new Error('the call succeeded');
}

/** An id that must be there. */
export function idOf(resource: unknown): string {
  const { id } = resource as { id?: string };
  if (id === undefined) throw new Error('no id');
  return id;
}
