import { ERROR_GROUP } from '../statuses';
import { agent, cores, env, notRunning, status, strategy } from './makers';
import { headOrder } from './own-makers';
import type { Lexicon } from './senses';

/** French words for values, orders and what cannot be answered. */
export const frenchValues: Lexicon['entries'] = [
  [
    'devrai{t,ent} {tourner,fonctionner,être allumée,être allumées,être en marche,être démarrées}',
    strategy('Always'),
  ],
  [
    "en cours d'exécution|en exécution|en marche|allumé{,e,s,es}|acti{f,fs,ve,ves}|en fonctionnement|qui tourne|qui tournent|tournent|tourne|en service|en ligne|en route|{est,sont} démarré{,e,s,es}",
    status('Running', 'started'),
  ],
  ['ne {tourne,tournent,fonctionne,fonctionnent,marche,marchent} {pas,plus}', ...notRunning],
  [
    "arrêté{,e,s,es}|éteint{,e,s,es}|stoppé{,e,s,es}|hors ligne|coupé{,e,s,es}|down|à l'arrêt|tombé{,e,s,es}",
    status('Stopped'),
  ],
  ['en pause|suspendu{,e,s,es}|gelé{,e,s,es}|figé{,e,s,es}', status('Paused')],
  ['en cours de démarrage|démarrant|en démarrage', status('Starting')],
  ["en cours d'arrêt|s'arrêtant", status('Stopping')],
  [
    'en cours de provisionnement|en provisionnement|en cours de création|bloqué{,e,s,es} en {cours de ,}{provisionnement,création}',
    status('Provisioning'),
  ],
  [
    'bloqué{,e,s,es} en {,cours de }suppression|en cours de suppression|en suppression',
    status('Terminating'),
  ],
  ['en migration|en cours de migration|migrant', status('Migrating')],
  [
    'en boucle de plantage|qui redémarrent en boucle|en boucle de redémarrage|{plante,plantent,redémarre,redémarrent,crashe,crashent} {sans arrêt,sans cesse,en boucle,en permanence,tout le temps,constamment}',
    status('CrashLoopBackOff'),
  ],
  [
    'en attente faute de ressources|{faute de,par manque de} ressources|en attente|non planifiable|non planifiables|non planifié{e,es}|pas de place|{ne trouvent,ne trouve} pas de nœud|aucun nœud disponible|manque de ressources',
    status('ErrorUnschedulable'),
  ],
  [
    "erreur d'image|erreurs d'image|problème{,s} d'image|mauvaise image|{ne peut,ne peuvent} pas {télécharger,récupérer} {l',leur ,son }image|image introuvable",
    status(['ErrImagePull', 'ImagePullBackOff']),
  ],
  [
    "en attente de volume|en attente d'un volume|en attente de stockage",
    status('WaitingForVolumeBinding'),
  ],
  ['inconnu{,e,s,es}|injoignable|injoignables|perdu{,e,s,es}', status('Unknown')],
  [
    "erreur|erreurs|en erreur|en échec|échoué|a échoué|ont échoué|échouent|échoue|échec|échecs|en panne|cassé{,e,s,es}|défaillant{,e,s,es}|problème|problèmes|ne démarrent pas|n\'ont pas pu démarrer|n\'a pas pu démarrer|ne peuvent pas démarrer|ne peut pas démarrer|refusent de démarrer|ne démarre pas|n'ont pas démarré|n'a pas démarré|ont échoué à démarrer|a échoué à démarrer|qui ne veulent pas démarrer|ont planté|a planté|plantées|{est ,sont ,}tombé{,e,s,es} en panne|hors service|planté{,e,s}|plante|plantent|crashé{,e,s,es}|en mauvais état|en difficulté|tombées en panne|sont tombées en panne",
    status(ERROR_GROUP),
  ],
  [
    'sain{,e,s,es}|sans erreur|sans erreurs|sans problème|sans problèmes|en bonne santé',
    { is: 'value', field: 'status', op: 'not', value: ERROR_GROUP },
  ],
  ['agent connecté|agent invité connecté', agent(true)],
  [
    'agent non connecté|agent déconnecté|agent invité déconnecté|agent invité non connecté',
    agent(false),
  ],
  ['un seul cœur|un cœur|un seul coeur', cores(1)],
  ['production|prod', env('prod', 'production', 'prd')],
  ['développement|dev', env('dev', 'development', 'devel')],
  ['test|tests|essai', env('test', 'testing', 'tst')],
  ['préproduction|préprod', env('preprod', 'pre-prod', 'preproduction')],
  ['recette', env('uat', 'acceptance')],
  ['créé{,e,s,es}|date de création|création', { is: 'anchor', field: 'created' }],
  [
    'démarré{,e,s,es}|redémarré{,e,s,es}|lancé{,e,s,es}|ont démarré',
    { is: 'anchor', field: 'started' },
  ],
  [
    'temps de fonctionnement|temps de disponibilité|uptime|durée de fonctionnement',
    { is: 'anchor', field: 'started' },
  ],
  [
    "ayant changé d'état|ont changé d'état|ont changé|a changé d'état",
    { is: 'anchor', field: 'changed' },
  ],
  [
    'récemment|récent{,e,s,es}|dernièrement|vieux|vieille|vieilles|ancien|anciens|ancienne|anciennes|nouveau|nouvelle|nouvelles|nouveaux|depuis longtemps|longtemps',
    { is: 'vague', about: 'time' },
  ],
  [
    'gros|grosse|grosses|grand|grands|grande|grandes|petit|petite|petites|petits|énorme|énormes|beaucoup de|beaucoup|peu',
    { is: 'vague', about: 'size' },
  ],
  [
    'sauvegarde|sauvegarder|sauvegardez|active|activer|activez|désactive|désactiver|connecte|connecter|connectez|prends|prendre|prenez|fais|faire|faites|arrête|arrêtez|démarre|démarrez|redémarre|lance|lancez|migre|crée|pause|éteins|éteignez|allume|allumez',
    headOrder,
  ],
  [
    'supprime|supprimer|supprimez|efface|effacer|effacez|arrêter|démarrer|redémarrer|redémarrez|migrer|migrez|détruis|détruire|détruisez|tue|tuer|éteindre|allumer|clone|cloner|créer|créez|modifie|modifier|modifiez|mets à jour|mettre à jour|met à jour|vide|vider|ajoute|ajouter|déplace|déplacer|relance|relancer|répare|réparer|suspendre|suspends|augmente|augmenter|nettoie|nettoyer|mets en pause',
    { is: 'order' },
  ],
  [
    "pourquoi|quelle est la cause|cause|causes|raison|raisons|explique|expliquer|expliquez|diagnostique|comment|que s'est-il passé|qu'est-ce qui s'est passé",
    { is: 'beyond', topic: 'why' },
  ],
  [
    'utilisation|consommation|consomment|consomme|charge|lent{,e,s,es}|latence|débit|trafic|performances|performance|saturé{,e,s,es}|coût|coûts|coûtent|bande passante|inactives|surchargé{,e,s,es}|pour cent',
    { is: 'beyond', topic: 'metrics' },
  ],
  [
    'ignore|ignorer|ignorez|oublie|oubliez|instruction|instructions|mot de passe|mots de passe|identifiants|assistant|tu es|révèle|fais semblant|obéis',
    { is: 'beyond', topic: 'instruction' },
  ],
];
