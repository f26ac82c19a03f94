// A second who says something without a verb of its own: "The Reds said they held A, THE COUNCIL THAT it had retaken it".
// Invariant: a side by its name or an office stands between a comma or a joint and "that"; a thing there only begins a relative.
import type { Parse } from '../clauses/parse.ts';
import { isIn, isInAny, startOfPhrase, wordAt } from '../words/view-sentence.ts';
import type { RawFrame } from './name-speakers.ts';
import { spanOf } from './said-content.ts';
import { reportingVerbs } from './saying-verbs.ts';
import { isOfficeWord } from './source-words.ts';

/** Words of "the provincial police chief of Ashford". */
const LONGEST = 7;

/** How far behind "that" its own verb may stand. */
const CLAUSE = 6;

/** Where the words begin that stand between the comma or the joint and "that"; -1 where they are no speaker's. */
const speakerFrom = ({ view, verbAt }: Parse, that: number): number => {
  let from = that;
  const ends = (at: number): boolean => view.tokens[at]?.type === 'mark' || isIn(view, 'conjunctions', at);
  while (from > 0 && that - from < LONGEST && !ends(from - 1)) {
    from -= 1;
    if (verbAt[from] !== undefined || isInAny(view, ['pronouns', 'relatives'], from)) return -1;
  }
  const joined = /^[,;]$/.test(wordAt(view, from - 1)) || isIn(view, 'conjunctions', from - 1);
  const mark = view.markAt[that - 1];
  const side = mark?.type === 'actor' && mark.means === 'name' && startOfPhrase(view, mark.from) <= from + 1;
  const speaks = side || view.tokens.slice(from, that).some((_, i) => isOfficeWord(view, from + i));
  return joined && speaks && from < that && !isIn(view, 'prepositions', from) ? from : -1;
};

/** One raw frame for each such speaker behind a verb of saying. */
export const findGapped = (parse: Parse): readonly RawFrame[] => {
  const { view, verbs } = parse;
  const said = reportingVerbs(parse).find(({ passive, infinitive, gerund }) => !passive && !infinitive && !gerund);
  if (said === undefined) return [];
  return view.tokens.flatMap((_, that): RawFrame[] => {
    if (that < said.to + 2 || !isIn(view, 'saidLinks', that)) return [];
    const from = speakerFrom(parse, that);
    // "the army that TOOK A": what has no subject of its own tells which.
    const clause = verbs.some((verb) => verb.from > that + 1 && verb.from <= that + CLAUSE && !verb.infinitive);
    const speaker = from < 0 || !clause ? null : spanOf(view, from, that);
    const [cue, content] = [spanOf(view, that, that + 1), spanOf(view, that + 1, view.tokens.length)];
    if (speaker === null || cue === null || content === null) return [];
    return [
      {
        ...{ start: speaker.start, end: cue.end, cue, sentence: view.sentence.index, speaker },
        ...{ content: [content], told: null, polarity: 'affirmed', modality: null },
      },
    ];
  });
};
