import { fact, nics, status } from './makers';
import type { Lexicon } from './senses';

/** English words that mean what shorter ones do. */
export const englishFurther: Lexicon['entries'] = [
  [
    'carry|carries|carrying|hold|holds|holding|house|houses|housing|accommodate|accommodates|take up|takes up|occupy|occupies',
    { is: 'owns' },
  ],
  ['split|split of|tally|tally of|headcount|spread of', { is: 'count' }],
  ['used|at some {point,time,stage}|sometime|keeps|keep|kept', { is: 'filler' }],
  ['any single|one single', { is: 'filler' }],
  ['whichever', { is: 'relative' }],
  ['members|member machines', { is: 'noun' }],
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
  ['{single,one}-disk', { is: 'value', field: 'diskCount', value: 1 }],
  ['{two,dual}-disk', { is: 'value', field: 'diskCount', value: 2 }],
  [
    "{can't,cannot,can not,couldn't,could not} {move,be moved,be relocated,be shifted}{, to another host, to another node, to a different node, to a different host, elsewhere, away, live}",
    fact('migratable', false),
  ],
  [
    '{can,could} be {moved,relocated} {live,to another host,to another node,elsewhere,without downtime}',
    fact('migratable', true),
  ],
  ['instead of|rather than|in place of', { is: 'not', how: 'plain' }],
  [
    '{wait,waits,waiting} {for,on} {their,its,a,the} {volume,volumes,pvc,pvcs,disk,disks,storage} to {bind,be bound,be provisioned}',
    status('WaitingForVolumeBinding'),
  ],
  ['grep|grep -i', { is: 'match', op: 'contains' }],
  ['for {a ,}change to take effect', { is: 'filler' }],
  [
    "{user,users,customer,customers,client,clients,people,somebody,someone} {cannot,can't,can not,could not,couldn't} {reach,access,connect to,log in to,log into,ping,get to}",
    { is: 'filler' },
  ],
];
