import { talk } from './makers';
import type { Lexicon, Sense } from './senses';

const filler: Sense = { is: 'filler' };

const PEOPLE =
  '{procurement,finance,accounting,purchasing,sales,boss,manager,lead,team lead,customer,auditor,director,colleague,user,users,client,management}';

/** English around a question that few sentences have: none of it says which machines. */
export const rareTalk: Lexicon['entries'] = [
  [
    "not sure {if,whether}{, this is the {right,correct} {place,channel,team,person}}|{can't,cannot,can not,don't,do not,couldn't,forgot} {remember,recall} {,the ,its ,their }{name,names,exact name}|as for|as {discussed,agreed,mentioned,promised,requested,usual}|out of {all,all the,the,our,my}|when it comes to|short on time|long story short|for context|for your information|just so {i,we,you} know|that's {all,it}{, for now}|that is {all,it}{, for now}|that will be all|nothing else|here|over here|somewhere|{how,where} {do,can,could,would,should} {i,we,one} {see,list,find,view,display,show,filter,search for,look up}",
    { is: 'filler' },
  ],

  [
    `${PEOPLE} {wants to know,wants to see,wants,needs,asked for,asks for,is asking for,is asking,asks,asked,would like to know,reports,reported,says,complains}`,
    filler,
  ],
  [
    'anymore|any longer|any more|whit|wuth|witj|whith|wiht|wth|flagged as|considered|residing|reside',
    filler,
  ],
  [
    "{user,users,customer,customers,client,clients,people,somebody,someone} {cannot,can't,can not,could not,couldn't} {reach,access,connect to,log in to,log into,ping,get to}",
    filler,
  ],

  ['coming from {vcenter,vsphere,vmware,esx,esxi,hyper-v,proxmox,rhv,ovirt,xen}{, here}', filler],
  ['{a ,}quick {list,overview,look,count,check}{, of, at}', filler],
  [
    "in {vcenter,vsphere} {i'd,i would,we'd,we would} {look for,filter for,filter by,search for,search,use,click}",
    filler,
  ],
  [
    'before {i,we} {patch,update,upgrade,drain,reboot,restart,move,migrate,shut down,touch} {it,them,that,this}|before {,their ,the ,its }{changes,settings,config} {apply,take effect,become active}',
    filler,
  ],
  ['quickly|swiftly|rapidly|promptly', filler],
  [
    '{we,i,they} {still ,}{have,need} to {replace,upgrade,migrate,patch,renew,retire,decommission,clean up,look at,touch,deal with}',
    filler,
  ],
  ['do {yesterday,today,recently}', { is: 'beyond', topic: 'who' }],
  [
    'what {do,would,will} {we,i} lose|in the {firewall,proxy,dns,access,audit,system,event} {log,logs}|{arp,nmap,wireshark,tcpdump,nslookup,dig,traceroute,netstat} {says,shows,reports,lists}|the year',
    filler,
  ],
  // How one remembers, doubts and asks.
  [
    "as far as {i,we} {remember,know,can tell,recall,can see,understand}{, it, there was, there is}|if i {remember,recall} {,it }{correctly,right,well}|if memory serves{, me right, me well}|iirc|afaik|afaict|i {seem to ,vaguely ,dimly }{remember,recall}{, that}|i {keep,kept,always keep} forgetting|i {forgot,forget,always forget}|i {have,had} {a feeling,the feeling,a hunch,the suspicion}{, that}|i {suspect,assume,presume,figure,reckon,fear}{, that, there is, there are}|{i'm,im,i am} {pretty ,quite ,fairly ,}sure{, that, there is, there are}|{i'd,i would} {bet,say}|{just ,}to {be sure,be safe,make sure,double check,double-check,confirm,verify}{, that}|{just ,}curious{, which, what}|{not ,}sure {where,which,what}|for my own {information,curiosity}|{,just }out of {curiosity,interest}|for the record|{if,when} you {can,could,would,have time,get a chance,get a minute}|when you have {a moment,a minute,time}|no {rush,hurry,pressure}|{at,on} your {earliest ,}convenience|one more {thing,question,time}|another {thing,question,one}|last {question,one for today}|{first,second,third,next} question|follow-up question|{long time no see}",
    filler,
  ],
  [
    "i mean|i meant|you know|you see|mind you|so to speak|as it were|let's say|frankly|honestly|seriously|literally|obviously|of course|naturally|by the way|by any chance|incidentally|meanwhile|in any case|at any rate|anyway|anyhow|somehow|for {some,whatever} reason|{for,by} now|for the {moment,time being}|these days|nowadays|{as of ,}this very moment|at this {point,moment,time,very moment}{, in time}|presently|as we speak|by chance|per chance|potentially|possibly|supposedly|apparently|allegedly|presumably|evidently|actually|really|indeed|truly|exactly|precisely|specifically|particularly|especially|in particular|in fact|after all|at all|all over|all over the place|still there|out there|{lying,hanging,floating,kicking,laying,knocking,sitting,standing,lingering,lurking,idling} {around,about,there,over there}|{sat,sitting} there|to {date,this day}|until now|up to now|thus far|so-called|entire|particular|respective|relevant|corresponding|aforementioned",
    filler,
  ],
  [
    "{backup,storage,network,security,windows,linux,db,database,platform,app,ops,infra,cloud,vmware,monitoring,support,new} {guy,admin,person,team,folks} here|it's me again|me again|it here",
    filler,
  ],
  [
    "{i'm,i am,we're} {taking over,handing over,starting,covering,on} {the ,my ,}{shift,night shift,weekend shift,duty}|{,since }since when{, is that, are they, was that}|{and,plus} since when|with their {ips,ip addresses,names,owners,nodes,sizes,namespaces,projects,details}{, if possible, if you can}|including their {ips,ip addresses,names,owners,nodes,sizes,namespaces,details}|and {on ,in ,}{which,what} {node,namespace} {they run,it runs,they are,it is}{, on, in}|{someone,somebody} from {security,compliance,audit,finance,support,management,procurement} {asked,asks,wants}{, for, to know, to see}|has asked for|came asking for|would like{, to see, to know, to have}",
    filler,
  ],
  [
    "do we run{, on}|are we running{, on}|do we {have,own,operate,use,keep,got}{, running on, on}|we've got|do we still run|how's|hows|{give,send} {me ,us ,}{a ,an ,the }{overview,rundown,table,report,summary,inventory,extract,export}{, of}|{pull,bring,round,draw} up {a ,the ,}{list,overview,report}{, of}|{i,we} {could,can} {use,do with}|{i,we}{,'d, would} {love,like,appreciate,prefer}{, to see, to have, to know, to get, a list of}|{mind,care} to {show,list,tell,give}{, me, us}|{point,direct} me {to,at}|help me {find,locate,identify,spot,see,list,understand}|{spot,pinpoint,track down,hunt down,single out,pick out,filter out,fish out,dig up,round up,name,report,surface,reveal,highlight}|{run ,run me ,run us ,do ,make ,perform }a {query,search,report,lookup,check}{, for, on, over}|query{, for}|lookup|look-up",
    filler,
  ],
  [
    '{cleanup,clean-up,clean up,patch,migration,upgrade,maintenance,release,audit,inventory,review,moving} {day,week,weekend,time,night,window,season,friday,monday}|change freeze|freeze period|{upgrade,migration,maintenance,drain,audit,release,patch,update,cutover,relocation} {preparation,prep,plan,planning,checklist,project,review,report,effort,exercise,campaign,wave}|{heads,hands} up|{todo,to-do,to do,fyi,note,reminder,ps,p.s,edit,update,context,background,subject,re,fwd,tl;dr,tldr,tl dr,question,task,goal,request,ask,wish}',
    filler,
  ],
  ...talk({
    purpose:
      'in view of|with regard to|because of|on behalf of|on the occasion of|as input for|as input to',
    deed: 'prioritize|prioritise|brief|consolidate|defragment|harden|validate|rebalance|balance|relocate|shuffle|sort|escalate|raise|open|log|discuss|present|explain|demonstrate|approve|sign off|plan ahead|coordinate|arrange|organize|organise|book|hand over|onboard|offboard|refresh|swap|rotate|reinstall|rebuild|recover|restore|test',
    matter:
      'board|committee|steering committee|change board|change advisory board|cab|council|workshop|session|call|sync|retro|retrospective|town hall|all-hands|demo|briefing|paper|memo|mail|email|letter|slide|deck|wiki|page|dashboard|sheet|excel|excel sheet|csv|register|registry|cmdb|asset management|asset list|contract|contracts|renewal|renewals|negotiation|negotiations|quote|invoice|finops|cost review|cost report|sprint|release|go-live|cutover|cut-over|deadline|year end|quarter end|month end|black friday|risk assessment|gap analysis|root cause analysis|rca|dr test|dr drill|failover test|disaster recovery test|chaos day|game day|hardware refresh|tech refresh|lifecycle|life cycle|end of life|end of support|eos|consolidation|optimization|optimisation|rightsizing|right-sizing|cleanup campaign|spring cleaning',
    fate: 'hardware|bios|firmware update|kernel|kernel update|patch window|reboot window|switch replacement|storage migration|storage move|network change|firewall change|power down|power-down|power maintenance',
    who: 'ops lead|team lead|teamlead|product owner|po|architect|architects|consultant|consultants|vendor|supplier|partner|partners|regulator|regulators|insurer|insurance|headquarters|hq|head office|facilities|service owner|service manager|account manager|project manager|pm|scrum master|on-call|oncall|noc|soc|tam',
    seek: 'ask|needs to know|wants to see|wants a list of|needs a list of|asked me for|asked us for|is after|are after|looking into|wondering about|interested in|curious about|chasing|hunting|hunt for|scan for|sift|browse|inspect|examine|investigate|go through|walk through|run through|picking|pick|select|extract|export|print',
    manner:
      'pronto|rushed|in a hurry|in a rush|time critical|time-critical|critical|prio 1|priority 1|high prio|top priority|blocker|escalation|escalated|friendly reminder|gentle reminder|second request|once more|one last time|real quick|briefly|in short|short and sweet',
  }),
];
