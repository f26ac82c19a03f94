// How far back the words of one phrase go: to a comma, a wall or a verb of another clause, and past where and when.

import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { isPossessive } from '../clauses/word-class.ts';
import { isIn, isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { isBehindAdverb } from './described-noun.ts';
import { isNounHere } from './nouns-of-speech.ts';
import { isQuoteMark, isReporting } from './saying-verbs.ts';
import { isNounStart, isOfficeWord } from './source-words.ts';

export interface Bounds {
  readonly from: number;
  readonly to: number;
}

/** "KABUL - Officials said": a dash between blanks, not one inside a name. */
export const isSpacedDash = ({ tokens }: SentenceView, at: number): boolean =>
  tokens[at]?.word === '-' && (tokens[at - 1]?.end ?? 0) < (tokens[at]?.start ?? 0);

/** "the governor OF THAT province": behind such a link the word points at a noun and opens no clause. */
export const isPointing = (view: SentenceView, at: number): boolean =>
  isIn(view, 'clauseComplements', at) && isIn(view, 'partLinks', at - 1) && view.tokens[at + 1]?.type === 'word';

/** "that", "but", "while" and the end of a quotation: what a speaker's words never reach back over. */
const isWall = (view: SentenceView, at: number): boolean => {
  const word = wordAt(view, at);
  return (
    /^[;:—–!?]$/.test(word) ||
    (isQuoteMark(word) && !isPossessive(view, at)) ||
    isSpacedDash(view, at) ||
    (isIn(view, 'frameWalls', at) && !isPointing(view, at))
  );
};

/** "a man who lives there said": the verb of a relative clause belongs to the speaker's words. */
export const isRelativeVerb = (parse: Parse, at: number): boolean => {
  const verb = parse.verbAt[at];
  // "THAT CLAIM was rejected": the first word of a sentence opens no clause about somebody before it.
  return (
    verb !== undefined && [1, 2].some((back) => verb.from > back && isIn(parse.view, 'relatives', verb.from - back))
  );
};

/** "residents reached by telephone", "a man living nearby": a participle behind its noun. */
export const isReduced = ({ view, verbAt }: Parse, verb: VerbGroup): boolean => {
  // "groups CONTINUED TO CALL for more"
  if (isIn(view, 'aspectForms', verb.head) && verbAt[verb.to]?.infinitive === true) return false;
  if (!verb.bare || verb.from === 0 || !verb.forms.some((form) => form === 'ing' || form === 'participle'))
    return false;
  const before = wordAt(view, verb.from - 1);
  if (
    isIn(view, 'subjectPronouns', verb.from - 1) ||
    /^[,;:]$/.test(before) ||
    isIn(view, 'conjunctions', verb.from - 1)
  )
    return false;
  // "A post SHARED more than 2,000 times says": what was done to a text is no clause of its own.
  return verb.forms.includes('ing') || isBehindText(view, verb) || isIn(view, 'prepositions', verb.to);
};

/** "a message POSTED late on Sunday": what was done to a text. */
const isBehindText = (view: SentenceView, { bare, from }: VerbGroup): boolean =>
  bare && ['sayingNouns', 'apposedSayingNouns', 'footageNouns'].some((list) => isIn(view, list, from - 1));

/** "police fled and elders said": behind a verb of another clause the last "and" begins the speaker's words. */
const looksPast = (view: SentenceView, at: number): boolean =>
  /^\p{Ll}{3,}ed$/u.test(view.tokens[at]?.text ?? '') &&
  !isIn(view, 'determiners', at - 1) &&
  !isBehindAdverb(view, at);

/** "witnesses said", "the guards in A said": a present form that no "and" parts from the verb of saying is a noun. */
const isNounInstead = (parse: Parse, at: number, joint: number): boolean => {
  const { view, verbAt } = parse;
  const verb = verbAt[at];
  // "Twelve STATES led by A and two firms argue"
  if (verb !== undefined && isIn(view, 'landPlurals', at) && isNounHere(parse, verb)) return true;
  const present = verb?.bare === true && verb.forms.some((form) => form === 's' || form === 'base');
  if (!present || isIn(view, 'subjectPronouns', at - 1) || (at > 1 && isIn(view, 'relatives', at - 1))) return false;
  // "Hale SAYS Town Will Pay": in a headline of capitals a verb of saying has one too.
  const headed = view.sentence.heading && isReporting(view, verb) && verb.forms.includes('s');
  const proper = at > 0 && !headed && /^\p{Lu}/u.test(view.tokens[at]?.text ?? '');
  // "Lawyers SAY the video proves": "say" is no noun.
  if (!proper && isReporting(view, verb) && !isIn(view, 'speechNouns', at) && !isOfficeWord(view, at)) return false;
  return proper || isOfficeWord(view, at) || (joint < 0 && !verb.forms.includes('past'));
};

/** "an elected official said", "displaced people living in A said": a participle right before the noun that speaks. */
const isAttributive = ({ view }: Parse, verb: VerbGroup, to: number): boolean =>
  verb.bare &&
  verb.forms.includes('participle') &&
  verb.to < to &&
  (isBehindAdverb(view, verb.head) ||
    ((isOfficeWord(view, verb.to) || isIn(view, 'menNouns', verb.to)) &&
      // "Hale SAID REFUGEES had told her": what somebody says is no word for those who come next.
      (verb.from === 0 ||
        isIn(view, 'determiners', verb.from - 1) ||
        (to - verb.to === 1 && !isReporting(view, verb)))));

/** "ACTING Interior Minister Karim Bakhtar said": a participle of the title. */
const isOfTitle = ({ view }: Parse, at: number): boolean =>
  isIn(view, 'titleParticiples', at) && /^\p{Lu}/u.test(view.tokens[at + 1]?.text ?? '');

/** "a fighter CALLED Ahmed said": a participle with the name alone behind it. */
const isNaming = (view: SentenceView, verb: VerbGroup, to: number): boolean =>
  verb.bare &&
  isIn(view, 'selfNamingForms', verb.head) &&
  verb.to < to &&
  to - verb.to <= NAMED &&
  view.tokens.slice(verb.to, to).every(({ text }) => /^\p{Lu}/u.test(text)) &&
  !isIn(view, 'subjectPronouns', verb.from - 1);

/** Words of a name. */
const NAMED = 3;

/** "A post shared SINCE WEDNESDAY says", "a statement issued shortly AFTER MIDNIGHT said": a time, and no clause. */
const isSinceDay = (view: SentenceView, at: number): boolean =>
  isInAny(view, ['sinceLinks', 'afterWords'], at) && isInAny(view, ['weekdays', 'months', 'timeNouns'], at + 1);

/** "The rebels denied IT and residents said", "rejected THE REPORT and the mayor said": what was said does not speak. */
const isToldThing = (view: SentenceView, from: number, to: number): boolean => {
  if (to === from + 1) return isInAny(view, ['objectPronouns', 'figurePronouns'], from);
  return to === from + 2 && isIn(view, 'determiners', from) && isIn(view, 'claimNouns', from + 1);
};

/** "a tank stands before the gate AND A SOLDIER SAYS": one says it, and no two that an "and" joins. */
const isOfOne = ({ view, verbAt }: Parse, joint: number, to: number): boolean =>
  isIn(view, 'indefiniteArticles', joint) && verbAt[to]?.forms.every((form) => form === 's') === true;

/** Where the phrase that ends before `to` begins: at the last comma, wall, or verb. */
export const scanLeft = (parse: Parse, to: number): number => {
  const { view } = parse;
  let joint = -1;
  for (let at = to - 1; at >= 0; at--) {
    const word = wordAt(view, at);
    if (word === ')' || word === ']') {
      const open = openingBracket(view, at, word === ')' ? '(' : '[');
      if (
        open <= 0 ||
        view.tokens[open - 1]?.type === 'number' ||
        // "KABUL (Wire 7)"; "the firm DAG (Dack Guard)" is one that speaks.
        (open <= DATELINE && /^\p{Lu}{3,}$/u.test(view.tokens[open - 1]?.text ?? ''))
      )
        return at + 1;
      at = open;
      continue;
    }
    if (word === ',' || (isWall(view, at) && !isSinceDay(view, at))) return at + 1;
    const verb = isNounInstead(parse, at, joint) ? undefined : parse.verbAt[at];
    if (verb === undefined) {
      if (joint >= 0 && looksPast(view, at)) return joint;
      if (isIn(view, 'conjunctions', at)) joint = at + 1;
      if (joint === at + 1 && isOfOne(parse, joint, to)) return joint;
      continue;
    }
    if (isRelativeVerb(parse, at) || isAttributive(parse, verb, to) || isOfTitle(parse, at)) continue;
    if (isNaming(view, verb, to)) {
      at = verb.from;
      continue;
    }
    // "an official POSTED in A said": where somebody is stationed.
    const posted = isIn(view, 'stationedForms', verb.head) && isIn(view, 'homeLinks', verb.to);
    // "The rebels CLAIMED A AND THE COUNCIL denied it": a place is what was claimed, and does not speak.
    if (joint >= 0 && parse.groupAt[verb.to]?.to === joint - 1) return joint;
    if (joint >= 0 && isToldThing(view, verb.to, joint - 1)) return joint;
    if (isReporting(view, verb) && !posted && !isBehindText(view, verb) && !isIn(view, 'agentWords', verb.to))
      return at + 1;
    // "lands LED BY A and two firms argue": the "and" joins those who lead them.
    const led = joint >= 0 && isIn(view, 'agentWords', verb.to) && isReduced(parse, verb);
    if (joint >= 0 && !led) return joint;
    if (led) joint = -1;
    if (!isReduced(parse, verb)) return at + 1;
    at = verb.from;
  }
  return 0;
};

/** Words before the bracket of a dateline. */
const DATELINE = 3;

const openingBracket = (view: SentenceView, from: number, mark: string): number => {
  for (let at = from - 1; at >= 0; at--) if (wordAt(view, at) === mark) return at;
  return -1;
};

export const isLead = ({ lexicon }: SentenceView, word: string): boolean =>
  word === ',' ||
  (!lexicon.has('pairWords', word) &&
    ['conjunctions', 'verbAdverbs', 'speakerLeads'].some((list) => lexicon.has(list, word)));

/** "In Faryab a council member", "On Monday those forces", "last week Karim": where and when it was said leads. */
const afterSetting = (view: SentenceView, from: number, to: number): number => {
  const opens =
    isIn(view, 'prepositions', from) || (isIn(view, 'timeLeads', from) && isIn(view, 'timeNouns', from + 1));
  if (!opens) return from;
  for (const starts of [isDetermined, isNounStart]) {
    const at = nounStart(view, { from: from + 2, to }, starts);
    if (at >= 0) return at;
  }
  return from;
};

const isDetermined = (view: SentenceView, at: number): boolean =>
  isIn(view, 'determiners', at) || isIn(view, 'possessives', at) || isIn(view, 'subjectPronouns', at);

/** Where an ungoverned noun phrase begins that is not the setting's own. */
const nounStart = (view: SentenceView, { from, to }: Bounds, starts: typeof isNounStart): number => {
  for (let at = from; at < to; at++) {
    const governed = ['prepositions', 'determiners', 'directions', 'conjunctions', 'possessives'].some((list) =>
      isIn(view, list, at - 1),
    );
    if (!governed && wordAt(view, at - 1) !== '-' && starts(view, at)) return at;
  }
  return -1;
};

/** "but", "also", and "In Faryab" before "a council member": where the speaker is told of, not the speaker. */
export const skipLead = (view: SentenceView, from: number, to: number): number => {
  let at = from;
  while (at < to - 1 && isLead(view, wordAt(view, at)) && !isOfficeWord(view, at)) at++;
  const after = afterSetting(view, at, to);
  return after === at ? at : skipLead(view, after, to);
};

/** "had ON SUNDAY said": where the day begins that stands behind a helper; else the verb itself. */
export const beforeDay = (view: SentenceView, from: number): number => {
  let at = from;
  while (
    at > 1 &&
    from - at < DAY &&
    isInAny(view, ['weekdays', 'months', 'timeNouns', 'timeAdjectives', 'timeLeads'], at - 1)
  )
    at--;
  if (at < from && isIn(view, 'tailPrepositions', at - 1)) at--;
  return at < from && isInAny(view, ['have', 'be'], at - 1) ? at : from;
};

/** "late on Sunday evening". */
const DAY = 4;
