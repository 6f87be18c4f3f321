import { describeLanguage } from '../testing/languages';

describeLanguage('en', {
  reads: [
    // What the list is wanted for.
    ['list every VM in prod-web so I can check the licences', 'Project is prod-web'],
    ['stopped VMs, we need this for the compliance review next week', 'Status is Stopped'],
    ['before I drain worker-1 tonight: which VMs are there', 'Node is worker-1'],
    [
      'we need to patch RHEL 8 this weekend - which VMs are affected?',
      'Operating system is RHEL 8',
    ],
    ['in order to free memory, list paused VMs', 'Status is Paused'],
    ['ahead of the maintenance window: VMs on worker-1', 'Node is worker-1'],
    // How one asks.
    ['could you kindly pull together a list of paused VMs', 'Status is Paused'],
    ["hi team, we've been asked to find all windows VMs, thanks!", 'Operating system is Windows'],
    ['the security team asked for all paused VMs', 'Status is Paused'],
    ['would it be possible to see which VMs are on worker-1?', 'Node is worker-1'],
    ['[URGENT] which VMs are down?', 'Status is Stopped'],
    ['this might be a stupid question, but which VMs are paused', 'Status is Paused'],
    ["I can't remember the name but it's a windows VM", 'Operating system is Windows'],
    ['VMs stopped for a week', 'Status is Stopped, State changed before 2026-11-13 14:30 UTC'],
  ],
  refuses: [
    ['VMs for decommissioning', 'not_understood'],
    ['stopped VMs for the finance team', 'not_understood'],
    ['VMs scheduled for maintenance', 'not_understood'],
    ['VMs stopped for maintenance', 'not_understood'],
    ['VMs to delete', 'out_of_scope'],
    ['we need to delete all stopped VMs', 'out_of_scope'],
    ['to save memory, stop the paused VMs', 'out_of_scope'],
    ['so that we can save memory delete the paused VMs', 'out_of_scope'],
    ['important VMs', 'not_understood'],
    ['VMs affected by the incident', 'not_understood'],
    ["thanks, that's all for now", 'not_understood'],
  ],
});
