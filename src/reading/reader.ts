// The reader's name and version, which every claim and reading carries.

/** Raised whenever the same report would be read otherwise than before. */
export const READER = 'rules/0.1.0';
