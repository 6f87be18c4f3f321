import { spanishGrammar } from './es-grammar';
import { spanishValues } from './es-values';
import type { Lexicon } from './senses';

export const spanish: Lexicon = {
  language: 'es',
  entries: [...spanishValues, ...spanishGrammar],
  ordinary: [],
  fields: {
    name: 'nombre|nombres*|llamada|llamadas|llamado|llamados|con nombre',
    namespace: 'espacio de nombres|espacios de nombres*|proyecto|proyectos*|namespaces*',
    status: 'estado|estados*|fase',
    label: 'etiqueta|etiquetas*|etiquetada|etiquetadas',
    node: 'nodo|nodos*|servidor físico|servidores físicos*|anfitrión',
    os: 'sistema operativo|sistemas operativos*|so',
    vcpu: 'núcleo|núcleos|procesadores|cpu|cpus|vcpu|vcpus|cores',
    memory: 'memoria|ram|memoria ram',
    ip: 'dirección ip|direcciones ip|dirección|direcciones|subred',
    guestAgent: 'agente invitado|agente de invitado|agente|agente huésped',
    runStrategy: 'estrategia de ejecución',
    instancetype: 'tipo de instancia|tipos de instancia*',
    preference: 'preferencia|preferencias*',
  },
};
