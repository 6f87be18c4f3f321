import { ERROR_GROUP } from '../statuses';
import { cores, env, nics, os, reported } from './makers';
import type { Lexicon, Sense } from './senses';

const field = (name: string): Sense => ({ is: 'field', field: name });
const place = (prefers: 'namespace' | 'node' | 'network' | 'storageClass'): Sense => ({
  is: 'place',
  prefers,
});
const filler: Sense = { is: 'filler' };

/** Words that other platforms have for the same things. */
const platforms: Lexicon['entries'] = [
  [
    'datastore{,s}|data store{,s}|storage {profile,backend,pool,policy,type,tier}{,s}',
    field('storageClass'),
  ],
  [
    '{port ,port}group{,s}|vswitch{,es}|network {segment,label}{,s}|net{,s}|segment{,s}|lan{,s}',
    field('network'),
  ],
  [
    'compute {node,host}{,s}|{worker,cluster,physical,bare metal} {node,host,server,machine}{,s}|hypervisor {host,node}{,s}|kvm host{,s}|blade{,s}',
    field('node'),
  ],
  [
    'tenant{,s}|workspace{,s}|{ocp,openshift,k8s,kubernetes} {project,namespace}{,s}',
    field('namespace'),
  ],
  [
    '{vm ,}flavor{s,}|{vm ,}flavour{s,}|{vm ,machine }{size class,type,profile}{,s}|machine class{,es}|t-shirt size{,s}',
    field('instancetype'),
  ],
  [
    'vmdk{,s}|qcow2{,s}|{hard disk,hard drive,harddisk,hdd,virtual hard disk,data disk,persistent disk,persistent volume,block device,lun}{,s}',
    field('disk'),
    field('diskCount'),
  ],
  [
    'checkpoint{,s}|restore point{,s}|point-in-time {copy,copies}',
    field('snapshot'),
    field('snapshotCount'),
  ],
  ['{bkp,bkup,bckp,back-up,back up}{,s}|{backup,safety,security} cop{y,ies}', field('backup')],
  ['availability-zone{,s}|azs|fault domain{,s}', field('zone')],
  ['{vm ,}golden image{,s}|{source ,base ,os ,boot }image{,s}', field('bootSource')],
];

/** Attributes in other words. */
const attributes: Lexicon['entries'] = [
  ['single core|one core|single cpu|single vcpu', cores(1)],
  ['dual core', cores(2)],
  ['quad core', cores(4)],
  ['{single,one}-disk', { is: 'value', field: 'diskCount', value: 1 }],
  ['{two,dual}-disk', { is: 'value', field: 'diskCount', value: 2 }],
  ['dual homed', nics(2)],
  ['multi {homed,nic,network,interface}|multihomed|multinic', nics(2, 'gte')],
  ['{storage ,live ,}vmotion{,s}|live relocation{,s}', field('migration')],
  [
    '{created,built,made,deployed,added} {most recently,latest}',
    { is: 'superlative', field: 'created', descending: true },
  ],
  [
    '{started,booted,restarted,rebooted} {most recently,latest}',
    { is: 'superlative', field: 'started', descending: true },
  ],
  ['{backup,backups} {ran,happened,took place,was done,was run,went through}', field('backup')],
  [
    '{last,latest,most recent} {live ,}migration {failed,has failed,did not succeed,went wrong}|{live ,}migration{,s} {that ,which ,}{went wrong,unsuccessful,broke,aborted,was aborted,were aborted}|{failed,aborted} vmotion{,s}|vmotion{,s} failed',
    { is: 'value', field: 'migration', value: 'Failed' },
  ],
  [
    "snapshot{,s} {that ,which ,}{didn't,did not,never} {complete,finish,work}|{incomplete,aborted} snapshot{,s}",
    { is: 'value', field: 'snapshot', value: 'Failed' },
  ],
  [
    '{single,only one,just one} {nic,network interface,network card,network adapter,interface}|single-nic',
    nics(1),
  ],
  ['{co-,co,col}located with|alongside|{neighbour,neighbor}{s,} of', { is: 'beside' }],
  ['medium sized|oversized|undersized', { is: 'vague', about: 'size' }],
  ['ancient|fresh|for ages|for ever|forever', { is: 'vague', about: 'time' }],
  ['prefixed{, with}|with prefix', { is: 'match', op: 'startsWith' }],
  ['suffixed with|with suffix', { is: 'match', op: 'endsWith' }],
  ['exceed{,s,ing}|in excess of|upwards of', { is: 'compare', op: 'gt' }],
  ['on every', { is: 'group' }],
  ['power{, state, status}', field('status')],
  ['affinityrules|drs rule{,s}', field('affinity')],
  [
    '{disk,disks,volume,volumes,pvc,pvcs,claim,claims} on{, both}',
    place('storageClass'),
    field('disk'),
    field('diskCount'),
  ],
  ...(['ReadWriteOnce', 'ReadWriteMany', 'ReadOnlyMany'] as const).map(
    (mode, index): Lexicon['entries'][number] => [
      `{${mode.toLowerCase()},${['rwo', 'rwx', 'rox'][index] ?? ''}} access{, mode}`,
      { is: 'value', field: 'accessMode', value: mode },
    ],
  ),
  ['deployed {on,onto}', place('node'), { is: 'anchor', field: 'created' }],
  ['{storage,data} on', place('storageClass')],
  [
    '{can,could} {i,we} {live migrate,live-migrate,vmotion}',
    { is: 'value', field: 'migratable', value: true },
  ],
  [
    '{vmotion,live migration,migration} candidate{,s}',
    { is: 'value', field: 'migratable', value: true },
  ],
  ['connected {guest ,}agent{,s}', { is: 'value', field: 'guestAgent', value: true }],
  ['disconnected {guest ,}agent{,s}', { is: 'value', field: 'guestAgent', value: false }],
  ['networking', field('network')],
  ['{,we ,that we }lost contact with', { is: 'value', field: 'status', value: 'Unknown' }],
  ['{,stone }dead', { is: 'value', field: 'status', value: ERROR_GROUP, anchor: 'changed' }],
  ['in need of {a ,}{restart,reboot}', { is: 'value', field: 'restartRequired', value: true }],
  ['without {,any ,an ,a }{interruption,interruptions,break}', filler],
  ['leftover{,s}', { is: 'noun' }],
  ['{by,via,through} {,a }{live migration,vmotion}', filler],
  [
    'pinned {with,by,via,through} {,a }node selector{,s}',
    { is: 'value', field: 'nodeSelector', value: true },
  ],
  ['eating|eating up|occupy|occupies|occupying', place('storageClass')],
  ['over {in,at}', place('namespace')],
  ['over on', place('node')],
  ['{or,and} {bigger,larger}', { is: 'suffix', op: 'gte' }],
  ['take|takes|eat|eats', { is: 'owns' }],
  ['{keeping,keep,still keeping} {disks,disk,volumes,data} on', place('storageClass')],
  [
    'passed-through {host ,}{device,devices}|passed through {host ,}{device,devices}',
    field('hostDevice'),
  ],
  [
    '{vmotion,live vmotion} {failure,failures,error,errors}',
    { is: 'value', field: 'migration', value: 'Failed' },
  ],
  ['built {for,from}|made from|compiled for|in the middle of', filler],
  ['{stuck,hanging,hung} {because,as} {they,it}', filler],
  ...(['snapshot', 'backup', 'migration'] as const).map((thing): Lexicon['entries'][number] => [
    `had {,their ,its ,a ,the }{last ,latest ,}${thing}{,s} {fail,failing,go wrong}`,
    { is: 'value', field: thing, value: 'Failed' },
  ]),
  ['set|entered|filled in|given', { is: 'there' }],
  ['{with ,having ,of ,and ,set to }{the ,}value|set to', { is: 'compare', op: 'is' }],
  [
    '{because of,due to} {an ,some ,}{error,errors,failure,problem}',
    { is: 'value', field: 'status', value: ERROR_GROUP },
  ],
  [
    '{provisioned,allocated,assigned,configured,requested} {disk,disks,storage,disk space,disk capacity,storage capacity}',
    field('diskSize'),
  ],
  ['{provisioned,allocated,assigned,configured} {memory,ram}', field('memory')],
  ['{provisioned,allocated,assigned,configured} {vcpu,cpu,core}{s,}', field('vcpu')],
  ['{charged,billed,booked} to', { is: 'owned', loose: true }],
  ['counted', { is: 'count' }],
  ['conected|connectd|connceted|conencted', { is: 'there' }],
  ['{folks,people,guys,crew,department} {run,own,operate,have}', { is: 'owns' }],
  ['running {a ,an ,}{microsoft,windows} {os,operating system}', os('Windows')],
  ['not {a single,one single,even one,even a single}', { is: 'not', how: 'plain' }],
  [
    "{cannot,can't,can not} {be migrated,migrate,be moved} live",
    { is: 'value', field: 'migratable', value: false },
  ],
  [
    'single root {io,i/o,input output} virtuali{z,s}ation|{passthrough,pass-through,direct} nic{,s}|virtual function{,s}',
    { is: 'value', field: 'binding', value: 'SR-IOV' },
  ],
  [
    '{exclusive,reserved,isolated,own,fixed} {cpu,cpus,core,cores,vcpu,vcpus}|cpu{s,} {reserved,pinning,affinity pinned}|dedicatedcpuplacement|cpu {isolation,placement}|{pinned,dedicated,exclusive} {cpu ,}{processors,threads,vcpus}|{cpu,cpus,cores} {pinned,dedicated} to {them,it,the vm}',
    field('dedicatedCpu'),
  ],
  [
    '{huge,large,big} {memory ,ram ,}pages|{huge,large} page{,s} memory|1g pages|2m pages',
    field('hugepages'),
  ],
  ['uefi secure boot|{uefi,efi} secureboot|secure-boot|secured boot', field('secureBoot')],
  [
    'tpm{ ,-}{chip,module,chips}|virtual {trusted platform module,tpm chip}|tpm2|tpm2.0',
    field('tpm'),
  ],
  [
    '{usb,pci,pcie,pci-e} {passthrough,pass-through,device,devices,dongle,dongles,card,cards,stick,sticks}|{usb,pci} or {usb,pci} {passthrough,device,devices,host devices}|{usb,pci} or {usb,pci}|{physical,real,hardware,passed-through} {device,devices}{, of the host, of the node, from the host}|{hardware,device} {passthrough,pass-through}|dongle{,s}',
    field('hostDevice'),
  ],
  [
    '{gpu,gpus}-{enabled,equipped,backed}|{graphics,video} {adapter,card,processor,accelerator}{,s}|{nvidia,graphics} gpu{,s}|accelerator{,s}',
    field('gpu'),
  ],
  [
    '{optical,dvd,cd,install,installation} {media,medium,disc,disk,image}|{iso,cd,dvd}s|installation iso{,s}|iso file{,s}|virtual {cd,dvd}{,s}|cd image{,s}',
    field('cdrom'),
  ],
  ['multi-{nic,homed,network}', nics(2, 'gte')],
  [
    'not x86{,_64}|non-x86|non x86',
    { is: 'value', field: 'architecture', op: 'not', value: 'amd64' },
  ],
  [
    '{intel,amd} {architecture,cpus}|intel-based|64-bit x86',
    { is: 'value', field: 'architecture', value: 'amd64' },
  ],
  [
    'arm-based|arm{ ,-}{vms,machines,architecture,guests}|on arm',
    { is: 'value', field: 'architecture', value: 'arm64' },
  ],
  [
    'run strategies|runstrategies|strategies|start policy|restart policy|power policy',
    field('runStrategy'),
  ],
  [
    '{supposed,meant} to be {off,stopped,down,halted,powered off}|{should,must} be {off,stopped,down,powered off}|{wanted,desired,intended} {off,stopped}',
    { is: 'value', field: 'runStrategy', value: 'Halted' },
  ],
  [
    '{supposed,meant,expected} to be {running,up,on,online}',
    { is: 'value', field: 'runStrategy', value: 'Always' },
  ],
  [
    '{scheduling,schedule} {disabled,off}|schedulingdisabled|closed to {new ,}{pods,vms,workloads}|not accepting {new ,}{pods,vms,workloads}',
    { is: 'hostState', field: 'nodeCordoned', value: true },
  ],
  [
    '{gone,not responding,unresponsive,crashed,out of order,out of service,not available,in trouble}',
    { is: 'hostState', field: 'nodeReady', value: false },
  ],
  [
    '{guest ,vm ,}{operating system,os}{es,} {is,are,being,=}|guest operating system{,s}|{os,guest os} family',
    field('os'),
  ],
  [
    '{microsoft,ms} {os,operating system,server}|windows {os,operating system,based,boxes}|windows-based|{win,windows} family',
    os('Windows'),
  ],
  ['linux-based|{any ,}{flavour,flavor,kind,type} of linux|tux', os('Linux')],
  ['{rhel,red hat}-based', os('RHEL')],
  ['{suse,sles}-based|suse enterprise|suse linux enterprise{, server}', os('SLES')],
  [
    '{created,built,made,added} first|first one ever|very first|the very first|first ever|earliest',
    { is: 'superlative', field: 'created', descending: false },
  ],
  [
    '{very ,}{last,latest} one {created,built,added}|very {last,latest}|newly-created|newest one',
    { is: 'superlative', field: 'created', descending: true },
  ],
  [
    '{appeared,showed up,were born,was born,came into being,came into existence,came to life,got created,got built,got deployed,popped up,stood up,rolled out,turned up,commissioned,onboarded,cloned in}',
    { is: 'anchor', field: 'created' },
  ],
  ['mid-day|midday', { is: 'clock', hour: 12 }],
  ['lst', { is: 'last', rolling: false }],
  ['{in,from,of,during} the year', { is: 'within' }],
  [
    'have been around for {more than,over}|around for {more than,over}|been here for {more than,over}|existing for {more than,over}|existed for {more than,over}|{been ,}alive for {more than,over}',
    { is: 'older' },
  ],
];

/** Where machines are, in other words. */
const places: Lexicon['entries'] = [
  [
    '{put,placed,filed,grouped,kept,living,registered,organized,organised} {in,into,inside,under}|{put,puts,file,filed,place,group,organize} {into,in,under}|part of|within|inside of|{belong,belongs,belonging} to|{living,lives,live,resident,housed,homed} in',
    place('namespace'),
  ],
  [
    '{land,lands,landed,parked,resident,living,put,executed,executing,landing,stationed,homed} {on,onto}|{be affected by,affected by,hit by,suffer from,suffering from} {a ,the }{loss,failure,outage,reboot,shutdown,maintenance,drain} of|{would,will,do,could} {i,we} lose {if,when,with}|{lose,lost} {if,when,with}',
    place('node'),
  ],
  [
    '{hang,hanging,hangs,sit,sits,sitting,living,lives} {on,off,in,behind}|{plugged,patched,cabled,bridged,joined,tied,bound,hooked,mapped} {in ,up ,}{to,into,onto}|reachable {over,via,through}|talking over|uses network|{part,member,members} of {the ,}network',
    place('network'),
  ],
  [
    '{,a ,an }{nic,interface,leg,network card,network interface,network connection} {on,in,to,into}|{nics,interfaces} {on,in}',
    place('network'),
    field('nicCount'),
  ],
  [
    '{disk,disks,volume,volumes,data,storage} {that ,}{lives,live,living,sits,sit,sitting,located,stored,kept,reside,placed} on|{hold,holds,holding,keep,keeping,take,takes,taking} {up ,}{space,storage,capacity,disk space} on|{keep,keeps,store,stores} {their,its,the} {data,disks} {on,in}|{consume,consumes,consuming,occupy,occupying,eating} {storage ,space ,capacity ,}{on,from,of}|consuming|{sit,sits,sitting} on|lives on|live on',
    place('storageClass'),
  ],
  [
    '{evacuate,evacuated,evacuating,vmotioned,drained,shifted,relocated,transferred,moved off,moved away,moved out,shoved,kicked,pushed} {from,off,off of,out of,away from}|{evacuate,move,vmotion,migrate,drain} {from,off,away from}|{left,leaving,departed,departed from}',
    field('migrationFrom'),
  ],
  [
    '{evacuated,vmotioned,shifted,relocated,transferred,moved over,pushed,landed by migration} {to,onto,into}|{received,taken over} by',
    field('migrationTo'),
  ],
];

/** What is counted or added up. */
const amounts: Lexicon['entries'] = [
  [
    '{vm,machine,guest,server} {numbers,counts,tally,count,headcount}|numbers of|counts|{how much,how large a number of} {vm,vms,machine,machines,guests,servers}|quantity of|amount of {vms,machines}',
    { is: 'count' },
  ],
  [
    '{summed,added,totalled,totaled,tallied} {up ,}{together,up,}|in {,a }sum|sum total|grand total|as a {total,sum}|all in all|taken together|added together|as one {number,figure}',
    { is: 'inAll' },
    filler,
  ],
  [
    '{held,tied up,eaten,eaten up,used up,taken,taken up,occupied,claimed,bound,locked up,blocked,hogged,consumed,requested,booked,handed out,given out,given away,dished out,spoken for} {by,in,for,to,up by}|{handed,given,dished} out',
    { is: 'given' },
  ],
  [
    '{total,overall,combined,aggregate,aggregated,summed,entire,accumulated} {amount of,}',
    { is: 'total' },
  ],
  [
    '{per,by,for,across} {each,every}|{broken,split,sorted,grouped,divided,separated} {up ,out ,down ,}{by,per,into}|{for each of,in each of} the|counted by|listed by|clustered by|respective',
    { is: 'group' },
  ],
];

const NAMES = [
  ['prod|production|prd', ['prod', 'production', 'prd']],
  ['dev|development', ['dev', 'development', 'devel']],
  ['test|testing', ['test', 'testing', 'tst']],
  ['stage|staging', ['stage', 'staging', 'stg']],
  ['qa', ['qa']],
] as const;

/** "the test environment". */
const environments: Lexicon['entries'] = NAMES.map(([words, names]) => [
  words
    .split('|')
    .map((word) => `${word} {environment,environments,landscape,estate}`)
    .join('|'),
  env(...names),
]);

/** What machines suffer from, and systems and releases that few have. */
const others: Lexicon['entries'] = [
  [
    '{exceed,exceeds,exceeded,exceeding,over,hit,hits,hitting,reached,out of,above,beyond} {,the ,their ,its ,a }{,resource ,namespace ,project ,compute }quota{,s, limit, limits}|quota {exceeded,exhausted,reached,used up,limit reached,violation,violations,problem,problems,error,errors,issue,issues}',
    reported('quota'),
  ],
  ['{insufficient,not enough,too little} {,free }{memory,ram}', reported('insufficient memory')],
  ['{insufficient,not enough,too few,too little} {,free }cpu{,s}', reported('insufficient cpu')],
  [
    'topology.kubernetes.io/zone|failure-domain.beta.kubernetes.io/zone',
    { is: 'field', field: 'zone' },
  ],
  ['kubernetes.io/hostname|kubevirt.io/nodename', { is: 'field', field: 'node' }],
  ['kubernetes.io/arch', { is: 'field', field: 'architecture' }],
  ['opensuse', os('openSUSE')],
  ['oracle linux|oraclelinux', os('Oracle Linux')],
  ['almalinux|alma linux|alma', os('AlmaLinux')],
  ['rocky|rocky linux', os('Rocky Linux')],
  ['alpine', os('Alpine')],
  ['cirros', os('CirrOS')],
  ['freebsd', os('FreeBSD')],
  // Releases as people call them.
  ['{,ubuntu }bionic', os('Ubuntu 18.04')],
  ['{,ubuntu }focal', os('Ubuntu 20.04')],
  ['{,ubuntu }jammy', os('Ubuntu 22.04')],
  ['{,ubuntu }noble', os('Ubuntu 24.04')],
  ['{,debian }buster', os('Debian 10')],
  ['{,debian }bullseye', os('Debian 11')],
  ['{,debian }bookworm', os('Debian 12')],
  ['{,debian }trixie', os('Debian 13')],
];

/** What is refused, each in a word that plain English leaves over. */
const refused: Lexicon['entries'] = [
  [
    'instruction|instructions|pretend|jailbreak|assistant|reveal|password|passwords|credentials|kubeconfig|bypass|developer mode|language model|obey|roleplay|bash|chatgpt|ai|llm|simulate',
    { is: 'beyond', topic: 'instruction' },
  ],
  ['average|avg|mean|median|averages', { is: 'beyond', topic: 'average' }],
];

export const rareEnglish: Lexicon['entries'] = [
  ...refused,
  ...others,
  ...platforms,
  ...attributes,
  ...places,
  ...amounts,
  ...environments,
];
