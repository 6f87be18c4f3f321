import { describeLanguage } from '../testing/languages';

describeLanguage('en', {
  reads: [
    ['4 or 8 vcpus', 'vCPU is 4 or vCPU is 8'],
    [
      'VMs with 2, 4 or 8 cores in prod-web',
      '(vCPU is 2 or vCPU is 4 or vCPU is 8), Project is prod-web',
    ],
    ['8 or 16 GB of memory', 'Memory is 8 GiB or Memory is 16 GiB'],
    ['VMs with 16 or 32GB', 'Memory is 16 GiB or Memory is 32 GiB'],
    ['100 or 200 GB disks', 'Size of a disk is 100 GiB or Size of a disk is 200 GiB'],
    ['4 or more vcpus', 'vCPU is at least 4'],
  ],
  refuses: [
    ['more than 4 or 8 vcpus', 'not_understood'],
    ['4 or 8 bananas', 'not_understood'],
  ],
});

describeLanguage('de', {
  reads: [['VMs mit 2 oder 4 Kernen', 'vCPU is 2 or vCPU is 4']],
  refuses: [['2.048 GB Speicher', 'not_understood']],
});
