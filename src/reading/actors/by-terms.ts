// What is given up by agreement: "The army gave up A in exchange for its prisoners", "left A after the two sides had come to terms".
// Invariant: only what is said to be done is turned; a denial or a plan keeps its kind.
import type { SideId } from '../../model/actor.ts';
import type { Draft, Predicate } from '../marks.ts';
import { hasPhrase } from '../mentions/find-phrases.ts';
import { opponentOf } from '../mentions/theatre-sides.ts';
import { lastWord } from '../speakers/mans-own.ts';

/** So many words stand at most between "under" and "deal": "under a controversial three-page". */
const REACH = 5;

/** "under a deal", "after talks with elders", "as part of the truce": the words of an agreement behind such a preposition. */
const namesTerms = ({ theatre: { lexicon }, sentences }: Draft, { sentence }: Predicate): boolean => {
  const tokens = sentences[sentence]?.tokens ?? [];
  return tokens.some(({ word }, at) => {
    if (!lexicon.has('termNouns', word)) return false;
    const before = tokens.slice(Math.max(0, at - REACH), at);
    const link = before.findLastIndex((token) => lexicon.has('termLinks', token.word));
    return link >= 0 && before.slice(link).every(({ type }) => type === 'word' || type === 'number');
  });
};

/** So many words stand before what a sentence is about: "The nine-hour". */
const SUBJECT = 4;

/** "The truce was signed at dusk. IT left A to the army": a thing that is agreed upon, and no side. */
const isOfTerms = ({ theatre: { lexicon }, sentences }: Draft, { doer, sentence }: Predicate): boolean => {
  if (doer?.pronoun !== true || !lexicon.has('onePronouns', doer.text.toLowerCase())) return false;
  return [sentence, sentence - 1].some((at) =>
    sentences[at]?.tokens.slice(0, SUBJECT).some(({ word }) => lexicon.has('termNouns', word)),
  );
};

/** "The accord gives the rebels A", "it left B to the army": nobody hands it over; by the terms it is theirs. */
export const isAwarded = (draft: Draft, predicate: Predicate, said: SideId | null): boolean =>
  draft.theatre.lexicon.has('awardRules', predicate.rule) &&
  ((said === null && predicate.outsider) || isOfTerms(draft, predicate));

const isAgreed = (draft: Draft, { sentence }: Predicate): boolean => {
  const { start = 0, end = 0 } = draft.sentences[sentence] ?? {};
  return hasPhrase(draft.report.text.slice(start, end), draft.theatre.lexicon.list('termsPhrases'));
};

const isPeaceful = (draft: Draft, { sentence }: Predicate): boolean => {
  const { start = 0, end = 0 } = draft.sentences[sentence] ?? {};
  return hasPhrase(draft.report.text.slice(start, end), draft.theatre.lexicon.list('peacefulHandovers'));
};

/** "gave up A under a deal": with terms it is given, and not only left (judgement call 8). */
const given = (draft: Draft, predicate: Predicate): Predicate => {
  const { lexicon } = draft.theatre;
  const { kind, rule, start, end } = predicate;
  const verb = draft.report.text.slice(start, end).toLowerCase().split(' ').at(-1) ?? '';
  const gives = kind === 'withdrawal' && lexicon.has('concedingRules', rule) && lexicon.has('concedingForms', verb);
  return gives && (isAgreed(draft, predicate) || namesTerms(draft, predicate))
    ? { ...predicate, kind: 'surrender' }
    : predicate;
};

/** "The soldiers left A after the two sides had come to terms", "was handed over without fighting": the other side gets it. */
export const byTerms = (draft: Draft, told: Predicate): Predicate => {
  const predicate = given(draft, told);
  const { actor, kind, to, polarity, rule } = predicate;
  if (!['withdrawal', 'surrender'].includes(kind) || actor === null || to !== null || polarity === 'denied')
    return predicate;
  const handed = kind === 'surrender' && draft.theatre.lexicon.has('handoverRules', rule);
  const agreed = isAgreed(draft, predicate) || (handed && isPeaceful(draft, predicate));
  return agreed ? { ...predicate, to: opponentOf(actor, draft.theatre) } : predicate;
};

/** "Local officials gave up Ashford": who has an office leaves no post; he owns that it is lost. */
export const conceded = (draft: Draft, predicate: Predicate): Predicate => {
  const { doer, to, rule, start, end } = predicate;
  const { lexicon } = draft.theatre;
  const verb = draft.report.text.slice(start, end).toLowerCase().split(' ').at(-1) ?? '';
  const office = doer !== null && !doer.pronoun && lexicon.has('officeActors', lastWord(doer.text));
  const gives = lexicon.has('concedingRules', rule) && lexicon.has('concedingForms', verb);
  return office && to === null && gives && !namesTerms(draft, predicate) ? { ...predicate, kind: 'loss' } : predicate;
};
