// Passwords as salted scrypt hashes in PHC form, with their costs in them, so that the costs can rise and old hashes still verify.
// Invariant: a password is never kept, printed or compared as text.
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

/** As OWASP's password storage cheat sheet has it for scrypt within 32 MB: about a tenth of a second on one core. */
const COSTS = { ln: 15, r: 8, p: 3 } as const;
/** What a hash from a file may ask of this machine at most. */
const MOST = { ln: 18, r: 16, p: 8 } as const;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

interface Costs {
  readonly ln: number;
  readonly r: number;
  readonly p: number;
}

const derive = (password: string, salt: Uint8Array, { ln, r, p }: Costs): Promise<Buffer> => {
  const N = 2 ** ln;
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, HASH_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
};

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/=+$/, '');

const PHC = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{16,64})\$([A-Za-z0-9+/]{43})$/;

/** The costs, salt and key of a hash; null where it is none, or asks for more than this machine should give. */
const parseHash = (hash: string): { costs: Costs; salt: Buffer; key: Buffer } | null => {
  const found = PHC.exec(hash);
  if (found === null) return null;
  const [ln, r, p] = found.slice(1, 4).map(Number) as [number, number, number];
  if (ln < 1 || ln > MOST.ln || r < 1 || r > MOST.r || p < 1 || p > MOST.p) return null;
  const [salt = '', key = ''] = found.slice(4);
  return { costs: { ln, r, p }, salt: Buffer.from(salt, 'base64'), key: Buffer.from(key, 'base64') };
};

export const isHash = (text: string): boolean => parseHash(text) !== null;

export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(password, salt, COSTS);
  return `$scrypt$ln=${COSTS.ln},r=${COSTS.r},p=${COSTS.p}$${base64(salt)}$${base64(key)}`;
};

/** Takes the same time for the same costs whatever the password is. */
export const isPassword = async (password: string, hash: string): Promise<boolean> => {
  const parsed = parseHash(hash);
  if (parsed === null) return false;
  return timingSafeEqual(await derive(password, parsed.salt, parsed.costs), parsed.key);
};
