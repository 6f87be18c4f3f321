import { germanGrammar } from './de-grammar';
import { germanValues } from './de-values';
import type { Lexicon } from './senses';

export const german: Lexicon = {
  language: 'de',
  entries: [...germanValues, ...germanGrammar],
  ordinary: [],
  fields: {
    name: 'name|namen|namens|genannt|heißt|heißen|mit dem namen|mit namen',
    namespace:
      'namensraum|namensräume*|namensräumen|projekt|projekte*|projekten|projekts|namespaces*|namespace',
    status: 'status|zustand|zustände*',
    label: 'label|labels|etikett|kennzeichnung|bezeichnung',
    node: 'knoten|host|hosts*|node|nodes*|rechner',
    os: 'betriebssystem|betriebssysteme*',
    vcpu: 'kern|kerne|kernen|cpu|cpus|vcpu|vcpus|prozessor|prozessoren|cpu-kerne|cpu-kernen',
    memory: 'speicher|arbeitsspeicher|ram|hauptspeicher',
    ip: 'ip-adresse|ip-adressen|adresse|adressen|subnetz|ip',
    guestAgent: 'gastagent|gast-agent|agent|gastagenten|guest-agent|agenten',
    runStrategy: 'ausführungsstrategie|laufstrategie',
    instancetype: 'instanztyp|instanztypen*|instanz-typ',
    preference: 'präferenz|präferenzen*',
  },
};
