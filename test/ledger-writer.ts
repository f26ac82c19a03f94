// A process that appends to a ledger and says each report's name once it is safely there; ledger-kill.test.ts ends it.
// Arguments: where (JSON), a name for its reports, how many, claims a report.
import { openLedger } from '../src/ledger/ledger.ts';
import { Fault } from '../src/model/outcome.ts';
import { batchOf } from './ledger-world.ts';

const [where = '', name = '', reports = '0', claims = '0'] = process.argv.slice(2);
const said = Array.from({ length: Number(claims) }, (_, at) => ({ at }));
try {
  const ledger = await openLedger(JSON.parse(where), 'tiny');
  for (let number = 1; number <= Number(reports); number++) {
    await ledger.append([batchOf(`${name}-${number}`, said)]);
    console.log(`${name}-${number}`);
  }
  await ledger.close();
} catch (error) {
  if (!(error instanceof Fault)) throw error;
  console.error(error.message);
  process.exitCode = 3;
}
