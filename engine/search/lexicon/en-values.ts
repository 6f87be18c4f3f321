import { ERROR_GROUP } from '../statuses';
import { agent, areNot, env, nics, notRunning, os, status, strategy } from './makers';
import type { Lexicon } from './senses';

type Entry = Lexicon['entries'][number];

/** A server without its maker: "server 2019". */
const WINDOWS_SERVERS = ['2012', '2016', '2019', '2022', '2025'];

/** English words for the values of fields. */
export const englishValues: Lexicon['entries'] = [
  [
    'running|online|live|powered on|switched on|turned on|alive|active|up|up and running|on',
    status('Running', 'started'),
  ],
  [
    'stopped|off|offline|down|powered off|switched off|turned off|halted|shut down|shutdown|shut off|powered down|downed|not running anymore|inactive|not active|went down|went offline|went dark|gone down|going offline',
    status('Stopped'),
  ],
  ["{don't,do not,doesn't,does not,not,is not,are not} run", ...notRunning],
  ['paused|suspended|frozen|on pause', status('Paused')],
  ['starting|booting|coming up|starting up|powering on|booting up', status('Starting')],
  ['stopping|shutting down|powering off|going down', status('Stopping')],
  ['provisioning|being provisioned|being created', status('Provisioning')],
  [
    'terminating|being deleted|deleting|being removed|in deletion|being torn down',
    status('Terminating'),
  ],
  [
    'migrating|live migrating|being {,live }migrated|in migration|mid migration|during {a,their} {,live }migration',
    status('Migrating'),
  ],
  [
    'crashloopbackoff|crash loop|crash looping|crashlooping|crashloop|boot loop|boot looping|crashing|in a crash loop|crash loop back off|crash loop backoff|crash loops|crashloops|in crashloop|in a crashloop',
    status('CrashLoopBackOff'),
  ],
  [
    "errorunschedulable|unschedulable|unsched|pending|not schedulable|scheduling failed|failed scheduling|failed to schedule|waiting for a node|waiting to be scheduled|awaiting scheduling|pending scheduling|{can't,cannot,can not,couldn't,could not} be {placed,scheduled}{, on a node, on any node, on a host, on any host, anywhere}|{can't,cannot,can not,couldn't,could not} find a {node,host}",
    status('ErrorUnschedulable'),
  ],
  ['errimagepull', status('ErrImagePull')],
  ['imagepullbackoff', status('ImagePullBackOff')],
  [
    "errorpvcnotfound|pvc not found|missing {,a ,its ,their }{pvc,volume claim}|pvc missing|pvc is missing|pvcs are missing|missing pvcs|pvc was not found|pvc is not found|pvc cannot be found|pvc does not exist|pvc doesn't exist|volume claim is missing|volume claim missing|volume is missing",
    status('ErrorPvcNotFound'),
  ],
  ['unknown|lost|unreachable|in unknown state', status('Unknown')],
  [
    "error|err|errs|failed|failing|fail|fails|broken|unhealthy|in trouble|in error|{,in ,in a ,in an }{error,failed,bad} {state,status}|errored|not healthy|broke|break|breaks|{failed to,fail to,fails to,failing to,refuse to,refuses to,refusing to,unable to,won't,will not,can't,cannot,can not,couldn't,could not,don't,doesn't,didn't,did not} {start,boot,come up}|wont start|not {starting,booting,coming up,booting up}|went wrong|went into error|failed starting|crashed|died|{has,have} died|became unhealthy|went bad|anything wrong|something wrong|wrong|not ok|{gone,going} into error|{gone,going} {wrong,bad}",
    status(ERROR_GROUP),
  ],
  [
    '{,with ,with any ,have ,has ,having ,reporting ,throwing ,showing ,raising ,hitting ,seeing }{errors,problems,issues}|failure|failures|problem|crash|crashes',
    { is: 'value', field: 'status', value: ERROR_GROUP, anchor: 'changed', happens: true },
  ],
  [
    'healthy|error free|without errors|without error|without any errors|without problems|with no errors|no errors|no problems|not broken|not failing|ok',
    { is: 'value', field: 'status', op: 'not', value: ERROR_GROUP },
  ],
  ['windows|microsoft windows|win|microsoft', os('Windows')],
  ['windows server|windows servers|microsoft windows server', os('Windows Server')],
  ...WINDOWS_SERVERS.map((year): Entry => [`server{,s} ${year}`, os(`Windows ${year}`)]),
  ['linux|gnu/linux', os('Linux')],
  ['rhel|red hat|redhat|red hat enterprise linux|el', os('RHEL')],
  ['centos|centos stream', os('CentOS')],
  ['{,centos }stream 8', os('CentOS 8')],
  ['{,centos }stream 9', os('CentOS 9')],
  ['{,centos }stream 10', os('CentOS 10')],
  ['fedora', os('Fedora')],
  ['ubuntu', os('Ubuntu')],
  ['debian', os('Debian')],
  ['sles|suse|suse linux', os('SLES')],
  ['{,w}2k12', os('Windows 2012')],
  ['{,w}2k16', os('Windows 2016')],
  ['{,w}2k19', os('Windows 2019')],
  ['{,w}2k22', os('Windows 2022')],
  ['{,w}2k25', os('Windows 2025')],
  [
    'guest agent connected|agent connected|guest agent reporting|guest agent running|guest agent installed|guest agents installed',
    agent(true),
  ],
  [
    'guest agent not connected|guest agent missing|agent not connected|guest agent not reporting|guest agent disconnected|guest agent not installed|guest agent not running',
    agent(false),
  ],
  [
    'run strategy always|always run strategy|should always run|always running|always on|{should,must,ought to} be {running,up,on,online}|{supposed,meant} to {be running,be up,run}',
    strategy('Always'),
  ],
  ["but {are,is} not|{but,yet,and} {aren't,isn't}|{yet,and} {are,is} not", ...areNot],
  ["but {aren't,isn't,are not,is not} running", ...notRunning],
  ['rerunonfailure|rerun on failure', strategy('RerunOnFailure')],
  ['run strategy manual|manual run strategy|manually started', strategy('Manual')],
  ['run strategy halted|halted run strategy', strategy('Halted')],
  ['run strategy once|once run strategy', strategy('Once')],
  [
    '{secondary,additional,second,extra} {network,nic,interface,network interface,vnic}{,s}',
    nics(2, 'gte'),
  ],
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
    'started|booted|restarted|came up|rebooted|uptime|started up|came online|came back|came back up|came back online|launched|{a ,}reboot|reboots|{a ,}restart|restarts',
    { is: 'anchor', field: 'started' },
  ],
  [
    'changed|changed state|changed status|state changed|status changed|{state,status} change|{state,status} changes|change{,s} of {state,status}',
    { is: 'anchor', field: 'changed' },
  ],
  ['old|of age', { is: 'old' }, { is: 'vague', about: 'time' }],
  // Alone it says too little; before a state it says nothing more.
  ['stuck|hung', { is: 'vague', about: 'time' }, { is: 'filler' }],
  [
    'recently|recent|lately|a while|for a while|long ago|a long time|soon|for long|for a long time|for some time|some time ago',
    { is: 'vague', about: 'time' },
  ],
  [
    'new|newly created|brand new',
    { is: 'vague', about: 'time' },
    { is: 'anchor', field: 'created' },
  ],
  ['big|large|huge|small|tiny|a lot of|lots of|many|few|much', { is: 'vague', about: 'size' }],
];
