// Who says a thing in the passive: "The fall of A was confirmed by X", "All three claims were rejected, one by one, by X",
// "the capture, announced by X, …".
// Invariant: a denial over a clause of its own ("Reports that A were denied by X") is left to deny-claims, which splits it.
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { isIn, isInAny, phraseLength, type SentenceView, wordAt } from '../words/view-sentence.ts';
import type { RawFrame } from './name-speakers.ts';
import { LIES } from './nouns-of-speech.ts';
import { spanOf } from './said-content.ts';
import { callsFalse } from './saying-verbs.ts';
import { sourceEnd } from './source-after.ts';
import { sourceBefore } from './source-before.ts';
import { type Bounds, scanLeft } from './source-scan.ts';
import { isNounStart } from './source-words.ts';
import { isTelling } from './told-whom.ts';

const isAgentLink = (view: SentenceView, at: number): boolean =>
  isIn(view, 'agentWords', at) &&
  isNounStart(view, at + 1) &&
  !['sayingMedia', 'timeNouns', 'weekdays', 'months'].some((list) => isIn(view, list, at + 1));

/** Words of manner between a verb and its agent: "on Sunday", ", one after another,". */
const BETWEEN = 6;

/** "by X" behind the verb, over words of manner that have no verb. */
const agentOf = (parse: Parse, verb: VerbGroup): Bounds | null => {
  const { view } = parse;
  for (let at = verb.to; at <= verb.to + BETWEEN && at < view.tokens.length; at++) {
    // "were rejected, that about A by X": an aside is closed before the agent of the whole.
    if (isAgentLink(view, at) && (wordAt(view, verb.to) !== ',' || wordAt(view, at - 1) === ','))
      return { from: at + 1, to: sourceEnd(parse, at + 1) };
    const lie = isInAny(view, ['lieWords', 'lieNouns'], at);
    if ((parse.verbAt[at] !== undefined && !lie) || /^[.;:]$/.test(wordAt(view, at)) || view.tokens[at]?.quoted)
      return null;
  }
  return null;
};

interface Subject extends Bounds {
  /** True where it has a clause of its own: "News that A had fallen". */
  readonly clause: boolean;
}

/** What the passive is said of. */
const subjectOf = (parse: Parse, verb: VerbGroup): Subject => {
  const { view } = parse;
  const to = verb.bare ? verb.from - 1 : verb.from;
  const from = verb.bare ? scanLeft(parse, to) : sourceBefore(parse, to).from;
  const clause = parse.verbAt[from - 1] !== undefined || wordAt(view, from - 1) === 'that';
  if (!clause) return { from, to, clause };
  let start = from;
  while (start > 0 && !/^[,;:]$/.test(wordAt(view, start - 1))) start--;
  return { from: start, to, clause };
};

/** ", announced by X,": a participle behind a comma, with who does it right behind. */
export const isReducedPassive = (view: SentenceView, verb: VerbGroup, next?: VerbGroup): boolean =>
  isReducedTelling(view, verb, next) || isToldByAgent(view, verb) || isToldSince(view, verb);

/** "Commandos, PROMISED SINCE June, have not come": of whom it is told. */
const isToldSince = (view: SentenceView, { bare, forms, from, to }: VerbGroup): boolean =>
  bare && forms.includes('participle') && wordAt(view, from - 1) === ',' && isIn(view, 'sinceWords', to);

/** "A, REPORTED lost on Sunday": behind the place it is told of, before what it is said to be. */
export const isReducedTelling = (view: SentenceView, verb: VerbGroup, next?: VerbGroup): boolean =>
  verb.bare &&
  verb.forms.includes('participle') &&
  verb.lemmas.some((lemma) => view.lexicon.has('reportingVerbs', lemma)) &&
  wordAt(view, verb.from - 1) === ',' &&
  view.markAt[verb.from - 2]?.type === 'place' &&
  next?.bare === true &&
  next.from === verb.to &&
  next.forms.includes('participle');

const isToldByAgent = (view: SentenceView, verb: VerbGroup): boolean =>
  verb.bare &&
  verb.forms.includes('participle') &&
  (wordAt(view, verb.from - 1) === ',' || isIn(view, 'rumourNouns', verb.from - 1)) &&
  isAgentLink(view, afterLabel(view, verb.to));

/** "rejected AS ABSURD by the mayor". */
const afterLabel = (view: SentenceView, at: number): number => {
  if (!isIn(view, 'quotedLinks', at)) return at;
  const what = isIn(view, 'indefiniteArticles', at + 1) ? at + 2 : at + 1;
  const called = Math.max(...LIES.map((list) => phraseLength(view, list, what)));
  return called > 0 ? what + called : at;
};

const isSaid = ({ view }: Parse, verb: VerbGroup): boolean =>
  ((verb.passive && !verb.bare) || isReducedPassive(view, verb)) &&
  !verb.infinitive &&
  !isTelling(view, verb) &&
  (callsFalse(view, verb) || verb.lemmas.some((lemma) => view.lexicon.has('passiveSayings', lemma)));

const frameAt = (parse: Parse, verb: VerbGroup): RawFrame | null => {
  const { view } = parse;
  const agent = isSaid(parse, verb) ? agentOf(parse, verb) : null;
  if (agent === null || agent.from >= agent.to) return null;
  const subject = subjectOf(parse, verb);
  // "The memo, first reported by the Courier, says": behind a comma only what tells of a place is said.
  const denies = callsFalse(view, verb) || verb.lemmas.some((lemma) => view.lexicon.has('denyingVerbs', lemma));
  // "…, A CLAIM DENIED BY X": it denies what was said before.
  const claim = denies && isIn(view, 'rumourNouns', verb.from - 1) && isIn(view, 'determiners', verb.from - 2);
  const placed = view.markAt.slice(subject.from, subject.to).some((mark) => mark?.type === 'place');
  if (verb.bare && !placed && !claim) return null;
  const [speaker, cue, said] = [
    spanOf(view, agent.from, agent.to),
    spanOf(view, verb.from, verb.to),
    spanOf(view, subject.from, subject.to),
  ];
  if (speaker === null || cue === null || said === null || (denies && subject.clause)) return null;
  // "This was confirmed by X: A has fallen."
  const points =
    subject.to - subject.from === 1 && isInAny(view, ['pointingSubjects', 'subjectPronouns'], subject.from);
  // "IT was denied by X THAT A had fallen"
  const tells = wordAt(view, agent.to) === ':' || isIn(view, 'clauseComplements', agent.to);
  const behind = points && tells ? spanOf(view, agent.to + 1, view.tokens.length) : null;
  const content = behind === null ? [said] : [behind];
  return {
    ...{ start: said.start, end: speaker.end, cue, sentence: view.sentence.index, speaker, content },
    ...{ told: null, polarity: denies && !verb.negated ? 'denied' : 'affirmed' },
    modality: verb.negated ? 'reported' : null,
  };
};

/** One raw frame for each passive of saying that names who says it. */
export const findPassive = (parse: Parse): readonly RawFrame[] => [
  ...parse.verbs.flatMap((verb) => {
    const frame = frameAt(parse, verb);
    return frame === null ? [] : [frame];
  }),
];
