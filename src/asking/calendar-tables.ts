/** The tables of calendars and zones. They pull in a large library, so a door loads this file only when a question needs it. */
import { fromPersian, localToInstant, startOfLocalDay } from '../time/zoned.ts';
import type { CalendarTables } from './when.ts';

export const calendarTables: CalendarTables = { fromPersian, localToInstant, startOfLocalDay };
