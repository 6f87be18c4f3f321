import { describeLanguage } from '../testing/languages';

describeLanguage('en', {
  reads: [
    ['whats stopped rn?', 'Status is Stopped'],
    ['Hi team, which VMs are stopped? thx', 'Status is Stopped'],
    ['pls shwo teh stopped VMs 🙏', 'Status is Stopped'],
    ['who lives on worker-1', 'Node is worker-1'],
    ['10.128.0.11 whose is this?', 'IP address is 10.128.0.11'],
    ['oc get vm -n prod-web -l team=web', 'Project is prod-web, Label is team=web'],
    ['prod-web + prod-db VMs', 'Project is prod-web or prod-db'],
    ['VMs on worker-1, 2 or 3', 'Node is worker-1 or worker-2 or worker-3'],
    ['all running, windows excluded', 'Status is Running, Operating system is not Windows'],
    ['memory of web-01', 'Name is web-01'],
    ['VMs not on ubuntu linux', 'Operating system is not Ubuntu'],
    ['linux rhel 9 VMs', 'Operating system is RHEL 9'],
    ['rhel other than 9', 'Operating system is RHEL, Operating system is not RHEL 9'],
    ['what cannot be live migrated off worker-1', 'Live migratable is no, Node is worker-1'],
    ["VMs that don't run in prod-web", 'Status is not Running, Project is prod-web'],
    ["VMs that don't run on worker-1", 'Node is not worker-1'],
    ['VMs that are off, worker-1', 'Status is Stopped, Node is worker-1'],
    ['VMs in all namespaces starting with prod', 'Project starts with prod'],
    ['VMs with as many cpus as web-03', 'vCPU is 16, Virtual machine is not prod-web/web-03'],
    ['VMs whose team is not web', 'Label is not team=web'],
    ['disk size 30GB', 'Size of a disk is 30 GiB'],
    [
      'VMs powered off since more than 2 weeks',
      'Status is Stopped, State changed before 2026-11-06 14:30 UTC',
    ],
    [
      'shut down this week',
      'Status is Stopped, State changed between 2026-11-16 UTC and 2026-11-23 UTC',
    ],
    ['what did we create yesterday', 'Created between 2026-11-19 UTC and 2026-11-20 UTC'],
  ],
  refuses: [
    ['shut down prod-web', 'out_of_scope'],
    ['shut down this VM', 'out_of_scope'],
    ['kubectl delete vm web-01', 'out_of_scope'],
    ['prod-web VMs in prod-db', 'ambiguous'],
    ['VMs that failed since 2 hours', 'not_understood'],
  ],
});
