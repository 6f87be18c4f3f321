import { describeLanguage } from '../testing/languages';

describeLanguage('en', {
  reads: [
    ['VMs with errors like “exceeded quota”', 'Problem contains exceeded quota'],
    ['VMs blocked by quota', 'Problem contains quota'],
    ['which VMs report "exceeded quota: compute"', 'Problem contains exceeded quota: compute'],
    ['VMs complaining about insufficient memory', 'Problem contains insufficient memory'],
    ['VMs with the error message "no such file"', 'Problem contains no such file'],
    ['VMs failing with ImagePullBackOff', 'Status is Error, Status is ImagePullBackOff'],
    ['VMs with errors on worker-1', 'Status is Error, Node is worker-1'],
    // An amount that is not exact.
    ['VMs with around 8 GB of memory', 'Memory is between 7.2 GiB and 8.8 GiB'],
    ['roughly 4 cores', 'vCPU is 4'],
    ['~8GB RAM', 'Memory is between 7.2 GiB and 8.8 GiB'],
    ['8 GB of memory or so', 'Memory is between 7.2 GiB and 8.8 GiB'],
    ['more than about 4 cores', 'vCPU is more than 4'],
    ['created about a week ago', 'Created between 2026-11-09 UTC and 2026-11-16 UTC'],
    // What did not happen then is no failure.
    ['VMs that did not start today', 'Started not between 2026-11-20 UTC and 2026-11-21 UTC'],
    ["VMs that haven't started since Monday", 'Started before 2026-11-16 UTC'],
    ["VMs that haven't been rebooted since Monday", 'Started before 2026-11-16 UTC'],
    ['VMs that did not start', 'Status is Error'],
  ],
  refuses: [
    ['VMs blocked by the firewall', 'not_understood'],
    ['VMs that have never been started', 'ambiguous'],
  ],
});
