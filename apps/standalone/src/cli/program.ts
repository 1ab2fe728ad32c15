import { JobStore } from '@tongxing/jobs';
import { Command } from 'commander';
import { verifyCertificate } from './certificate.command.js';
import { CommandRunner, migrateDatabase, type Terminal } from './command.js';
import { erased } from './erased.command.js';
import { importFile } from './import.command.js';
import { keysPrepare, keysRetire, keysRewrap, keysRotate, keysStatus, PURPOSES } from './keys.command.js';
import { levy } from './levy.command.js';
import { match } from './match.command.js';
import { replay } from './replay.command.js';
import { seed } from './seed.command.js';
import { verifyAccounts, verifyAll, verifyAudit, verifyLedger } from './verify.command.js';

/** The whole command line, at a terminal. */
export function programAt(terminal: Terminal): Command {
  const runner = new CommandRunner(terminal);
  const program = new Command('tongxing')
    .description(
      "Operator's command line of Tongxing. Answers on stdout, progress on stderr, exit code 0 only when all went well.",
    )
    .showHelpAfterError('(tongxing --help lists the commands)')
    .enablePositionalOptions()
    .hook('preAction', (_, command) => runner.named(command.name()));

  /** Every command answers programs too. */
  const command = (usage: string, description: string): Command =>
    program.command(usage).description(description).option('--json', 'answer as one line of JSON');

  command('migrate', 'bring the database schema up to date').action(({ json }) =>
    runner.runBare(json, async (config) => {
      const migrations = await migrateDatabase(config);
      return { json: { migrations }, text: `${migrations.length} migrations ran` };
    }),
  );

  program
    .command('seed')
    .description('fill an empty database')
    .command('demo')
    .description('made-up counties, as npm start does; not in production')
    .option('--division <code>', 'one county only: 640324 or 360734')
    .option('--people <n>', 'how many people it has; employers and posts in proportion')
    .option('--json', 'answer as one line of JSON')
    .action((flags) => runner.run(flags.json, (services) => seed(services, flags)));

  command('import', 'bring in a roster: people, household-members, employers, posts, headcounts, hires …')
    .argument('<kind>')
    .argument('<file>', '.xlsx or .csv')
    .option('--dry-run', 'check only, write nothing')
    .option('--all', 'the whole file or nothing')
    .option('--encoding <name>', 'of a .csv; detected unless given')
    .action((kind, file, flags) => runner.run(flags.json, (services) => importFile(services, kind, file, flags)));

  command('levy', 'compute levy estimates (残保金估算) of cases in a file')
    .requiredOption('--file <cases.json>', 'an array of cases')
    .action(({ file, json }) => runner.run(json, (services) => levy(services, file)));

  command('match', 'posts for a person (推荐岗位), or everybody timed')
    .option('--person <certificate>', 'number of the certificate')
    .option('--top <n>', 'how many posts', '10')
    .option('--all', 'the top ten of everybody, timed; nothing is stored')
    .action((flags) => runner.run(flags.json, (services) => match(services, flags)));

  command('replay', 'compute every assessment again; with rows of parameters: what they would change')
    .requiredOption('--from <year>', 'first levy year')
    .option('--to <year>', 'last levy year')
    .option('--with <rows.json>', 'rows to try, in the shape of enterParameter; nothing is stored')
    .action((flags) => runner.run(flags.json, (services) => replay(services, flags)));

  const verify = program.command('verify').description('prove what the system says of itself');
  verify
    .command('ledger')
    .description('count every envelope again from its journal')
    .option('--json', 'answer as one line of JSON')
    .action(({ json }) => runner.run(json, verifyLedger));
  verify
    .command('accounts')
    .description('nobody administers and does business at once')
    .option('--json', 'answer as one line of JSON')
    .action(({ json }) => runner.run(json, verifyAccounts));

  verify
    .command('audit')
    .description('recompute every audit chain and hold it against the anchors outside the database')
    .option('--json', 'answer as one line of JSON')
    .action(({ json }) => runner.run(json, verifyAudit));
  verify
    .command('certificate')
    .description('the certificate of an allocation round, by the verifier that shares no code with the system')
    .argument('<file>', "the auditor's or the public file")
    .option('--mine <file>', "one's own ticket, statuses, division and list, to find one's own place")
    .option('--json', 'answer as one line of JSON')
    .action((file, { mine, json }) => runner.runBare(json, () => verifyCertificate(file, mine)));
  verify
    .command('all')
    .description('keys, ledger, accounts and audit in turn: the end of a restore drill')
    .option('--json', 'answer as one line of JSON')
    .action(({ json }) => runner.run(json, verifyAll));

  const keys = program.command('keys').description('the keys of field encryption');
  const keysCommand = (usage: string, description: string): Command =>
    keys.command(usage).description(description).option('--json', 'answer as one line of JSON');
  keysCommand('status', 'which key has sealed how much').action(({ json }) => runner.run(json, keysStatus));
  const purposes = `which key: ${PURPOSES.join(', ')}`;
  keysCommand('prepare', 'a new key in the file before its use: copy it to every machine before rotate')
    .option('--purpose <name>', 'which key: seal, blind', 'seal')
    .action((flags) => runner.runBare(flags.json, (config) => keysPrepare(config, flags)));
  keysCommand('rotate', 'put a new key in use and seal everything anew; called again it goes on')
    .option('--purpose <name>', purposes, 'seal')
    .option('--background', 'leave the work to the workers')
    .option('--new', 'a new key although values still wait for the last one')
    .action((flags) => runner.run(flags.json, (services, config) => keysRotate(services, config, flags)));
  keysCommand('retire', 'take a replaced key out of the file')
    .argument('<kid>')
    .option('--backups-gone', 'no backup is kept any more that needs it')
    .action((kid, flags) => runner.run(flags.json, (services, config) => keysRetire(services, config, kid, flags)));
  keysCommand('rewrap', 'put the same keys under the wrapping key in a file (TONGXING_KEK)')
    .argument('<kek file>')
    .option('--command <program>', 'the file is opened by this program (TONGXING_KEK_COMMAND)')
    .action((file, flags) => runner.runBare(flags.json, (config) => keysRewrap(config, file, flags)));

  command('erased', 'who was deleted at their own request: keep the list apart from the backups')
    .option('--again <file>', 'after a restore: delete again whoever is in this list and has come back')
    .action((flags) => runner.run(flags.json, (services) => erased(services, flags)));

  command('jobs', 'figures of the background jobs').action(({ json }) =>
    runner.run(json, async (services) => {
      const figures = await services.get(JobStore).figures();
      const { waiting, running, failed, oldestDueMs } = figures;
      const text = `${waiting} waiting, ${running} running, ${failed} failed; oldest due for ${Math.round(oldestDueMs / 1000)} s`;
      return { json: figures, text };
    }),
  );

  return program;
}
