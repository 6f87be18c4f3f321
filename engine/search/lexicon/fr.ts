import { frenchGrammar } from './fr-grammar';
import { frenchValues } from './fr-values';
import type { Lexicon } from './senses';

export const french: Lexicon = {
  language: 'fr',
  entries: [...frenchValues, ...frenchGrammar],
  ordinary: [],
  elisions: ["l'", "d'", "n'", "s'", "qu'", "j'", "c'", "m'"],
  fields: {
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
    instancetype: "type d'instance|types d'instance*",
    preference: 'préférence|préférences*',
  },
};
