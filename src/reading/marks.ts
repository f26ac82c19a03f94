// What the passes hand on: one draft, to which each pass adds its own marks; a pass never changes another's.
// Invariant: every mark's span lies in the report's text and inside one sentence.
import type { SideId } from '../model/actor.ts';
import type {
  AggregateClaim,
  Attribution,
  Incident,
  Kind,
  Modality,
  Polarity,
  Scope,
  TraceLine,
  UnplacedClaim,
} from '../model/claim.ts';
import type { Note, Refusal } from '../model/outcome.ts';
import type { PlaceId, PlaceKind, PlaceMention } from '../model/place.ts';
import type { Correction, PartKind, Report } from '../model/report.ts';
import type { Span } from '../model/text.ts';
import type { Theatre } from '../model/theatre.ts';
import type { Instant, When } from '../model/time.ts';

/** A word or a punctuation mark. `word` is lower case with straight apostrophes, for looking up in the lexicon. */
export interface Token extends Span {
  readonly text: string;
  readonly word: string;
  /** 'word' has a letter, 'number' begins with a digit, 'mark' is punctuation. */
  readonly type: 'word' | 'number' | 'mark';
  /** True where the token stands inside quotation marks. */
  readonly quoted: boolean;
}

export interface Sentence extends Span {
  readonly index: number;
  /** Counts from 0 over the report; a quotation may go on over paragraphs. */
  readonly paragraph: number;
  readonly part: PartKind;
  /** A live-blog entry's own time. */
  readonly at: Instant | null;
  /** The day of the diary's entry that it stands under, or null. */
  readonly day: When | null;
  /** A title, sub-heading or shout without a full stop. */
  readonly heading: boolean;
  readonly tokens: readonly Token[];
}

/** `from` and `to` are token indexes in the sentence, `to` exclusive. */
interface MarkBase extends Span {
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
}

/** A place by name ("Ashford", "the town of Ashford in Northmark": span is the name alone). */
export interface PlaceMark extends MarkBase {
  readonly type: 'place';
  readonly text: string;
  readonly candidates: readonly PlaceId[];
  /** False for a name that no gazetteer has and the report's words do not make a place: it may be one. */
  readonly sure: boolean;
  /** A kind said with it ("district of", "city"), or null. */
  readonly kindWord: PlaceKind | null;
  /** Larger places named with it. */
  readonly within: readonly PlaceId[];
  /** True where it only locates another name or thing ("in NORTHMARK", "50 kilometres from EASTRY", a dateline). */
  readonly locates: boolean;
  /** A number of places in a place's stead: a phrase of its own. */
  readonly counted?: true;
  /** A description in a name's stead ("the crossing with Norland"). */
  readonly described?: true;
}

/** A part or kind of place by a common noun ("the district", "its headquarters", "eleven outposts"). */
export interface ScopeMark extends MarkBase {
  readonly type: 'scope';
  readonly scope: Scope;
  readonly kind: PlaceKind | null;
  /** True for "the district", "this city", "its headquarters": it means a place named elsewhere. */
  readonly definite: boolean;
  readonly plural: boolean;
  readonly noun: string;
  /** For a word that stands for a place without a noun of its own ("the latter", "both", "the one in X"); else null. */
  readonly refers: Reference | null;
}

/** How such a word picks among the places spoken of: by order in a list, by number, or as another of one name. */
export interface Reference {
  readonly by: 'order' | 'number' | 'one' | 'other';
  /** 1 = the first, -1 = the last of a list; of 'number' how many, null where it is not said. */
  readonly count: number | null;
}

/** A side by its name, its people's common noun, or a pronoun. `side` null = not told apart (yet). */
export interface ActorMark extends MarkBase {
  readonly type: 'actor';
  readonly text: string;
  readonly side: SideId | null;
  /** A side's own name, or the lexicon's class of the noun ('group' and 'enemy' lean on context, 'civilian' is no side). */
  readonly means:
    | 'name'
    | 'pronoun'
    | 'government'
    | 'non-state'
    | 'foreign'
    | 'group'
    | 'enemy'
    | 'civilian'
    | 'forces';
  readonly pronoun: boolean;
  /** "Taliban" in "Taliban spokesman", "Taliban control": it modifies the next noun. */
  readonly modifies: boolean;
}

export type Mention = PlaceMark | ScopeMark | ActorMark;

/** A date or interval in the text, already resolved against the report (reading guide, Dates). */
export interface DateMark extends Span {
  readonly sentence: number;
  readonly when: When;
  /** 'on' dates what happens, 'since' starts a state, 'by' is a deadline, 'until' ends, 'before' and 'after' order. */
  readonly relation: 'on' | 'since' | 'by' | 'until' | 'before' | 'after';
  /** True where it lies before the theatre's period or four months before the report: history. */
  readonly background: boolean;
  /** True where the report tells a story from day to day. */
  readonly story: boolean;
  /** True where what follows without a day goes on from this one. */
  readonly goesOn: boolean;
  /** The day of the deed that it is reckoned from and that stands behind it ("a week after A FELL"); null for none. */
  readonly from: When | null;
  /** Of a state the day or days on which it is said to have begun ("since 2 March"); null for any other. */
  readonly begins: When | null;
}

/** Who says what: the words of the frame, and the spans of text that it stands over. */
export interface Frame extends Span {
  readonly sentence: number;
  readonly by: Attribution;
  /** The speaker's words alone. */
  readonly speaker: Span | null;
  /** The reporting words alone: "said", "according to"; empty for a frame that no word makes. */
  readonly cue: Span;
  readonly content: readonly Span[];
  /** What the reporting verb says of its content: "denied" denies, "claimed" affirms. */
  readonly polarity: Polarity;
  readonly modality: Modality | null;
}

/** A verb or noun that says who holds what, with what it is said of. */
export interface Predicate extends Span {
  readonly sentence: number;
  /** The lexicon's rule that fired. */
  readonly rule: string;
  readonly kind: Kind;
  /** Who does it and who gets it, as said; null where the words do not say. */
  readonly doer: ActorMark | null;
  readonly receiver: ActorMark | null;
  /** The words mean the speaker's own side ("ours") or his enemy's ("theirs"). */
  readonly means: 'speaker' | 'enemy' | null;
  /** True where the rule leaves the doer to the sentence before ("Ashford fell"). */
  readonly fromContext: boolean;
  /** True where the sentence leaves room for a doer that it does not name: a passive, a noun, an infinitive. */
  readonly doerOpen: boolean;
  /** "NOBODY has left": its subject is nobody. */
  readonly nobodys?: boolean;
  /** True where somebody is said to do it who is no side: a storm, an envoy, a firm. */
  readonly outsider: boolean;
  /** Whom it is done to, where that is a side ("drove THE REBELS out"). */
  readonly other: ActorMark | null;
  readonly items: readonly PlaceItem[];
  /** True where no place is said and the one spoken of last is meant. */
  readonly placeFromContext: boolean;
  /** The pronoun that stands for the place ("it", "them"); null where none does. */
  readonly placeWord: string | null;
  /** The part of the place that the rule's own words name ("overran THE GARRISON in A"). */
  readonly part?: Scope;
  readonly polarity: Polarity;
  /** "ALL BUT A fell": the no is only of A, and nobody denies anything. */
  readonly leftOut?: boolean;
  readonly modality: Modality;
  readonly tense: 'past' | 'perfect' | 'present' | 'future' | 'none';
  readonly partial: boolean;
  readonly tactical: boolean;
  /** Why it is no claim (a condition, a purpose, a question); null where it is one. */
  readonly dropped: string | null;
  /** The clause, which becomes the quote. */
  readonly clause: Span;
  /** Where what a helper alone says again ("It has not") was said first. */
  readonly echoes?: number;
  /** "A fell. SO DID B", "B FOLLOWED": where that begins of which this is told again, of another place. */
  readonly follows?: number;
  /** Filled by resolve-actors and resolve-places. */
  readonly actor: SideId | null;
  readonly to: SideId | null;
  readonly places: readonly PredicatePlace[];
}

/** One place as said, with the noun said with it. */
export interface PlaceItem {
  /** The name; null for "the district", which means a place named elsewhere. */
  readonly place: PlaceMark | null;
  readonly noun: ScopeMark | null;
  readonly scope: Scope | null;
  readonly kindWord: PlaceKind | null;
  /** Larger places named with it. */
  readonly within: readonly PlaceId[];
  /** The province whose capital it is said to be. */
  readonly capitalOf: PlaceMark | null;
  readonly from: number;
  readonly to: number;
}

export interface PredicatePlace {
  readonly mention: PlaceMention;
  readonly scope: Scope;
}

/** A predicate that makes no claim, and why. */
export interface TracedDrop {
  readonly sentence: number;
  readonly reason: string;
  /** Of a deed of some place that has no name, where its words begin; null for any other. */
  readonly unnamed: number | null;
}

/** The state of a reading between two passes. */
export interface Draft {
  readonly report: Report;
  readonly theatre: Theatre;
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
  readonly dates: readonly DateMark[];
  readonly frames: readonly Frame[];
  readonly predicates: readonly Predicate[];
  /** "no town has fallen": said of no place by name, but it may deny what was said of one. */
  readonly noneSaid: readonly Predicate[];
  /** What was dropped on the way, for the notes. */
  readonly drops: readonly TracedDrop[];
  readonly claims: readonly UnplacedClaim[];
  readonly aggregates: readonly AggregateClaim[];
  readonly incidents: readonly Incident<PlaceMention>[];
  readonly corrections: readonly Correction[];
  readonly notes: readonly Note[];
  readonly refusals: readonly Refusal[];
  readonly trace: readonly TraceLine[];
}

export type Pass = (draft: Draft) => Draft;
