// What an open whoholds tells of itself as a whole: its speakers, what it cannot see, and how its answers held.

import type { Changes } from '../intake/compare-versions.ts';
import type { SpeakerSide } from '../model/actor.ts';
import type { Claim, ClaimId, VoiceClass } from '../model/claim.ts';
import type { Status } from '../model/control.ts';
import type { PlaceId } from '../model/place.ts';
import type { Correction, ReportId } from '../model/report.ts';
import type { Day, Instant, When } from '../model/time.ts';
import type { Dropped } from './dropped-sentences.ts';

export interface Known {
  readonly asOf: Instant | null;
  readonly seq: number | null;
}

/** One voice: a person, an office, or all who are quoted without a name on one side. */
export interface SpeakerRow {
  /** Null for those without a name, together by kind of voice and side. */
  readonly speaker: string | null;
  readonly roles: readonly string[];
  readonly class: VoiceClass;
  readonly sides: readonly SpeakerSide[];
  /** What it affirms of known places; the same words in one family of reports are one claim. */
  readonly claims: number;
  /** How many of these somebody answered with a denial. */
  readonly denied: number;
  /** How many denials it gave itself. */
  readonly denials: number;
  /** Of claims and denials, those that others' words can check; null in a ledger too large to tell it at once. */
  readonly checkable: number | null;
  readonly cameTrue: number | null;
  readonly outlets: number;
  readonly first: Day | null;
  readonly last: Day | null;
}

/** How far one province was listened to: silence there means as much as this. */
export interface ProvinceCoverage {
  readonly province: { readonly id: PlaceId; readonly name: string };
  readonly districts: number;
  /** Districts of which, or of a place in which, anything is said. */
  readonly spokenOf: number;
  readonly claims: number;
  readonly reports: number;
  readonly families: number;
  readonly outlets: number;
  /** When the last report that speaks of it could be read. */
  readonly lastReport: Day | null;
}

/** What was told on the day itself, beside what is told of that day now. */
export interface Held {
  /** Places told so on the day, over all the days that were looked at. */
  readonly told: number;
  /** The same holder by any right now. */
  readonly same: number;
  /** Another holder now. */
  readonly other: number;
  /** Nobody can be named now. */
  readonly open: number;
}

export interface Hindsight {
  readonly from: Day;
  readonly until: Day;
  readonly everyDays: number;
  readonly days: number;
  readonly byStatus: readonly (Held & { readonly status: Status })[];
  readonly byLikelihood: readonly (Held & { readonly likelihood: string })[];
}

/** Another report of the same story, or another state of the same page. */
export interface Relative {
  readonly id: ReportId;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly published: When;
}

export interface FamilyMember extends Relative {
  readonly copyOf: ReportId | null;
  /** What it lacks of fuller reports. */
  readonly dropped: readonly Dropped[];
}

/** Whose story a family carries: an agency credited by its members or one of them, and that agency's own report. */
export interface Origin {
  readonly agency: string | null;
  readonly report: ReportId | null;
}

/** Another version of a report, and what changed from the earlier of the two to the later. */
export interface Version extends Relative {
  readonly is: 'earlier' | 'later';
  /** The later of the two says that it corrects. */
  readonly corrects: boolean;
  readonly changes: Changes;
  /** Claims of the earlier one that were withdrawn by a correction. */
  readonly withdrawn: readonly ClaimId[];
  /** The same claims, as far as a reader needs to know them. */
  readonly tookBack: readonly Pick<Claim, 'id' | 'kind' | 'place' | 'scope' | 'quote'>[];
}

export interface ReportRelations {
  /** The others of its family, in the order in which they came. */
  readonly members: readonly FamilyMember[];
  /** What else its outlet made of its page or its story, the earliest first. */
  readonly versions: readonly Version[];
  readonly corrections: readonly Correction[];
  readonly origin: Origin;
}

export interface Overview {
  /** Everybody who said anything of a known place, those with most claims first. */
  speakers(known: Known): Promise<readonly SpeakerRow[]>;
  /** Every province, also those of which nobody spoke, by name. */
  coverage(known: Known): Promise<readonly ProvinceCoverage[]>;
  /** Null in a ledger too large to ask at once. */
  hindsight(known: Known): Promise<Hindsight | null>;
}
