/**
 * A timeline page of each State that the record holds measures against: how long its drawing takes once the law is compiled
 * (milliseconds of processor time, the best of five), and how large it is.
 */
import { readPrebuilt } from '../../apps/files/prebuilt.ts';
import { Session } from '../../apps/session.ts';
import { timelinePage } from '../../apps/web/timeline-page.ts';
import { timelinePicture } from '../../apps/web/timeline-picture.ts';
import { endOfDay } from '../../src/time/civil-date.ts';
import { instant } from '../../src/time/instant.ts';
import { bestOf } from '../measure.ts';

const record = readPrebuilt('dist/record');
const session = new Session(record, () => instant(endOfDay(record.horizon)));
const targets = [...new Set(Object.values(record.regimes).flatMap((regime) => regime.targets))].sort();
const drawn: { target: string; ms: number; bytes: number }[] = [];
for (const target of targets) {
  const understood = await session.understandSurvey({ target }, ['target']);
  if (!understood.ok) throw new Error(JSON.stringify(understood.errors));
  const program = session.program(understood.value);
  let page = '';
  const seconds = bestOf(5, () => {
    const survey = { ...understood.value, target };
    page = timelinePage(timelinePicture(program, record, survey, survey.asKnown, session.version, undefined));
  });
  drawn.push({ target, ms: seconds * 1000, bytes: Buffer.byteLength(page) });
}
const median = (of: readonly number[]): number => [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)]!;
const slowest = drawn.reduce((a, b) => (b.ms > a.ms ? b : a));
const largest = drawn.reduce((a, b) => (b.bytes > a.bytes ? b : a));
console.log(
  `${drawn.length} States: median ${median(drawn.map(({ ms }) => ms)).toFixed(1)} ms, ${(median(drawn.map(({ bytes }) => bytes)) / 1000).toFixed(0)} kB`,
);
console.log(
  `slowest ${slowest.target}: ${slowest.ms.toFixed(1)} ms; largest ${largest.target}: ${(largest.bytes / 1000).toFixed(0)} kB`,
);
for (const { target, ms, bytes } of drawn.filter(({ target }) => ['IR', 'LY', 'SO', 'RU'].includes(target)))
  console.log(`${target}: ${ms.toFixed(1)} ms, ${(bytes / 1000).toFixed(0)} kB`);
