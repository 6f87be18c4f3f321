import { say } from '../../messages';
import { isGlob } from '../query/glob';
import { BINDING_NAMES } from '../records/network';
import { several } from '../records/several';
import { macComparisons } from './comparisons-mac';
import { numberComparisons } from './comparisons-number';
import { anyOf, joinValues, readSeveral, valuesOf } from './comparisons-several';
import { showList, textComparisons, wordList, wordTest } from './comparisons-text';
import { defineField, type Comparisons, type Prepared } from './field';

type Texts = ReturnType<typeof several<string>>;

export const macField = defineField<Texts>({
  name: 'mac',
  label: say('MAC address'),
  type: 'text',
  example: '02:00:00:*',
  words: { en: 'mac|macs|mac address|mac addresses|hardware address' },
  comparisons: anyOf(macComparisons),
  read: ({ network }) => readSeveral(network.macs),
  evidence: ({ network }, value) => {
    const wanted = typeof value === 'string' ? value : '';
    const origin = network.macAt[network.macs.values.indexOf(wanted)];
    return origin && { ...origin, value: wanted };
  },
  cell: joinValues,
  multiple: true,
  optional: true,
});

const bare = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

/** Without a namespace only the name is compared: "vlan10" finds prod/vlan10. */
const networkTest = (wanted: string): ((found: string) => boolean) => {
  const test = wordTest(wanted);
  return wanted.includes('/') ? test : (found) => test(bare(found));
};

const prepareNetwork = (value: unknown): Prepared<string> | undefined => {
  const words = wordList(value);
  const tests = words?.map(networkTest);
  return (
    words && {
      value: Array.isArray(value) ? words : words[0],
      shown: showList(words),
      test: (found) => tests?.some((test) => test(found)) ?? false,
    }
  );
};

const EXPECTS = 'a NetworkAttachmentDefinition, with its namespace or without, or pod';

const networkComparisons: Comparisons<string> = {
  ...textComparisons,
  is: { label: say('is'), expects: EXPECTS, prepare: prepareNetwork },
  in: { label: say('is'), expects: EXPECTS, prepare: prepareNetwork },
};

/** NetworkAttachmentDefinitions as the machine names them; `pod` is the pod network. */
export const networkField = defineField<Texts>({
  name: 'network',
  label: say('Network'),
  type: 'text',
  example: 'prod/vlan-100',
  words: {
    en: 'network|networks|nad|nads|net attach def|network attachment|network attachments|network attachment definition|networkattachmentdefinition|vlan',
  },
  phrases: { en: [['pod network|default network|pod networking', 'pod']] },
  comparisons: anyOf(networkComparisons),
  read: ({ network }) => readSeveral(several(network.networks)),
  evidence: ({ network }, value) => {
    const wanted = typeof value === 'string' && !isGlob(value) ? networkTest(value) : undefined;
    const found = wanted && network.networks.find(wanted);
    return found === undefined
      ? undefined
      : { in: 'vm', path: '/spec/template/spec/networks', value: found };
  },
  listed: ({ values }) => values.flatMap((name) => [name, bare(name)]),
  each: valuesOf,
  cell: joinValues,
  multiple: true,
  optional: true,
  open: true,
});

/** How interfaces are bound. */
export const bindingField = defineField<Texts>({
  name: 'binding',
  label: say('Network binding'),
  type: 'text',
  example: 'bridge',
  words: {
    en: 'binding|bindings|network binding|network bindings|{network ,}interface type|nic type',
  },
  phrases: {
    en: [
      [
        'sr-iov|sriov|sr iov|sr-iov interface|sr-iov interfaces|sr-iov nic|sr-iov nics|sr-iov network|sr-iov networks|sriov interface|sriov interfaces|sriov nic|sriov nics|sriov network|sriov networks|sr-iov binding|sriov binding',
        'SR-IOV',
      ],
      [
        'bridge|bridged|bridge binding|bridge interface|bridge interfaces|bridge network|bridge networks|bridged network|bridged networks',
        'bridge',
      ],
      [
        'masquerade|masqueraded|masquerade binding|masquerade interface|masquerade interfaces|masquerade network',
        'masquerade',
      ],
      ['passt|passt binding', 'passt'],
      ['macvtap|macvtap binding', 'macvtap'],
    ],
  },
  values: BINDING_NAMES,
  comparisons: anyOf(textComparisons),
  read: ({ network }) => readSeveral(network.bindings),
  cell: joinValues,
  listed: valuesOf,
  each: valuesOf,
  multiple: true,
  open: true,
});

const same = (value: number): number => value;

export const nicCountField = defineField<number>({
  name: 'nicCount',
  label: say('Number of network interfaces'),
  type: 'number',
  words: {
    en: 'network interfaces|network interface|interfaces|interface|nics|nic|vnics|vnic|network cards|network card|network adapters|network adapter|networks|interface count|nic count|number of nics|number of interfaces',
  },
  counts: true,
  comparisons: numberComparisons,
  read: ({ network }) => network.interfaces,
  evidence: ({ network }) => ({
    in: 'vm',
    path: '/spec/template/spec/domain/devices/interfaces',
    value: String(network.interfaces),
  }),
  order: same,
  cell: same,
});
