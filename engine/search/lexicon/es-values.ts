import { ERROR_GROUP } from '../statuses';
import { after, agent, cores, env, status, strategy } from './makers';
import { headOrder } from './own-makers';
import type { Lexicon } from './senses';

/** Spanish words for values, orders and what cannot be answered. */
export const spanishValues: Lexicon['entries'] = [
  [
    'deber{ía,ían} {correr,ejecutarse}|deber{ía,ían} estar {encendida,encendidas,en ejecución,corriendo,activas,en marcha}',
    strategy('Always'),
  ],
  [
    'en ejecución|corre|corren|se {ejecuta,ejecutan}|levantad{o,a,os,as}|viv{o,a,os,as}|corriendo|ejecutándose|ejecutando|encendid{o,a,os,as}|activ{o,a,os,as}|en marcha|funcionando|prendid{o,a,os,as}|operativas|operativa|en línea',
    status('Running', 'started'),
  ],
  [
    'detenid{o,a,os,as}|parad{o,a,os,as}|apagad{o,a,os,as}|fuera de línea|caíd{o,a,os,as}|down|cayó|cayeron|se {apagó,apagaron,paró,pararon,detuvo,detuvieron}|sin arrancar',
    status('Stopped'),
  ],
  ['pausad{o,a,os,as}|en pausa|suspendid{o,a,os,as}|congelad{o,a,os,as}', status('Paused')],
  [
    'arrancando|iniciándose|iniciando|encendiéndose|en arranque|atascad{o,a,os,as} {arrancando,en el arranque}',
    status('Starting'),
  ],
  ['deteniéndose|parándose|apagándose', status('Stopping')],
  [
    'aprovisionándose|aprovisionando|en aprovisionamiento|creándose|atascad{o,a,os,as} en {el ,}{provisioning,aprovisionamiento}|atascad{o,a,os,as} {aprovisionándose,creándose}',
    status('Provisioning'),
  ],
  [
    'eliminándose|borrándose|atascadas {borrándose,en eliminación}|en eliminación|en proceso de eliminación|atascad{o,a,os,as} {al borrarse,al eliminarse,en borrado}',
    status('Terminating'),
  ],
  ['migrando|migrándose|en migración', status('Migrating')],
  [
    'en bucle de fallos|en bucle de reinicio|en bucle de reinicios|en bucle de arranque|se reinicia{,n} {constantemente,continuamente,sin parar,solas,sola,todo el tiempo,una y otra vez,cada poco}|no {para,paran,deja,dejan} de {reiniciarse,caerse,fallar}|reiniciándose {constantemente,continuamente,sin parar}',
    status('CrashLoopBackOff'),
  ],
  [
    'pendiente{,s}{, de programar}{, por falta de recursos}|{por falta de,faltan} recursos|sin programar|no planificable|no planificables|no programables|no programable|sin planificar|sin sitio|no {cabe,caben} en ningún nodo|sin nodo disponible|sin capacidad|sin recursos',
    status('ErrorUnschedulable'),
  ],
  [
    '{con ,}problema{,s} {de,con la} imagen|error de imagen|errores de imagen|imagen incorrecta|no {puede,pueden} {descargar,bajar} {la,su} imagen|imagen que no se puede descargar|fallo al descargar la imagen',
    status(['ErrImagePull', 'ImagePullBackOff']),
  ],
  [
    'esperando volumen|esperando un volumen|esperando almacenamiento',
    status('WaitingForVolumeBinding'),
  ],
  ['desconocid{o,a,os,as}|inalcanzable|inalcanzables|perdid{o,a,os,as}', status('Unknown')],
  [
    'error|errores|con error|con errores|con fallos|con problemas|con {el ,}problema|fallo|fallos|fallid{o,a,os,as}|falló|fallaron|fallando|fallan|falla|han fallado|ha fallado|rot{o,a,os,as}|averiad{o,a,os,as}|problemas|en error|en estado de error|no arrancan|no arranca|no arrancaron|no arrancó|no pudieron arrancar|no pueden arrancar|no puede arrancar|no han arrancado|fallaron al arrancar|no inician|no inicia|no se inician|no pudieron iniciarse|fallaron al iniciar|se rompieron|en mal estado|defectuos{o,a,os,as}|incidencias|con incidencias|murió|murieron|no {levanta,levantan,enciende,encienden}|no se {enciende,encienden}|petó|petaron|se rompió|rompió|fuera de servicio|crashe{ó,aron}',
    status(ERROR_GROUP),
  ],
  [
    'san{o,a,os,as}|sin errores|sin error|sin problemas|sin fallos|saludable|saludables|correctas',
    { is: 'value', field: 'status', op: 'not', value: ERROR_GROUP },
  ],
  ['agente conectado|agente invitado conectado|con agente conectado', agent(true)],
  [
    'agente no conectado|agente desconectado|agente invitado no conectado|agente invitado desconectado',
    agent(false),
  ],
  ['un solo núcleo|un núcleo|una cpu|una vcpu', cores(1)],
  ['producción|prod', env('prod', 'production', 'prd')],
  ['desarrollo|dev', env('dev', 'development', 'devel')],
  ['pruebas|test', env('test', 'testing', 'tst')],
  ['preproducción', env('preprod', 'pre-prod', 'preproduction')],
  ['cread{o,a,os,as}|se crearon|se creó|creó|crearon', { is: 'anchor', field: 'created' }],
  [
    'iniciad{o,a,os,as}|arrancad{o,a,os,as}|reiniciad{o,a,os,as}|se iniciaron|arrancaron|arrancó|se iniciaron',
    { is: 'anchor', field: 'started' },
  ],
  [
    'tiempo de actividad|tiempo activo|uptime|tiempo encendida|tiempo encendidas',
    { is: 'anchor', field: 'started' },
  ],
  ['fecha de creación|creación', { is: 'anchor', field: 'created' }],
  ['de actividad', after('time', { is: 'anchor', field: 'started' })],
  ['cambiaron de estado|cambió de estado|cambiaron|cambió', { is: 'anchor', field: 'changed' }],
  [
    'recientemente|reciente|recientes|últimamente|hace poco|hace mucho|nuev{o,a,os,as}|viej{o,a,os,as}|antigu{o,a,os,as}|hace tiempo',
    { is: 'vague', about: 'time' },
  ],
  [
    'grande|grandes|pequeñ{o,a,os,as}|enorme|enormes|much{o,a,os,as}|poc{o,a,os,as}|mucha memoria',
    { is: 'vague', about: 'size' },
  ],
  [
    'borra|borrar|borre|bórralas|elimina|eliminar|elimine|detén|detener|detenga|apaga|apagar|apague|enciende|encender|encienda|arranca|arrancar|arranque|inicia|iniciar|inicie|reinicia|reiniciar|reinicie|migra|migrar|migre|pausa|pausar|reanuda|reanudar|mata|matar|clona|clonar|escala|escalar|crea|crear|cree|actualiza|actualizar|modifica|modificar|cambia|cambiar|drena|drenar|destruye|destruir|quita|quitar|mueve|mover|reparar|repara|arregla|arreglar|suspende|suspender|aumenta|aumentar',
    { is: 'order' },
  ],
  [
    'activa|active|activar|desactiva|desactivar|habilita|habilitar|deshabilita|conecta|conectar|desconecta|haz|hacer|toma|tomar|respalda|respaldar|copia de seguridad|instala|instalar|añade|añadir|pon|poner',
    headOrder,
  ],
  ['para|parar|pare', { is: 'order', head: true }, { is: 'filler' }],
  [
    'por qué|porque|porqué|cuál es la causa|causa|causas|motivo|motivos|razón|explica|explicar|explícame|diagnostica|cómo|qué pasó|qué ocurrió|qué pasa|qué ha pasado',
    { is: 'beyond', topic: 'why' },
  ],
  [
    'uso|consumo|consumen|consume|carga|rendimiento|lent{o,a,os,as}|latencia|tráfico|saturad{o,a,os,as}|utilización|ancho de banda|ocios{o,a,os,as}|coste|costo|cuesta|por ciento|sobrecargad{o,a,os,as}',
    { is: 'beyond', topic: 'metrics' },
  ],
  [
    'ignora|ignorar|ignore|olvida|instrucciones|instrucción|contraseña|contraseñas|credenciales|asistente|eres|finge|revela|obedece',
    { is: 'beyond', topic: 'instruction' },
  ],
];
