// Speakers whom somebody else quotes or was told by: "Tass quoted the minister as saying that A", "the minister was quoted
// by Tass as saying A", "he had been told by the police chief that A".

import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { isIn, wordAt } from '../words/view-sentence.ts';
import type { RawFrame } from './name-speakers.ts';
import { contentEnd, hasContentBefore, saysNothingAfter, spanOf, textOf } from './said-content.ts';
import { sourceEnd } from './source-after.ts';
import { sourceBefore } from './source-before.ts';
import type { Bounds } from './source-scan.ts';
import { isNounStart } from './source-words.ts';
import { isTelling } from './told-whom.ts';

interface Quoted {
  readonly speaker: Bounds;
  readonly cue: Bounds;
  readonly content: Bounds;
  /** Who passes it on. */
  readonly by: Bounds | null;
}

const frameOf = (parse: Parse, { speaker, cue, content, by }: Quoted): RawFrame | null => {
  const { view } = parse;
  const words = spanOf(view, speaker.from, speaker.to);
  const verb = spanOf(view, cue.from, cue.to);
  const said = spanOf(view, content.from, content.to);
  if (words === null || verb === null || said === null) return null;
  return {
    ...{ start: Math.min(words.start, verb.start), end: Math.max(words.end, verb.end), cue: verb },
    ...{ sentence: view.sentence.index, speaker: words, content: [said] },
    ...{ told: by === null ? null : textOf(view, by.from, by.to), polarity: 'affirmed', modality: null },
  };
};

/** The verb behind "as": "quoted X AS SAYING". */
const sayingAfter = ({ view, verbs }: Parse, from: number): VerbGroup | undefined =>
  verbs.find(
    (verb) =>
      verb.from > from &&
      verb.from <= from + 14 &&
      isIn(view, 'quotedLinks', verb.from - 1) &&
      verb.lemmas.some((lemma) => view.lexicon.has('reportingVerbs', lemma)),
  );

/** "QUOTED X as saying": the words are X's, not those of who quotes. */
export const quotesAnother = (parse: Parse, verb: VerbGroup): boolean =>
  verb.lemmas.some((lemma) => parse.view.lexicon.has('quotingVerbs', lemma)) &&
  sayingAfter(parse, verb.head) !== undefined;

/** An agent stands close behind its verb. */
const AGENT = 8;

/** "by X", which begins between two words. */
const agentFrom = (parse: Parse, from: number, to: number): Bounds | null => {
  const at = parse.view.tokens.findIndex(
    (_, i) => i >= from && i < Math.min(to, from + AGENT) && isIn(parse.view, 'agentWords', i),
  );
  return at < 0 ? null : { from: at + 1, to: sourceEnd(parse, at + 1) };
};

/** "by X" between two words; the agent's own words end before the second. */
const agentAt = (parse: Parse, from: number, to: number): Bounds | null => {
  const agent = agentFrom(parse, from, to);
  return agent && { from: agent.from, to: Math.min(to, agent.to) };
};

/** "as saying ON FRIDAY that A": where the words said begin at the latest. */
const clauseFrom = (parse: Parse, from: number): number => {
  const { view } = parse;
  const opens = (at: number): boolean =>
    parse.verbAt[at] !== undefined || wordAt(view, at) === 'that' || view.tokens[at]?.type === 'mark';
  const at = view.tokens.findIndex((_, i) => i >= from && opens(i));
  return at < 0 ? view.tokens.length : at;
};

const quoted = (parse: Parse, verb: VerbGroup): RawFrame | null => {
  const saying = sayingAfter(parse, verb.head);
  if (saying === undefined) return closing(parse, verb);
  const subject = sourceBefore(parse, verb.from);
  // "was quoted as saying BY THE COURIER that A"
  const after = agentFrom(parse, saying.to, clauseFrom(parse, saying.to));
  const behind = after === null ? saying.to : after.to;
  // "“A,” he was quoted as saying on the radio.": where no words follow, those said stand before.
  const last = hasContentBefore(parse, subject.from, behind) && saysNothingAfter(parse, behind);
  const content = last ? { from: 0, to: subject.from } : { from: behind, to: contentEnd(parse, behind) };
  if (verb.passive) {
    const by = after ?? agentAt(parse, verb.to, saying.from - 1);
    return frameOf(parse, { speaker: subject, cue: { from: verb.from, to: saying.to }, content, by });
  }
  const speaker = { from: verb.to, to: saying.from - 1 };
  return frameOf(parse, { speaker, cue: { from: verb.from, to: verb.to }, content, by: subject });
};

/** "“…,” the paper quotes the governor": whom it quotes stands behind the verb, the words before. */
const closing = (parse: Parse, verb: VerbGroup): RawFrame | null => {
  const { view } = parse;
  const subject = sourceBefore(parse, verb.from);
  const words = view.tokens.slice(0, subject.from).some(({ quoted }) => quoted);
  if (verb.passive || verb.bare === false || !words || !isNounStart(view, verb.to)) return null;
  const speaker = { from: verb.to, to: sourceEnd(parse, verb.to) };
  return frameOf(parse, { speaker, cue: verb, content: { from: 0, to: subject.from }, by: subject });
};

/** "had been told (the same) by X": what X said is told again by whoever was told. */
const toldBy = (parse: Parse, verb: VerbGroup): RawFrame | null => {
  const { view } = parse;
  const by = agentAt(parse, verb.to, view.tokens.length);
  if (by === null) return null;
  const after =
    wordAt(view, by.to) === 'that' ? { from: by.to, to: contentEnd(parse, by.to) } : { from: verb.to, to: by.from - 1 };
  return frameOf(parse, { speaker: by, cue: { from: verb.from, to: verb.to }, content: after, by: null });
};

/** One raw frame for each verb of quoting or passive telling that names its source. */
export const findQuoted = (parse: Parse): readonly RawFrame[] =>
  parse.verbs.flatMap((verb) => {
    const quotes = verb.lemmas.some((lemma) => parse.view.lexicon.has('quotingVerbs', lemma));
    const frame = quotes
      ? quoted(parse, verb)
      : verb.passive && isTelling(parse.view, verb)
        ? toldBy(parse, verb)
        : null;
    return frame === null ? [] : [frame];
  });
