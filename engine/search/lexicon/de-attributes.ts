import { attributes, type FieldWords } from './attributes';
import { after } from './makers';
import type { Lexicon } from './senses';

/** German words for what the objects beside the machine tell. */
export const germanAttributes: Lexicon['entries'] = [
  ...attributes(
    {
      snapshotFailed:
        'fehlgeschlagene{n,m,r,} snapshot{s,}|snapshot{s,} fehlgeschlagen|snapshot fehlgeschlagen ist|snapshots fehlgeschlagen sind|snapshot fehlschlug|snapshot ist fehlgeschlagen|gescheiterte{n,m,r,} snapshot{s,}|defekte{n,m,r,} snapshot{s,}|fehlerhafte{n,m,r,} snapshot{s,}|snapshot-fehler{n,}|fehlgeschlagene{n,r,} momentaufnahme{n,}',
      snapshotSucceeded:
        'erfolgreiche{n,m,r,} snapshot{s,}|gültige{n,m,r,} snapshot{s,}|erfolgreiche{n,r,} momentaufnahme{n,}',
      migrationFailed:
        'fehlgeschlagene{n,r,} {live-,}migration{en,}|{live-,}migration fehlgeschlagen{, ist}|{live-,}migrationen fehlgeschlagen{, sind}|gescheiterte{n,r,} {live-,}migration{en,}|{live-,}migration fehlschlug|nicht migriert werden konnte{n,}|migrationsfehler{n,}',
      migrated:
        'migrierte{n,r,s,}|migriert wurde{n,}|{live ,}migriert|live-migrierte{n,r,}|verschoben wurde{n,}|umgezogen',
      migratable:
        '{live-,}migrierbar{,e,en,er}|live migrierbar{,e,en,er}|{live ,live-,}migriert werden {können,kann}|{live ,live-,}migrieren {können,kann}|{lassen,lässt} sich {live ,}migrieren',
      notMigratable:
        'nicht {live-,live ,}migrierbar{,e,en,er}|nicht {live ,live-,}migriert werden {können,kann}|{können,kann} nicht {live ,live-,}migriert werden|nicht {live ,}migrieren {können,kann}|{lassen,lässt} sich nicht {live ,}migrieren|sich nicht {live ,}migrieren {lassen,lässt}|unmigrierbar{,e,en}',
      restartRequired:
        '{einen ,}neustart {benötigen,benötigt,brauchen,braucht,erfordern,erfordert}|{benötigen,benötigt,brauchen,braucht,erfordern,erfordert} {einen ,}neustart|neustart {erforderlich,nötig,notwendig,ausstehend,fällig}|ausstehende{n,m,r,} neustart|neu gestartet werden {müssen,muss}|{müssen,muss} neu gestartet werden|auf {einen ,}neustart warten|auf {einen ,}neustart wartend{,e,en}|mit ausstehendem neustart',
      deletionProtected:
        '{vor löschung ,vor dem löschen ,gegen löschen ,gegen löschung ,lösch,}geschützt{,e,en,er}|mit löschschutz',
      deletionUnprotected:
        'ungeschützt{,e,en}|nicht geschützt{,e,en}|nicht {vor löschung ,gegen löschen ,}geschützt|ohne löschschutz',
      onCordonedNode:
        '{auf ,auf einem ,auf einer ,auf den ,}gesperrte{n,m,r,} {knoten,node,nodes,host,hosts}|{auf ,auf einem ,auf den ,}abgesperrte{n,m,r,} {knoten,node,nodes}|{auf ,auf einem ,auf den ,}nicht planbare{n,m,r,} {knoten,node,nodes}|{knoten,node} gesperrt{, ist, sind}|auf cordoned {knoten,nodes}|auf knoten mit deaktivierter planung',
      onUnreadyNode:
        '{auf ,auf einem ,auf den ,}nicht {bereite,verfügbare,betriebsbereite}{n,m,r,} {knoten,node,nodes,host,hosts}|{knoten,node} nicht bereit{, ist, sind}|auf {einem ,}knoten, {der,die} nicht bereit {ist,sind}|auf ausgefallenen knoten',
      onReadyNode:
        '{auf ,auf einem ,auf den ,}{bereite,betriebsbereite}{n,m,r,} {knoten,node,nodes}',
      bridge: 'netzwerkbrücke|brücke|bridge-schnittstelle|bridge-schnittstellen',
      podNetwork: 'pod-netzwerk|podnetzwerk|pod-netz|standardnetzwerk',
      claimMissing: 'fehlende{n,m,r,} pvc{s,}|pvc fehlt|pvcs fehlen|pvc nicht gefunden',
      importFailed:
        'datavolume-fehler{n,}|fehlgeschlagene{n,m,r,} import|import fehlgeschlagen{, ist}|datenvolume-fehler',
    },
    true,
  ),
  // "von worker-02 migrierte": the name after "von" is where they came from.
  ['migrierte{n,r,s,}|migriert', after('origin', { is: 'field', field: 'migrationFrom' })],
];

/** German words for fields. */
export const germanFields: FieldWords = {
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
  snapshot: 'snapshot|snapshots*|momentaufnahme|momentaufnahmen*|schnappschuss|schnappschüsse*',
  snapshotCount: 'snapshots|momentaufnahmen|anzahl der snapshots',
  lastSnapshot: 'letzter snapshot|letzten snapshot|letzte momentaufnahme|neuester snapshot',
  migration: 'migration|migrationen*|live-migration|live-migrationen*',
  migrationFrom: 'wegmigriert von|quellknoten',
  disk: 'festplatte|festplatten|disk|disks|platte|platten|laufwerk|laufwerke|laufwerken|volume|volumes|datenträger|datenträgern',
  diskCount:
    'festplatten|disks|platten|laufwerke|laufwerken|volumes|datenträger|datenträgern|anzahl der festplatten',
  diskSize:
    'festplattengröße|gesamte festplattengröße|gesamtgröße der festplatten|speicherplatz|plattenplatz|festplattenspeicher',
  storageClass: 'speicherklasse|speicherklassen*|storage-klasse|storageklasse',
  accessMode: 'zugriffsmodus|zugriffsmodi*',
  gpu: 'grafikkarte|grafikkarten|gpus',
  hostDevice: 'host-gerät|host-geräte|host-geräten|hostgerät|hostgeräte|hostgeräten',
  secureBoot: 'sicherer start|sicherem start|sicheren start|secure-boot',
  dedicatedCpu:
    'dedizierte cpu|dedizierte cpus|dedizierten cpus|dedizierte kerne|dedizierten kernen|fest zugewiesene cpus',
  hugepages: 'huge-pages|große speicherseiten|großen speicherseiten',
  cdrom: 'cd-laufwerk|dvd-laufwerk|cd-rom-laufwerk',
  network: 'netzwerk|netzwerke*|netz|netze*',
  mac: 'mac-adresse|mac-adressen',
  zone: 'zone|zonen*|verfügbarkeitszone|verfügbarkeitszonen*',
  warning:
    'warnung|warnungen|warnereignis|warnereignisse|warnereignissen|ereignis|ereignisse|ereignissen|events',
  description: 'beschreibung|beschreibungen',
  architecture: 'architektur|architekturen*',
  deletionProtection: 'löschschutz|schutz vor löschung',
  template: 'vorlage|vorlagen*',
  bootSource: 'bootquelle|startquelle|boot-image',
};
