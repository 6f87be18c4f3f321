import { describeLanguage } from '../testing/languages';

describeLanguage('en', {
  reads: [
    // As the console's own search writes them.
    ['has:gpu,host', 'GPU is known or Host device is known'],
    ['has:host', 'Host device is known'],
    ['created:last-7-days', 'Created since 2026-11-13 14:30 UTC'],
    ['created:from-2026-11-01', 'Created since 2026-11-01 UTC'],
    [
      'created:from-2026-11-01,to-2026-11-10',
      'Created since 2026-11-01 UTC, Created before 2026-11-11 UTC',
    ],
    [
      'created:yesterday,today',
      'Created between 2026-11-19 UTC and 2026-11-20 UTC or Created between 2026-11-20 UTC and 2026-11-21 UTC',
    ],
    ['scheduling:affinityRules', 'Affinity rules is yes'],
    ['scheduling:affinityRules,nodeSelector', 'Affinity rules is yes or Node selector is yes'],
    ['guestagent:reporting', 'Guest agent is yes'],
    ['guestagent:notReporting status:Running', 'Guest agent is not yes, Status is Running'],
    // Yes, no, and how long ago, of whatever is searched by.
    ['migratable:no', 'Live migratable is not yes'],
    ['protected:true', 'Deletion protection is yes'],
    ['snapshot:none', 'Snapshot is missing'],
    ['ip:none in prod-web', 'IP address is missing, Project is prod-web'],
    ['gpu:yes', 'GPU is known'],
    ['secureboot:on', 'Secure boot is yes'],
    ['running:false', 'Status is not Running'],
    ['team:none', 'Label lacks team'],
    ['group:finance', 'Folder is finance'],
    ['migrated:7d', 'Migrated since 2026-11-13 14:30 UTC'],
    ['status:off', 'Status is Stopped'],
  ],
  refuses: [
    ['pool:none', 'not_understood'],
    ['stopped:7d', 'not_understood'],
    ['created:last-7-moons', 'not_understood'],
  ],
});
