// One claim said in many ways must be read as one claim: each clause with each way to name places, and in each frame of saying.
// What is expected follows from the parts; no sentence is written out.
import { describe, expect, test } from 'vitest';
import type { Kind } from '../src/model/claim.ts';
import { read } from '../src/reading/read.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { inventedReport } from './invented-report.ts';

const theatre = loadTheatre('tiny');

interface Places {
  readonly words: string;
  readonly names: readonly string[];
}

const PLACES: readonly Places[] = [
  { words: 'Coldwell', names: ['Coldwell'] },
  { words: 'Coldwell and Garth', names: ['Coldwell', 'Garth'] },
  { words: 'Coldwell, Garth and Hollin', names: ['Coldwell', 'Garth', 'Hollin'] },
  { words: 'both Coldwell and Garth', names: ['Coldwell', 'Garth'] },
  { words: 'not only Coldwell but also Garth', names: ['Coldwell', 'Garth'] },
  { words: 'Coldwell as well as Garth', names: ['Coldwell', 'Garth'] },
  { words: 'Coldwell district', names: ['Coldwell'] },
  { words: 'the districts of Coldwell and Garth', names: ['Coldwell', 'Garth'] },
  { words: 'Coldwell, Garth and Hollin districts', names: ['Coldwell', 'Garth', 'Hollin'] },
  { words: 'the remote district of Coldwell', names: ['Coldwell'] },
  { words: 'Coldwell, near the Norlandic border,', names: ['Coldwell'] },
  { words: 'Coldwell, home to thousands of farmers,', names: ['Coldwell'] },
  { words: 'Coldwell, a district in the north,', names: ['Coldwell'] },
  { words: 'most of Coldwell district', names: ['Coldwell'] },
];

interface Clause {
  readonly say: (places: string, many: boolean) => string;
  readonly kind: Kind;
  readonly actor: 'red' | 'blue';
  readonly denied?: boolean;
}

const was = (many: boolean): string => (many ? 'were' : 'was');
const has = (many: boolean): string => (many ? 'have' : 'has');

const CLAUSES: readonly Clause[] = [
  { say: (p) => `Red fighters captured ${p}`, kind: 'capture', actor: 'red' },
  { say: (p) => `the Reds took control of ${p}`, kind: 'capture', actor: 'red' },
  { say: (p) => `${p} fell to the Reds`, kind: 'capture', actor: 'red' },
  { say: (p) => `${p} fell into the hands of dozens of Red fighters`, kind: 'capture', actor: 'red' },
  { say: (p, many) => `${p} ${was(many)} captured by Red fighters`, kind: 'capture', actor: 'red' },
  { say: (p, many) => `${p} ${has(many)} been overrun by the Reds`, kind: 'capture', actor: 'red' },
  { say: (p) => `${p} came under the control of the Reds`, kind: 'capture', actor: 'red' },
  { say: (p, many) => `${p} ${was(many)} in the hands of the Reds`, kind: 'hold', actor: 'red' },
  { say: (p, many) => `${p} remain${many ? '' : 's'} under Council control`, kind: 'hold', actor: 'blue' },
  { say: (p) => `the Reds have entered ${p}`, kind: 'entry', actor: 'red' },
  { say: (p) => `Council troops retook ${p}`, kind: 'recapture', actor: 'blue' },
  { say: (p) => `Council troops drove the Reds out of ${p}`, kind: 'recapture', actor: 'blue' },
  { say: (p) => `Council troops withdrew from ${p}`, kind: 'withdrawal', actor: 'blue' },
  { say: (p, many) => `${p} ${was(many)} abandoned by Council troops`, kind: 'withdrawal', actor: 'blue' },
  { say: (p, many) => `${p} ${many ? 'are' : 'is'} surrounded by Red fighters`, kind: 'siege', actor: 'red' },
  { say: (p) => `the Reds attacked ${p}`, kind: 'attack', actor: 'red' },
  { say: (p) => `it took the Reds two days to capture ${p}`, kind: 'capture', actor: 'red' },
  { say: (p) => `Council troops clawed back ${p}`, kind: 'recapture', actor: 'blue' },
  { say: (p) => `dozens of Red fighters patrol ${p}`, kind: 'hold', actor: 'red' },
  { say: (p) => `${p} slipped out of Council control`, kind: 'loss', actor: 'blue' },
  { say: (p, many) => `${p} ${has(many)} not been captured by the Reds`, kind: 'capture', actor: 'red', denied: true },
];

interface Saying {
  readonly frame: (clause: string) => string;
  readonly sides: readonly string[];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const SAYINGS: readonly Saying[] = [
  { frame: (c) => `${c}.`, sides: ['outlet'] },
  { frame: (c) => `officials said that ${c}.`, sides: ['blue'] },
  { frame: (c) => `officials said ${c}.`, sides: ['blue'] },
  { frame: (c) => `residents told reporters ${c}.`, sides: ['local'] },
  { frame: (c) => `${c}, officials said on Tuesday.`, sides: ['blue'] },
  { frame: (c) => `${c}, Karim Hale, a member of the council, said.`, sides: ['blue'] },
  { frame: (c) => `${c}, the provincial governor, Karim Hale, said on Tuesday.`, sides: ['blue'] },
  { frame: (c) => `according to residents, ${c}.`, sides: ['local'] },
  { frame: (c) => `${c}, according to a police spokesman.`, sides: ['blue'] },
  { frame: (c) => `a lawmaker claimed ${c}.`, sides: ['blue'] },
  { frame: (c) => `a Red spokesman said: “${capital(c)}.”`, sides: ['red'] },
  { frame: (c) => `“${capital(c)},” residents said.`, sides: ['local'] },
];

/** One comma where an aside and a frame meet, none before a stop. */
const tidy = (text: string): string => capital(text.replace(/,,/g, ',').replace(/,\./g, '.'));

interface Variation {
  readonly clause: Clause;
  readonly places: Places;
  readonly saying: Saying;
}

const told = ({ clause, places, saying }: Variation): string =>
  tidy(saying.frame(clause.say(places.words, places.names.length > 1)));

const expected = ({ clause, places, saying }: Variation): readonly string[] =>
  places.names.map((name) =>
    [clause.denied ? 'denied' : 'affirmed', clause.kind, name, clause.actor, ...saying.sides].join(' '),
  );

const found = (text: string): readonly string[] =>
  read(inventedReport(text, '2021-03-17'), theatre).claims.map(({ polarity, kind, place, actor, by }) =>
    [polarity, kind, place.text, actor, ...by.sides].join(' '),
  );

const at = <T>(list: readonly T[], i: number): T => list[i % list.length] as T;

/** Every clause with every way to name places, and every clause in every frame; the third part goes round. */
const VARIATIONS: readonly Variation[] = CLAUSES.flatMap((clause, i) => [
  ...PLACES.map((places, j) => ({ clause, places, saying: at(SAYINGS, i + j) })),
  ...SAYINGS.map((saying, j) => ({ clause, places: at(PLACES, i * 5 + j), saying })),
]);

describe('one claim in many words', () => {
  test.each(CLAUSES.map((clause) => [clause.say('A', false), clause] as const))('%s', (_, clause) => {
    const all = VARIATIONS.filter((one) => one.clause === clause);
    const wrong = all.flatMap((one) => {
      const text = told(one);
      const [got, want] = [found(text).toSorted(), expected(one).toSorted()];
      return got.join() === want.join() ? [] : [`${text} -> ${got.join('; ') || 'nothing'}`];
    });
    expect(wrong).toEqual([]);
  });
});
