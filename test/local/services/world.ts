// A World for service tests.
import { TrackedWorld } from '../../../local/runtime/tracked-world';
import type { Edition } from '../../../local/runtime/world';

/** An empty Workspace of a school in Novokuznetsk on 1 September 2025, 15:00 local time. */
export function testWorld(edition: Edition = 'workspace'): TrackedWorld {
  return new TrackedWorld({
    now: Date.UTC(2025, 8, 1, 8),
    timeZone: 'Asia/Novokuznetsk',
    locale: 'ru_RU',
    user: 'director@school.example',
    edition,
  });
}
