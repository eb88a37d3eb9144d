// https://developers.google.com/apps-script/guides/services/advanced : makers of request objects.
import { createLocalWorkspace } from '../../../local';

it.each([
  ['Calendar', 'newEvent'],
  ['Calendar', 'newFreeBusyRequest'],
  ['Drive', 'newFile'],
  ['Drive', 'newPermission'],
  ['Docs', 'newRequest'],
])('%s.%s gives an empty object to fill in, and is no call', (service, maker) => {
  const ws = createLocalWorkspace();
  const globals = ws.globals as Record<string, Record<string, () => Record<string, unknown>>>;
  const made = globals[service]?.[maker]?.();
  expect(JSON.stringify(made)).toBe('{}');
  expect(ws.calls).toEqual([]);
});

it('An event made so can be inserted', () => {
  const { Calendar } = createLocalWorkspace().globals as {
    Calendar: { newEvent(): object; Events: { insert(event: object, id: string): { summary: string } } };
  };
  const event = Object.assign(Calendar.newEvent(), {
    summary: 'Модуль',
    start: { date: '2026-01-01' },
    end: { date: '2026-01-02' },
  });
  expect(Calendar.Events.insert(event, 'primary').summary).toBe('Модуль');
});
