import type { Fleet, FleetGroup } from '@cnv-ai/engine/fleet';
import { paintFor, wrap, type Paint, type Terminal } from './terminal';

const NAMED = 10;
const STYLE = { critical: 'red', warning: 'yellow', info: 'dim' } as const;

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

const groupLines = (group: FleetGroup, index: number, paint: Paint): string[] => {
  const { rootCauseId, title, severity, commonFactor, vms, total } = group;
  const names = vms.slice(0, NAMED).map(({ namespace, name }) => `${namespace}/${name}`);
  const more = total > names.length ? [`and ${total - names.length} more`] : [];
  return [
    wrap(title, '   ', `${index + 1}. `),
    paint(
      STYLE[severity],
      wrap(`${plural(total, 'virtual machine')}, ${severity}, ${rootCauseId}`, '   '),
    ),
    ...(commonFactor === undefined ? [] : [wrap(commonFactor.message, '   ')]),
    wrap([...names, ...more].join(', '), '     '),
    '',
  ];
};

const verdictLine = ({ byVerdict }: Fleet): string =>
  Object.entries(byVerdict)
    .filter(([, count]) => count > 0)
    .map(([verdict, count]) => `${count} ${verdict.replaceAll('_', ' ')}`)
    .join(', ');

/** The failing VMs for people: few problems, each with the VMs that have it. */
export const fleetScreen = (fleet: Fleet, terminal: Pick<Terminal, 'colour'>): string => {
  const paint = paintFor(terminal);
  const { groups, total, scope, unchecked } = fleet;
  const head = `${plural(total, 'failing virtual machine')}, ${plural(groups.length, 'problem')}`;
  return [
    paint(total > 0 ? 'red' : 'green', head),
    wrap(verdictLine(fleet) || 'There is no virtual machine to look at.'),
    '',
    ...groups.flatMap((group, index) => groupLines(group, index, paint)),
    ...(scope.hidden ? ['Only the namespaces you may see were looked at.'] : []),
    ...(unchecked.length === 0 ? [] : [paint('bold', 'Not checked')]),
    ...unchecked.map(({ message }) => wrap(message, '    ', '  ')),
    ...(groups.length === 0
      ? []
      : [wrap('"cnv-diagnostic diagnose <namespace>/<vm>" explains one of them, with fixes.')]),
    '',
  ].join('\n');
};
