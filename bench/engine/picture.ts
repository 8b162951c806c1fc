/**
 * A timeline page of each State that the record holds measures against: how long it takes to survey the law once that is
 * compiled, and to draw it (milliseconds of processor time, the best of ten), and how large it is.
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
type Timed = { readonly target: string; readonly surveyed: number; readonly drawn: number; readonly bytes: number };
const all: Timed[] = [];
for (const target of targets) {
  const understood = await session.understandSurvey({ target }, ['target']);
  if (!understood.ok) throw new Error(JSON.stringify(understood.errors));
  const survey = { ...understood.value, target };
  const program = session.program(survey);
  const pictureOf = () => timelinePicture(program, record, survey, survey.asKnown, session.version, undefined);
  const picture = pictureOf();
  const bytes = Buffer.byteLength(timelinePage(picture));
  all.push({
    target,
    surveyed: 1000 * bestOf(10, () => void pictureOf()),
    drawn: 1000 * bestOf(10, () => void timelinePage(picture)),
    bytes,
  });
}
all.sort((a, b) => b.bytes - a.bytes);
const line = ({ target, surveyed, drawn, bytes }: Timed): string =>
  `${target}: surveyed in ${surveyed.toFixed(1)} ms, drawn in ${drawn.toFixed(1)} ms, ${(bytes / 1000).toFixed(0)} kB`;
console.log(`${all.length} States; the largest three, and the one in the middle:`);
for (const one of [...all.slice(0, 3), all[Math.floor(all.length / 2)]!]) console.log(line(one));
