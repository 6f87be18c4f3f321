import { interpret } from '../interpret';
import { NOW } from '../testing/machines';
import { vocabularyOf } from '../vocabulary';

const read = (sentence: string): string => {
  const { outcome, interpretation } = interpret(`VMs ${sentence}`, vocabularyOf([]), { now: NOW });
  return outcome === 'ok' ? interpretation.readable : outcome;
};

describe('numbers and units', () => {
  it.each([
    ['with more than 8 GB', 'Memory is more than 8 GiB'],
    ['with over 1.5 TB of ram', 'Memory is more than 1.5 TiB'],
    ['under 512 MB', 'Memory is less than 512 MiB'],
    ['memory>=8Gi', 'Memory is at least 8 GiB'],
    ['memory: 8GB', 'Memory is 8 GiB'],
    ['with 8 GB or more', 'Memory is at least 8 GiB'],
    ['16GB+', 'Memory is at least 16 GiB'],
    // That they are there says nothing more.
    ['with 2 disks attached', 'Number of disks is 2'],
    ['with three or more disks attached', 'Number of disks is at least 3'],
    ['with 8 GB of memory assigned', 'Memory is 8 GiB'],
    ['with more than one nic connected', 'Number of network interfaces is more than 1'],
    ['with 2 disks detached', 'out_of_scope'],
    ['with 2 disks active', 'Number of disks is 2, Status is Running'],
    ['with a disk of 2 TB or bigger', 'Size of a disk is at least 2 TiB'],
    ['with 16-core', 'vCPU is 16'],
    // What is small is said.
    ['that are tiny, with less than 4 GB', 'Memory is less than 4 GiB'],
    ['that are tiny with less than 4 snapshots', 'ambiguous'],
    ['with 32-GB', 'Memory is 32 GiB'],
    ['with memory over 8', 'Memory is more than 8 GiB'],
    ['between 4 and 8 GB', 'Memory is between 4 GiB and 8 GiB'],
    ['4-8 GB of memory', 'Memory is between 4 GiB and 8 GiB'],
    ['from 4 to 8 cores', 'vCPU is between 4 and 8'],
    ['with 4 to 8 cores', 'vCPU is between 4 and 8'],
    ['with four to eight cores', 'vCPU is between 4 and 8'],
    ['with vcpus between 2 and 4', 'vCPU is between 2 and 4'],
    ['with at least four cpus', 'vCPU is at least 4'],
    ['with at least 4 cpus and 8GB ram', 'vCPU is at least 4, Memory is at least 8 GiB'],
    ['with less than 4 GB or just one cpu', 'Memory is less than 4 GiB or vCPU is 1'],
    ['with less than 4 GB or 1 cpu', 'Memory is less than 4 GiB or vCPU is 1'],
    ['with more than 8 cpus but only 2 GB', 'vCPU is more than 8, Memory is 2 GiB'],
    [
      'with one disk, yet more than 200 GiB in total',
      'Number of disks is 1, Total disk size is more than 200 GiB',
    ],
    ['whose disks add up to more than 1 TiB', 'Total disk size is more than 1 TiB'],
    ['with more than 8 GB but only one disk', 'Memory is more than 8 GiB, Number of disks is 1'],
    ['with 4 cpus and 8GB ram', 'vCPU is 4, Memory is 8 GiB'],
    ['4 or fewer cpus', 'vCPU is at most 4'],
    ['4+ cores', 'vCPU is at least 4'],
    ['8cpu', 'vCPU is 8'],
    ['cpu != 4', 'vCPU is not 4'],
    ['4c/8g', 'vCPU is 4, Memory is 8 GiB'],
    ['2 cpus 8 GB', 'vCPU is 2, Memory is 8 GiB'],
    ['more than 2 but less than 8 cpus', 'vCPU is more than 2, vCPU is less than 8'],
    ['with fewer than 2 cpus or more than 8 cpus', 'vCPU is less than 2 or vCPU is more than 8'],
    ['with more than 8 GB or more than 4 cpus', 'Memory is more than 8 GiB or vCPU is more than 4'],
    ['with 8 GB of cpu', 'not_understood'],
    ['with 100 GB disks', 'Size of a disk is 100 GiB'],
    ['with 8', 'not_understood'],
    ['between 8 and 4 GB', 'not_understood'],
    ['with 99999999999999999999 cpus', 'not_understood'],
  ])('%s', (sentence, expected) => {
    expect(read(sentence)).toBe(expected);
  });
});
