// The calendar: a week or a month of the person's events, drawn by FullCalendar.
import { Calendar, type DatesSetArg, type EventInput } from '@fullcalendar/core';
import enLocale from '@fullcalendar/core/locales/en-gb';
import ruLocale from '@fullcalendar/core/locales/ru';
import dayGridPlugin from '@fullcalendar/daygrid';
import timeGridPlugin from '@fullcalendar/timegrid';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { EventView } from '../contract';
import { useApp, useAsked } from './app-state';
import { inputValue, spanIn } from './dates';
import { EventCard } from './event-card';
import { Link } from './links';
import { Modal, Waiting } from './parts';
import { addressOf, go } from './route';

const DAY = 86_400_000;

/** FullCalendar knows no named time zones without a plug-in: it is given wall-clock times of the Workspace's zone. */
function wall(timeZone: string, at: string): string {
  return at.length === 10 ? at : inputValue(timeZone, Date.parse(at));
}

export function CalendarPage({ chosen }: { readonly chosen: string }) {
  const { say, desk, now, person } = useApp();
  /** The days in sight, from the first to the day after the last. */
  const [days, setDays] = useState<{ first: string; end: string }>();
  // Wide enough for any zone: what does not belong is left out below.
  const span = days && {
    from: new Date(Date.parse(days.first) - DAY).toISOString(),
    to: new Date(Date.parse(days.end) + DAY).toISOString(),
  };
  const { value, failure, again } = useAsked('events', span);
  const { value: summary } = useAsked('summary', {});
  const [next] = summary?.next ?? [];
  const box = useRef<HTMLDivElement>(null);
  const calendar = useRef<Calendar>(undefined);
  const event = value?.find(({ id }) => id === chosen);
  const close = (): void => {
    go(addressOf(person, 'calendar'));
  };

  useEffect(() => {
    if (box.current === null) return;
    // Seven days side by side are too narrow on a small screen.
    const view = matchMedia('(max-width: 700px)').matches ? 'timeGridDay' : 'timeGridWeek';
    const made = new Calendar(box.current, {
      plugins: [timeGridPlugin, dayGridPlugin],
      locale: desk.language === 'ru' ? ruLocale : enLocale,
      initialView: view,
      initialDate: inputValue(desk.timeZone, now),
      now: () => inputValue(desk.timeZone, now),
      nowIndicator: true,
      timeZone: 'UTC',
      firstDay: 1,
      height: 'auto',
      slotMinTime: '07:00:00',
      slotMaxTime: '21:00:00',
      allDayText: say('calendar.allDay'),
      headerToolbar: { left: 'prev,next today', center: 'title', right: `${view},dayGridMonth` },
      // Its own icons are pictures without a name.
      buttonIcons: false,
      buttonText: {
        prev: '‹',
        next: '›',
        today: say('calendar.today'),
        day: say('calendar.day'),
        week: say('calendar.week'),
        month: say('calendar.month'),
      },
      buttonHints: {
        prev: say('calendar.previous'),
        next: say('calendar.next'),
        today: say('calendar.today'),
      },
      viewHint: '$0',
      eventTimeFormat: { hour: '2-digit', minute: '2-digit' },
      slotLabelFormat: { hour: '2-digit', minute: '2-digit' },
      dayMaxEvents: 4,
      // A cell named after its day alone would hide the events in it from whoever does not see them.
      dayCellDidMount: ({ el }) => {
        el.removeAttribute('aria-labelledby');
      },
      datesSet: ({ startStr, endStr }: DatesSetArg) => {
        setDays({ first: startStr.slice(0, 10), end: endStr.slice(0, 10) });
      },
      eventClick: ({ event: { id }, jsEvent }) => {
        jsEvent.preventDefault();
        go(addressOf(person, `calendar/${encodeURIComponent(id)}`));
      },
    });
    made.render();
    calendar.current = made;
    return () => {
      made.destroy();
    };
  }, [desk.language, desk.timeZone, person, say]);

  const inputs = useMemo(
    () => (value ?? []).map((each) => eventInput(each, desk.timeZone, say('event.untitled'))),
    [value, desk.timeZone, say],
  );
  useEffect(() => {
    const made = calendar.current;
    if (made === undefined || value === undefined) return;
    made.removeAllEventSources();
    made.addEventSource(inputs);
  }, [inputs]);
  useEffect(() => {
    calendar.current?.setOption('now', () => inputValue(desk.timeZone, now));
  }, [now]);

  return (
    <div class="calendar">
      <h1 class="unseen">{say('calendar.title')}</h1>
      <div ref={box} class="view" />
      {span !== undefined && value === undefined && <Waiting failure={failure} again={again} />}
      <div class="row">
        <h2>{say('calendar.list')}</h2>
        {next !== undefined && (
          <button
            type="button"
            onClick={() => {
              calendar.current?.gotoDate(wall(desk.timeZone, next.start));
            }}
          >
            {say('calendar.toNext')}
          </button>
        )}
      </div>
      {value !== undefined && days !== undefined && (
        <List
          events={value.filter(
            ({ start, end }) => wall(desk.timeZone, start) < days.end && wall(desk.timeZone, end) > days.first,
          )}
        />
      )}
      {chosen !== '' && value !== undefined && (
        <Modal
          title={event === undefined ? say('calendar.title') : titleOf(event, say('event.untitled'))}
          onClose={close}
          width={560}
        >
          {event === undefined ? <p>{say('event.gone')}</p> : <EventCard event={event} />}
        </Modal>
      )}
    </div>
  );
}

function titleOf({ title }: EventView, untitled: string): string {
  return title === '' ? untitled : title;
}

function eventInput(event: EventView, timeZone: string, untitled: string): EventInput {
  return {
    id: event.id,
    title: titleOf(event, untitled),
    start: wall(timeZone, event.start),
    end: wall(timeZone, event.end),
    allDay: event.start.length === 10,
    classNames: [`is-${event.mine ?? 'own'}`],
    url: '#',
  };
}

/** The same events as text: what a screen reader and a narrow window are better off with. */
function List({ events }: { readonly events: readonly EventView[] }) {
  const { say, desk } = useApp();
  if (events.length === 0) return <p>{say('calendar.none')}</p>;
  return (
    <ul class="lines">
      {events.map((event) => (
        <li key={event.id}>
          <Link to={`calendar/${encodeURIComponent(event.id)}`}>{titleOf(event, say('event.untitled'))}</Link>
          <small>
            {spanIn(desk.language, desk.timeZone, event.start, event.end)}
            {event.place === '' ? '' : ` · ${event.place}`}
            {event.mine === 'needsAction' ? ` · ${say('event.needsAction')}` : ''}
          </small>
        </li>
      ))}
    </ul>
  );
}
