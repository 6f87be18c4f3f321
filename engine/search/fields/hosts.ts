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
    phrases: {
      en: [
        [yes, true],
        [no, false],
      ],
    },
    needs: NEEDS,
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

/** "on cordoned nodes", "on a cordoned host": every way to say it of the node. */
const onNodes = (...adjectives: string[]): string =>
  adjectives
    .flatMap((word) => [
      ...['nodes', 'node', 'hosts', 'host', 'workers', 'worker'].flatMap((noun) => [
        `on ${word} ${noun}`,
        `on a ${word} ${noun}`,
        `on an ${word} ${noun}`,
        `on the ${word} ${noun}`,
        `on ${noun} that are ${word}`,
        `on a ${noun} that is ${word}`,
        `whose ${noun} is ${word}`,
        `${noun} is ${word}`,
        `${noun} ${word}`,
        `${word} ${noun}`,
      ]),
    ])
    .join('|');

export const nodeCordonedField = hostFlag({
  name: 'nodeCordoned',
  label: say('Node cordoned'),
  words: 'nodecordoned|node cordoned',
  yes: onNodes('cordoned', 'unschedulable'),
  no: onNodes('uncordoned', 'schedulable', 'not cordoned'),
  read: ({ cordoned }) => cordoned,
  path: '/spec/unschedulable',
});

export const nodeReadyField = hostFlag({
  name: 'nodeReady',
  label: say('Node ready'),
  words: 'nodeready|node readiness',
  yes: onNodes('ready'),
  no: onNodes('not ready', 'not-ready', 'notready', 'unready', 'unhealthy', 'down', 'failed'),
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
