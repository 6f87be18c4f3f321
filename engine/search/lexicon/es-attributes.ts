import { attributes, type FieldWords } from './attributes';
import type { Lexicon } from './senses';

/** Spanish words for what the objects beside the machine tell. */
export const spanishAttributes: Lexicon['entries'] = [
  ...attributes({
    snapshotFailed:
      '{,una }instantánea{s,} fallida{s,}|instantánea falló|instantáneas fallaron|instantánea ha fallado|instantáneas han fallado|instantánea con error{,es}|falló la instantánea|fallo de instantánea|snapshot{s,} fallido{s,}|snapshot falló|{instantáneas,snapshots} que {fallaron,han fallado}',
    snapshotSucceeded:
      'instantánea{s,} correcta{s,}|instantánea{s,} completada{s,}|instantánea{s,} válida{s,}',
    migrationFailed:
      '{falló,fallaron} al migrar{,se}|migraci{ón,ones} fallida{s,}|migración {en vivo ,}falló|migraciones {en vivo ,}fallaron|migración en vivo fallida|migración ha fallado|falló la migración|migración con error|no pudieron migrar{,se}|no se pudieron migrar|error{es,} de migración|migraciones que {fallaron,han fallado}',
    migrated:
      'migrad{o,a,os,as}{, en vivo, en caliente}|se migraron|migraron|fueron migradas|se movieron de nodo|migración correcta',
    migratable:
      'migrable{s,}{, en vivo, en caliente}|se puede{n,} migrar{, en vivo, en caliente}|pueden migrar{,se}{, en vivo, en caliente}|puede migrar{,se}{, en vivo, en caliente}|que admiten migración en vivo|admite{n,} migración en vivo',
    notMigratable:
      'no migrable{s,}{, en vivo, en caliente}|no {es,son} migrable{s,}|no se puede{n,} migrar{, en vivo, en caliente}|no puede{n,} migrar{,se}{, en vivo, en caliente}|no puede{n,} ser migrad{o,a,os,as}{, en vivo, en caliente}|no admite{n,} {la ,}migración en vivo|no se puede{n,} {mover,migrar}{, de nodo, a otro nodo, a otros nodos}|no {puede,pueden} {moverse,migrar}{ a otro nodo, de nodo}|sin migración en vivo',
    restartRequired:
      'necesita{n,} reiniciarse|necesita{n,} {un ,}reinicio|necesita{n,} {ser ,}reiniciad{o,a,os,as}|requiere{n,} {un ,}reinicio|reinicio pendiente|pendiente{s,} de reinicio|pendiente{s,} de reiniciar|{que ,}hay que reiniciar|hay que reiniciarl{as,os}|por reiniciar|deben reiniciarse|reinicio requerido|reinicio necesario',
    deletionProtected:
      '{protegid,bloquead}{o,a,os,as} contra {la eliminación,el borrado,eliminación,borrado}|no se pueden eliminar|no se pueden borrar|protegid{o,a,os,as}',
    deletionUnprotected: 'no protegid{o,a,os,as}|desprotegid{o,a,os,as}',
    cordoned:
      'en mantenimiento|en modo mantenimiento|acordonad{o,os}|no programable{s,}|aislad{o,os}|drenad{o,os}',
    uncordoned: 'no acordonad{o,os}|programable{s,}',
    unready: 'caíd{o,os}|no list{o,os}|no disponible{s,}|con error{es,}|averiad{o,os}',
    ready: 'list{o,os}|preparad{o,os}|disponible{s,}|san{o,os}',
    bridge: 'puente|en modo puente|interfaz puente|interfaces puente',
    podNetwork: 'red de pods|red de pod|red del pod|red pod|red predeterminada|red por defecto',
    claimMissing: 'pvc no encontrad{o,a}|falta el pvc|falta la pvc|pvc inexistente|pvc perdid{o,a}',
    importFailed:
      'error de volumen de datos|error{es,} de datavolume|importación fallida|falló la importación',
    backupFailed:
      'copia{s,} de seguridad fallida{s,}|copia de seguridad falló|copias de seguridad que fallaron|backups que fallaron|copias de seguridad fallaron|backup{s,} fallido{s,}|backup falló|respaldo{s,} fallido{s,}',
    switchedOn: 'encendido|prendido',
    switchedOff: 'apagado',
    inAll: 'en total|juntos',
    with: 'con',
    size: 'tamaño|características|especificaciones|specs',
    same: 'mism{o,a,os,as}|igual{,es}',
    there:
      'conectad{o,a,os,as}|instalad{o,a,os,as}|habilitad{o,a,os,as}|activad{o,a,os,as}|montad{o,a,os,as}|adjunt{o,a,os,as}|configurad{o,a,os,as}|responde{,n}|contesta{,n}|funciona{,n}|hech{o,a,os,as}',
    gone: 'desconectad{o,a,os,as}|desactivad{o,a,os,as}|deshabilitad{o,a,os,as}|desinstalad{o,a,os,as}|ausente{s,}',
    toNetwork: 'conectad{o,a,os,as} a|conectad{o,a,os,as} con|enlazad{o,a,os,as} a',
    weekend: 'fin de semana',
  }),
];

/** Spanish words for fields. */
export const spanishFields: FieldWords = {
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
  instancetype: '{de,del} tipo|tipo de instancia|tipos de instancia*',
  preference: 'preferencia|preferencias*',
  snapshot: 'instantánea|instantáneas*|copia instantánea',
  snapshotCount: 'instantáneas|número de instantáneas',
  lastSnapshot: 'última instantánea|instantánea más reciente|último snapshot|snapshot más reciente',
  migration:
    'migración|migraciones*|migración en vivo|migraciones en vivo*|migración en caliente|migraciones en caliente*',
  migrationFrom:
    '{migrad,movid}{o,a,os,as} desde|{,se }migraron desde|salieron de|migradas de|migrada de|migrados de|migrado de|migraron de|nodo de origen',
  disk: 'disco|discos|volumen|volúmenes|disco duro|discos duros',
  diskCount: 'disco|volumen|discos|volúmenes|número de discos',
  diskSize:
    'tamaño de disco|tamaño total de disco|tamaño total de los discos|almacenamiento total|espacio en disco|almacenamiento',
  storageClass: 'clase de almacenamiento|clases de almacenamiento*',
  accessMode: 'modo de acceso|modos de acceso*',
  gpu: 'tarjeta gráfica|tarjetas gráficas',
  hostDevice:
    'dispositivo de host|dispositivos de host|dispositivo del host|dispositivos del host|dispositivos físicos',
  secureBoot: 'arranque seguro|inicio seguro',
  dedicatedCpu: 'cpu dedicada|cpus dedicadas|núcleos dedicados',
  hugepages: 'páginas grandes|páginas enormes',
  cdrom: 'unidad de cd|lector de cd|unidad de dvd',
  network: 'red|redes*',
  mac: 'dirección mac|direcciones mac',
  zone: 'zona|zonas*|zona de disponibilidad|zonas de disponibilidad*',
  warning:
    'evento de advertencia|eventos de advertencia|advertencia|advertencias|evento|eventos|aviso|avisos',
  description: 'descripción|descripciones',
  architecture: 'arquitectura|arquitecturas*',
  deletionProtection:
    'protección contra eliminación|protección contra la eliminación|protección contra borrado|protección contra el borrado|protección de borrado',
  template: 'plantilla|plantillas*',
  bootSource: 'origen de arranque|fuente de arranque|imagen de disco',
  nicCount:
    'interfaz de red|interfaces de red|interfaz|interfaces|tarjeta de red|tarjetas de red|adaptador de red|adaptadores de red|nics|nic|número de interfaces',
  backup:
    'copia de seguridad|copias de seguridad*|respaldo|respaldos*|backup|backups*|respaldad{o,a,os,as}',
  lastBackup: 'última copia|última copia de seguridad|último backup|último respaldo',
  affinity: 'reglas de afinidad|regla de afinidad|afinidad|antiafinidad|reglas de antiafinidad',
};
