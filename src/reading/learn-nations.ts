// Which nation's war a report tells of (home), and which other nations' forces take part in it.
// Invariant: counted over the whole report; a nation that is only a neighbour, a backer or a border has no part.
import type { Theatre } from '../model/theatre.ts';
import type { Sentence, Token } from './marks.ts';
import { phraseAt } from './name-tree.ts';
import { isHyphen, type NationWord, nationWordsOf } from './nation-words.ts';

export interface LearnedNations {
  readonly home: readonly string[];
  readonly foreign: readonly string[];
}

interface Use extends NationWord {
  readonly tokens: readonly Token[];
  readonly theatre: Theatre;
}

const wordAt = (use: Use, at: number): string => use.tokens[at]?.word ?? '';

const isIn = (use: Use, list: string, at: number): boolean => use.theatre.lexicon.has(list, wordAt(use, at));

/** "Norland-backed", "neighbouring Norland", "pro-Norlandic", "the border with Norland". */
const isAside = (use: Use): boolean =>
  isHyphen(use.tokens, use.to) || isHyphen(use.tokens, use.from - 1) || isIn(use, 'awayWords', use.from - 1);

/** The words behind it, over "'s". */
const behind = (use: Use): number => (wordAt(use, use.to) === "'s" ? use.to + 1 : use.to);

const meansAt = ({ tokens, theatre }: Use, at: number): string | null => {
  const found = phraseAt(theatre, tokens, at);
  if (found === null) return null;
  return found.value.type === 'noun' ? found.value.means : found.value.type;
};

/** "in Norland", "in Norland's eastern Garth region", "the Norlandic city of", "Norland's war": there it happens. */
const isScene = (use: Use): boolean => {
  const after = behind(use);
  if (isIn(use, 'nationPlaceNouns', after) || isIn(use, 'nationEventNouns', after)) return true;
  if (use.as !== 'nationNames' || !isIn(use, 'nationPrepositions', use.from - 1)) return false;
  return after === use.to || [1, 2, 3].some((gap) => isIn(use, 'nationPlaceNouns', after + gap));
};

/** "NORHAVEN, Oct 26 (…) -", "Town, Norland, May 3 -": before the dash or bracket of a first line. */
const isDateline = (use: Use, sentence: Sentence): boolean => {
  const end = sentence.tokens.findIndex(({ text }) => /^[(–—-]$/.test(text));
  return (
    !sentence.heading &&
    use.to <= end &&
    end <= DATELINE &&
    sentence.tokens[0]?.text === sentence.tokens[0]?.text.toUpperCase()
  );
};

/** Words of the longest dateline. */
const DATELINE = 14;
const WEIGHT = { scene: 3, dateline: 3, rebels: 2, defender: 2, named: 1, invader: -1 } as const;

const usesOf = (sentences: readonly Sentence[], theatre: Theatre): readonly (Use & { readonly dateline: boolean })[] =>
  sentences.flatMap((sentence) =>
    nationWordsOf(sentence.tokens, theatre.lexicon).map((word) => {
      const use = { ...word, tokens: sentence.tokens, theatre };
      return { ...use, dateline: isDateline(use, sentence) };
    }),
  );

/** "Norlandic rebels" fight there, mostly; they may live across a border. */
const weightOf = (use: Use & { readonly dateline: boolean }): number => {
  if (use.dateline) return WEIGHT.dateline;
  // "Norlandic mercenaries" are in somebody else's war.
  if (isIn(use, 'hiredWords', behind(use))) return 0;
  if (isScene(use)) return WEIGHT.scene;
  // "the Norlandic assault": who attacks comes from abroad; "Norlandic forces repelled it": who defends is at home.
  if (isIn(use, 'invaderNouns', behind(use))) return WEIGHT.invader;
  const does = (list: string): boolean => [1, 2, 3].some((gap) => isIn(use, list, behind(use) + gap));
  if (does('defenderForms')) return WEIGHT.defender;
  if (meansAt(use, behind(use)) !== 'non-state' && does('attackerForms')) return 0;
  return meansAt(use, behind(use)) === 'non-state' ? WEIGHT.rebels : WEIGHT.named;
};

/** A dateline alone tells where the reporter sits; with other words of that nation, where the war is. */
const homeOf = (uses: readonly (Use & { readonly dateline: boolean })[]): string | null => {
  const inText = new Set(uses.filter((use) => !use.dateline && !isAside(use)).map(({ nation }) => nation));
  const scores = new Map<string, number>();
  for (const use of uses) {
    if (!inText.has(use.nation) || isAside(use)) continue;
    scores.set(use.nation, (scores.get(use.nation) ?? 0) + weightOf(use));
  }
  const best = Math.max(0, ...scores.values());
  return [...scores].find(([, score]) => score === best)?.[0] ?? null;
};

const isArms = (use: Use, at: number): boolean =>
  ['foreignArmsNouns', 'armsOffices'].some((list) => isIn(use, list, at));

/** "Norlandic troops", "soldiers from Norland", "Norland's army", "Norland still controls". */
const hasForces = (use: Use): boolean => {
  if (isHyphen(use.tokens, use.to)) return false;
  const after = behind(use);
  const means = meansAt(use, after);
  if (means === 'government' || means === 'forces' || isArms(use, after)) return true;
  const from = isIn(use, 'awayWords', use.from - 1) ? use.from - 2 : use.from - 1;
  if (isIn(use, 'ownerLinks', from) && ['government', 'forces'].includes(meansAt(use, from - 1) ?? '')) return true;
  const verb = isIn(use, 'verbAdverbs', use.to) ? use.to + 1 : use.to;
  return use.as !== 'nationAdjectives' && isIn(use, 'controlVerbs', verb);
};

/** The words of this report for its own nation and for those whose forces came from abroad. */
export const learnNations = (sentences: readonly Sentence[], theatre: Theatre): LearnedNations => {
  const uses = usesOf(sentences, theatre);
  const home = homeOf(uses);
  const abroad = new Set(uses.filter((use) => use.nation !== home && hasForces(use)).map(({ nation }) => nation));
  const named = (isOurs: (nation: string) => boolean): readonly string[] => {
    const words = uses.filter(({ nation }) => isOurs(nation));
    return [
      ...new Set(
        words.map(({ tokens, from, to }) =>
          tokens
            .slice(from, to)
            .map(({ text }) => text)
            .join(' '),
        ),
      ),
    ];
  };
  return { home: named((nation) => nation === home), foreign: named((nation) => abroad.has(nation)) };
};
