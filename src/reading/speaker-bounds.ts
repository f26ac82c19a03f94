// Where a speaker's words begin and end beside a reporting verb: over "and" and commas of an office, never over a verb.
import type { Parse } from './find-subject.ts';
import type { VerbGroup } from './find-verb-groups.ts';
import { isIn, type SentenceView, wordAt } from './view-sentence.ts';

export const isQuoteMark = (word: string): boolean => /^["“”'‘’]$/.test(word);

export const isReporting = (view: SentenceView, verb: VerbGroup): boolean =>
  (verb.lemmas.some((lemma) => view.lexicon.has('reportingVerbs', lemma)) || callsFalse(view, verb)) &&
  !verb.infinitive &&
  !verb.passive;

/** "lies" is a noun only behind "called it"; elsewhere a town lies on a road. */
const LIES = ['lieWords', 'lieNouns'] as const;

/** "called that a lie", "described the claim as baseless": a verb of naming with a word for what is false. */
export const callsFalse = (view: SentenceView, verb: VerbGroup): boolean =>
  verb.lemmas.some((lemma) => view.lexicon.has('labelVerbs', lemma)) &&
  view.tokens.some(({ word }, at) => at > verb.head && LIES.some((list) => view.lexicon.has(list, word)));

/** "KABUL - Officials said": a dash between blanks, not one inside a name. */
const isSpacedDash = ({ tokens }: SentenceView, at: number): boolean =>
  tokens[at]?.word === '-' && (tokens[at - 1]?.end ?? 0) < (tokens[at]?.start ?? 0);

/** "that", "but", "while" and the end of a quotation: what a speaker's words never reach back over. */
const isWall = (parse: Parse, at: number): boolean => {
  const { view } = parse;
  const word = wordAt(view, at);
  if (/^[;:—–]$/.test(word) || isQuoteMark(word) || isSpacedDash(view, at)) return true;
  if (isIn(view, 'frameWalls', at)) return true;
  return parse.verbAt[at] !== undefined && !isRelativeVerb(parse, at);
};

/** "a man who lives there said": the verb of a relative clause belongs to the speaker's words. */
export const isRelativeVerb = (parse: Parse, at: number): boolean => {
  const verb = parse.verbAt[at];
  return verb !== undefined && [1, 2].some((back) => isIn(parse.view, 'relatives', verb.from - back));
};

/** "Ghani, who met elders and journalists, said": the words before the relative clause. */
const beforeRelative = (parse: Parse, verb: Pick<VerbGroup, 'from'>): number => {
  const { view } = parse;
  if (wordAt(view, verb.from - 1) !== ',') return -1;
  for (let at = verb.from - 2; at > 0; at--) {
    if (wordAt(view, at) === 'that' || /^[;:"“”]$/.test(wordAt(view, at))) return -1;
    if (isIn(view, 'relatives', at) && wordAt(view, at - 1) === ',') return at - 1;
  }
  return -1;
};

const scanSpeaker = (parse: Parse, last: number, apposed: boolean): number => {
  const { view } = parse;
  let at = last;
  let commas = apposed ? 1 : 0;
  let joint = -1;
  while (at >= 0 && !isWall(parse, at)) {
    if (wordAt(view, at) === ',') {
      if (commas === 0) return at + 1;
      commas -= 1;
    }
    if (isIn(view, 'conjunctions', at)) joint = at + 1;
    at--;
  }
  // "fled the town and police said": behind a verb the last "and" begins the speaker's words.
  const afterVerb = at >= 0 && parse.verbAt[at] !== undefined;
  return afterVerb && joint >= 0 ? joint : at + 1;
};

const isLead = ({ view }: Parse, at: number): boolean =>
  isIn(view, 'conjunctions', at) || isIn(view, 'verbAdverbs', at) || wordAt(view, at) === ',';

/** "but", "also", and "In Faryab" before "a council member": where the speaker is told of, not the speaker. */
const skipLead = (parse: Parse, from: number, to: number): number => {
  let at = from;
  while (at < to && isLead(parse, at)) at++;
  const group = isIn(parse.view, 'prepositions', at)
    ? parse.groups.find((one) => one.from > at && one.from <= at + 2)
    : undefined;
  return group !== undefined && group.to < to ? group.to : at;
};

/** The first token of the speaker's words before the verb, and the token after the last. */
export const speakerBounds = (parse: Parse, verb: Pick<VerbGroup, 'from'>): { from: number; to: number } => {
  const { view } = parse;
  const relative = beforeRelative(parse, verb);
  const apposed = relative < 0 && wordAt(view, verb.from - 1) === ',';
  const to = relative >= 0 ? relative : verb.from - (apposed ? 1 : 0);
  const from = skipLead(parse, scanSpeaker(parse, to - 1, apposed), to);
  return { from, to };
};

export const speakerFrom = (parse: Parse, verb: VerbGroup): number => speakerBounds(parse, verb).from;

/** The token after the speaker's words behind the verb: "said Karim Bakhtar, who heads the council." */
export const speakerTo = (parse: Parse, from: number): number => {
  const { view } = parse;
  let at = from;
  let commas = 0;
  while (at < view.tokens.length && !/^[.;:!?]$/.test(wordAt(view, at)) && !isQuoteMark(wordAt(view, at))) {
    if (wordAt(view, at) === ',') {
      if (
        commas === 1 ||
        !(
          isIn(view, 'determiners', at + 1) ||
          isIn(view, 'relatives', at + 1) ||
          view.lexicon.has('roleStarts', wordAt(view, at + 1))
        )
      )
        break;
      commas += 1;
    }
    if (commas === 0 && (isIn(view, 'timeStarts', at) || isIn(view, 'conjunctions', at)) && at > from) {
      if (!isIn(view, 'conjunctions', at)) break;
    }
    if (commas === 0 && parse.verbAt[at] !== undefined && !isRelativeVerb(parse, at)) break;
    at++;
  }
  return at;
};
