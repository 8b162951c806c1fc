/** Declares every id of the files before any is resolved, so that order and folders don't matter. */
import type { Ids } from '../ids.ts';
import type { ReadFiles } from './read-files.ts';

export function declareIds(files: ReadFiles, ids: Ids): void {
  for (const { value, path } of files.instrument) {
    if (!ids.declare('instrument', value.instrument, value, 'instrument')) continue;
    ids.declare('event', `adopted:${value.instrument}`, value, 'instrument');
    expectFileName(value.instrument, path, value, 'instrument', ids);
    declareNorms(value, ids);
  }
  for (const { value } of files.regime) ids.declare('regime', value.regime, value, 'regime');
  for (const { value } of files.events) for (const event of value.events) ids.declare('event', event.id, event, 'id');
  for (const { value } of files.points) for (const point of value.points) ids.declare('point', point.id, point, 'id');
  for (const { value } of files.position) ids.declare('position', value.position, value, 'position');
  for (const { value } of files.list) ids.declare('list', value.list, value, 'list');
  declareVocabularies(files, ids);
}

type InstrumentText = ReadFiles['instrument'][number]['value'];

function declareNorms(instrument: InstrumentText, ids: Ids): void {
  const taken = (kind: 'norm' | 'rule', one: { readonly id: string }): void => {
    const id = `${instrument.instrument}#${one.id}`;
    // Norms and rules share one name space, since both are cited as INSTRUMENT#ID.
    const other = ids.origin(kind === 'norm' ? 'rule' : 'norm', id);
    if (other === undefined) ids.declare(kind, id, one, 'id');
    else {
      const { file, line } = ids.places.of(other);
      ids.report('double-id', one, 'id', { id, other: `${file}:${line}` });
    }
  };
  for (const provision of instrument.provisions) {
    for (const measure of provision.measures ?? []) {
      taken('norm', measure);
      const within = [
        ...(measure.gates ?? []).map((gate, i) => [gate, `gate-${i + 1}`] as const),
        ...(measure.exemptions ?? []).map((one, i) => [one, `exemption-${i + 1}`] as const),
      ];
      for (const [holder, name] of within)
        ids.declare('norm', `${instrument.instrument}#${measure.id}/${name}`, holder, 'says');
    }
    for (const opening of provision.openings ?? []) taken('norm', opening);
    for (const rule of provision.rules ?? []) taken('rule', rule);
  }
}

function declareVocabularies(files: ReadFiles, ids: Ids): void {
  for (const { value } of files.states)
    for (const state of value.states) ids.declare('state', state.code, state, 'code');
  for (const { value } of files.regions)
    for (const region of value.regions) ids.declare('region', region.code, region, 'code');
  for (const { value } of files.groups)
    for (const group of value.groups) ids.declare('group', group.group, group, 'group');
  for (const { value } of files.laws) for (const law of value.laws) ids.declare('law', law.law, law, 'law');
  for (const { value } of files.goods) for (const goods of value.goods) ids.declare('goods', goods.code, goods, 'code');
}

/** The file of an instrument is named for it, so that a reader of an id knows which file to open. */
function expectFileName(id: string, path: string, holder: object, key: string, ids: Ids): void {
  const expected = `${id.slice(id.lastIndexOf('/') + 1)}.yaml`;
  if (path.slice(path.lastIndexOf('/') + 1) !== expected) ids.report('file-name', holder, key, { id, expected });
}
