import { say } from '../../messages';
import { UNKNOWN } from '../query/truth';
import { addressComparisons } from './comparisons-address';
import { flagComparisons } from './comparisons-enum';
import { textComparisons } from './comparisons-text';
import { defineField, fromInstance } from './field';

export const nodeField = defineField({
  name: 'node',
  label: say('Node'),
  type: 'text',
  example: 'worker-01',
  words: { en: 'node|nodes|host|hosts|worker|workers|hypervisor|hypervisors' },
  comparisons: textComparisons,
  read: (record) => fromInstance(record, record.node),
  evidence: ({ node }) =>
    node === undefined ? undefined : { in: 'vmi', path: '/status/nodeName', value: node },
  order: (node) => node,
  cell: (node) => node,
  optional: true,
});

export const ipField = defineField<readonly string[]>({
  name: 'ip',
  label: say('IP address'),
  type: 'address',
  words: { en: 'ip|ips|ip address|ip addresses|address|addresses|subnet|cidr|ip range' },
  comparisons: addressComparisons,
  read: (record) => fromInstance(record, record.ips.length === 0 ? undefined : record.ips),
  evidence: ({ ips }) =>
    ips[0] === undefined
      ? undefined
      : { in: 'vmi', path: '/status/interfaces/0/ipAddress', value: ips[0] },
  cell: (ips) => ips.join(', '),
  multiple: true,
  optional: true,
});

/** Only a running guest's agent can report; of any other machine it is unknown, not missing. */
export const guestAgentField = defineField({
  name: 'guestAgent',
  label: say('Guest agent'),
  type: 'boolean',
  words: {
    en: 'guest agent|qemu guest agent|qemu agent|guestagent|agentconnected|agent|agents|guest tools',
  },
  comparisons: flagComparisons,
  read: ({ guestAgent }) => guestAgent ?? UNKNOWN,
  cell: (value) => value,
  passing: true,
});
