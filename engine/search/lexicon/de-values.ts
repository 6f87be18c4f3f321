import { ERROR_GROUP } from '../statuses';
import { agent, cores, env, notRunning, os, status, strategy } from './makers';
import { headOrder, lateAnchor } from './own-makers';
import type { Lexicon } from './senses';

/** German words for values, orders and what cannot be answered. */
export const germanValues: Lexicon['entries'] = [
  [
    '{laufen,an sein} {soll,sollte,sollten,müsste,müssten}|{sollte,sollten,müsste,müssten} {laufen,an sein}',
    strategy('Always'),
  ],
  ['{es ,}aber nicht {tun,laufen}|{es ,}aber nicht tut', ...notRunning],
  ['{laufen,läuft} {,gerade ,derzeit ,aktuell }nicht{, mehr}', ...notRunning],
  [
    'laufend{,e,en,er}|laufen|läuft|aktiv{,e,en,er}|eingeschaltet{,e,en,er}|angeschaltet{,e,en}|in betrieb|gestartet sind',
    status('Running', 'started'),
  ],
  [
    'gestoppt{,e,en,er}|angehalten{,e,en,er}|ausgeschaltet{,e,en,er}|heruntergefahren{,e,en,er}|abgeschaltet{,e,en,er}|{ist,sind} {,gerade ,alles ,gerade alles }aus|aus {ist,sind}|stehen still|runtergefahren{,e,en}|down',
    status('Stopped'),
  ],
  ['pausiert{,e,en,er}|suspendiert{,e,en,er}|eingefroren{,e,en,er}', status('Paused')],
  [
    'startend{,e,en}|werden gestartet|hochfahrend{,e,en}|starten gerade|fahren hoch|beim start|beim {starten,hochfahren,booten}|im start',
    status('Starting'),
  ],
  ['stoppend{,e,en}|werden gestoppt|fahren herunter|herunterfahrend{,e,en}', status('Stopping')],
  [
    'werden bereitgestellt|bereitstellend|in bereitstellung|werden erstellt|beim {provisionieren,bereitstellen,erstellen}',
    status('Provisioning'),
  ],
  [
    'werden gelöscht|wird gelöscht|in löschung|beim löschen|{hängen,hängt} beim löschen{, fest}|beim löschen {hängen,hängt,festhängen,feststecken}|im löschvorgang',
    status('Terminating'),
  ],
  [
    'migrierend{,e,en}|migrieren gerade|in migration|werden migriert|werden gerade migriert|wird migriert',
    status('Migrating'),
  ],
  [
    'in absturzschleife|absturzschleife|in einer absturzschleife|neustartschleife|in einer neustartschleife|{ständig,dauernd,laufend,immer wieder,andauernd} {abstürzen,abstürzt,neustarten,neu starten,neu startet,neustartet}|{stürzt,stürzen} {ständig,dauernd,immer wieder} ab|{startet,starten} {ständig,dauernd,immer wieder} neu',
    status('CrashLoopBackOff'),
  ],
  [
    'nicht planbar|nicht einplanbar|wartend{,e,en}|unplanbar{,e,en}|kein platz|kein {knoten,host} {frei,verfügbar}|{finden,findet} keinen {knoten,host,platz}|keinen {knoten,host,platz} {finden,findet}|{können,kann,konnten} nicht platziert werden|nicht platziert werden {können,kann,konnten}|zu wenig ressourcen|{mangels,wegen fehlender} ressourcen{, nicht eingeplant werden, nicht starten, nicht eingeplant}|nicht eingeplant werden{, können, konnten}',
    status('ErrorUnschedulable'),
  ],
  [
    'image-problem{,e,en}|image-fehler|falsches image|imagefehler|image{,s} {können,kann,konnten,konnte} nicht {geladen,gezogen,heruntergeladen} werden|image{,s} nicht {geladen,gezogen,heruntergeladen} werden {können,kann,konnten,konnte}|image{,s} nicht {ladbar,gefunden}|image-pull-fehler',
    status(['ErrImagePull', 'ImagePullBackOff']),
  ],
  [
    'warten auf volume|warten auf ein volume|warten auf speicher',
    status('WaitingForVolumeBinding'),
  ],
  ['unbekannt{,e,en,er}|nicht erreichbar{,e,en}|unerreichbar{,e,en}|verloren', status('Unknown')],
  [
    'fehler|fehlern|fehlerhaft{,e,en,er}|mit fehler|mit fehlern|fehlgeschlagen{,e,en,er}|schlugen fehl|schlug fehl|kaputt{,e,en}|defekt{,e,en}|gescheitert{,e,en}|probleme|problemen|mit problemen|ausgefallen{,e,en}|abgestürzt{,e,en}|nicht starten|nicht gestartet|nicht starten konnten|nicht hochfahren|starten nicht|nicht hochgekommen|{nicht hochkommen,nicht hochkommt,kommt nicht hoch,kommen nicht hoch}|kaputtgegangen|kaputt gegangen|klemmt|klemmen|streikt|streiken|nicht gestartet werden konnten|im fehlerzustand|{geht,gehen} nicht|nicht in ordnung|in fehlerzustand|gestört{,e,en}|störung|störungen|nicht starteten',
    status(ERROR_GROUP),
  ],
  [
    'gesund{,e,en,er}|fehlerfrei{,e,en}|ohne fehler|ohne probleme|intakt{,e,en}',
    { is: 'value', field: 'status', op: 'not', value: ERROR_GROUP },
  ],
  ['laufzeit|betriebszeit|uptime|betriebsdauer', { is: 'anchor', field: 'started' }],
  [
    'verbundene{,n,m,r} {agent,agenten,gastagent,gastagenten,gast-agent,gast-agenten}|agent verbunden|verbundenem agent|verbundenem gastagent|gastagent verbunden',
    agent(true),
  ],
  ['agent nicht verbunden|gastagent nicht verbunden|getrenntem agent', agent(false)],
  ['einem kern|einen kern|ein kern|einer cpu', cores(1)],
  [
    'produktion|produktions|in produktions{projekten,namespaces,umgebungen}|produktiv|prod|produktivumgebung|produktionsumgebung',
    env('prod', 'production', 'prd'),
  ],
  [
    'entwicklung|entwicklungs|in entwicklungs{projekten,namespaces}|dev|entwicklungsumgebung',
    env('dev', 'development', 'devel'),
  ],
  ['test|testumgebung|in test{projekten,namespaces,umgebungen}', env('test', 'testing', 'tst')],
  ['vorproduktion', env('preprod', 'pre-prod', 'preproduction')],
  ['abnahme', env('uat', 'acceptance')],
  [
    '{erstell,erstellungs,anlage}{datum,zeit,zeitpunkt}|erstellung',
    { is: 'anchor', field: 'created' },
  ],
  ...['Windows', 'Linux', 'Ubuntu', 'Debian', 'RHEL', 'Fedora', 'CentOS', 'SLES'].map(
    (name): Lexicon['entries'][number] => [`unter ${name.toLowerCase()}`, os(name)],
  ),
  [
    'erstellt{,e,en,er}|angelegt{,e,en,er}|erzeugt{,e,en,er}|erstellt wurden|angelegt wurden|erstellt worden sind',
    ...lateAnchor('created'),
  ],
  [
    'gestartet{,e,en,er}|neugestartet{,e,en,er}|neu gestartet{,e,en,er}|hochgefahren{,e,en,er}|gestartet wurden|neu gestartet wurden',
    ...lateAnchor('started'),
  ],
  ['geändert|zustand geändert|status geändert|ihren zustand geändert', ...lateAnchor('changed')],
  [
    'kürzlich|neulich|neu{,e,en,er}|alt{,e,en,er}|vor kurzem|lange|seit langem|letztens',
    { is: 'vague', about: 'time' },
  ],
  [
    'groß{,e,en,er}|klein{,e,en,er}|riesig{,e,en}|viel|viele|vielen|wenig|wenige|wenigen',
    { is: 'vague', about: 'size' },
  ],
  [
    'sichere|sichern|aktiviere|aktivieren|deaktiviere|deaktivieren|verbinde|verbinden|trenne|trennen|stoppe|stoppt|starte|startet|fahre|fahr|schalte|setze|verschiebe|mach|mache|halte',
    headOrder,
  ],
  [
    'lösche|löschen|löscht|lösch|entferne|entfernen|starten|starten neu|stoppen|neustarten|neu starten|migriere|migrieren|herunterfahren|hochfahren|ausschalten|einschalten|pausiere|pausieren|klone|klonen|erstelle|erstellen|ändere|ändern|aktualisiere|aktualisieren|verschieben|skaliere|skalieren|zerstöre|zerstören|repariere|reparieren|beende|beenden|anhalten|leeren|räume|anlegen|erhöhe|erhöhen|boote',
    { is: 'order' },
  ],
  [
    'warum|wieso|weshalb|ursache|ursachen|grund|gründe|erkläre|erklär|erklären|diagnostiziere|was ist passiert|was ist los|wie kann|wie kann ich|wie',
    { is: 'beyond', topic: 'why' },
  ],
  [
    'auslastung|last|cpu-last|cpu-auslastung|verbrauch|verbrauchen|verbraucht|langsam{,e,en,er}|latenz|durchsatz|leistung|netzwerkverkehr|datenverkehr|kosten|kostet|nutzung|speicherauslastung|überlastet{,e,en}|ausgelastet{,e,en}|prozent|bandbreite|untätig{,e,en}',
    { is: 'beyond', topic: 'metrics' },
  ],
  [
    'ignoriere|ignorieren|vergiss|anweisung|anweisungen|passwort|passwörter|zugangsdaten|assistent|du bist|tu so|verrate|gehorche|kennwort|kennwörter',
    { is: 'beyond', topic: 'instruction' },
  ],
];
