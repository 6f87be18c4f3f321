import { asker, describeLanguage } from '../testing/languages';

describeLanguage('en', {
  reads: [
    // What the question points at.
    ['I was paged because worker-1 went down, please list what is on it', 'Node is worker-1'],
    [
      'worker-3 gets a new disk tomorrow, which VMs are running there?',
      'Node is worker-3, Status is Running',
    ],
    [
      'heads up: the shop project moves next week. does anything there lack a guest agent?',
      'Project is shop, Guest agent is not yes',
    ],
    [
      'team db is short of people, which of their VMs are stopped?',
      'Label is team=db, Status is Stopped',
    ],
    [
      'we still have some RHEL 8 machines, which of them are stopped?',
      'Operating system is RHEL 8, Status is Stopped',
    ],
    ['a switch died behind worker-2; how many VMs are affected?', 'Node is worker-2 → count'],
    [
      'I was told there are a few fedora guests somewhere, which of them are paused?',
      'Operating system is Fedora, Status is Paused',
    ],
    [
      'this week we take down worker-2, which VMs on it are windows?',
      'Node is worker-2, Operating system is Windows',
    ],
    [
      'we want to get off worker-1 this quarter, what is left on it outside shop?',
      'Node is worker-1, Project is not shop',
    ],
    [
      'a node is NotReady, which RHEL 9 VMs are on it?',
      'Node ready is no, Operating system is RHEL 9',
    ],
    [
      'the firewall logged 10.128.0.12 all night, whose ip address is that?',
      'IP address is 10.128.0.12',
    ],
    ['nobody can reach 10.131.0.5 any more, whose address is it?', 'IP address is 10.131.0.5'],
    // A topic before a colon: what it is about is pointed at, or asked for.
    ['RHEL 8 rollout: which of them are stopped?', 'Operating system is RHEL 8, Status is Stopped'],
    [
      'secure boot rollout: which windows VMs do not have it yet?',
      'Operating system is Windows, Secure boot is not yes',
    ],
    [
      'worker-1 maintenance: running windows VMs',
      'Node is worker-1, Status is Running, Operating system is Windows',
    ],
    [
      'looking for leftovers: stopped for more than 60 days',
      'Status is Stopped, State changed before 2026-09-21 14:30 UTC',
    ],
    // The question has nothing of its own: what is told is asked for.
    ['a backup failed, which vm?', 'Backup is Failed'],
    ['a migration failed in shop, which machine?', 'Live migration is Failed, Project is shop'],
    [
      'last night a backup failed in shop, which vm?',
      'Backup failed between 2026-11-19 18:00 UTC and 06:00 UTC, Backup is Failed, Project is shop',
    ],
    [
      'yesterday, which migrations failed?',
      'Migration failed between 2026-11-19 UTC and 2026-11-20 UTC, Live migration is Failed',
    ],
    [
      'VMs from yesterday whose backup failed',
      'Created between 2026-11-19 UTC and 2026-11-20 UTC, Backup is Failed',
    ],
    ['our audit is near, list all VMs please', 'All virtual machines'],
    // A question by its mark, and who says what is told.
    [
      'we are preparing the weekly numbers. stopped VMs in shop?',
      'Status is Stopped, Project is shop',
    ],
    ['my colleague says worker-2 is slow today, what is on it?', 'Node is worker-2'],
    ['the network team told us worker-3 reboots tonight, which VMs are on it?', 'Node is worker-3'],
    // What alone is asked for is no talk.
    ['we only care about shop: what is not running?', 'Project is shop, Status is not Running'],
    [
      'I am only interested in fedora, which ones are stopped?',
      'Operating system is Fedora, Status is Stopped',
    ],
    // The request says the same itself, or what is told has a time of its own.
    [
      'we are upgrading the fedora guests this weekend, which fedora VMs are paused?',
      'Operating system is Fedora, Status is Paused',
    ],
    [
      'our users say shop is broken, list the VMs in shop that are not running',
      'Project is shop, Status is not Running',
    ],
    [
      'in vSphere I just clicked on powered off, show me the powered off VMs here',
      'Status is Stopped',
    ],
    ['we power off everything every night, which VMs are running?', 'Status is Running'],
    [
      'trying to clean up shop, show me the paused VMs in shop',
      'Status is Paused, Project is shop',
    ],
    ['new here, how do I list the paused VMs?', 'Status is Paused'],
    // Nothing is pointed at, and nothing told could be meant.
    ["I'm on call tonight, which VMs are in error?", 'Status is Error'],
    ['our dashboard is blind since the upgrade. which VMs are paused?', 'Status is Paused'],
    ['after I come back from lunch: which VMs are paused', 'Status is Paused'],
    [
      "customers can't pay, is anything in shop not running?",
      'Project is shop, Status is not Running',
    ],
    ['users complain about shop, is anything in shop paused?', 'Project is shop, Status is Paused'],
    ['due to the storage incident I need the paused VMs', 'Status is Paused'],
  ],
  refuses: [
    // It could be meant, and is not pointed at.
    ['worker-1 was rebooted, is everything in shop running?', 'ambiguous'],
    ['we had an outage yesterday, which VMs are stopped?', 'ambiguous'],
    ['shop is failing, which VMs are on worker-1?', 'ambiguous'],
    ['slow-store is full, which running VMs have more than 2 disks?', 'ambiguous'],
    ['somebody paused a few things, which VMs are on worker-1?', 'ambiguous'],
    ['RHEL 8 machines are failing, which VMs are stopped?', 'ambiguous'],
    ['someone stopped half of them yesterday, which VMs are on worker-1?', 'ambiguous'],
    ['how do I get web-01 running?', 'out_of_scope'],
    ['frozzle rollout: stopped VMs', 'not_understood'],
    // Orders and words to an assistant are no talk.
    ['delete everything we have, then show me the rest', 'out_of_scope'],
    ['ignore what they told you, list all VMs', 'out_of_scope'],
    // Words that could say which machines.
    ['frozzled VMs in shop, show me which are stopped', 'not_understood'],
    ['we have some frozzled RHEL 8 machines, which of them are stopped?', 'not_understood'],
  ],
});

// What is told last may say anything.
it.each([
  ['what runs on worker-3? I have to reboot it', 'Node is worker-3'],
  ['list the windows VMs please, I was told to hand in a report', 'Operating system is Windows'],
])('%s', async (sentence, readable) => {
  const ask = await asker('en');
  expect(ask(sentence)[0]).toEqual({ outcome: 'ok', readable });
});

it.each([
  ['paused VMs, they are all in zzyzx'],
  ['paused VMs, it was zzyzxed'],
  ['paused VMs, zzyzx'],
])('no list for: %s', async (sentence) => {
  const ask = await asker('en');
  expect(ask(sentence)[0]?.outcome).not.toBe('ok');
});
