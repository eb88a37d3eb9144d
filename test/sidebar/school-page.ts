// The real dist/ behind the page: what the school's spreadsheet would show, answered by the local Workspace.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Desk } from '../e2e/desk';
import { dist } from '../e2e/workspace';
import type { FakeServer, PageOptions } from './page';

/** The page of the build as the server of this desk opens it. */
export function pageOf(desk: Desk, options: Omit<PageOptions, 'server' | 'html'> = {}): PageOptions {
  return { ...options, html: readFileSync(join(dist(), 'Sidebar.html'), 'utf8'), server: serverOf(desk) };
}

const serverOf =
  (desk: Desk): FakeServer =>
  (request) =>
    desk.workspace.rpc('rpc', request);
