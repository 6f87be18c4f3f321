import { setImmediate as pause } from 'node:timers/promises';
import { openFleet, wholeFleet, type Fleet, type FleetRequest } from '@cnv-ai/engine/fleet';
import { english } from '@cnv-ai/engine/messages';
import type { Reader } from '@cnv-ai/engine/kubernetes';
import { fleetReport } from '@cnv-ai/engine/report';
import { SetupError } from '../kubernetes/cluster';
import { namespacesProblem } from '../tools/names';
import { NAMESPACES, SOURCE, withSource } from './access';
import type { Command } from './command';
import { fleetScreen } from './fleet-screen';
import type { Options } from './options';
import { formatOf, REPORT, REPORT_FORMATS, serialised } from './output';
import { progressOn } from './progress';
import { AUTHOR } from '../version';

/** VMs diagnosed before what was read for them is let go. */
const PAGE = 500;

const requestOf = (options: Options): FleetRequest => {
  const namespaces = options.texts('namespace');
  const labelSelector = options.text('selector');
  const problem = namespacesProblem(namespaces);
  if (problem !== undefined) throw new SetupError(english(problem));
  if (options.words.length > 0) {
    throw new SetupError(
      'fleet takes no name; -n <namespace> narrows it, diagnose looks at one VM.',
    );
  }
  return {
    limit: PAGE,
    ...(namespaces.length === 0 ? {} : { namespaces: [...namespaces] }),
    ...(labelSelector === undefined ? {} : { labelSelector }),
  };
};

const diagnoseAll = async (
  reader: Reader,
  request: FleetRequest,
  now: number,
  progress: (line: string) => void,
): Promise<Fleet> =>
  wholeFleet(
    await openFleet(reader, request, now, {
      pause,
      progress: (done, all) => progress(`diagnosing: ${done} of ${all}`),
    }),
  );

export const fleet: Command = {
  name: 'fleet',
  usage: '',
  summary: 'Find every failing virtual machine you may see, grouped by root cause.',
  options: {
    ...REPORT,
    ...NAMESPACES,
    selector: { type: 'string', short: 'l', value: 'LABELS', help: 'label selector of the VMs' },
    ...SOURCE,
  },
  run: async (options, terminal) => {
    const format = formatOf(options, REPORT_FORMATS);
    const request = requestOf(options);
    const progress = progressOn(terminal);
    const found = await withSource(
      options,
      terminal,
      (reader, now) => diagnoseAll(reader, request, now, progress),
      'fleet',
    );
    const answered = found.outcome === 'ok';
    if (format === 'markdown' && answered) terminal.out(fleetReport(found, AUTHOR));
    else if (format !== 'markdown' && (format !== 'text' || answered)) {
      terminal.out(serialised(found, format) ?? fleetScreen(found, terminal));
    }
    if (answered) return 0;
    terminal.err(`${found.message ?? 'The virtual machines could not be looked at.'}\n`);
    return 2;
  },
};
