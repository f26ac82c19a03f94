// All words of the review, in one place.
export const REVIEW = {
  title: 'Review',
  close: 'Close the review',
  tabs: { queue: 'Queue', place: 'This place', drop: 'Drop a report in', log: 'Log' },
  readOnly: 'This server was started without an account: the page can only be read.',
  readOnlyHow: 'whoholds user add NAME --role editor',
  signInFirst: 'You can read the queue and the log. To change the evidence, sign in.',
  name: 'Name',
  password: 'Password',
  signIn: 'Sign in',
  signOut: 'Sign out',
  twoPersons: 'What changes the map waits for a second person.',
  onePerson: 'What you do takes effect at once.',
  roles: { analyst: 'analyst', editor: 'editor' },
  queueEmpty: 'Nothing that is in doubt would move the map on this day.',
  queueHead: 'By how much it could move the map',
  placeNone: 'Choose a place on the map: the claims on it are listed here.',
  placeEmpty: 'No claim is put at this place.',
  loading: 'Looking at what could move the map…',
  keys: 'j k move · a confirm · e correct · p re-place · r retract · f join or cut',
  position: (at: number, of: number) => `${at} of ${of}`,
  against: 'It stands against',
  wholeReport: 'The whole report',
  oneReport: 'The one report',
  otherReport: 'The other report',
  answered: { true: 'of the same question', false: 'of another question' },
  reason: 'Reason: one sentence that others can check',
  save: 'Save',
  cancel: 'Cancel',
  before: 'Now',
  after: 'Then',
  toBeWritten: (says: string) => `To be written: ${says}`,
  noChange: 'The map stays as it is, on every day.',
  cells: (count: number) => (count === 1 ? 'One cell changes' : `${count} cells change`),
  looking: 'Looking what it would change…',
  waits: 'This waits for a second person.',
  atOnce: 'This takes effect at once.',
  saved: {
    done: 'Done.',
    waiting: 'Kept: it waits for a second person.',
    approved: 'Approved.',
    declined: 'Left undone.',
  },
  waiting: 'Waits for a second person',
  nothingWaits: 'Nothing waits.',
  acts: 'What people did',
  requests: 'What was asked for',
  noActs: 'Nobody has reviewed anything in this ledger.',
  approve: 'Approve',
  decline: 'Leave undone',
  withdraw: 'Withdraw',
  states: { done: 'done', waiting: 'waits', approved: 'approved', declined: 'left undone' },
} as const;

export const ACTS = {
  confirm: { key: 'a', words: 'Confirm', means: 'It is as it was read.' },
  correct: { key: 'e', words: 'Correct', means: 'The report says something else.' },
  place: { key: 'p', words: 'Re-place', means: 'Another place is meant.' },
  retract: { key: 'r', words: 'Retract', means: 'The report does not say so.' },
  family: { key: 'f', words: 'Join or cut', means: 'The other way than it is taken now.' },
} as const;
export type ActName = keyof typeof ACTS;

export const SAID = {
  outlet: 'The outlet',
  open: (name: string) => `${name} (which one is open)`,
  noPlace: 'no place',
  before: (place: string) => ` (before: ${place})`,
  outletUnknown: 'outlet unknown',
  broke: 'Something on this page broke.',
  number: (request: number) => `no. ${request}`,
  onMap: 'on the map',
  both: (a: string, b: string) => `${a} and ${b}`,
  voices: { local: 'local people', international: 'outsiders', outlet: 'the outlet itself', unknown: 'unknown' },
} as const;

/** The words of "join or cut" for what stands there now. */
export const familyWords = (kind: string, taken: boolean | null): string => {
  if (kind === 'answer') return taken ? 'Of another question' : 'Of the same question';
  if (kind === 'family') return taken ? 'Cut: two stories' : 'Join: one story';
  return 'Cut from its family';
};

export const confirmWords = (kind: string, taken: boolean | null): string => {
  if (kind === 'answer') return taken ? 'The same question' : 'Another question';
  if (kind === 'family') return taken ? 'One story' : 'Two stories';
  return kind === 'place' ? 'Put it there' : 'Confirm';
};

export const FIELDS = {
  place: 'Place: an id, or any spelling',
  meant: (name: string) => `Meant: ${name}`,
  unknown: 'No such place',
  scope: 'Of the place',
  whole: 'the whole of it',
  quote: 'The report’s exact words',
  kind: 'What it says',
  actor: 'Who does it',
  nobody: 'nobody',
  denied: 'It is denied',
  modality: 'Said as',
  from: 'First day',
  until: 'Last day',
  speaker: 'Speaker (empty: the outlet itself)',
  role: 'Office',
  sides: 'The speaker’s side',
  to: 'Who gets it',
  partial: 'A part only',
  tactical: 'Called tactical',
} as const;

export const DROP = {
  head: 'A report: paste its words, drop a file, or give its address',
  text: 'The words of the report',
  file: 'Or a file (text or HTML)',
  dropHere: 'Drop the file anywhere here',
  published: 'Published',
  outlet: 'Outlet',
  url: 'Address (alone, the page there is fetched)',
  read: 'Read it',
  reading: 'Reading…',
  nothing: 'Paste words, choose a file or give an address first.',
  tooLarge: 'The file is larger than 2 MB.',
  unreadable: 'The file could not be read. Choose it again.',
  claims: (count: number) => (count === 1 ? 'One claim was read' : `${count} claims were read`),
  noClaims: 'No claim was read in it.',
  refusals: (count: number) => (count === 1 ? 'One thing could not be used' : `${count} things could not be used`),
  others: (aggregates: number, incidents: number) => `${aggregates} numbers about many places, ${incidents} incidents`,
  whole: 'The whole text, as it would be kept',
  record: 'Record it',
  nothingYet: 'Nothing is recorded yet.',
} as const;

export const LOG = {
  assert: 'asserted',
  retract: 'took back',
  place: 'put elsewhere',
  join: 'joined',
  cut: 'cut',
  answers: 'judged',
  standBy: 'stood by',
  report: 'brought in a report',
  readAgain: 'had a report read again',
} as const;
