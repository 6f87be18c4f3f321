import { pointer } from '../../kubernetes';
import { say, type Message } from '../../messages';
import { UNKNOWN, type Unknown } from '../query/truth';
import type { Host } from '../records/joined';
import type { VmRecord } from '../records/record';
import { flagComparisons } from './comparisons-enum';
import { textComparisons } from './comparisons-text';
import { defineField, fromInstance, type Field } from './field';

const NEEDS = ['nodes'] as const;
const ZONE = 'topology.kubernetes.io/zone';

/** What the Node says; a machine that is on none has nothing of it. */
const ofHost = <T>(
  record: VmRecord,
  read: (host: Host) => T | Unknown | undefined,
): T | Unknown | undefined => {
  const node = fromInstance(record, record.node);
  if (node === undefined || node === UNKNOWN) return node;
  return record.joined.host === undefined ? UNKNOWN : read(record.joined.host);
};

type HostFlag = {
  name: string;
  label: Message;
  words: string;
  yes: string;
  no: string;
  read: (host: Host) => boolean | undefined;
  path: string;
};

const hostFlag = ({ name, label, words, yes, no, read, path }: HostFlag): Field =>
  defineField<boolean>({
    name,
    label,
    type: 'boolean',
    words: { en: words },
    hostStates: { yes, no },
    needs: NEEDS,
    passing: true,
    comparisons: flagComparisons,
    read: (record) => ofHost(record, (host) => read(host) ?? UNKNOWN),
    evidence: ({ joined: { host } }) =>
      host && {
        in: { apiVersion: 'v1', kind: 'Node', name: host.name },
        path,
        value: String(read(host)),
      },
    cell: (value) => value,
  });

export const nodeCordonedField = hostFlag({
  name: 'nodeCordoned',
  label: say('Node cordoned'),
  words: 'nodecordoned|node cordoned',
  yes: 'cordoned|in maintenance|in maintenance mode|under maintenance|in maintenance window|unschedulable|drained|closed for scheduling|scheduling disabled',
  no: 'uncordoned|schedulable',
  read: ({ cordoned }) => cordoned,
  path: '/spec/unschedulable',
});

export const nodeReadyField = hostFlag({
  name: 'nodeReady',
  label: say('Node ready'),
  words: 'nodeready|node readiness',
  yes: 'ready|healthy|up',
  no: 'not ready|not-ready|notready|unready|unhealthy|down|failed|dead|offline|unavailable|broken|lost|unreachable',
  read: ({ ready }) => ready,
  path: '/status/conditions',
});

export const zoneField = defineField<string>({
  name: 'zone',
  label: say('Zone'),
  type: 'text',
  example: 'eu-west-1a',
  words: { en: 'zone|zones|availability zone|availability zones|failure domain|az' },
  needs: NEEDS,
  comparisons: textComparisons,
  read: (record) => ofHost(record, ({ zone }) => zone),
  evidence: ({ joined: { host } }) =>
    host?.zone === undefined
      ? undefined
      : {
          in: { apiVersion: 'v1', kind: 'Node', name: host.name },
          path: pointer('metadata', 'labels', ZONE),
          value: host.zone,
        },
  listed: (zone) => [zone],
  order: (zone) => zone,
  cell: (zone) => zone,
  optional: true,
  open: true,
});
