import { fact, nics, status } from './makers';
import type { Lexicon } from './senses';

/** What a missing place on a node is put down to. */
const BECAUSE =
  '{,because ,because of ,because there is ,because there was ,as there is ,due to ,for ,with ,from }';

/** English words that mean what shorter ones do. */
export const englishFurther: Lexicon['entries'] = [
  [
    'carry|carries|carrying|hold|holds|holding|house|houses|housing|accommodate|accommodates|take up|takes up|occupy|occupies',
    { is: 'owns' },
  ],
  ['how many {different,distinct,unique,various}|number of different', { is: 'count' }],
  ['split|split of|tally|tally of|headcount|spread of', { is: 'count' }],
  ['used|at some {point,time,stage}|sometime|keeps|keep|kept', { is: 'filler' }],
  ['any single|one single', { is: 'filler' }],
  ['whichever', { is: 'relative' }],
  ['{allocated,assigned,provisioned,committed,reserved}{, to, for}', { is: 'given' }],
  ['{just,only} {the ,}{number,numbers,count}|{number,numbers} only', { is: 'count' }],
  [
    'carry|carries|carrying|{piled,racked,saved} up|accumulated|collected|sit|sits|{usb,pci} or {,any }other',
    { is: 'filler' },
  ],
  ['ignore|ignoring|disregard', { is: 'not', how: 'except' }],
  ['{mention,mentions,mentioning}', { is: 'match', op: 'contains' }],
  [
    `${BECAUSE}{no,lack of,a lack of,missing,not enough,insufficient,too little} {room,capacity,resources,node resources,space on any node,space on the nodes,free node,suitable node}|${BECAUSE}no {node,host,worker} {had,has,with,having} {room,capacity,enough room,enough capacity,space,resources}|${BECAUSE}no {node,host} {is,was} available|no node available`,
    status('ErrorUnschedulable'),
  ],
  [
    "bad image|image pull|image pull errors|image pull error|image pull failed|image pull failure|image pull failures|image pull backoff|{fail,fails,failing,failed,unable,not able} to pull {,a ,an ,the ,its ,their }image{,s}|{can't,cannot,couldn't,could not} pull {,a ,an ,the ,its ,their }image{,s}|image pull problem{,s}|image pull issue{,s}|image{,s} {can't,cannot,can not,couldn't,could not} be {pulled,loaded,fetched,downloaded}|image{,s} not {pulled,found}|images can't pull|{,stuck ,hanging ,still }{on ,at ,in ,while ,}{pulling,downloading,fetching} {,a ,an ,the ,its ,their }{container ,}image{,s}",
    status(['ErrImagePull', 'ImagePullBackOff']),
  ],
  [
    '{disk,disks,volumes,storage} {prevent,prevents,block,blocks,stop,rule out} {,live }migration{,s}',
    fact('migrationBlocker', 'DisksNotLiveMigratable'),
  ],
  ['missing|lack|lacks|lacking|{is,are} missing|{is,are,} absent', { is: 'each' }],
  // What is listed after it is missing too.
  [
    'missing {,a ,its ,their }{pvc,volume claim}|missing pvcs|pvc missing|pvcs missing',
    { is: 'each' },
  ],
  [
    '{add,sum,tally,total,count} up {,all }{,the ,of }|{add,adding} together{, the, all the}|{add,adds,adding,sum,sums,total} up to|{sum,sums,come,comes,amount,amounts} to',
    { is: 'total' },
  ],
  [
    'although|even though|though|despite {being,that,having}|in spite of {being,having}|while being|{details,specs,info} {of,for,on,about}|exported as {csv,json,excel}|{export,dump,extract} of|as {csv,json,a table,a list,a spreadsheet}',
    { is: 'filler' },
  ],
  ['members|member machines', { is: 'noun' }],
  [
    'unless {,they ,it ,one ,they are ,it is ,they live ,it lives ,they run ,it runs }',
    { is: 'not', how: 'except' },
  ],
  ['{tied,taken} up by|held by', { is: 'place', prefers: 'namespace' }, { is: 'filler' }],
  [
    'disks {,that ,which }{add up,adding up,sum up,total,totalling,totaling,amount,come}{, to}',
    { is: 'field', field: 'diskSize' },
  ],
  [
    '{,live }{migration,migrations} {that,which} {completed,finished,succeeded,went through,have completed,have succeeded}',
    { is: 'value', field: 'migration', value: 'Succeeded' },
  ],
  // No owner at all.
  [
    "{don't,do not,doesn't,does not} belong to {anybody,anyone,any one,any team,any owner}|{belong,belongs,belonging} to {nobody,no one,no-one}|{orphan,orphaned,unowned,unclaimed}",
    { is: 'nobody', whole: true },
  ],
  ['{nobody,no one,no-one,noone} {has,have,had}{, ever, yet}', { is: 'not', how: 'verbal' }],
  ['{network,ethernet} {card,adapter}{s,}|vnics', { is: 'field', field: 'nicCount' }],
  [
    '{secondary,additional,second,extra} {network card,network adapter,ethernet adapter}{,s}',
    nics(2, 'gte'),
  ],
  [
    "{can't,cannot,can not,couldn't,could not,won't} {move,be moved,be relocated,be shifted,be evacuated}{, to another host, to another node, to a different node, to a different host, elsewhere, away, live}",
    fact('migratable', false),
  ],
  [
    '{can,could} be {moved,relocated} {live,to another host,to another node,elsewhere,without downtime}',
    fact('migratable', true),
  ],
  [
    '{pvc,disk,volume,volume claim}{,s} {is ,are ,has ,have ,was ,were ,}{gone,gone missing,went missing,vanished,disappeared,been deleted,deleted}',
    status('ErrorPvcNotFound'),
  ],
  [
    "{can't,cannot,can not,cant,couldn't,could not,don't,do not} {find,locate,see} {,their ,its ,the ,a }{pvc,volume,volume claim,disk}{,s}",
    status('ErrorPvcNotFound'),
  ],
  [
    'datavolumeerror|did {,the ,their ,its ,a }{data volume,datavolume}{,s} fail|{data volume,datavolume}{,s} {fail,fails}|{datavolume,data volume,datavolumes,data volumes,dv,dvs,import,imports} {error,errors,failed,failing,broken,failure,failures,problem,problems,issues,in error,went wrong,is broken}|{failed,failing} {,to }import{,s}|{failed,broken} {datavolume,data volume,disk import}{,s}|disk import failed',
    status('DataVolumeError'),
  ],
  [
    '{name,names} {with,that have,which have,having,including,that include}',
    { is: 'match', op: 'contains' },
  ],
  ['in {them,the name,their name,its name,their names}', { is: 'filler' }],
  ['{cd-rom,cdrom,cd rom,optical} drive{,s}', fact('cdrom', true)],
  [
    "{would ,will ,could ,}{block,blocks,blocking,prevent,prevents,preventing,hold up,stall} {a ,the ,}{drain,node drain,draining,eviction,evacuation}{, of}|{would,will} {be ,get ,}stuck|{would not,wouldn't,won't,will not} {move,migrate,live migrate}|{would not,wouldn't,won't,will not} survive {a ,the ,}drain|stay behind",
    fact('migratable', false),
  ],
  ['last {,live }migrated', { is: 'field', field: 'migrated' }],
  [
    'to {pick up,activate,load} {,the ,their ,its }{,new }{settings,config,configuration,changes}',
    { is: 'filler' },
  ],
  ['together|between them|all together|all told|in sum', { is: 'inAll' }, { is: 'filler' }],
  [
    '{across,over,of} all {,its ,their ,of its ,of their ,the }{disks,volumes}',
    { is: 'field', field: 'diskSize' },
  ],
  [
    '{total,overall} {disk,storage} {capacity,footprint}',
    { is: 'field', field: 'diskSize' },
    { is: 'total' },
  ],
  [
    'spread {over,across,among}|distributed {over,across,among}|spread out over|spread|distributed',
    { is: 'there' },
    { is: 'filler' },
  ],
  ['nodename|node name', { is: 'field', field: 'node' }],
  [
    '{volume,disk} snapshot{,s}',
    { is: 'field', field: 'snapshot' },
    { is: 'field', field: 'snapshotCount' },
  ],
  ['creationtimestamp|created at', { is: 'field', field: 'created' }],
  ['qemu-ga|qga|guest-agent', { is: 'field', field: 'guestAgent' }],
  ['multi disk', { is: 'value', field: 'diskCount', op: 'gte', value: 2 }],
  [
    '{interface,interfaces,nic,nics} {bound,attached,connected} {with,via,by,through}',
    { is: 'filler' },
  ],
  [
    '{,config ,configuration }changes {are ,}{not applied,unapplied,not yet applied,pending}|unapplied {,config ,configuration }changes',
    fact('restartRequired', true),
  ],
  ['instead of|rather than|in place of', { is: 'not', how: 'plain' }],
  ['grep|grep -i', { is: 'match', op: 'contains' }],
  ['{passed,being passed} through|passed-through', { is: 'there' }],
  ['cordoned', fact('nodeCordoned', true)],
  [
    '{keep,keeps,keeping,have,has,having,that have,which have,with,store,stores,storing,put,puts} {their,its,the,a} {disk,disks,volume,volumes,data,storage} {on,in}',
    { is: 'field', field: 'storageClass' },
  ],
  [
    'not ready|notready|unready|ready{, is} {false,no}',
    { is: 'value', field: 'status', op: 'not', value: 'Running', anchor: 'changed' },
  ],
];
