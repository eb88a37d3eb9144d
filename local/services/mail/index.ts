// MailApp's entry for the kernel.
import type { World } from '../../runtime/world';
import { MailService } from './mailApp';

/** The global MailApp of one execution. */
export function createMailService(world: World): MailService {
  return new MailService(world);
}
