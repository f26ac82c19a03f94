// What changed between two moments, on a terminal: each cell with what was and what is, and the entries that made it so.
import type { Assessment, ControlPeriod } from '../model/control.ts';
import type { Theatre } from '../model/theatre.ts';
import type { Change } from '../whoholds.ts';
import { evidenceText, paint, sideName } from './tables.ts';

const KIND_WORDS: Readonly<Record<Change['change'], string>> = {
  new: 'newly known',
  gained: 'gained',
  hands: 'changed hands',
  lost: 'lost',
  status: 'another status',
  withdrawn: 'nobody speaks of it any more',
};

const share = (p: Assessment['p'], side: string | null): string =>
  p === null || side === null || p[side] === undefined ? '' : ` (${Math.round(p[side] * 100)} %)`;

const standing = (period: ControlPeriod, p: Assessment['p'], theatre: Theatre): string =>
  `${period.status} ${sideName(period.holder, theatre)}${share(p, period.holder)}`;

type Entry = Change['because'][number];

const entryWords = ({ act, seq, known, reason }: Entry): string => {
  const number = seq === null ? '' : ` #${seq}`;
  const since = known === null ? '' : `, known ${known.slice(0, 16).replace('T', ' ')}`;
  return `${act}${number}${since}${reason === null || reason === '' ? '' : `: ${reason}`}`;
};

const changeText = ({ cell, change, from, to, p, because }: Change, theatre: Theatre): string => {
  const name = theatre.gazetteer.get(cell.place)?.name ?? cell.place;
  const before = from === null ? 'nobody had spoken of it' : standing(from, p.from, theatre);
  const head = `${paint('bold', `${name} (${cell.scope})`)} ${KIND_WORDS[change]}: ${before} → ${standing(to, p.to, theatre)}`;
  const entries = because.map((entry) => evidenceText(entry.evidence, entryWords(entry)));
  return [head, to.reason, ...entries].join('\n');
};

export const changesText = (changes: readonly Change[], theatre: Theatre): string =>
  changes.length === 0 ? 'Nothing changed.' : changes.map((one) => changeText(one, theatre)).join('\n');
