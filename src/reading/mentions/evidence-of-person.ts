// What the words beside a capitalised name say for its being a person: "spokesman X", "X, the mayor,", "X said".
import { isCapital } from '../words/closed-words.ts';
import { lengthAt } from '../words/list-phrases.ts';
import { has, type NameGround, type NameRun, tokenAt } from './name-runs.ts';
import { isPersonNoun, isReporting, kindNounAt, verbOf, within, wordAt } from './name-words.ts';

/** "said X could be next": what stands between a reporting verb and another verb is no speaker. */
const opensClause = (ground: NameGround, given: number): boolean => {
  // "declares X “liberated”"
  const at = /^["“‘']$/.test(wordAt(ground, given)) ? given + 1 : given;
  return (
    ['be', 'have', 'modals', 'negations', 'verbAdverbs'].some((list) => has(ground, list, at)) ||
    (verbOf(ground, at).length > 0 && !isReporting(ground, at)) ||
    wordAt(ground, at) === "'s"
  );
};

/** ",", "and", "as well as", "and neighbouring": between two names of a list. */
const joinsNames = (ground: NameGround, at: number): boolean =>
  wordAt(ground, at) === ',' ||
  ['listLinks', 'neighbourWords'].some((list) => has(ground, list, at)) ||
  lengthAt(ground.theatre.lexicon.list('longListLinks'), ground.sentence.tokens, at) > 0;

/** "said X, Y and Z districts had fallen": behind the last name of a list, and what places it counts. */
const pastList = (ground: NameGround, from: number): number => {
  const long = ground.theatre.lexicon.list('longListLinks');
  let to = from;
  for (;;) {
    let next = to;
    while (joinsNames(ground, next)) next += Math.max(1, lengthAt(long, ground.sentence.tokens, next));
    if (next === to || !isCapital(tokenAt(ground, next))) return Math.max(to, kindNounAt(ground, to));
    while (isCapital(tokenAt(ground, next))) next++;
    to = next;
  }
};

/** '"We hold it," X said', '"…" X of the Front told': a name right behind a quotation. */
const speaksBehind = (ground: NameGround, { from, to }: NameRun): boolean =>
  /^["”’']$/.test(wordAt(ground, from - 1)) &&
  /^[,.!?]$/.test(wordAt(ground, from - 2)) &&
  ((wordAt(ground, to) === ',' && wordAt(ground, from - 2) === ',') ||
    isReporting(ground, to) ||
    // "… ," Northlander spokesman Hale said": the name of a people or a town before an office is no man's.
    (!isPersonNoun(ground, to) &&
      !isPersonNoun(ground, to + 1) &&
      within(ground, [to, to + 9], (at) => isReporting(ground, at)) > 0));

const isFollowed = (ground: NameGround, { from, to }: NameRun): boolean => {
  if (has(ground, 'ledForms', from - 2)) return has(ground, 'agentLinks', from - 1);
  return to - from > 1 && has(ground, 'loyalForms', from - 2) && has(ground, 'toWords', from - 1);
};

/** "ACCORDING TO Ivo Hale, …", "citing X": who is named as a source. */
const isSource = ({ sentence, theatre }: NameGround, { from }: NameRun): boolean =>
  [1, 2, 3].some((back) => lengthAt(theatre.lexicon.list('accordingTo'), sentence.tokens, from - back) === back);

/** "the HOUSE OF Ivo Hale", "SUPPORTERS OF Ivo Hale"; "toppled Ivo Hale": no town has any or is toppled. */
const isOnesOwn = (ground: NameGround, { from, to }: NameRun): boolean =>
  to - from > 1 &&
  ((has(ground, 'personsOwn', from - 2) && has(ground, 'partLinks', from - 1)) ||
    verbOf(ground, from - 1).some(({ lemma }) => ground.theatre.lexicon.has('deposingVerbs', lemma)));

/** "Ivo Hale's HOUSE", "want Ivo Hale TO RESIGN". */
const ownsOrResigns = (ground: NameGround, { from, to }: NameRun): boolean =>
  to - from > 1 &&
  ((wordAt(ground, to) === "'s" && has(ground, 'personsOwn', to + 1)) ||
    (has(ground, 'toWords', to) && has(ground, 'resigningVerbs', to + 1)));

const personBefore = (ground: NameGround, run: NameRun): number => {
  const { from, to } = run;
  if (isSource(ground, run) && kindNounAt(ground, to) < 0) return to - from > 1 ? 3 : 1;
  if (isPersonNoun(ground, from - 1) || speaksBehind(ground, run)) return 3;
  if (isOnesOwn(ground, run) && kindNounAt(ground, to) < 0) return 3;
  // "rebels LED BY X", "a militia LOYAL TO Ivo Hale"; "loyal to X" may be a capital's.
  if (kindNounAt(ground, to) < 0 && isFollowed(ground, run)) return 3;
  // "whose best-known leader is X"
  if (has(ground, 'be', from - 1) && isPersonNoun(ground, from - 2) && kindNounAt(ground, to) < 0) return 3;
  // "said X district in Y was taken": behind a name a noun for a place makes nobody of it.
  const speaks = isReporting(ground, from - 1) && kindNounAt(ground, to) < 0;
  const clause = [pastList(ground, to), pastAside(ground, to)].some((at) => opensClause(ground, at));
  if (speaks && !clause) return to - from > 1 ? 3 : 2;
  if (wordAt(ground, from - 1) !== ',' || to - from < 2) return 0;
  const closes = wordAt(ground, to) === ',' || isReporting(ground, to);
  if (!closes) return 0;
  for (let at = from - 2; at > from - 10 && at >= 0 && tokenAt(ground, at)?.word !== ','; at--)
    if (isPersonNoun(ground, at)) return 3;
  return 0;
};

/** A single word that speaks: a person, a firm, or a town that stands for its government. */
const SPEAKS = 0.5;
/** "the Coastals, who": a people; a man has no article. */
const isPlural = (ground: NameGround, { from, to }: NameRun): boolean =>
  has(ground, 'definiteArticles', from - 1) && /s$/.test(wordAt(ground, to - 1));

/** More than a verb of taking before the name says for a place. */
const SURE = 5;

const HELPERS = ['be', 'have', 'modals'];

/** "recaptured X, Y AND Z from the rebels": behind the comma another name of a list, and no office. */
const isListBehind = (ground: NameGround, comma: number): boolean => {
  let at = comma + 1;
  while (isCapital(tokenAt(ground, at)) && !isPersonNoun(ground, at)) at++;
  return at > comma + 1 && has(ground, 'listLinks', at) && isCapital(tokenAt(ground, at + 1));
};

/** "X IS A DISTRICT GOVERNOR", "X was the rebels' commander"; "X is the governor's seat" is a place. */
const isOfficer = (ground: NameGround, to: number): boolean => {
  if (!has(ground, 'be', to) || !has(ground, 'articles', to + 1)) return false;
  const office = within(ground, [to + 2, to + OFFICE], (at) => isPersonNoun(ground, at));
  // "X is a stronghold OF the rebel commander"
  const other = within(ground, [to + 2, office], (at) => has(ground, 'prepositions', at));
  return office > 0 && other < 0 && wordAt(ground, office + 1) !== "'s" && kindNounAt(ground, office + 1) < 0;
};

/** Words of "a deputy district". */
const OFFICE = 6;

const personBehind = (ground: NameGround, run: NameRun): number => {
  const { from, to } = run;
  // "Ivo Hale's militias"
  const owns = to - from > 1 && wordAt(ground, to) === "'s";
  if (owns && [to + 1, to + 2].some((at) => has(ground, 'ownedForces', at) || has(ground, 'ownForces', at))) return 2;
  if (ownsOrResigns(ground, run)) return SURE;
  const relative = wordAt(ground, to) === 'who' || (wordAt(ground, to) === ',' && wordAt(ground, to + 1) === 'who');
  if (relative) return isPlural(ground, run) ? 0 : 3;
  if (isReporting(ground, to)) return to - from > 1 ? 2 : SPEAKS;
  if (isOfficer(ground, to)) return 3;
  if (wordAt(ground, to) !== ',') return 0;
  if (tokenAt(ground, to + 1)?.type === 'number' && wordAt(ground, to + 2) === ',') return 3;
  // "entered X, according to a spokesman": who says so is not who X is.
  if (has(ground, 'citingLeads', to + 1)) return 0;
  // "two towns, X and Y, were taken by rebels": what goes on with a helper is no apposition.
  if (isListBehind(ground, to) || HELPERS.some((list) => has(ground, list, to + 1))) return 0;
  // "left X, leaving the rebels in control": what goes on with a verb is no apposition.
  if (verbOf(ground, to + 1).some(({ ing }) => ing === wordAt(ground, to + 1))) return 0;
  // "towns, including X and Y, REMAIN in rebel hands"
  if (verbOf(ground, to + 1).some(({ lemma }) => ground.theatre.lexicon.has('stayingVerbs', lemma))) return 0;
  // "Ashford, Taybat al-Imam": a title inside a name; "Ashford, the chief town": no chief of anybody.
  const isOffice = (at: number): boolean =>
    isPersonNoun(ground, at) && wordAt(ground, at - 1) !== '-' && kindNounAt(ground, at + 1) < 0;
  const office = within(ground, [to + 1, to + 8], isOffice);
  // "…control of X, a spokesman for the army said": the office speaks, and is not the name's.
  const behind = office > 0 ? pastAside(ground, office + 1) : 0;
  const speaks = office > 0 && within(ground, [behind, behind + SPEAKER], (at) => isReporting(ground, at)) > 0;
  return office > 0 && !speaks ? 3 : 0;
};

/** "a spokesman, Rida Issa, said": behind the name between two commas. */
const pastAside = (ground: NameGround, at: number): number => {
  if (wordAt(ground, at) !== ',') return at;
  for (let close = at + 1; close < at + SPEAKER; close++)
    if (tokenAt(ground, close)?.type === 'mark') return wordAt(ground, close) === ',' ? close + 1 : at;
  return at;
};

/** An office with whose it is has so many words. */
const SPEAKER = 12;

/** Words of "of the Norlandic Joint Operations Command". */
const BODY = 6;

/** "…, Karim Hale OF THE WAR OBSERVATORY said": two names, the body that somebody is of, and what he says. */
const memberBehind = (ground: NameGround, { from, to }: NameRun): number => {
  const { tokens } = ground.sentence;
  const opens = from === 0 || /^[,"“”–—-]$/.test(wordAt(ground, from - 1));
  if (!opens || to - from !== 2 || !tokens.slice(from, to).every(isCapital) || !has(ground, 'memberLinks', to))
    return 0;
  const body = within(ground, [to + 1, to + BODY], (at) => isCapital(tokens[at]) && has(ground, 'orgWords', at));
  if (body < 0) return 0;
  // "of the Joint Command, said": the comma that closes the name's aside.
  if (wordAt(ground, body + 1) === ',' && isReporting(ground, body + 2)) return MEMBER;
  const says = within(ground, [body + 1, body + BODY], (at) => isReporting(ground, at));
  return says > 0 && isCapital(tokens[says - 1]) ? MEMBER : 0;
};

/** As much as a title. */
const MEMBER = 3;

/** How much the words beside one occurrence say for a person. */
export const personEvidence = (ground: NameGround, run: NameRun): number =>
  personBefore(ground, run) + personBehind(ground, run) + memberBehind(ground, run);
