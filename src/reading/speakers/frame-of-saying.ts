// One raw frame from a verb of saying: whether it denies what it stands over, or leaves it open.
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { isIn, phraseLength } from '../words/view-sentence.ts';
import type { RawFrame } from './name-speakers.ts';
import { spanOf } from './said-content.ts';
import { callsFalse } from './saying-verbs.ts';
import { verbStart } from './source-before.ts';
import { toldWhom } from './told-whom.ts';

/** Who speaks, and the words that are said. */
interface Found {
  readonly speaker: readonly [number, number] | null;
  readonly content: RawFrame['content'];
}

/** "SAID NO troops remained": the no is of what is said. */
const saysNo = (view: Parse['view'], { from, head, to }: VerbGroup): boolean =>
  isIn(view, 'negativeWords', to) && !view.tokens.slice(from, head).some((_, i) => isIn(view, 'negations', from + i));

/** "NEITHER SIDE disputes it": both speak; "no one" is nobody who does. */
export const isNeitherSide = (view: Parse['view'], from: number): boolean =>
  isIn(view, 'negativeWords', from) && phraseLength(view, 'bothSides', from) > 0;

/** The frame that a verb of saying makes of its speaker and what is said. */
export const frameOf = (parse: Parse, verb: VerbGroup, { speaker, content }: Found): RawFrame => {
  const { view } = parse;
  const denies = callsFalse(view, verb) || verb.lemmas.some((lemma) => view.lexicon.has('denyingVerbs', lemma));
  const owns = verb.lemmas.some((lemma) => view.lexicon.has('contestingVerbs', lemma));
  const thinksNot = verb.negated && verb.lemmas.some((lemma) => view.lexicon.has('opinionVerbs', lemma));
  // "He HAD HEARD that A had fallen": others have told him so.
  const hears = verb.lemmas.some((lemma) => view.lexicon.has('hearsayVerbs', lemma));
  const ownedByAll = speaker !== null && isIn(view, 'clauseComplements', verb.to) && isNeitherSide(view, speaker[0]);
  const words = speaker === null ? null : spanOf(view, speaker[0], speaker[1]);
  const cue = spanOf(view, verbStart(view, verb.from), verb.to) ?? { start: 0, end: 0 };
  return {
    ...{ start: Math.min(words?.start ?? cue.start, cue.start), end: Math.max(words?.end ?? 0, cue.end), cue },
    ...{
      sentence: view.sentence.index,
      speaker: words,
      content,
      told: toldWhom(parse, verb, speaker?.[0] ?? verb.from),
    },
    // "did not deny" and "could not confirm" deny nothing; what they stand over is doubted. "did not dispute" owns to it.
    // "does not BELIEVE that A": the no is of what is thought. "NEITHER SIDE disputes THAT A is theirs": so both own to it.
    polarity: thinksNot || (denies && !verb.negated && !ownedByAll) ? 'denied' : 'affirmed',
    modality: hears || (verb.negated && !thinksNot && !owns && !saysNo(view, verb)) ? 'reported' : null,
  };
};

/** The spans that were found. */
export const spans = (...found: readonly ReturnType<typeof spanOf>[]): RawFrame['content'] =>
  found.filter((span) => span !== null);
