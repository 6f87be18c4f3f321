import { describeLanguage } from '../testing/languages';

// CLUSTER has the labels app and team.
describeLanguage('en', {
  reads: [
    ['VMs missing the app label or the team label', 'Label lacks app or Label lacks team'],
    ['machines that lack the team label or the app label', 'Label lacks team or Label lacks app'],
    ['VMs that are missing either app or team', 'Label lacks app or Label lacks team'],
    ['VMs lacking a backup or a snapshot', 'Backup is missing or Snapshot is missing'],
    ['VMs missing a guest agent or a backup', 'Guest agent is not yes or Backup is missing'],
    [
      'VMs in shop missing an app or a team label',
      'Project is shop, (Label lacks app or Label lacks team)',
    ],
    [
      'VMs in shop with no backup or no snapshot',
      'Project is shop, (Backup is missing or Snapshot is missing)',
    ],
    [
      'shop VMs missing an app label, a team label or a backup',
      'Project is shop, (Label lacks app or Label lacks team or Backup is missing)',
    ],
    ['VMs where the app label or the team label is missing', 'Label lacks app or Label lacks team'],
    [
      'VMs missing a backup or a snapshot and running',
      '(Backup is missing or Snapshot is missing), Status is Running',
    ],
    // A value that says itself what is missing.
    ['machines with missing PVC or backup', 'Status is ErrorPvcNotFound or Backup is missing'],
    [
      'shop machines that are missing a PVC or the team label',
      'Project is shop, (Status is ErrorPvcNotFound or Label lacks team)',
    ],
    ['missing PVC and no backup', 'Status is ErrorPvcNotFound, Backup is missing'],
    ['VMs with pvc missing or snapshot', 'Status is ErrorPvcNotFound or Snapshot is missing'],
    ['pvc missing or team label', 'Status is ErrorPvcNotFound or Label lacks team'],
    ['missing pvc and team label', 'Status is ErrorPvcNotFound, Label lacks team'],
    ['missing PVC or stopped', 'Status is ErrorPvcNotFound or Stopped'],
    ['missing PVC or with a snapshot', 'Status is ErrorPvcNotFound or Snapshot is known'],
    ['missing PVC or failed snapshot', 'Status is ErrorPvcNotFound or Snapshot is Failed'],
    // What the last of two has not is told behind it.
    ['the team label exists but app does not', 'Label has team, Label lacks app'],
    ["VMs where label app is there, label team isn't", 'Label has app, Label lacks team'],
    [
      'VMs in shop where the app label exists and the team label does not',
      'Project is shop, Label has app, Label lacks team',
    ],
    // Both are missing.
    ['VMs missing the app label and the team label', 'not (Label has app or Label has team)'],
    ['VMs whose app label and team label are absent', 'not (Label has app or Label has team)'],
    ['VMs without the app or team label', 'not (Label has app or Label has team)'],
  ],
  refuses: [
    ['the app label does not', 'not_understood'],
    ['running in shop but web-01 is not', 'not_understood'],
    // What the word takes in is not sure.
    ['VMs missing a backup or stopped', 'ambiguous'],
    ['VMs missing a backup or a snapshot older than 7 days', 'ambiguous'],
    ['VMs with a gpu or backup missing', 'not_understood'],
    ['VMs without a backup or a snapshot', 'ambiguous'],
  ],
});

describeLanguage('de', {
  reads: [
    ['VMs, denen ein Backup oder ein Snapshot fehlt', 'Backup is missing or Snapshot is missing'],
    ['VMs, denen Backup und Snapshot fehlen', 'Backup is missing, Snapshot is missing'],
    ['VMs, denen das Label app oder das Label team fehlt', 'Label lacks app or Label lacks team'],
  ],
  refuses: [['VMs, denen etwas oder ein Snapshot fehlt', 'not_understood']],
});

describeLanguage('fr', {
  reads: [
    ['VM dont la sauvegarde ou le snapshot est absent', 'Backup is missing or Snapshot is missing'],
  ],
  refuses: [['VM sans sauvegarde ou chose', 'not_understood']],
});

describeLanguage('zh', {
  reads: [['缺少 app 标签或 team 标签的虚拟机', 'Label lacks app or Label lacks team']],
  refuses: [['缺少什么东西的虚拟机', 'not_understood']],
});
