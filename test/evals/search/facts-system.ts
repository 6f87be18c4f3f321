import { textAt, type KubeObject } from '@cnv-ai/engine/kubernetes';
import type { Facts } from './shelf';

type Guest = { readonly os: string; readonly version?: string };

const GENERATIONS: Readonly<Record<string, string>> = {
  '2k16': '2016',
  '2k19': '2019',
  '2k22': '2022',
};

// `rhel.9`, `centos.stream9`, `windows.2k22`; an annotation writes the same without the dot.
const namedGuest = (name: string): Guest => {
  const [, os = name, rest = ''] = /^([a-z]+?)\.?(2k\d\d|stream\d+|\d+)?$/.exec(name) ?? [];
  const version = GENERATIONS[rest] ?? rest.replace('stream', '');
  return version === '' ? { os } : { os, version };
};

const reportedGuest = (instance: KubeObject | undefined): Guest | undefined => {
  const id = textAt(instance, 'status', 'guestOSInfo', 'id');
  const version = textAt(instance, 'status', 'guestOSInfo', 'versionId');
  return id === undefined ? undefined : { os: id === 'mswindows' ? 'windows' : id, version };
};

/** What the agent reports, else what the machine was made from; unknown when neither says. */
export const systemFacts = (vm: KubeObject, instance: KubeObject | undefined): Facts => {
  const name =
    textAt(vm, 'spec', 'preference', 'name') ??
    textAt(vm, 'metadata', 'annotations', 'vm.kubevirt.io/os');
  const guest = reportedGuest(instance) ?? (name === undefined ? undefined : namedGuest(name));
  if (guest === undefined) return {};
  const major = guest.version?.split('.')[0];
  return {
    os: [guest.os],
    ...(guest.version === undefined ? {} : { osVersion: [guest.version] }),
    ...(major === undefined ? {} : { osMajor: [major] }),
  };
};
