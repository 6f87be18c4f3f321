import { attributes, type FieldWords } from './attributes';
import type { Lexicon } from './senses';

/** French words for what the objects beside the machine tell. */
export const frenchAttributes: Lexicon['entries'] = [
  ...attributes({
    snapshotFailed:
      "instantané{s,} échoué{s,}|instantané{s,} en échec|instantané{s,} en erreur|instantané a échoué|instantanés ont échoué|échec d'instantané|échec de l'instantané|snapshot{s,} échoué{s,}|snapshot a échoué|{instantanés,snapshots} qui ont échoué",
    snapshotSucceeded: 'instantané{s,} réussi{s,}|instantané{s,} valide{s,}',
    migrationFailed:
      "migration{s,} échouée{s,}|migration {à chaud ,}a échoué|migrations {à chaud ,}ont échoué|migration à chaud échouée|migration en échec|échec{s,} de migration|échec de la migration|n'ont pas pu être migrées|n'ont pas pu migrer|migrations qui ont échoué",
    migrated:
      'migré{,e,s,es}{, à chaud}|ont migré|ont été migrées|a migré|a été migrée|ont changé de nœud|migration réussie',
    migratable:
      'migrable{s,}{, à chaud}|{peuvent,peut} être migré{,e,s,es}{, à chaud}|{peuvent,peut} migrer{, à chaud}',
    notMigratable:
      'non migrable{s,}{, à chaud}|pas migrable{s,}{, à chaud}|ne {peuvent,peut} pas être migré{,e,s,es}{, à chaud}|ne {peuvent,peut} pas migrer{, à chaud}|ne {sont,est} pas migrable{s,}{, à chaud}|impossible{s,} à migrer{, à chaud}|ne {peut,peuvent} pas {,être }{déplacer,déplacé,déplacée,déplacées,déplacés}{, vers un autre nœud, ailleurs}',
    restartRequired:
      "nécessite{nt,} un redémarrage|nécessitant un redémarrage|redémarrage requis|redémarrage nécessaire|redémarrage en attente|en attente de redémarrage|{doivent,doit} être redémarré{,e,s,es}|{doivent,doit} redémarrer|besoin d'un redémarrage|besoin d'être redémarré{,e,s,es}|qu'il faut redémarrer|à redémarrer",
    deletionProtected:
      '{protégé,verrouillé}{,e,s,es} contre {la ,}suppression|ne {peuvent,peut} pas être supprimé{,e,s,es}|protégé{,e,s,es}',
    deletionUnprotected: 'non protégé{,e,s,es}',
    cordoned:
      'en maintenance|en mode maintenance|cordonné{,s}|non planifiable{s,}|drainé{,s}|isolé{,s}',
    uncordoned: 'planifiable{s,}',
    unready: 'non prêt{,s}|indisponible{s,}|en panne|hors service',
    ready: 'prêt{,s}|disponible{s,}|sain{,s}',
    bridge: 'pont|en mode pont|interface pont|interfaces pont',
    podNetwork: 'réseau de pods|réseau des pods|réseau du pod|réseau pod|réseau par défaut',
    claimMissing: 'pvc introuvable|pvc manquant{,e}|pvc absent{,e}',
    importFailed:
      "erreur de volume de données|erreur{s,} de datavolume|importation échouée|import échoué|échec de l'importation|échec d'import",
    backupFailed:
      'sauvegarde{s,} échouée{s,}|sauvegarde a échoué|sauvegardes ont échoué|sauvegardes qui ont échoué|échec de sauvegarde|échec de la sauvegarde|sauvegarde{s,} en échec',
    switchedOn: 'allumé',
    switchedOff: 'éteint|coupé',
    inAll: 'au total|en tout|ensemble',
    with: 'avec|ayant',
    size: 'taille|caractéristiques|gabarit|specs',
    same: 'même{s,}|identique{s,}',
    there:
      'connecté{,e,s,es}|installé{,e,s,es}|activé{,e,s,es}|attaché{,e,s,es}|monté{,e,s,es}|branché{,e,s,es}|configuré{,e,s,es}|répond{,ent}|fait{,e,s,es}',
    gone: 'ne {répond,répondent,fonctionne,fonctionnent} {pas,plus}|déconnecté{,e,s,es}|désactivé{,e,s,es}|désinstallé{,e,s,es}|absent{,e,s,es}|manquant{,e,s,es}',
    toNetwork:
      'connecté{,e,s,es} {à,au}|attaché{,e,s,es} {à,au}|branché{,e,s,es} {à,au,sur}|relié{,e,s,es} {à,au}|rattaché{,e,s,es} {à,au}|raccordé{,e,s,es} {à,au}',
    weekend: 'week-end|weekend|fin de semaine',
  }),
];

/** French words for fields. */
export const frenchFields: FieldWords = {
  name: 'nom|noms*|nommée|nommées|nommé|nommés|appelée|appelées|dont le nom est',
  namespace: 'espace de noms|espaces de noms*|projet|projets*|namespaces*',
  status: 'statut|statuts*|état|états*',
  label: 'étiquette|étiquettes*|étiquetée|étiquetées|libellé',
  node: 'nœud|nœuds*|noeud|noeuds*|hôte|hôtes*',
  os: "système d'exploitation|systèmes d'exploitation*",
  vcpu: 'cœur|cœurs|coeur|coeurs|processeur|processeurs|cpu|cpus|vcpu|vcpus',
  memory: 'mémoire|ram|mémoire vive',
  ip: 'adresse ip|adresses ip|adresse|adresses|sous-réseau',
  guestAgent: "agent invité|agent d'invité|agent|agent qemu",
  runStrategy: "stratégie d'exécution",
  instancetype: "{de,du} type|type d'instance|types d'instance*",
  preference: 'préférence|préférences*',
  snapshot: 'instantané|instantanés*',
  snapshotCount: "instantanés|nombre d'instantanés",
  lastSnapshot: 'dernier instantané|instantané le plus récent|dernier snapshot',
  migration: 'migration|migrations*|migration à chaud|migrations à chaud*',
  migrationFrom:
    'migré{,e,s,es} depuis|ont {migré depuis,quitté}|migrées de|migrée de|migrés de|migré de|ont migré de|nœud source|noeud source',
  disk: 'disque|disques|volume|volumes',
  diskCount: 'disque|volume|disques|volumes|nombre de disques',
  diskSize:
    'taille de disque|taille totale des disques|taille totale de disque|taille des disques|stockage total|espace disque|stockage',
  storageClass: 'classe de stockage|classes de stockage*|{sur,dans,avec} {,le }stockage',
  accessMode: "mode d'accès|modes d'accès*",
  gpu: 'carte graphique|cartes graphiques',
  hostDevice:
    "périphérique d'hôte|périphériques d'hôte|périphérique hôte|périphériques hôtes|périphériques de l'hôte",
  secureBoot: 'démarrage sécurisé',
  dedicatedCpu:
    'processeur dédié|processeurs dédiés|cpu dédié|cpu dédiés|cœurs dédiés|coeurs dédiés',
  hugepages: 'grandes pages|pages énormes',
  cdrom: 'lecteur cd|lecteur de cd|lecteur dvd',
  network: 'réseau|réseaux*',
  mac: 'adresse mac|adresses mac',
  zone: 'zone|zones*|zone de disponibilité|zones de disponibilité*',
  warning:
    "événement d'avertissement|événements d'avertissement|avertissement|avertissements|événement|événements",
  description: 'description|descriptions',
  architecture: 'architecture|architectures*',
  deletionProtection: 'protection contre la suppression|protection contre suppression',
  template: 'modèle|modèles*',
  bootSource: 'source de démarrage|source de boot|image disque',
  nicCount:
    "interface réseau|interfaces réseau|interface|interfaces|carte réseau|cartes réseau|nics|nic|nombre d'interfaces",
  backup: 'sauvegarde|sauvegardes*|backup|backups*|sauvegardé{,e,s,es}',
  lastBackup: 'dernière sauvegarde|dernier backup',
  affinity: "règles d'affinité|règle d'affinité|affinité|anti-affinité|règles d'anti-affinité",
};
