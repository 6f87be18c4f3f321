import { status } from './makers';
import type { Lexicon } from './senses';

/** Who wants to know, and how one asks. */
const askers: Lexicon['entries'] = [
  [
    "{i,we} {only,just,mainly} care about|{only,just,mainly} interested in|{someone,somebody,anyone,you,please} check{, whether, if, for}|check {whether,if,for}|{please ,}{send,mail,forward,provide,share} {me,us}|{need,have,want,trying} to {check,know,find out,see,find}{, whether, if, which}|find out {,which }|{let me,let us} know|i {think,believe,guess,suppose}{, that}{, there is, there are}|{is it true,is it correct,is it right} that|{do,can,could,may} i {get,have,see}|i {am,was} {after,hunting for}|i'm after",
    { is: 'filler' },
  ],
  [
    "{i am,i'm,we are,we're,they are,they're} {,currently ,now }{going to,about to,planning to,supposed to,trying to} {patch,update,upgrade,drain,reboot,move,migrate,clean up,work on,retire,phase out,replace}|{i am,i'm,we are,we're} {moving off,moving away from,migrating off,migrating away from,getting rid of,phasing out,retiring,patching,upgrading,cleaning up}|cleaning up",
    { is: 'filler' },
  ],
  ['maintenance {on,of,for}|patching of|downtime {on,of,for}', { is: 'place', prefers: 'node' }],
];

/** What becomes of machines, and when: said together, or it would be left open which. */
const FATE = '{would ,will ,could ,}{go down,be affected,be impacted,be lost,break,fail,stop}';
const LOSES =
  '{if,when,once,in case} {,we ,i }{lose,lost,drain,drained,reboot,rebooted,patch,take down,shut down,cordon}';

/** What only holds a talk together. */
const joints: Lexicon['entries'] = [
  [
    "{great,fine,good,perfect,nice,cool} ,|{ok,okay} {i,we}{, just} {need,want}|{ok,okay} {show,list,find,get,give}{, me, us}|hm|hmm|hmmm|uh|uhm|um|well|okay|ok so|okay so|ok ,|ok now|ok then|so|alright|right ,|right so|actually|basically|again|then|e.g|for example|i.e|sorry|sorry to bother{, you}|sorry for {asking,bothering}|excuse me|subject|regards|best regards|kind regards|best wishes|morning|evening|{what,how} about|and what about|tell me which|tell me what|tell me about {,the ,all }{vms,machines,guests,servers,virtual machines,ones}|which one is {it,that,this}|which ones|which {of these,of those,of them}|these|of these|there|in there|on there|on it|in it|on them|on that|what's {,still ,left }{there,on it,in it,in there,on there}|{thanks,thank you,thx,many thanks} {a lot,so much,very much,in advance,a bunch,a million}|many thanks|much appreciated|appreciated|already|yet|so far|ever|simply|exactly those|got|gets|getting|gotten|nothing but|none but|no others than|whatsoever|{what,who} {on earth,the heck,the hell}|in {,the }process of|{for,so that} {,the ,their ,its ,some ,a ,pending ,new }{change,changes,config changes,configuration changes,updates,settings} {to take effect,to become effective,to apply,take effect,to be applied,to kick in}|to take effect|to apply {,the ,their ,its }changes|how {is,are} {it,they,that,things,we} {doing,going,looking}{, with}|how's it {going,doing}{, with}|how old {is,are}|{look,looks,seem,seems,appear,appears}{, to be}|please provide|provide|my|me too|is there|are there|{what,who} else",
    { is: 'filler' },
  ],
  [
    `${LOSES}|if|in case|${FATE} ${LOSES}|${FATE} {if,in case}|{affected,impacted,hit} {if,when,in case}`,
    { is: 'place', prefers: 'node' },
  ],
  [
    'dies|{goes,went} {down,away}|fails over|gets {drained,rebooted,lost}|{to be,will be,is being} drained',
    { is: 'there' },
  ],
  ['what do we {run,have,keep,host,use}{, on}', { is: 'filler' }],
  ['still on', status('Running', 'started')],
  [
    'what {does,do}|{can,could} be {found,seen}|{hung,hangs} on|{hanging,hangs} at|{went,go,goes,gone,fell,moved} into|ended up {in,with}|{was,were,is,are} left with|{is,are} left|{filed,kept} under|holding|occupying',
    { is: 'filler' },
  ],
  // What may be done to machines is no state of theirs.
  ['{can,could,may,might,would} {be,run,start,stop,fail,break}'],
  ['mean|means|meaning of|stand for', { is: 'beyond', topic: 'why' }],
  ['{called,named} something {,with ,like ,containing }', { is: 'match', op: 'contains' }],
];

/** English around a question, as people talk and write: none of it says which machines. */
export const englishFrames: Lexicon['entries'] = [...askers, ...joints];
