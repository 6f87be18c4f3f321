import { describeLanguage } from '../testing/languages';

describeLanguage('en', {
  reads: [
    // What is said around a question.
    ['for the audit: all stopped VMs in prod-web', 'Status is Stopped, Project is prod-web'],
    ['before the change tonight: running VMs on worker-1', 'Status is Running, Node is worker-1'],
    ['my boss wants to know how many VMs are stopped', 'Status is Stopped → count'],
    ['could someone check whether there are paused VMs', 'Status is Paused'],
    ['I think there are paused VMs, which ones?', 'Status is Paused'],
    [
      'Ticket 4711: customer reports that VMs in prod-web are down',
      'Project is prod-web, Status is Stopped',
    ],
    ['stopped VMs in prod-web please. Thanks, Bob', 'Status is Stopped, Project is prod-web'],
    ['we are moving off worker-1, what is still there?', 'Node is worker-1'],
    ['what would go down if worker-1 dies', 'Node is worker-1'],
    ['ok, show stopped VMs', 'Status is Stopped'],
    ['stopped VMs with their nodes', 'Status is Stopped'],
    [
      'stopped VMs / prod-web / windows',
      'Status is Stopped, Project is prod-web, Operating system is Windows',
    ],
    ['small ones: 1 cpu and max 1 gig', 'vCPU is 1, Memory is at most 1 GiB'],
    // What did not happen, and for how long.
    ['VMs not restarted for 30 days', 'Started before 2026-10-21 14:30 UTC'],
    ['VMs not restarted since october', 'Started before 2026-10-01 UTC'],
    ['VMs not restarted since 30 days', 'Started before 2026-10-21 14:30 UTC'],
    ['stopped VMs and on which node', 'Status is Stopped'],
    ['VMs on nodes in maintenance', 'Node cordoned is yes'],
    [
      "last week's migrations",
      'Migrated between 2026-11-09 UTC and 2026-11-16 UTC, Live migration is known',
    ],
    ['no reboot for over 40 days', 'Started before 2026-10-11 14:30 UTC'],
    ['VMs not backed up for 7 days', 'Backup made not since 2026-11-13 14:30 UTC'],
    ['running longer than 20 days', 'Status is Running, Started before 2026-10-31 14:30 UTC'],
    ['off for 3+ weeks', 'Status is Stopped, State changed before 2026-10-30 14:30 UTC'],
    ['up since november 1st', 'Status is Running, Started since 2026-11-01 UTC'],
    [
      'failed migrations in prod-web over the past 3 days',
      'Live migration is Failed, Project is prod-web, Migration failed since 2026-11-17 14:30 UTC',
    ],
    ['VMs with errors older than 4 hours', 'Status is Error, State changed before 10:30 UTC'],
    ['created 2 weeks ago or earlier', 'Created before 2026-11-06 14:30 UTC'],
    ['created on or after nov 10', 'Created since 2026-11-10 UTC'],
    [
      'uptime between 10 and 20 days',
      'Started between 2026-10-31 14:30 UTC and 2026-11-10 14:30 UTC',
    ],
    // What is negative by its meaning, and what is listed.
    [
      'healthy and running in prod-web',
      'Status is not Error, Status is Running, Project is prod-web',
    ],
    ['healthy or stopped', 'Status is not Error or Status is Stopped'],
    ['windows with secure boot off', 'Operating system is Windows, Secure boot is no'],
    ['VMs with guest agent except on worker-1', 'Guest agent is yes, Node is not worker-1'],
    ['label team missing, stopped', 'Label lacks team, Status is Stopped'],
    ['more disks than 5', 'Number of disks is more than 5'],
    ['snapshotless VMs', 'Snapshot is missing'],
  ],
  refuses: [
    ['storage is down, which running VMs are affected', 'not_understood'],
    ['stuck VMs', 'ambiguous'],
    ['VMs that could be stopped', 'not_understood'],
    ['everything except windows ones and those in prod-web', 'ambiguous'],
    ['what did the VMs crash with?', 'not_understood'],
    ['small VMs', 'ambiguous'],
    ['no, windows', 'not_understood'],
    ['customers in Berlin: stopped VMs', 'ambiguous'],
    ['VMs on worker-1 that can be drained', 'not_understood'],
    ['what does CrashLoopBackOff mean', 'out_of_scope'],
    ['reboot web-01', 'out_of_scope'],
    ['VMs with snapshot issues', 'not_understood'],
    ['no snapshots in prod-web, in the last 30 days', 'ambiguous'],
  ],
});
