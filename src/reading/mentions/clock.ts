import type { Line } from '../line.ts';
import { numberAt } from './number.ts';

/** A time of day; `zone` is an IANA name when the text says whose clock it is. */
export type ClockMark = {
  readonly kind: 'clock';
  readonly fromToken: number;
  readonly toToken: number;
  readonly minutes: number;
  readonly zone?: string;
};

/** Times of day: `3:30 a.m.`, `8pm Eastern time`, `20 Uhr`, `ساعت ۲۰`, `midnight GMT`. */
export function clocksIn(line: Line): ClockMark[] {
  const marks: ClockMark[] = [];
  for (let index = 0; index < line.tokens.length; index++) {
    const found = clockAt(line, index);
    if (found === undefined) continue;
    const zone = zoneNear(line, found.to);
    marks.push({
      kind: 'clock',
      fromToken: index,
      toToken: zone?.to ?? found.to,
      minutes: found.minutes,
      ...(zone && { zone: zone.name }),
    });
    index = (zone?.to ?? found.to) - 1;
  }
  return marks;
}

type Found = { readonly minutes: number; readonly to: number };

function clockAt(line: Line, index: number): Found | undefined {
  const word = line.at('time', index);
  if (word?.name === 'midnight') return { minutes: 0, to: word.to };
  if (word?.name === 'clock' || (word?.name === 'hour' && line.tokens[index]!.script === 'arabic')) {
    const time = hourAt(line, word.to);
    return time && withHalf(line, time);
  }
  const time = hourAt(line, index);
  if (time === undefined) return undefined;
  const half = halfAt(line, time.to);
  if (half) return withHalf(line, time);
  return time.minuted ? time : undefined;
}

/** `20`, `20:00`, `04:31`, `20h30`, `20 Uhr`; `minuted` when it cannot be a mere number. */
function hourAt(line: Line, index: number): (Found & { readonly minuted: boolean }) | undefined {
  const hour = numberAt(line, index);
  if (hour === undefined || hour.value > 24 || hour.to !== index + 1) return undefined;
  const minute = line.tokens[hour.to + 1];
  const mark = line.tokens[hour.to];
  if (
    mark &&
    (mark.norm === ':' || mark.norm === 'h' || mark.norm === '.') &&
    !mark.spaced &&
    minute?.kind === 'number' &&
    /^[0-5]\d$/.test(minute.norm) &&
    !minute.spaced
  ) {
    const isTime =
      mark.norm !== '.' || halfAt(line, hour.to + 2) !== undefined || line.at('time', hour.to + 2)?.name === 'oclock';
    if (isTime && line.norm(hour.to + 2) !== ':') {
      const to = line.at('time', hour.to + 2)?.name === 'oclock' ? line.at('time', hour.to + 2)!.to : hour.to + 2;
      return { minutes: hour.value * 60 + Number(minute.norm), to, minuted: true };
    }
  }
  const oclock = line.at('time', hour.to);
  if (oclock?.name === 'oclock') return { minutes: hour.value * 60, to: oclock.to, minuted: true };
  return {
    minutes: hour.value * 60,
    to: hour.to,
    minuted: zoneNear(line, hour.to) !== undefined && line.tokens[index]!.kind === 'number',
  };
}

const halfAt = (line: Line, index: number) =>
  line.allAt(index).find((hit) => hit.group === 'time' && (hit.name === 'am' || hit.name === 'pm'));

function withHalf(line: Line, time: Found): Found {
  const half = halfAt(line, time.to);
  if (half === undefined) return time;
  const hours = Math.floor(time.minutes / 60);
  const shift = half.name === 'pm' && hours < 12 ? 720 : half.name === 'am' && hours === 12 ? -720 : 0;
  return { minutes: time.minutes + shift, to: half.to };
}

function zoneNear(line: Line, index: number): { readonly name: string; readonly to: number } | undefined {
  for (let at = index; at < index + 2; at++) {
    const hit = line.allAt(at).find(({ group, name }) => group === 'time' && name.startsWith('zone:'));
    if (hit) return { name: hit.name.slice(5), to: hit.to };
  }
  return undefined;
}
