import { approx, commonest, fact, status, undone } from './makers';
import type { Lexicon, Sense } from './senses';

/** Words in their order, from one on. */
const counted = (words: string, sense: (number: number) => Sense): [string, Sense][] =>
  words.split(' ').map((word, index) => [word, sense(index + 1)]);

/** Values and days of which no word has another meaning. */
export const englishRare: Lexicon['entries'] = [
  [
    'waitingforvolumebinding|{,waiting for }volume binding|{wait,waits,waiting} {for,on} {,a ,the ,their ,its }{volume binding,volume,volumes,pvc,pvcs,storage,disk,disks}{, to bind, to be bound, to be provisioned}',
    status('WaitingForVolumeBinding'),
  ],
  [
    'waitingforreceiver|waiting for {,a ,its }receiver|waiting as receiver',
    status('WaitingForReceiver'),
  ],
  [
    '{complain,complains,complaining,complained,moan,moaning} {about,of}|{blocked,rejected,refused,denied,prevented,held back,limited,affected,hit,caused} {by,because of,due to}|{because of,due to,owing to,on account of,thanks to}|because|{suffering,suffer,suffers} from|{running,run,runs,ran} into|{report,reports,reporting,throwing,showing,hitting,raising,logging,seeing,getting}|with {the ,}{error,errors,message,messages,error message,failure,reason,problem}|{whose,where the,with an,the} {error,failure,message,error message,problem} {says,mentions,contains,is,reads,includes}',
    { is: 'complains' },
  ],
  [
    '{more than,over} {one,1,a single} network{, interface, interfaces, card, cards, adapter, adapters}',
    { is: 'value', field: 'nicCount', op: 'gt', value: 1 },
  ],
  [
    '{error,failure,condition,status} {message,messages}|error text',
    { is: 'field', field: 'problem' },
  ],
  [
    'around|about|roughly|approximately|approx|circa|ca|nearly|almost|close to|near|in the region of|in the neighborhood of|in the neighbourhood of|more or less|give or take|or so|or thereabouts|~|≈',
    approx,
  ],
  ['~|=~|~=', { is: 'match', op: 'contains' }],
  [
    "{did not,didn't,didnt,has not,hasn't,have not,haven't} {start,boot,come up}|{has not,hasn't,have not,haven't} come online",
    undone,
  ],
  ['status.phase|status.printablestatus', { is: 'field', field: 'status' }],
  ['{spec,status}.nodename', { is: 'field', field: 'node' }],
  ['metadata.namespace', { is: 'field', field: 'namespace' }],
  ['metadata.name', { is: 'field', field: 'name' }],
  ['{spec,status}.runstrategy', { is: 'field', field: 'runStrategy' }],
  ['--field-selector', { is: 'filler' }],
  [
    '{crash,crashes,crashing,crashed,restart,restarts,restarting,reboot,reboots,rebooting,die,dies,dying,fail,fails,failing} {over and over,over and over again,again and again,repeatedly,constantly,continuously,all the time,in a loop,in loops,time and again}|{keep,keeps,kept} {on ,}{crashing,restarting,rebooting,dying}|repeatedly {crashing,restarting,rebooting}',
    status('CrashLoopBackOff'),
  ],
  [
    '{protected,guarded,locked,safe,secured} {from,against} {being ,}{deleted,deletion,removal,removed}{, by accident, by mistake, accidentally}',
    fact('deletionProtection', true),
  ],
  ['most of|most of the', { is: 'extreme', descending: true, counts: true }],
  ...commonest(
    'most {common,used,popular,frequent,frequently used,commonly used,widely used,widespread}|commonest',
    'least {common,used,popular,frequent,frequently used,commonly used,widely used}|rarest',
  ),
  ...counted(
    'january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sep|sept october|oct november|nov december|dec',
    (month) => ({ is: 'month', month }),
  ),
  ...counted(
    'monday|mon tuesday|tue wednesday|wed thursday|thu friday|fri saturday|sat sunday|sun',
    (weekday) => ({ is: 'weekday', weekday }),
  ),
];
