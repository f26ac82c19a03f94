// What belongs to a language, not to a war: verbs by kind, reporting verbs, modality, weekdays. A theatre may add to it.
// Invariant: every rule carries the sentence that justifies it; code asks for lists by name and never spells a word out.
import type { Kind, Scope } from './claim.ts';

/** The five forms of a verb, in the order of the data: base, s-form, past, participle, ing-form. */
export interface VerbForms {
  readonly lemma: string;
  readonly base: string;
  readonly s: string;
  readonly past: string;
  readonly participle: string;
  readonly ing: string;
}

/** Where a rule finds a part of what is said: beside the verb, or among the words its `after` spells out. */
export type Slot = 'subject' | 'object' | 'after' | 'context' | 'speaker' | 'enemy' | 'agent' | 'behind' | null;

/** How a verb says who holds what. `after` is a pattern over the words behind the verb (see match-pattern.ts). */
export interface VerbRule {
  readonly name: string;
  readonly kind: Kind;
  readonly verbs: readonly string[];
  readonly after: string | null;
  /** Only these forms of the verb, e.g. past and participle of "go"; null = all. */
  readonly forms: readonly string[] | null;
  /** Only in the active ("was left" is no withdrawal) or the passive, whose subject then counts as it stands; null = both. */
  readonly voice: 'active' | 'passive' | null;
  /** The word that stands before the verb ("THERE are no soldiers in"); null = any. */
  readonly lead: string | null;
  readonly place: Slot;
  readonly actor: Slot;
  /** Only for places said with one of these scopes ("in the OUTSKIRTS of"); null = any. */
  readonly whenScope: readonly Scope[] | null;
  /** A scope that the verb itself names; else null. */
  readonly scope: Scope | null;
  readonly modality: 'possible' | 'planned' | 'reported' | null;
  readonly polarity: 'affirmed' | 'denied' | null;
  readonly partial: boolean;
  readonly says: string;
}

/** How a noun says it: "the fall of Ashford to the Reds", "Red control of Ashford". */
export interface NounRule {
  readonly name: string;
  readonly kind: Kind;
  readonly nouns: readonly string[];
  /** Words before the place: "the fall OF Ashford". */
  readonly placeAfter: readonly string[];
  /** Words before the actor: "captured BY the Reds". */
  readonly actorAfter: readonly string[];
  /** What a possessor or a noun before it is: "the Reds' capture of", "Ashford's fall". */
  readonly possessor: 'actor' | 'place' | null;
  /** True where who is named behind gets the place ("the loss of A TO THE REDS"), and does not do it. */
  readonly gives: boolean;
  /** True where the noun alone ("control") is said of a place only beside such a possessor or actor. */
  readonly needsActor: boolean;
  readonly modality: 'possible' | 'planned' | 'reported' | null;
  readonly says: string;
}

export interface Lexicon {
  readonly language: string;
  /** By every form in lower case; a form may belong to several verbs ("left", "fell"). */
  readonly verbs: ReadonlyMap<string, readonly VerbForms[]>;
  readonly verbRules: readonly VerbRule[];
  readonly nounRules: readonly NounRule[];
  /** Named lists of words and short phrases in lower case, e.g. `negations`; a list that nobody gave is empty. */
  list(name: string): readonly string[];
  has(name: string, word: string): boolean;
  /** The names of all lists that a word stands in; undefined where it stands in none. */
  listsOf(word: string): ReadonlySet<string> | undefined;
  /** The names of all lists and maps with a phrase that begins with a word; undefined where none does. */
  startsOf(word: string): ReadonlySet<string> | undefined;
  /** Named maps from word to value, e.g. `scopeNouns`: headquarters → centre; null where the word is not in it. */
  look(name: string, word: string): string | null;
  /** Named weights by what they weigh, e.g. `confidence`; 0 where none is given. */
  weight(name: string, of: string): number;
}
