// Frames of a reporting verb: "X said that A", "A, X said", "A, said X", "X told Y that A", "X denied that A".

import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { pastColon } from '../clauses/past-colon.ts';
import { pastSemicolon } from '../clauses/past-semicolon.ts';
import { promisesThing } from '../clauses/settled-things.ts';
import { numberOf } from '../words/numbers.ts';
import { isIn, isInAny, phraseLength, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { isReducedPassive } from './find-passive.ts';
import { quotesAnother } from './find-quoted.ts';
import { frameOf, isNeitherSide, spans } from './frame-of-saying.ts';
import { clauseDenied, frontedMatter } from './fronted-matter.ts';
import { heardSaying } from './heard-saying.ts';
import type { RawFrame } from './name-speakers.ts';
import { absoluteOf, openingParticiple } from './opening-participle.ts';
import { openingColon } from './opening-saying.ts';
import { puttingIt } from './puts-it.ts';
import { calling, relative } from './relative-frames.ts';
import {
  contentEnd,
  contentStart,
  goesOnFrom,
  hasContentBefore,
  isContinuing,
  saysNothingAfter,
  sharesSpeaker,
  spanOf,
  splitsHeading,
} from './said-content.ts';
import { saidInHouse } from './said-in-house.ts';
import { overClaims, saidTwice } from './saying-twice.ts';
import { isQuoteMark, reportingVerbs } from './saying-verbs.ts';
import { hasClauseBehindScene } from './scene-clause.ts';
import { sourceEnd } from './source-after.ts';
import { sourceBefore } from './source-before.ts';
import { isReduced, isRelativeVerb } from './source-scan.ts';
import { isNounStart, isOfficeWord } from './source-words.ts';
import { hasOwnVerb, isBareOffice, isTitledName } from './speaker-behind.ts';
import { subjectOf } from './subject-of-saying.ts';
import { isOrder, isTelling, saidFrom } from './told-whom.ts';

import { whoseDeed } from './whose-deed.ts';

/** "On the contrary, says X": what stands before the comma is nobody who speaks. */
const isRetort = ({ view, verbs }: Parse, verb: VerbGroup): boolean => {
  const verdict = phraseLength(view, 'colonVerdicts', 0);
  const judges = verdict > 0 && verdict === verb.from - 1;
  const named = /^\p{Lu}/u.test(view.tokens[verb.to]?.text ?? '') || (judges && isIn(view, 'determiners', verb.to));
  return (isIn(view, 'prepositions', 0) || judges) && verb.from <= RETORT && verbs[0] === verb && named;
};

/** "On the contrary,". */
const RETORT = 4;

/** "Men ACCUSED OF killing soldiers fled": whoever is blamed blames nobody. */
const isAccused = (view: SentenceView, { bare, lemmas, to }: VerbGroup): boolean =>
  bare &&
  isInAny(view, ['blamingLinks', 'blamedLinks'], to) &&
  lemmas.some((lemma) => view.lexicon.has('blamingVerbs', lemma));

/** ", said X" and '" said X': the speaker behind the verb. */
const isInverted = (parse: Parse, verb: VerbGroup): boolean => {
  const { view } = parse;
  if (openingColon(parse, verb) >= 0) return true;
  const before = wordAt(view, verb.from - 1);
  const led = isIn(view, 'invertLeads', verb.from - 1) && verb.from === 1;
  if (!led && (verb.from === 0 || !(before === ',' || isQuoteMark(before) || before === '—'))) return false;
  const next = view.tokens[verb.to];
  if (
    next === undefined ||
    next.type === 'mark' ||
    (isIn(view, 'contentStarts', verb.to) && !isIn(view, 'subjectPronouns', verb.to))
  )
    return false;
  const somebody = isNounStart(view, verb.to) || isTitledName(parse, verb.to) || isBareOffice(parse, verb.to);
  if (!somebody || hasOwnVerb(parse, verb.to)) return false;
  if (isTelling(view, verb) && (!isIn(view, 'determiners', verb.to) || !saysNothingAfter(parse, verb.to))) return false;
  if (led || isQuoteMark(before) || isRetort(parse, verb)) return true;
  // "…, a shop that burned down, said X, the mayor.": behind the verb stands a speaker, and nothing that he says.
  const end = sourceEnd(parse, verb.to);
  const added = wordAt(view, end) === ',' ? parse.verbAt[end + 1] : undefined;
  const goesOn = added !== undefined && isContinuing(parse, added);
  // "X, a spokesman, claimed A.": a place that he claims says nothing.
  const place = (parse.groupAt[verb.to]?.to ?? 0) >= end;
  const named = !isTelling(view, verb) && !place && /^\p{Lu}/u.test(next.text) && (goesOn || wordAt(view, end) === '.');
  const alone = goesOn || parse.verbs.every((other) => other.from < end);
  if (sourceBefore(parse, verb.from).aside && !(named && alone)) return false;
  return hasContentBefore(parse, verb.from, end);
};

const inverted = (parse: Parse, verb: VerbGroup): RawFrame => {
  const { view } = parse;
  const to = sourceEnd(parse, verb.to);
  // "Thus said X": what he said stands in the sentence before.
  const led = (verb.from === 1 && isIn(view, 'invertLeads', 0)) || openingColon(parse, verb) >= 0;
  const before = led ? null : spanOf(view, contentStart(parse, verb.from), verb.from);
  const after = spanOf(view, goesOnFrom(parse, to), contentEnd(parse, to));
  return frameOf(parse, verb, { speaker: [verb.to, to], content: spans(before, after) });
};

/** "With this loss the army holds only A, X said, and …": no comma parts the scene from what is said. */
const isClauseWithScene = (parse: Parse, verb: VerbGroup, from: number): boolean => {
  const { view, verbs } = parse;
  if (isIn(view, 'subordinators', 0) || !isIn(view, 'prepositions', 0) || wordAt(view, verb.to) !== ',') return false;
  return verbs.some(
    (one) =>
      one.to < from && !one.gerund && !one.infinitive && !isReduced(parse, one) && !isRelativeVerb(parse, one.from),
  );
};

/** "After taking the town, the rebels said …": what comes first only sets the scene, unless it is quoted. */
const isAdverbial = (parse: Parse, verb: VerbGroup, from: number): boolean => {
  const { view } = parse;
  if (view.tokens.slice(0, from).some(({ quoted }) => quoted)) return false;
  const opens =
    isInAny(view, ['subordinators', 'prepositions', 'asideParticiples'], 0) ||
    [1, 2].some((at) => isIn(view, 'sceneWords', at)) ||
    parse.verbAt[0]?.forms.includes('ing') === true;
  // "TO UNDERSTAND it, X said, one must go there"
  if (parse.verbAt[0]?.infinitive === true && wordAt(view, verb.to) === ',') return false;
  if (opens) return !hasClauseBehindScene(parse, from) && !isClauseWithScene(parse, verb, from);
  return !(wordAt(view, verb.to) === ',' || parse.verbs.some((other) => other.to < from));
};

/** "Residents disagreed: the rebels had come, they said, and gone": before a colon stands who "they" are. */
const beforeColon = (parse: Parse, from: number): readonly [number, number] | null => {
  const { view, verbs } = parse;
  if (!['pluralPronouns', 'personPronouns'].some((list) => isIn(view, list, from))) return null;
  const colon = view.tokens.findLastIndex(({ word, quoted }, at) => at < from && word === ':' && !quoted);
  const verb = verbs.find((one) => one.to <= colon && !one.gerund && !one.infinitive);
  if (colon < 0 || verb === undefined) return null;
  const source = sourceBefore(parse, verb.from);
  const people = view.tokens.slice(source.from, source.to).some((_, i) => isOfficeWord(view, source.from + i));
  return source.from < source.to && people ? [source.from, source.to] : null;
};

/** "A was lost: the governor and the rebels agree on that": what is agreed on stands before the colon. */
const agreed = (parse: Parse, verb: VerbGroup): RawFrame | null => {
  const { view } = parse;
  const points = isIn(view, 'agreeLinks', verb.to) && isIn(view, 'pointingSubjects', verb.to + 1);
  if (!points || !verb.lemmas.some((lemma) => view.lexicon.has('agreeVerbs', lemma))) return null;
  const { from, to } = sourceBefore(parse, verb.from);
  const said = wordAt(view, from - 1) === ':' ? spanOf(view, 0, from - 1) : null;
  return said === null ? null : frameOf(parse, verb, { speaker: [from, to], content: [said] });
};

/** "The hospital says two, THE GOVERNOR SAYS nine": side by side each says what stands behind its own verb. */
const isBesideSaying = (parse: Parse, verb: VerbGroup, from: number): boolean => {
  const { view } = parse;
  const first = reportingVerbs(parse).find((other) => other.to < from && !other.gerund && !other.infinitive);
  const begins = view.tokens[verb.to]?.type === 'number' || numberOf([wordAt(view, verb.to)], view.lexicon) !== null;
  const apart = first !== undefined && !first.passive && wordAt(view, from - 1) === ',' && begins;
  return apart && parse.verbs[0] === first && !view.tokens.slice(0, from).some(({ quoted }) => quoted);
};

/** "They seized A, the army DENIED IT": what points back is all that is said; the clause before the comma is the outlet's. */
const hasOwnObject = ({ view, verbs }: Parse, { to }: VerbGroup, from: number): boolean =>
  isInAny(view, ['objectPronouns', 'pointingSubjects'], to) &&
  /^[,.;]$/.test(wordAt(view, to + 1)) &&
  wordAt(view, from - 1) === ',' &&
  verbs.some((other) => other.to < from) &&
  !view.tokens.slice(0, from).some(({ quoted }) => quoted);

const straight = (parse: Parse, verb: VerbGroup): RawFrame => {
  const { view } = parse;
  const { from, to } = sourceBefore(parse, verb.from);
  // "Army retakes port, rebels say airport still theirs": what is said in a heading may have no verb.
  const told =
    view.tokens[verb.to]?.type === 'word' && !isInAny(view, ['prepositions', 'timeNouns', 'weekdays'], verb.to);
  const split = splitsHeading(view, from - 1) && (told || !saysNothingAfter(parse, verb.to));
  // "…, WHOSE SPOKESMAN said": what stands before tells whose he is.
  const closes =
    !split &&
    !isIn(view, 'relatives', from) &&
    !hasOwnObject(parse, verb, from) &&
    hasContentBefore(parse, from, verb.to);
  const nothing = closes && saysNothingAfter(parse, verb.to);
  const begins = saidFrom(parse, verb);
  // "Hours after A, X told us that B": where "that" begins the words said, what stands before only leads to them.
  const leads = /^(?:that|:)$/u.test(wordAt(view, begins)) && !view.tokens.slice(0, from).some(({ quoted }) => quoted);
  // "As rebels came near, the UN warned of a massacre": what is warned of is said, and not what sets the scene.
  const warned = isIn(view, 'matterLinks', verb.to) && isIn(view, 'subordinators', 0);
  // "Asked whether A had fallen, X SAID NO": so is what is answered.
  const matter = nothing && (warned || isIn(view, 'askedForms', 0));
  const before =
    closes && !leads && !isBesideSaying(parse, verb, from) && ((nothing && !matter) || !isAdverbial(parse, verb, from))
      ? spanOf(view, contentStart(parse, from), from)
      : null;
  const on = before === null ? begins : goesOnFrom(parse, begins);
  const after = nothing && before !== null ? null : spanOf(view, on, contentEnd(parse, verb.to));
  const speaker = (to - from === 1 ? beforeColon(parse, from) : null) ?? [from, to];
  return frameOf(parse, verb, { speaker, content: spans(before, after) });
};

const continuing = (parse: Parse, verb: VerbGroup): RawFrame => {
  const content = spanOf(parse.view, saidFrom(parse, verb), contentEnd(parse, verb.to));
  const speaker = absoluteOf(parse, verb) ?? overClaims(parse, verb) ?? subjectOf(parse, verb);
  const frame = frameOf(parse, verb, { speaker, content: content === null ? [] : [content] });
  return { ...frame, start: frame.cue.start, end: frame.cue.end };
};

/** "issued a statement saying that": the noun is the subject's, and so is what it says. */
const describesSaying = (parse: Parse, verb: VerbGroup): boolean =>
  verb.forms.includes('ing') &&
  ((isReduced(parse, verb) && subjectOf(parse, verb) !== null) || saidTwice(parse, verb) !== null);

/** "whatever their papers WRITE": what nobody is said to have said. */
const isConceding = (view: SentenceView, from: number): boolean =>
  isIn(view, 'concedingWords', from) || isIn(view, 'concedingWords', from - 1);

/** "“IT'S CONFIRMED that A,” he said": nobody is said to do so. */
const isImpersonal = (view: SentenceView, { head, from: verb, forms }: VerbGroup, from: number): boolean =>
  isIn(view, 'emptySubjects', from) &&
  forms.includes('participle') &&
  view.tokens.slice(verb, head).some(({ word }) => /^[’']s$/u.test(word));

/** "few means of INFORMATION REPORTING ON the war": it is about something, and says nothing of it. */
const isAboutIt = (parse: Parse, verb: VerbGroup): boolean =>
  verb.forms.includes('ing') && isReduced(parse, verb) && isIn(parse.view, 'aboutLinks', verb.to);

/** "The rebels, who hold A, have NOT COMMENTED": whoever keeps silent tells nothing. */
const isSilent = ({ view }: Parse, { negated, lemmas, to }: VerbGroup): boolean =>
  negated && lemmas.some((lemma) => view.lexicon.has('answeringVerbs', lemma)) && !isIn(view, 'clauseComplements', to);

const frameAt = (parse: Parse, verb: VerbGroup): RawFrame | null => {
  const { view } = parse;
  if (isAboutIt(parse, verb) || isSilent(parse, verb)) return null;
  // "quoted the minister as saying" is the quoting verb's; "told them to leave" says nothing.
  if ((isIn(view, 'quotedLinks', verb.from - 1) && verb.forms.includes('ing')) || isOrder(parse, verb)) return null;
  if (quotesAnother(parse, verb) || promisesThing(parse, verb)) return null;
  // "at the time of WRITING": when it is told.
  if (verb.forms.includes('ing') && isIn(view, 'partLinks', verb.from - 1) && isIn(view, 'momentNouns', verb.from - 2))
    return null;
  // "They left without TELLING anyone", "without further ELABORATING"
  if (verb.forms.includes('ing') && [1, 2].some((back) => isIn(view, 'withoutWords', verb.from - back))) return null;
  const opening = openingParticiple(parse, verb) ?? puttingIt(parse, verb) ?? heardSaying(parse, verb);
  if (opening !== null) return opening;
  if (isContinuing(parse, verb) || sharesSpeaker(parse, verb) || describesSaying(parse, verb))
    return continuing(parse, verb);
  if (isInverted(parse, verb)) return inverted(parse, verb);
  if (isIn(view, 'clauseRelatives', verb.from - 1)) return relative(parse, verb);
  const { from, to } = sourceBefore(parse, verb.from);
  if (from >= to || isIn(view, 'relatives', verb.from - 1) || isIn(view, 'thereWords', from)) return null;
  if (isReducedPassive(view, verb, parse.verbAt[verb.to]) || isAccused(view, verb)) return null;
  // ", with fighting reported on several fronts": what is reported, and nobody who reports it.
  if (isIn(view, 'absoluteLinks', from) && verb.bare)
    return verb.forms.includes('ing') ? continuing(parse, verb) : null;
  // "Contrary to what the army says, A": it is not told what that is.
  if (isIn(view, 'freeRelatives', from - 1)) return calling(parse, verb, [from, to]);
  if (isConceding(view, from) || isImpersonal(view, verb, from)) return null;
  // "NO ONE DISPUTES that A has fallen": the writer says that it has.
  const isOf = (list: string): boolean => verb.lemmas.some((lemma) => view.lexicon.has(list, lemma));
  const nobody = isIn(view, 'negativeWords', from) && !isNeitherSide(view, from);
  if (nobody && (isOf('denyingVerbs') || isOf('contestingVerbs'))) return null;
  // "“We warned everybody,” he said", "as we reported": who speaks tells of himself.
  if (to - from === 1 && isIn(view, 'firstPerson', from)) return null;
  // "THIS contradicts the army": what was told says nothing more.
  const contradicts = verb.lemmas.some((lemma) => view.lexicon.has('contradictingVerbs', lemma));
  if (contradicts && to - from === 1 && isIn(view, 'pointingSubjects', from)) return null;
  return straight(parse, verb);
};

/** One raw frame for each reporting verb with a speaker, and for each verb of agreeing that points back. */
export const findSaying = (parse: Parse): readonly RawFrame[] => [
  ...reportingVerbs(parse).flatMap((verb) => {
    const frame = whoseDeed(parse, verb) ?? frontedMatter(parse, verb) ?? frameAt(parse, verb);
    return frame === null ? [] : pastColon(parse, pastSemicolon(parse, saidInHouse(parse, verb, frame)));
  }),
  ...parse.verbs.flatMap((verb) => agreed(parse, verb) ?? clauseDenied(parse, verb) ?? []),
];
