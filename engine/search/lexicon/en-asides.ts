import { talk } from './makers';
import type { Lexicon } from './senses';

/** English words of what a list is wanted for, and of asking for it. */
export const englishAsides: Lexicon['entries'] = [
  ...talk({
    purpose:
      'for|before|to|so|so that|{so ,so that ,because ,as ,since }{i,we,they} {can,could,may,want to,need to,have to,must,plan to,will}|in order to|so as to|prior to|ahead of|in preparation for|in preparation of|as part of|as preparation for|in time for|with a view to',
    deed: 'check|verify|validate|plan|schedule|patch|update|upgrade|reboot|restart|drain|cordon|evacuate|migrate|move|clean up|cleanup|tidy up|prepare|review|document|audit|compare|free|free up|save|reclaim|decommission|retire|replace|fix|repair|investigate|look into|troubleshoot|inform|notify|contact|warn|tell|ask|decide|estimate|charge|bill|renew|work on|resize|rightsize|follow up|chase|remove|delete|stop|shut down|power off|switch off|back up|budget|reduce|cut|justify|prove|share|send|forward|fill in|track|monitor',
    matter:
      'audit|audits|reporting|review|reviews|licence|licences|license|licenses|licensing|inventory|compliance|planning|change|changes|window|patchday|meeting|meetings|ticket|tickets|housekeeping|documentation|handover|outage|rollout|standup|billing|chargeback|showback|budget|costs|bills|purposes|purpose|presentation|spreadsheet|slides|records|project|exercise|drill|freeze|holiday|holidays|assessment|investigation|incident|postmortem|capacity|quarterly|monthly|weekly|annual|daily|internal|external|statistics|reference|report|reports|maintenance window|request|follow-up|scan|cleanup|clean up|boss|management|candidates|true-up|true up|zombies|leftovers|suspects|culprits|offenders',
    fate: 'maintenance|patch|patches|patching|upgrade|upgrades|update|updates|downtime|migration|disaster|recovery|failover|decommissioning|decommission|retirement|renewal|purchase|replacement|move|relocation|test|tests|memory|space|disk space|storage space|capacity|room|money|energy|storage|firmware|firewall|security|backup|eol|vulnerability|restart|reboot',
    who: 'procurement|finance|accounting|purchasing|controlling|legal|sales|auditor|auditors|boss|management|manager|managers|customer|customers|client|clients|director|colleague|colleagues|user|users|helpdesk|{storage,network,platform,database,backup,security,ops,operations,infra,infrastructure,audit,compliance,finance,licensing} team|security|operations|ops|leadership|cto|cio|ciso',
    manner:
      'urgent|urgently|important|quick|quickly|stupid|dumb|silly|sanity|curious|interested|possible|grateful|maybe|perhaps|kind|high priority|p1|p2|sev1|sev2|attention|reminder',
    seek: "decommissioning|retiring|phasing out|planning|scheduling|preparing|forgot|inventory|asked|told|requested|tasked|instructed|trying|looking|hoping|supposed|hunting|appreciate|appreciated|chance|mind|favor|favour|help|kind|pull|pull together|pull up|put together|work out|figure out|sort out|compile|compiling|collect|gather|assemble|produce|prepare|generate|provide|providing|identify|identifying|locate|determine|establish|retrieve|look up|look at|looking at|look|dig out|dig up|check|checking|verify|listing|showing|finding|getting|seeing|giving|overview|summary|rundown|question|remember|recall|think|wonder|discussed|agreed|mentioned|promised|i've|we've|you've|i'd|we'd|you'd|i'll|we'll|you'll|let|let's|lets|let us|needs|wants|asks|asking|regarding|concerning|regard|respect|terms|topic|re|might|might be|report|heads up|about|requesting|request|draw up",
  }),
];
