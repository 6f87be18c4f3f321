import { attributes, lateField, type FieldWords } from './attributes';
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
        'fehlgeschlagene{n,r,} {live-,}migration{en,}|{live-,}migration fehlgeschlagen{, ist}|{live-,}migrationen fehlgeschlagen{, sind}|gescheiterte{n,r,} {live-,}migration{en,}|{live-,}migration fehlschlug|nicht migriert werden konnte{n,}|migrationen, die fehlgeschlagen sind|migrationsfehler{n,}',
      migrated:
        'migrierte{n,r,s,}|migriert wurde{n,}|{live ,}migriert|live-migrierte{n,r,}|verschoben wurde{n,}|umgezogen',
      migratable:
        '{live-,}migrierbar{,e,en,er}|live migrierbar{,e,en,er}|{live ,live-,}migriert werden {können,kann}|{live ,live-,}migrieren {können,kann}|{lassen,lässt} sich {live ,}migrieren',
      notMigratable:
        'nicht {live-,live ,}migrierbar{,e,en,er}|nicht {live ,live-,}migriert werden {können,kann}|{können,kann} nicht {live ,live-,}migriert werden|nicht {live ,}migrieren {können,kann}|{lassen,lässt} sich nicht {live ,}migrieren|sich nicht {live ,}migrieren {lassen,lässt}|unmigrierbar{,e,en}|nicht auf {einen anderen,andere} {knoten,host,hosts} {verschoben,migriert} werden {können,kann}|{können,kann} nicht {verschoben,umgezogen} werden',
      restartRequired:
        '{einen ,}neustart {benötigen,benötigt,brauchen,braucht,erfordern,erfordert}|{benötigen,benötigt,brauchen,braucht,erfordern,erfordert} {einen ,}neustart|neustart {erforderlich,nötig,notwendig,ausstehend,fällig}|neu starten {müssen,muss}|ausstehende{n,m,r,} neustart|neu gestartet werden {müssen,muss}|{müssen,muss} neu gestartet werden|auf {einen ,}neustart warten|auf {einen ,}neustart wartend{,e,en}|mit ausstehendem neustart',
      deletionProtected:
        '{vor löschung ,vor dem löschen ,gegen löschen ,gegen löschung ,gegen versehentliches löschen ,lösch,}geschützt{,e,en,er}|gegen {löschen,löschung} {gesperrt,gesichert}{,e,en}|mit löschschutz',
      deletionUnprotected:
        'ungeschützt{,e,en}|nicht geschützt{,e,en}|nicht {vor löschung ,gegen löschen ,}geschützt',
      cordoned:
        'gesperrt{,e,en,em,er}|im wartungsmodus|in wartung|abgesperrt{,e,en,em}|nicht planbar{e,en,em,}|cordoned|geleert{e,en,em,}',
      uncordoned: 'planbar{,e,en,em}|entsperrt{,e,en,em}',
      unready:
        'nicht bereit{,e,en,em,er}|nicht verfügbar{,e,en,em}|ausgefallen{,e,en,em}|unerreichbar{,e,en,em}',
      ready: 'bereit{,e,en,em,er}|betriebsbereit{,e,en,em}|verfügbar{,e,en,em}',
      bridge: 'netzwerkbrücke|brücke|bridge-schnittstelle|bridge-schnittstellen',
      podNetwork: 'pod-netzwerk|podnetzwerk|pod-netz|standardnetzwerk',
      claimMissing: 'fehlende{n,m,r,} pvc{s,}|pvc fehlt|pvcs fehlen|pvc nicht gefunden',
      importFailed:
        'datavolume-fehler{n,}|fehlgeschlagene{n,m,r,} import|import fehlgeschlagen{, ist}|datenvolume-fehler',
      backupFailed:
        'fehlgeschlagene{n,m,r,s,} {backup,backups,sicherung,sicherungen,datensicherung}|backup fehlgeschlagen{, ist}|sicherung fehlgeschlagen{, ist}|backup fehlschlug|sicherung fehlschlug',
      switchedOn: 'eingeschaltet|angeschaltet',
      switchedOff: 'ausgeschaltet|abgeschaltet',
      inAll: 'insgesamt|zusammen',
      with: 'mit',
      size: 'größe|ausstattung|dimensionierung|specs',
      same: 'gleich{e,en,em,er,es}|selbe{n,m,r,s,}|demselben|derselben|denselben|dasselbe|dieselbe|derselbe|identische{n,m,r,}',
      there:
        'verbunden|antwortet|antworten|reagiert|reagieren|funktioniert|installiert|aktiviert|angeschlossen|eingehängt|eingelegt|konfiguriert|eingerichtet',
      gone: 'getrennt{,e,en,er}|deaktiviert{,e,en,er}|fehlt|fehlen|deinstalliert|abgehängt',
      toNetwork:
        'verbunden mit|verbunden mit dem|angeschlossen an|angeschlossen an das|angebunden an',
      weekend: 'wochenende',
    },
    true,
  ),
  lateField('backup', 'gesichert{,e,en,er}'),
  // "von worker-02 migrierte": the name after "von" is where they came from.
  [
    'migrierte{n,r,s,}|{weg,}migriert|migriert wurde{n,}|live migriert wurde{n,}|weggezogen',
    after('origin', { is: 'field', field: 'migrationFrom' }),
  ],
];

/** German words for fields. */
export const germanFields: FieldWords = {
  name: 'name|namen|namens|genannt|heißt|heißen|mit dem namen|mit namen',
  namespace:
    'namensraum|namensräume*|namensräumen|projekt|projekte*|projekten|projekts|namespaces*|namespace',
  status: 'status|zustand|zustände*',
  label: 'label|labels|etikett|kennzeichnung|bezeichnung',
  node: 'knoten|host|hosts*|node|nodes*|hostrechner|physische{r,n,} rechner',
  os: 'betriebssystem|betriebssysteme*',
  vcpu: 'kern|kerne|kernen|cpu|cpus|vcpu|vcpus|prozessor|prozessoren|cpu-kerne|cpu-kernen',
  memory: 'speicher|arbeitsspeicher|ram|hauptspeicher',
  ip: 'ip-adresse|ip-adressen|adresse|adressen|subnetz|ip',
  guestAgent: 'gastagent|gast-agent|agent|gastagenten|guest-agent|agenten',
  runStrategy: 'ausführungsstrategie|laufstrategie',
  instancetype: 'vom typ|des typs|instanztyp|instanztypen*|instanz-typ',
  preference: 'präferenz|präferenzen*',
  snapshot: 'snapshot|snapshots*|momentaufnahme|momentaufnahmen*|schnappschuss|schnappschüsse*',
  snapshotCount: 'snapshots|momentaufnahmen|anzahl der snapshots',
  lastSnapshot: 'letzter snapshot|letzten snapshot|letzte momentaufnahme|neuester snapshot',
  migration: 'migration|migrationen*|live-migration|live-migrationen*',
  migrationFrom: 'wegmigriert von|quellknoten',
  disk: 'festplatte|festplatten|disk|disks|platte|platten|laufwerk|laufwerke|laufwerken|volume|volumes|datenträger|datenträgern',
  diskCount:
    'festplatte|disk|platte|laufwerk|volume|festplatten|disks|platten|laufwerke|laufwerken|volumes|datenträger|datenträgern|anzahl der festplatten',
  diskSize:
    'speicherplatz|gesamtspeicherplatz|plattenplatz|festplattengröße|gesamte festplattengröße|gesamtgröße der festplatten|speicherplatz|plattenplatz|festplattenspeicher',
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
  nicCount:
    'netzwerkschnittstelle|netzwerkschnittstellen|schnittstelle|schnittstellen|netzwerkkarte|netzwerkkarten|netzwerkadapter|netzwerkadaptern|nics|nic',
  backup:
    'backup|backups*|sicherung|sicherungen*|datensicherung|datensicherungen*|gesichert{,e,en,er}',
  lastBackup: 'letztes backup|letzte sicherung|letzter sicherung|letzten backup',
  affinity: 'affinitätsregel|affinitätsregeln|affinität|anti-affinität|anti-affinitätsregeln',
};
