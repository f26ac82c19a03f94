// Which nation's war a report tells of (home), and which other nations' forces take part in it.
// Invariant: counted over the whole report; a nation that is only a neighbour, a backer or a border has no part.
import type { Theatre } from '../../model/theatre.ts';
import type { Sentence, Token } from '../marks.ts';
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
  isHyphen(use.tokens, use.to) ||
  isHyphen(use.tokens, use.from - 1) ||
  isIn(use, 'awayWords', use.from - 1) ||
  isIn(use, 'natureNames', use.from - 1) ||
  isNextDoor(use);

/** The words behind it, over "'s". */
const behind = (use: Use): number => (wordAt(use, use.to) === "'s" ? use.to + 1 : use.to);

const isLemma = ({ tokens, theatre: { lexicon } }: Use, list: string, at: number): boolean =>
  lexicon.verbs.get(tokens[at]?.word ?? '')?.some(({ lemma }) => lexicon.has(list, lemma)) === true;

const meansAt = ({ tokens, theatre }: Use, at: number): string | null => {
  const found = phraseAt(theatre, tokens, at);
  if (found === null) return null;
  return found.value.type === 'noun' ? found.value.means : found.value.type;
};

/** "on the Norlandic border", "fled INTO Norland": the land next door; a "Norlandic border town" is no neighbour's. */
const isNextDoor = (use: Use): boolean => {
  const after = behind(use);
  if (isIn(use, 'landBorders', after) && !isIn(use, 'nationPlaceNouns', after + 1)) return true;
  return isIn(use, 'intoWords', use.from - 1) && [2, 3].some((back) => isLemma(use, 'borderGoing', use.from - back));
};

/** "SOLDIERS OF Norland": whose they are, wherever they fight. */
const isOfMen = (use: Use): boolean =>
  isIn(use, 'partLinks', use.from - 1) && ['government', 'forces'].includes(meansAt(use, use.from - 2) ?? '');

/** "in Norland", "in north-west Norland": over the direction. */
const isInside = (use: Use): boolean =>
  (isIn(use, 'nationPrepositions', use.from - 1) && !isOfMen(use)) ||
  // "in THE Democratic Republic of Norland"
  (isIn(use, 'definiteArticles', use.from - 1) && isIn(use, 'nationPrepositions', use.from - 2)) ||
  (isIn(use, 'directions', use.from - 1) &&
    (isHyphen(use.tokens, use.from - 2) || isIn(use, 'nationPrepositions', use.from - 2)));

/** "in Norland", "in Norland's eastern Garth region", "the Norlandic city of", "Norland's war": there it happens. */
const isScene = (use: Use): boolean => {
  const after = behind(use);
  if (isIn(use, 'nationPlaceNouns', after) || isIn(use, 'nationEventNouns', after)) return true;
  // "invaded Norland"
  if (use.as === 'nationNames' && isIn(use, 'invadingForms', use.from - 1)) return true;
  if (use.as !== 'nationNames' || !isInside(use)) return false;
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
const WEIGHT = {
  scene: 3,
  dateline: 3,
  rebels: 2,
  defender: 2,
  government: 2,
  named: 1,
  invader: -1,
  leaver: -0.5,
} as const;

/** A nation's word with where in the report it stands. */
interface PlacedUse extends Use {
  readonly dateline: boolean;
  /** What its weight is multiplied with. */
  readonly lead: number;
}

/** A title and a first sentence say whose war it is; what comes after names neighbours and patrons too. */
const leadOf = ({ index, paragraph }: Sentence): number => (index < 2 ? 3 : paragraph < 3 ? 2 : 1);

const usesOf = (sentences: readonly Sentence[], theatre: Theatre): readonly PlacedUse[] =>
  sentences.flatMap((sentence) =>
    nationWordsOf(sentence.tokens, theatre.lexicon).map((word) => {
      const use = { ...word, tokens: sentence.tokens, theatre };
      return { ...use, dateline: isDateline(use, sentence), lead: leadOf(sentence) };
    }),
  );

/** "Norhaven Times", "the Norhaven agreement": called after the capital. */
const isNamesake = (use: Use): boolean =>
  use.as === 'nationCapitals' && /^\p{Lu}/u.test(use.tokens[use.to]?.text ?? '') && meansAt(use, use.to) === null;

/** "Norlandic ATTEMPTS TO TAKE the town": who attempts it has men there. */
const attempts = (use: Use, at: number): boolean =>
  isIn(use, 'attemptNouns', at) &&
  isIn(use, 'infinitiveMarks', at + 1) &&
  ['takerVerbs', 'attemptedDeeds'].some((list) => isLemma(use, list, at + 2));

/** Words from a nation's forces to what they do: "Norlandic soldiers and allied rebels have seized". */
const DEED = 9;

const isDone = (use: Use, list: string): boolean => {
  for (let at = behind(use); at < behind(use) + DEED; at++) {
    // "pulled back AS others approached": what a clause of its own tells is somebody else's.
    if (use.tokens[at]?.type === 'mark' || isIn(use, 'meantimeWords', at)) return false;
    if (at > behind(use) && isIn(use, list, at)) return true;
  }
  return false;
};

/** "Norlandic troops WITHDREW", "completed their withdrawal": by the first verb behind them. */
const isLeaving = (use: Use): boolean => {
  for (let at = behind(use) + 1; at < behind(use) + DEED && use.tokens[at]?.type !== 'mark'; at++) {
    if (!use.theatre.lexicon.verbs.has(wordAt(use, at)) || isIn(use, 'have', at)) continue;
    return isLemma(use, 'goingHomeVerbs', at) || [1, 2, 3].some((on) => isIn(use, 'retreatNouns', at + on));
  }
  return false;
};

/** "completed their WITHDRAWAL": who leaves by arrangement. */
const isLeavingInOrder = (use: Use): boolean =>
  isLeaving(use) &&
  Array.from({ length: DEED + 2 }, (_, i) => behind(use) + 1 + i).some(
    (at) => isIn(use, 'retreatNouns', at) && isIn(use, 'possessives', at - 1),
  );

/** One nation's troops stand in for another's: "RELIEVED them"; who only entered may have come to take the place. */
const areRelieved = (uses: readonly Use[]): boolean =>
  !uses.some((use) => isDone(use, 'seizingForms')) &&
  uses.some((use) => isDone(use, 'relievingForms') || (isDone(use, 'enteringForms') && uses.some(isLeavingInOrder)));

/** "Norlandic rebels" fight there, mostly; they may live across a border. */
const weightOf = (use: Use): number => {
  // "Norlandic mercenaries" are in somebody else's war.
  if (isIn(use, 'hiredWords', behind(use))) return 0;
  if (isScene(use)) return WEIGHT.scene;
  // "the Norlandic assault": who attacks comes from abroad; "Norlandic forces repelled it": who defends is at home.
  if (isIn(use, 'invaderNouns', behind(use)) || attempts(use, behind(use))) return WEIGHT.invader;
  // "the Norlandic retreat": who leaves may be of either.
  if (isIn(use, 'retreatNouns', behind(use))) return 0;
  // "the Norlandic flag over the town hall" is new there.
  if (isIn(use, 'raisedWords', behind(use))) return 0;
  const does = (list: string): boolean => isDone(use, list);
  if (does('defenderForms')) return WEIGHT.defender;
  if (meansAt(use, behind(use)) !== 'non-state' && does('attackerForms')) return 0;
  if (isIn(use, 'stateNouns', behind(use))) return WEIGHT.government;
  return meansAt(use, behind(use)) === 'non-state' ? WEIGHT.rebels : WEIGHT.named;
};

/** "Norland-backed", "Norlandic-backed". */
const isPatron = (use: Use): boolean => isHyphen(use.tokens, use.to) && isIn(use, 'backedWords', use.to + 1);

/** A dateline alone tells where the reporter sits; with other words of that nation, where the war is. */
const homeOf = (all: readonly PlacedUse[]): string | null => {
  // "Norland-backed fighters": a war's own nation backs nobody in it from outside.
  const patrons = new Set(all.filter(isPatron).map(({ nation }) => nation));
  const uses = all.filter((use) => !isAside(use) && !isNamesake(use) && !patrons.has(use.nation));
  const inText = new Set(uses.filter(({ dateline }) => !dateline).map(({ nation }) => nation));
  // Whom another's troops relieve came from abroad; who leaves a place to those that take it was at home.
  const relieved = areRelieved(uses);
  const scores = new Map<string, number>();
  // A sentence that names a nation twice tells of it once.
  const told = Map.groupBy(
    uses.filter(({ nation }) => inText.has(nation)),
    ({ nation, tokens, dateline }) => `${nation} ${tokens[0]?.start} ${dateline}`,
  );
  for (const [use, ...more] of told.values()) {
    if (use === undefined) continue;
    const weights = [use, ...more].map((one) => (relieved && isLeaving(one) ? WEIGHT.leaver : weightOf(one)));
    const weight = use.dateline ? WEIGHT.dateline : Math.max(...weights) * use.lead;
    scores.set(use.nation, (scores.get(use.nation) ?? 0) + weight);
  }
  // Where one nation alone is named, its own troops leave.
  if (scores.size === 1 && uses.some(isLeaving)) return [...scores.keys()][0] ?? null;
  const best = Math.max(0, ...scores.values());
  return [...scores].find(([, score]) => score === best)?.[0] ?? null;
};

const isArms = (use: Use, at: number): boolean =>
  ['foreignArmsNouns', 'armsOffices'].some((list) => isIn(use, list, at));

/** "Norlandic private military contractors": the noun that plain adjectives lead to. */
const overAdjectives = (use: Use, from: number): number => {
  let at = from;
  while (at < from + 2 && isIn(use, 'armsAdjectives', at)) at++;
  return at;
};

/** "Norlandic troops", "soldiers from Norland", "Norland's army", "Norland still controls". */
const hasForces = (use: Use): boolean => {
  // "Norlandic-held Ashford", "Norland-backed fighters" does not say whose the fighters are.
  if (isHyphen(use.tokens, use.to)) return isIn(use, 'heldWords', use.to + 1);
  // "accused Norland OF occupying it"
  if (isLemma(use, 'blamingVerbs', use.from - 1) && isIn(use, 'partLinks', use.to)) return true;
  const after = overAdjectives(use, behind(use));
  const means = meansAt(use, after);
  if (means === 'government' || means === 'forces' || isArms(use, after) || attempts(use, after)) return true;
  const from = isIn(use, 'awayWords', use.from - 1) ? use.from - 2 : use.from - 1;
  if (isIn(use, 'ownerLinks', from) && ['government', 'forces'].includes(meansAt(use, from - 1) ?? '')) return true;
  let verb = use.to;
  while (isIn(use, 'verbAdverbs', verb) || isIn(use, 'have', verb)) verb++;
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
