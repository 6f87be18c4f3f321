import { refusalText } from '../diagnosis/answers/outcome';
import { uncheckedLines } from '../diagnosis/text';
import type { Fleet, FleetGroup } from './types';

const NAMED = 5;

const groupLines = (group: FleetGroup, index: number): string[] => {
  const { rootCauseId, title, severity, commonFactor, vms, total } = group;
  const names = vms.slice(0, NAMED).map(({ namespace, name }) => `${namespace}/${name}`);
  const more = total > names.length ? ` and ${total - names.length} more` : '';
  return [
    `${index + 1}. [${severity}] ${title} (${rootCauseId}): ${total} VM${total === 1 ? '' : 's'}`,
    ...(commonFactor === undefined
      ? []
      : [`  ${total === 1 ? '' : 'in common: '}${commonFactor.message}`]),
    `  ${names.join(', ')}${more}`,
  ];
};

/** Problems for a model, the one that stops most VMs first. */
export const fleetText = (fleet: Fleet): string => {
  if (fleet.outcome !== 'ok') return refusalText(fleet);
  const { byVerdict, scope, groups, total, nextCursor, unchecked, asOf } = fleet;
  const { diagnosed, undiagnosed } = fleet;
  const counts = Object.entries(byVerdict).filter(([, count]) => count > 0);
  const where = scope.namespaces === 'all' ? 'all projects' : `${scope.namespaces} projects`;
  return [
    `${total} failing VM${total === 1 ? '' : 's'} in ${where}, ${groups.length} problem${groups.length === 1 ? '' : 's'}, as of ${asOf}${scope.hidden ? ' (other projects may be hidden from you)' : ''}`,
    `By verdict: ${counts.map(([verdict, count]) => `${verdict} ${count}`).join(', ') || 'no VMs'}`,
    ...(nextCursor === undefined
      ? []
      : [
          `Diagnosed ${diagnosed} of ${diagnosed + undiagnosed} VMs that are not plainly well; more may fail. For the others ask again with cursor "${nextCursor}".`,
        ]),
    ...groups.flatMap(groupLines),
    ...uncheckedLines(unchecked),
    ...(groups.length === 0 ? [] : ['diagnose_vm_error explains one of these VMs with its fixes.']),
  ].join('\n');
};
