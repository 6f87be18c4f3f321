import { describeLanguage } from '../testing/languages';

describeLanguage('en', {
  reads: [
    ['running and not stopped', 'Status is Running, Status is not Stopped'],
    ['running or not running', 'Status is Running or Status is not Running'],
    [
      'older than 10 days and newer than 30 days',
      'Created before 2026-11-10 14:30 UTC, Created since 2026-10-21 14:30 UTC',
    ],
  ],
  refuses: [
    // A machine has one of each.
    ['VMs in shop on worker-1 in prod-web', 'ambiguous'],
    ['running VMs that are stopped', 'ambiguous'],
    ['paused or stopped VMs that are not paused and not stopped', 'ambiguous'],
    // What is said and denied, in either order.
    ['running but not ready', 'ambiguous'],
    ['not ready but running', 'ambiguous'],
    // Limits that leave nothing.
    ['older than 30 days and newer than 10 days', 'ambiguous'],
  ],
});
