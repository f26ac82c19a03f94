// The rules of assessment in their visible order, each with a sentence and an example; docs/rules.md is written from here.
// Invariant: the names are those that steps and reasons show.

export interface Rule {
  readonly name: string;
  readonly sentence: string;
  readonly example: string;
}

const rule = (name: string, sentence: string, example: string): Rule => ({ name, sentence, example });

/** How claims become evidence (control-method section 4). */
export const EVIDENCE_RULES: readonly Rule[] = [
  rule(
    'E1',
    'Only what is said to be so moves the holder; what may or shall happen is danger; a rumour moves the probability a quarter as far and earns no status.',
    '"It may fall" threatens a place and gives it to nobody.',
  ),
  rule(
    'E2',
    'A word against its speaker’s own interest weighs more than one for it.',
    'The reeve who says that his town was lost is believed; the league that says it took it is quoted.',
  ),
  rule(
    'E3',
    'Local officers of the losing side are told apart from its ministry, and both are its voice.',
    'A reeve’s admission counts though the council is silent.',
  ),
  rule(
    'E4',
    'A retreat called tactical is a withdrawal: an admission, flagged tacticalRetreatClaimed.',
    '"We moved to a better line" says that we left.',
  ),
  rule(
    'E5',
    'A retaking entails that the place was lost before, by the word of whoever tells of it; a loss that the same voice tells of in the same report, of the same day, is that one.',
    '"Retaken on Friday": on Thursday it was the enemy’s.',
  ),
  rule(
    'E6',
    'A repulse at the place denies its capture; it says nothing of a capture dated after it.',
    '"The attack was driven off" against "we are in the square".',
  ),
  rule(
    'E7',
    'A denial answers what was said before it; a general denial names no place and denies none.',
    '"That is a lie", said of the league’s statement.',
  ),
  rule(
    'E8',
    'A third party on record counts most; with a stake it needs one more class of witness beside it.',
    'A neighbour’s officer at his own gate is flagged thirdPartyStake.',
  ),
  rule(
    'E9',
    'A witness or a video shows presence at a moment; alone it proves no holder.',
    'A carter saw red armbands.',
  ),
  rule(
    'E10',
    'An outlet’s own voice is one weak voice; a party’s own outlet speaks for the party.',
    'The league’s paper in its own voice is the league.',
  ),
  rule(
    'E11',
    'Different holders of the centre and of the ground around it make contested, not disputed; a district, its centre and its seat’s town are one, but for fourteen days after one voice in one report gives them to different sides.',
    'Blue has the headquarters, red the villages.',
  ),
  rule('E11a', 'Where each side is said to hold a part, the place is contested.', '"Each has a street."'),
  rule('E12', 'A siege says that the besieged still hold: danger, never a capture.', '"Surrounded from three sides."'),
  rule(
    'E13',
    'A withdrawal does not say who came: the holder is none until somebody is named, or the only side present after 48 hours.',
    'The guards left; nobody stands there.',
  ),
  rule(
    'E13a',
    'An admitted withdrawal proves the loss and no taker; a bare loss means the one opponent that is named.',
    '"We left the bridge" and "red claims it" together prove red’s.',
  ),
  rule('E14', 'A recapture needs what a capture needs.', 'Retaken by one’s own word alone is claimed.'),
  rule('E15', 'A second admission outweighs the retaking between.', 'Cleared on Monday, collapsed on Tuesday: lost.'),
  rule(
    'E16',
    'A turn speaks of the end of its interval, a holding of each day of it; turns of a day go by the hour said (E16a).',
    '"Held since the first days of the month."',
  ),
  rule(
    'E17',
    'No claim expires by itself; a status lapses after its limit, longer on a frozen front.',
    'A lone claim lapses after 45 days.',
  ),
  rule(
    'E18',
    'Where nobody speaks, the baseline’s holder stands as undetermined; a second baseline shows where it would differ.',
    'Blue by the list of 1 March: undetermined, baselineOnly.',
  ),
  rule(
    'E19',
    'A number about many places colours none of them; it is held against the map instead.',
    '"Thirteen districts": no district by it.',
  ),
  rule('E20', 'History and hypothesis are no claims, and never come here.', '"As in the war of their fathers."'),
  rule('E21', 'Silence of the loser admits nothing.', 'The council would not comment.'),
  rule(
    'E22',
    'A withdrawn claim is gone from when that was known; earlier as-of views keep it.',
    'Corrected on Tuesday: Monday’s map stays.',
  ),
  rule(
    'E23',
    'Allied forces hold for their own side and never contradict their camp.',
    'The uprising’s holding is the uprising’s.',
  ),
  rule(
    'E24',
    'An undated report with wide bounds proves nothing; what rests on it is flagged undatedReport.',
    'An undated clipping supports a claim, not a confirmation.',
  ),
];

/** Who counts as a source of his own (section 5), and when many claims are one campaign (section 15). */
export const INDEPENDENCE_RULES: readonly Rule[] = [
  rule(
    'family',
    'Copies, cuts and light edits of one report are one family and count once, however many print them.',
    'A wire in ten papers.',
  ),
  rule(
    'fullest member',
    'A family says what any of its members says, each sentence with the member that has it; `whoholds why` tells where a copy that dropped sentences would have given another answer.',
    'The copy left out the neighbour’s guard.',
  ),
  rule(
    'origin',
    'Unnamed voices that one agency carries, and six equal words in a row of one speaker about one event, go back to one origin.',
    '"A guard told the wire" in two stories.',
  ),
  rule(
    'assertion',
    'The same speaker with the same proposition within a day has said it once, through however many outlets.',
    'The spokesman calls three papers.',
  ),
  rule(
    'damping',
    'Within a day and the day before it, each further voice of one side that pulls the same way counts half of the one before.',
    'Two spokesmen of the league.',
  ),
  rule(
    'circular',
    'The own word of an outlet that publishes or repeats a map of control, of this ledger, or of whoever cites one, counts for nothing and is listed as not counted; what it quotes others with stands.',
    '"By the atlas, the valley is red’s."',
  ),
  rule(
    'campaign',
    'On a day with more than three times the claims that a side made a day in the four weeks before, what it says for itself counts half; the sentence is marked `campaign`.',
    'Eighteen places in one statement.',
  ),
];

/** What makes a holder more than somebody’s claim (section 2). */
export const STRUCTURAL_RULES: readonly Rule[] = [
  rule(
    'S1',
    'Confirmed: the side that loses by it says so, on the record; the newest admission stands, until that side, or a third party on record, says later that the side has the place.',
    'The district’s own reeve: "They hold it."',
  ),
  rule(
    'S2',
    'Confirmed: two independent families of no party, each with its own origin, say so.',
    'Two papers, two reporters.',
  ),
  rule(
    'S3',
    'Confirmed: a party’s claim and a third party on record; with a stake, one more witness.',
    'The league and the neighbour’s officer and a carter.',
  ),
  rule(
    'S4',
    'Confirmed: the losing side speaks of retaking it, or of its retreat, and the taker is named.',
    '"It will be taken back in spring."',
  ),
  rule(
    'D',
    'A same-scope denial within 48 hours blocks confirmed unless p reaches .95, or until a third party on record or the denier’s own officer contradicts it later; a denial of another proposition does not block; which it is, a reviewer’s judgement decides.',
    'Denied on Wednesday, evacuated on Thursday: confirmed, flag denied.',
  ),
];

/** The statuses in their precedence: the first that is earned is given. */
export const STATUS_ORDER: readonly Rule[] = [
  rule(
    'confirmed',
    'A structural test passes, rule D does not block it, and (but for an admission) p reaches .85, and .75 at every setting; once confirmed, .60 is enough.',
    'Red’s claim, and blue’s admission.',
  ),
  rule(
    'disputed',
    'Two parties give the same scope and time to different holders within 72 hours, neither took it back.',
    'Red: "taken". Blue: "ours".',
  ),
  rule(
    'contested',
    'Forces of both are reported inside, or each holds a part, and p(contested) reaches .50; it stays for 14 days, or until a claim to the whole or somebody’s leaving ends it.',
    '"Fighting in the bazaar."',
  ),
  rule(
    'claimed',
    'Asserted for a side that did not hold it before, within 45 days; from a borrowed scope flagged scopeBorrowed.',
    'Red’s statement alone.',
  ),
  rule(
    'threatened',
    'Held with p of at least .50, with sieges and threats whose weights, halving in seven days, make one half (or a quarter, once threatened).',
    '"They are an hour’s walk away."',
  ),
  rule('undetermined', 'None of these: the last holder, or none where it was left.', 'Nobody has spoken of it.'),
];

export const RULES: readonly Rule[] = [...EVIDENCE_RULES, ...INDEPENDENCE_RULES, ...STRUCTURAL_RULES, ...STATUS_ORDER];
