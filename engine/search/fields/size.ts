import { say } from '../../messages';
import { UNKNOWN } from '../query/truth';
import type { Sized } from '../records/size';
import { byteComparisons, numberComparisons } from './comparisons-number';
import { defineField, type Evidence } from './field';

const standing = (sized: Sized | undefined): Evidence | undefined =>
  sized && { ...sized.origin, value: sized.text };

const same = (value: number): number => value;

export const vcpuField = defineField({
  name: 'vcpu',
  label: say('vCPU'),
  type: 'number',
  words: {
    en: 'vcpu|vcpus|cpu|cpus|core|cores|virtual cpu|virtual cpus|cpu count|cpu cores|processor|processors',
  },
  comparisons: numberComparisons,
  read: ({ size }) => size.vcpu?.value ?? UNKNOWN,
  evidence: ({ size }) => standing(size.vcpu),
  order: same,
  cell: same,
  unit: 'vcpu',
});

export const memoryField = defineField({
  name: 'memory',
  label: say('Memory'),
  type: 'bytes',
  words: { en: 'memory|ram|mem|memory size' },
  comparisons: byteComparisons,
  read: ({ size }) => size.memory?.value ?? UNKNOWN,
  evidence: ({ size }) => standing(size.memory),
  order: same,
  cell: same,
  unit: 'bytes',
});
