import { diagnose as diagnoseVm, type Verdict } from '@cnv-ai/engine/diagnosis';
import { english } from '@cnv-ai/engine/messages';
import { diagnosisReport } from '@cnv-ai/engine/report';
import { SetupError } from '../kubernetes/cluster';
import { nameProblem } from '../tools/names';
import { SOURCE, withSource } from './access';
import type { Command, ExitCode } from './command';
import { diagnosisScreen } from './diagnosis-screen';
import type { Options } from './options';
import { formatOf, REPORT, REPORT_FORMATS, serialised } from './output';
import { AUTHOR } from '../version';

const EXIT: Readonly<Record<Verdict, ExitCode>> = {
  healthy: 0,
  in_progress: 0,
  stopped: 0,
  problem: 1,
  unknown: 2,
  not_found: 2,
  forbidden: 2,
  unavailable: 2,
};

const requestOf = (options: Options) => {
  const [target = '', ...more] = options.words;
  const [namespace = '', vmName = '', ...rest] = target.split('/');
  if (more.length > 0 || rest.length > 0 || vmName === '') {
    throw new SetupError('Name one VM as <namespace>/<vm>: cnv-diagnostic diagnose shop/web-1.');
  }
  const problem = nameProblem(namespace, vmName);
  if (problem !== undefined) throw new SetupError(english(problem));
  return { namespace, vmName, error: options.text('error'), question: options.text('question') };
};

export const diagnose: Command = {
  name: 'diagnose',
  usage: '<namespace>/<vm>',
  summary: 'Explain why a virtual machine does not work, with evidence and fixes.',
  options: {
    ...REPORT,
    question: { type: 'string', value: 'TEXT', help: 'such as "why can\'t it migrate"' },
    error: { type: 'string', value: 'TEXT', help: 'the error text you saw' },
    ...SOURCE,
  },
  run: async (options, terminal) => {
    const format = formatOf(options, REPORT_FORMATS);
    const request = requestOf(options);
    const diagnosis = await withSource(options, terminal, (reader, now) =>
      diagnoseVm(reader, request, now, { forModel: false }),
    );
    const exit = EXIT[diagnosis.verdict];
    const looked = exit !== 2 || diagnosis.verdict === 'unknown';
    if (format === 'markdown' && looked) terminal.out(diagnosisReport(diagnosis, AUTHOR));
    else if (format !== 'markdown' && (format !== 'text' || looked)) {
      terminal.out(serialised(diagnosis, format) ?? diagnosisScreen(diagnosis, terminal));
    }
    if (exit === 2) terminal.err(`${diagnosis.summary}\n`);
    return exit;
  },
};
