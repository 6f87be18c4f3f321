import { os, status } from './makers';
import type { Lexicon } from './senses';

/** Values and days of which no word has another meaning. */
export const englishRare: Lexicon['entries'] = [
  [
    'waitingforvolumebinding|waiting for volume binding|waiting for volume|waiting for volumes|waiting for storage|waiting for volumes to bind|waiting for a volume|waiting for a volume to bind|volume binding|waiting for their volume to be bound|waiting for their volumes to be bound|waiting for its volume to be bound|waiting for volumes to be bound|waiting for a volume to be bound|waiting for volume to be bound|waiting for their volume|waiting for their volumes|waiting for their storage|waiting for their disks',
    status('WaitingForVolumeBinding'),
  ],
  [
    'waitingforreceiver|waiting for receiver|waiting for a receiver|waiting for its receiver|waiting as receiver',
    status('WaitingForReceiver'),
  ],
  ['opensuse', os('openSUSE')],
  ['oracle linux|oraclelinux', os('Oracle Linux')],
  ['almalinux|alma linux', os('AlmaLinux')],
  ['rocky|rocky linux', os('Rocky Linux')],
  ['alpine', os('Alpine')],
  ['cirros', os('CirrOS')],
  ['freebsd', os('FreeBSD')],
  // Releases as people call them.
  ['{,ubuntu }bionic', os('Ubuntu 18.04')],
  ['{,ubuntu }focal', os('Ubuntu 20.04')],
  ['{,ubuntu }jammy', os('Ubuntu 22.04')],
  ['{,ubuntu }noble', os('Ubuntu 24.04')],
  ['{,debian }buster', os('Debian 10')],
  ['{,debian }bullseye', os('Debian 11')],
  ['{,debian }bookworm', os('Debian 12')],
  ['{,debian }trixie', os('Debian 13')],
  ['january|jan', { is: 'month', month: 1 }],
  ['february|feb', { is: 'month', month: 2 }],
  ['march|mar', { is: 'month', month: 3 }],
  ['april|apr', { is: 'month', month: 4 }],
  ['may', { is: 'month', month: 5 }],
  ['june|jun', { is: 'month', month: 6 }],
  ['july|jul', { is: 'month', month: 7 }],
  ['august|aug', { is: 'month', month: 8 }],
  ['september|sep|sept', { is: 'month', month: 9 }],
  ['october|oct', { is: 'month', month: 10 }],
  ['november|nov', { is: 'month', month: 11 }],
  ['december|dec', { is: 'month', month: 12 }],
  ['monday|mon', { is: 'weekday', weekday: 1 }],
  ['tuesday|tue', { is: 'weekday', weekday: 2 }],
  ['wednesday|wed', { is: 'weekday', weekday: 3 }],
  ['thursday|thu', { is: 'weekday', weekday: 4 }],
  ['friday|fri', { is: 'weekday', weekday: 5 }],
  ['saturday|sat', { is: 'weekday', weekday: 6 }],
  ['sunday|sun', { is: 'weekday', weekday: 7 }],
];
