import { ERROR_GROUP } from '../statuses';
import { agent, cores, env, notRunning, os, status, strategy } from './makers';
import type { Lexicon } from './senses';

/** English words for the values of fields. */
export const englishValues: Lexicon['entries'] = [
  [
    'running|online|live|powered on|switched on|turned on|alive|active|up|up and running|on',
    status('Running', 'started'),
  ],
  [
    'stopped|off|offline|down|powered off|switched off|turned off|halted|shut down|shutdown|shut off|powered down|not running anymore|inactive|not active|went down|went offline|went dark|gone down|going offline',
    status('Stopped'),
  ],
  ["{don't,do not,doesn't,does not} run", ...notRunning],
  ['paused|suspended|frozen', status('Paused')],
  ['starting|booting|coming up|starting up|powering on|booting up', status('Starting')],
  ['stopping|shutting down|powering off|going down', status('Stopping')],
  ['provisioning|being provisioned|being created', status('Provisioning')],
  ['terminating|being deleted|deleting|being removed', status('Terminating')],
  [
    'migrating|live migrating|being {,live }migrated|in migration|in the middle of {a,their} {,live }migration|in the midst of {a,their} {,live }migration|mid migration|during {a,their} {,live }migration',
    status('Migrating'),
  ],
  [
    'crashloopbackoff|crash loop|crash looping|crashlooping|crashloop|boot loop|boot looping|keeps crashing|keep crashing|crashing|in a crash loop|crash loop back off|crash loop backoff|keep restarting|keeps restarting',
    status('CrashLoopBackOff'),
  ],
  [
    "errorunschedulable|unschedulable|pending|no room|can't be placed|cannot be placed|can't be scheduled|cannot be scheduled|could not be scheduled|not schedulable|couldn't be scheduled|scheduling failed|failed scheduling|failed to schedule|cannot find a node|can't find a node|could not find a node|waiting for a node|waiting to be scheduled|awaiting scheduling|pending scheduling|no node available|could not be placed|{don't,doesn't,do not,does not,can't,cannot,won't} fit {on,onto} {a,any} {node,host,worker}|{don't,doesn't,do not,does not} fit anywhere",
    status('ErrorUnschedulable'),
  ],
  ['errimagepull', status('ErrImagePull')],
  ['imagepullbackoff', status('ImagePullBackOff')],
  [
    "bad image|image pull|image pull errors|image pull error|image pull failed|image pull failure|image pull failures|image pull backoff|can't pull image|cannot pull image|can't pull their image|cannot pull their image|{fail,fails,failing,failed,unable,not able} to pull {,a ,an ,the ,its ,their }image{,s}|{can't,cannot,couldn't,could not} pull {,a ,an ,the ,its ,their }image{,s}|image pull problem{,s}|image pull issue{,s}",
    status(['ErrImagePull', 'ImagePullBackOff']),
  ],
  [
    "errorpvcnotfound|pvc not found|missing pvc|pvc missing|missing a pvc|missing volume claim|pvc is missing|pvcs are missing|missing pvcs|pvc was not found|pvc is not found|pvc cannot be found|pvc does not exist|pvc doesn't exist|volume claim is missing|volume claim missing|volume is missing",
    status('ErrorPvcNotFound'),
  ],
  [
    'datavolumeerror|data volume error|datavolume error|data volume errors|import failed|failed import',
    status('DataVolumeError'),
  ],
  [
    'waitingforvolumebinding|waiting for volume binding|waiting for volume|waiting for volumes|waiting for storage|waiting for volumes to bind|waiting for a volume|waiting for a volume to bind|volume binding|waiting for their volume to be bound|waiting for their volumes to be bound|waiting for its volume to be bound|waiting for volumes to be bound|waiting for a volume to be bound|waiting for volume to be bound|waiting for their volume|waiting for their volumes|waiting for their storage|waiting for their disks',
    status('WaitingForVolumeBinding'),
  ],
  [
    'waitingforreceiver|waiting for receiver|waiting for a receiver|waiting for its receiver|waiting as receiver',
    status('WaitingForReceiver'),
  ],
  ['unknown|lost|unreachable|in unknown state', status('Unknown')],
  [
    "error|errors|failed|failing|fail|fails|failure|failures|broken|unhealthy|in trouble|in error|in an error state|in error state|in a failed state|faulty|problem|problems|problematic|with problems|errored|erroring|not healthy|has errors|have errors|with errors|in bad shape|broke|failed to start|fail to start|fails to start|failing to start|failed to boot|failed to come up|won't start|wont start|will not start|can't start|cannot start|can not start|couldn't start|could not start|unable to start|don't start|doesn't start|did not start|didn't start|not starting|won't boot|can't boot|cannot boot|did not come up|didn't come up|went wrong|went into error|in failed state|failed starting|failed state|error state|error status|failed status|crashed|crashes|crash|became unhealthy|went bad|anything wrong|something wrong|wrong|refuse to start|refuses to start|refusing to start|refuse to boot|having issues|have issues|has issues|with issues|issues|{gone,going} into error|{gone,going} {wrong,bad}",
    status(ERROR_GROUP),
  ],
  [
    'healthy|error free|without errors|without error|without any errors|without problems|with no errors|no errors|no problems|not broken|not failing|ok',
    { is: 'value', field: 'status', op: 'not', value: ERROR_GROUP },
  ],
  ['windows|microsoft windows|win|microsoft', os('Windows')],
  ['windows server|windows servers|microsoft windows server', os('Windows Server')],
  ['linux|gnu/linux', os('Linux')],
  ['rhel|red hat|redhat|red hat enterprise linux', os('RHEL')],
  ['centos|centos stream', os('CentOS')],
  ['fedora', os('Fedora')],
  ['ubuntu', os('Ubuntu')],
  ['debian', os('Debian')],
  ['sles|suse|suse linux', os('SLES')],
  ['{,w}2k12', os('Windows 2012')],
  ['{,w}2k16', os('Windows 2016')],
  ['{,w}2k19', os('Windows 2019')],
  ['{,w}2k22', os('Windows 2022')],
  ['{,w}2k25', os('Windows 2025')],
  ['opensuse', os('openSUSE')],
  ['oracle linux|oraclelinux', os('Oracle Linux')],
  ['almalinux|alma linux', os('AlmaLinux')],
  ['rocky|rocky linux', os('Rocky Linux')],
  ['alpine', os('Alpine')],
  ['cirros', os('CirrOS')],
  ['freebsd', os('FreeBSD')],
  [
    'guest agent connected|agent connected|guest agent reporting|guest agent running|guest agent installed|guest agents installed',
    agent(true),
  ],
  [
    'guest agent not connected|guest agent missing|agent not connected|guest agent not reporting|guest agent disconnected|guest agent not installed|guest agent not running',
    agent(false),
  ],
  ['run strategy always|should always run|always running|always on', strategy('Always')],
  ['rerunonfailure|rerun on failure', strategy('RerunOnFailure')],
  ['run strategy manual|manually started', strategy('Manual')],
  ['run strategy halted', strategy('Halted')],
  ['run strategy once', strategy('Once')],
  ['single core|one core|single cpu|single vcpu', cores(1)],
  ['dual core', cores(2)],
  ['quad core', cores(4)],
  ['prod|production|prd', env('prod', 'production', 'prd')],
  ['dev|development|devel', env('dev', 'development', 'devel')],
  ['test|testing|tst', env('test', 'testing', 'tst')],
  ['stage|staging|stg', env('stage', 'staging', 'stg')],
  ['qa|quality assurance', env('qa')],
  ['uat|acceptance', env('uat', 'acceptance')],
  ['preprod|pre production|preproduction', env('preprod', 'pre-prod', 'preproduction')],
  ['sandbox', env('sandbox')],
  [
    'created|made|creation date|created on|added|provisioned|deployed|built|spun up|set up|introduced|born',
    { is: 'anchor', field: 'created' },
  ],
  [
    'started|booted|restarted|came up|up since|rebooted|uptime|started up|came online|came back|came back up|launched',
    { is: 'anchor', field: 'started' },
  ],
  [
    'changed|changed state|changed status|state changed|status changed',
    { is: 'anchor', field: 'changed' },
  ],
  ['old|of age', { is: 'old' }, { is: 'vague', about: 'time' }],
  [
    'recently|recent|lately|a while|for a while|long ago|a long time|soon|for long|for a long time|ancient|fresh|stuck',
    { is: 'vague', about: 'time' },
  ],
  [
    'new|newly created|brand new',
    { is: 'vague', about: 'time' },
    { is: 'anchor', field: 'created' },
  ],
  [
    'big|large|huge|small|tiny|medium sized|oversized|undersized|a lot of|lots of|many|few|much',
    { is: 'vague', about: 'size' },
  ],
];
