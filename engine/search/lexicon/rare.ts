import { ERROR_GROUP } from '../statuses';
import type { Words } from '.';
import { rareEnglish } from './rare-english';
import { rareTalk } from './rare-talk';
import { agent, fact, status } from './makers';
import type { Lexicon, Sense } from './senses';

type Language = 'en' | 'de' | 'es' | 'fr' | 'ja' | 'ko' | 'zh';

/** One meaning in the words of several languages, `|` between them. */
type Meaning = readonly [words: Partial<Record<Language, string>>, ...senses: Sense[]];

const owner: Sense = { is: 'owned' };
const owns: Sense = { is: 'owns' };

/** Less common ways to say what there is to search by. */
const MEANINGS: readonly Meaning[] = [
  [
    {
      en: 'lying dormant|poweredoff|powered-off|switched-off|turned-off|shut-down|shut-off|in the off state|{in ,in a ,in an ,}{stopped,off} state|shutoff|{sit,sits,sitting,left,kept} {,there ,around }{switched off,powered off,turned off,shut down,stopped}|{has,have} been {shut down,powered off,turned off,switched off}|not powered up',
      de: 'stillgelegt{,e,en}|außer betrieb|ausser betrieb|ruhend{,e,en}|inaktiv{,e,en}',
      es: 'inactiva{,s}|dadas de baja|dormida{,s}',
      fr: 'inactive{,s}|hors service|hors tension|à l’arrêt|stoppée{,s}',
      ja: '電源オフの|電源オフ|オフラインの|落ちている|止まっている|シャットダウンされた|シャットダウン済みの',
      ko: '전원이 꺼진|전원 꺼진|멈춰 있는|멈춘|종료된|정지된',
      zh: '停机的|停机|停了的|已停|关着的|没开机的|未开机的',
    },
    status('Stopped'),
  ],
  [
    {
      en: 'powered-on|switched-on|turned-on|poweredon|powered up|up-and-running|in {a ,}running state|in operation|operational|{up,powered} and {alive,running}|humming along',
      de: 'in betrieb|hochgefahren{,e,en} sind|online',
      es: 'operativa{,s}|en funcionamiento|en servicio|levantada{,s}',
      fr: 'en service|opérationnelle{,s}|en fonctionnement|démarrées et actives',
      ja: '電源オンの|電源が入っている|動作している|動作中の|立ち上がっている',
      ko: '전원이 켜진|가동 중인|동작 중인|돌아가는|돌아가고 있는',
      zh: '开着的|在线的|运行着的|已开机的|已启动的',
    },
    status('Running', 'started'),
  ],
  [
    { en: 'on hold|put on hold|on ice|halfway suspended|in {a ,}{paused,suspended} state' },
    status('Paused'),
  ],
  [
    {
      en: 'in startup|on startup|during startup|powering up|warming up|{still ,}on the way up|spinning up',
      es: 'iniciándose|arrancándose',
      fr: 'en train de démarrer|en cours de démarrage',
      ja: '起動途中の|立ち上げ中の',
      ko: '부팅 중인|기동 중인',
      zh: '正在开机的|正在启动的',
    },
    status('Starting'),
  ],
  [
    {
      en: '{still ,}on the way down|in shutdown|winding down|{being,getting} {shut down,powered off,turned off}',
      zh: '正在关机的|正在停止的',
    },
    status('Stopping'),
  ],
  [
    {
      en: '{disk,disks,volume,volumes,image} {is ,are ,}{still ,being ,still being }{imported,cloned,prepared,populated,copied}|{,datavolume ,data volume }{import,imports,clone,clones,cloning,import of the disk} {,still }{in progress,running,ongoing,under way,underway}|importing {,their ,its ,a }{disk,disks,image,images}|being {,set }{built,set up,imported,cloned,prepared}',
      de: '{platten,disks,festplatten} werden {noch ,}{importiert,geklont,kopiert}',
    },
    status('Provisioning'),
  ],
  [
    {
      en: "deleted but {,are ,is }still {there,here,around,visible,present,listed}|{marked,scheduled,flagged} for {deletion,removal}|{won't,will not,don't,doesn't,refuse to,refuses to,not} {go away,disappear,die,vanish}|stuck deleting|{hang,hangs,hanging,stuck,hung} {in,on,at,during,while} {deletion,deleting,termination,removal}|{in ,in the ,}process of being {deleted,removed}|{with,has,have} a deletion timestamp|on {its,their} way out|about to {disappear,vanish}|half deleted|half-deleted",
      de: 'zum löschen {markiert,vorgemerkt}|{verschwinden,verschwindet} nicht',
      es: 'en proceso de {eliminación,borrado}|marcada{,s} para {eliminación,borrar,eliminar}',
      fr: 'en cours de suppression|marquée{,s} pour suppression',
      ja: '削除途中の|削除待ちの|消えない',
      ko: '삭제 중인|삭제되고 있는|삭제 대기 중인',
      zh: '正在删除的|删除中的|删不掉的',
    },
    status('Terminating'),
  ],
  [
    {
      en: 'on the move|in the {middle,midst} of {a,their} {,live }migration|{moving,being moved} {between,across} {hosts,nodes}|{moving,being moved} to {another,a different} {host,node}|{migration,migrations,vmotion,live migration,live migrations} {is ,are ,}{in progress,in flight,ongoing,underway,under way,running}|{ongoing,running,current,in-flight,in flight,active} {migration,migrations,live migrations,vmotions}|being {vmotioned,evacuated}|{vmotion,live migration,migration} {running,going on}',
      de: 'laufende{,n} {migration,migrationen,live-migrationen}|gerade {umziehend,umziehende,umziehenden}',
      ja: '移行中の|移動中の|マイグレーション中の',
      ko: '마이그레이션 중인|이동 중인',
      zh: '正在迁移的|迁移中的',
    },
    status('Migrating'),
  ],
  [
    {
      en: "erroneous|faulty|problematic|erroring|in bad shape|unwell|blew up|fell over|fallen over|went belly up|{in ,in an ,}erroneous state|misbehaving|{have ,having ,}trouble|troubled|not {doing,going} {well,fine,great,so well}|sick|ill|ailing|{acting,playing} up|in distress|distressed|not {well,fine,okay,alright,all right,working,working properly,in order,good}|unhappy|troublesome|{in ,in a ,}{unhealthy,faulty,broken,failing,problem} state|giving {us ,}trouble|faulted|gone bad|in {a ,}bad {way,shape,state}|with {an ,}{error,fault}|kaput|messed up|{went,gone} {south,sideways,haywire}|not {coming,come} up properly|stopped working|{don't,doesn't,do not,does not} work|{not ,}functioning incorrectly|malfunctioning|defective|borked|{can't,cannot,could not,couldn't} be started|in {a ,}non-healthy state|{report,reports} {errors,problems,failures}",
      de: '{machen,macht} {probleme,ärger,schwierigkeiten}|{haben,hat} {probleme,schwierigkeiten,ein problem}|in schlechtem zustand|krank{,e,en}|nicht gesund{,e,en}|rot|funktionieren nicht|funktioniert nicht|problematisch{,e,en}|fehleranfällig{,e,en}|spinnen|spinnt',
      es: 'averiada{,s}|con {fallo,fallos,avería,averías,incidencias}|dan problemas|da problemas|{en ,}mal estado|estropeada{,s}|no funcionan{, bien}|con algún problema|rota{,s}',
      fr: '{tombé,tombée,tombés,tombées,passé,passée,passés,passées,parti,partie,parties} en {erreur,échec,panne,défaut}|défaillante{,s}|défectueuse{,s}|cassée{,s}|{en ,}mauvais état|malade{,s}|{qui ,}posent {des ,}problème{,s}|dysfonctionnent|ne fonctionnent pas|{en ,}défaut|planté{,s,e,es}|{qui ,}ont planté',
      ja: '不具合のある|不具合がある|調子の悪い|調子が悪い|障害のある|障害中の|障害が発生している|おかしい|壊れた|壊れている',
      ko: '장애가 있는|장애가 발생한|고장 난|고장난|비정상인|비정상|이상이 있는|상태가 좋지 않은',
      zh: '故障的|有故障的|发生故障的|不正常的|状态异常的|坏掉的|出问题的|报错的',
    },
    status(ERROR_GROUP),
  ],
  [
    {
      en: "{don't,doesn't,do not,does not,can't,cannot,won't} fit {on a,on any,onto a,onto any} {node,host,worker}|{don't,doesn't,do not,does not} fit anywhere|scheduler {can't,cannot,could not,couldn't} {place,find a place for,find a node for,find room for,schedule,fit}{, them, these}|{without,lacking} a {place,node,host} to run{, on}|{did not,didn't,could not,couldn't,cannot,can't} {get,find} a {node,host,place,room}{, to run, to run on}|{got,found,find,finds} no {node,host,place,room}{, to run, to run on}|waiting for {,free ,enough ,more }{resources,capacity}{, on a node, on any node, on a host}|nowhere to {run,go}|no place to {run,go}|{not,never,not yet} {placed,scheduled}{, yet, anywhere, on a node}|{can't,cannot} be started anywhere|no {node,host} {fits,suits,matches,wants}{, them, it}|{waiting,wait,waits} {for,to get} {scheduling,a host,placement,a slot}",
      de: 'nicht {platzierbar,schedulbar}{,e,en}|{können,kann} nicht eingeplant werden|kein{,en} {freien ,passenden ,}{knoten,host,node}{, gefunden, bekommen}|warten auf {ressourcen,kapazität,einen knoten}',
      es: 'no se {pueden,puede,pudieron,pudo} {programar,planificar,ubicar,colocar,asignar}|sin nodo {disponible,asignado}|no encuentran nodo|no caben{, en ningún nodo}|esperando {recursos,nodo,un nodo}|no programables',
      fr: 'ne {peuvent,peut} pas être {planifiées,planifiée,placées,placée,programmées,ordonnancées}|sans nœud disponible|non {planifiables,planifiable,ordonnançables}|en attente de {ressources,nœud}|n’ont pas trouvé de nœud',
      ja: '配置できない|スケジュールされない|スケジュールできない|配置先のない|配置先がない|リソース不足で起動できない|リソース待ちの',
      ko: '배치할 수 없는|배치되지 못한|스케줄링 불가|스케줄링할 수 없는|스케줄링 실패한|자원이 부족한|자원 부족',
      zh: '无法调度的|调度失败的|调度不了的|没有节点可用的|无处可调度的|资源不足的',
    },
    status('ErrorUnschedulable'),
  ],
  [
    {
      en: '{restart,reboot,restarting,rebooting} {loop,loops,cycle}|{caught,stuck,trapped} in a {endless ,}{restart,reboot,crash,boot} loop|crash-looping|crash-loop|keeps {on ,}falling over|back-off restarting|endless{,ly} {restarting,rebooting}',
      de: 'im neustart-loop|in dauerschleife|boot-schleife|bootschleife',
      es: 'en bucle{, de reinicio, de reinicios}|se reinicia{,n} {constantemente,continuamente,sin parar,una y otra vez}',
      fr: 'en boucle{, de redémarrage, de crash}|redémarre{,nt} {sans cesse,en permanence,continuellement,en boucle}',
      ja: '再起動を繰り返している|再起動ループ|クラッシュを繰り返す|クラッシュループ',
      ko: '계속 재시작{되는,하는}|재시작을 반복하는|크래시 루프|반복적으로 재시작{되는,하는}',
      zh: '反复重启的|不断重启的|一直重启的|反复崩溃的|循环重启的',
    },
    status('CrashLoopBackOff'),
  ],
  [
    {
      en: "{image,images,container image,container images} {not found,missing,not available,unavailable,not pullable}|{wrong,missing,invalid,unpullable,bad} {,container }image{,s}|{image,images} {could,can} not be found|{image ,}pull{ing,} {fails,failing,failed,error,errors}|{failing,failed,unable} to {download,fetch,load} {the ,their ,an ,}image{,s}|{can't,cannot,couldn't,could not} {fetch,download,load} {the ,their ,an ,}image{,s}|image pulls|{have ,having ,with ,}{trouble,problems,difficulties,issues} {pulling,fetching} {a ,the ,their ,}image{,s}|{broken,failed,failing} image pull{,s}",
      de: 'image {fehlt,nicht gefunden}|{können,kann} {das ,ihr ,}image nicht {laden,ziehen,herunterladen}',
      es: 'no {pueden,puede} descargar {la ,su ,}imagen|error{,es} de imagen|imagen no encontrada',
      fr: 'ne {peuvent,peut} pas {télécharger,récupérer} {l’,leur }image|image introuvable|erreur{,s} d’image',
      ja: 'イメージを{取得,プル,ダウンロード}できない|イメージの取得に失敗した|イメージが見つからない',
      ko: '이미지를 {가져올,내려받을,받을} 수 없는|이미지 {풀,가져오기} 실패|이미지를 못 가져오는',
      zh: '{拉取,下载}镜像失败的|镜像拉取失败的|拉不到镜像的|无法拉取镜像的|镜像错误的',
    },
    status(['ErrImagePull', 'ImagePullBackOff']),
  ],
  [
    {
      en: "{pvc,claim,volume claim,disk,volume} {that ,which ,}{does not exist,doesn't exist,cannot be found,can't be found,no longer exists}|{missing,lost,nonexistent,non-existent} {a ,their ,its ,}{persistent volume claim,volume claim,claim,persistent volume}{,s}|missing {disk,disks,volume,volumes}|{their,whose} {disk,disks,volume,pvc,claim} {is,are} {gone,missing,lost}|{disk,volume,claim} {is,are} {gone,missing}|no such {pvc,claim}",
      de: '{pvc,platte,volume,festplatte} {fehlt,fehlen,verschwunden,existiert nicht,existieren nicht,ist weg}|ohne {ihr ,}pvc|fehlende{,r,s,n} {platte,platten,volume,volumes,disk,disks}',
      es: '{pvc,disco,volumen} {no existe,no encontrado,desaparecido,inexistente}|{a las que ,}{les ,}falta el {pvc,disco,volumen}|falta su {pvc,disco}|sin {su ,}pvc',
      fr: '{pvc,disque,volume} {introuvable,manquant,inexistant}|dont le {pvc,disque,volume} {manque,n’existe pas,a disparu}|{il ,}manque le {pvc,disque}',
      ja: 'pvcが見つからない|pvcのない|pvcが存在しない|ディスクが見つからない|ボリュームが見つからない',
      ko: 'pvc를 찾을 수 없는|pvc가 없는|디스크를 찾을 수 없는|볼륨을 찾을 수 없는',
      zh: '找不到 pvc 的|找不到pvc的|pvc不存在的|pvc 不存在的|缺少 pvc 的|pvc丢失的|磁盘丢失的',
    },
    status('ErrorPvcNotFound'),
  ],
  [
    {
      en: "{data volume,datavolume,dv,disk,image} import{s,} {has ,}{failed,failing,went wrong,broke,broken,in error}|import{,s} {broke,blew up,didn't work,did not work,never finished,got stuck}|{importing,import of} {,the ,their ,a }{disk,image,volume} {failed,fails,went wrong}|{data volume,datavolume,dv}{,s} {in a failed state,broke}|{couldn't,could not,can't,cannot,failed to} import {,the ,their ,its ,a }{disk,disks,image,data volume,volume,volumes}|{bad,faulty} {data volume,datavolume,dv,disk import,import}{,s}|disk {could,can} not be imported|{upload,clone,cloning} {of the disk ,}{failed,went wrong}",
      de: '{import,datenimport,disk-import,plattenimport} {ist ,}{gescheitert,fehlgeschlagen,schiefgegangen}|{datavolume,datenvolume} {fehlerhaft,defekt,kaputt}',
      es: '{importación,la importación}{ del disco, de la imagen,} {fallida,falló,fallaron,ha fallado,con error}|datavolume {fallido,con error,en error}|fallo en la importación',
      fr: "{importation,import}{ du disque, de l'image,} {échouée,échoué,a échoué,en échec,en erreur}|datavolume en {erreur,échec}|échec de l'import{,ation}",
      ja: 'データボリュームが{失敗した,エラーの,失敗している}|{ディスク,イメージ}のインポートに失敗した|インポートが失敗した',
      ko: '데이터 볼륨 {오류,실패}|{디스크 ,}가져오기{에 ,가 ,}실패한|임포트 실패',
      zh: '导入失败的|{磁盘,镜像,数据卷}导入失败的|数据卷错误的|数据卷失败的',
    },
    status('DataVolumeError'),
  ],
  [
    {
      en: '{pvc,pvcs,claim,claims,volume,volumes,disk,disks} {is ,are ,}{still ,}{unbound,not bound,not yet bound,not bound yet}|{pvc,pvcs,claim,claims} {,still }pending|unbound {pvc,pvcs,claim,claims,volume,volumes,disk,disks,storage}|{pvc,claim,volume,disk}{,s} {that are ,which are ,}{still ,}{waiting to be bound,waiting for binding}|pending {pvc,pvcs,claim,claims,volume binding,volume}|waitforfirstconsumer|wait for first consumer|awaiting {storage,volume,pvc,claim}{, binding, provisioning}|not yet bound',
      de: '{pvc,volume,platte} {noch ,}nicht gebunden|ungebundene{,n,s,r} {pvc,volume}{,s}|{warten,wartet} auf {die ,}{volume-bindung,volumebindung,bindung des volumes,ihr volume,ihren speicher}',
      es: '{pvc,volumen,disco} {sin enlazar,pendiente,no enlazado,sin vincular}|esperando {el ,al ,}volumen|volumen no vinculado',
      fr: '{pvc,volume,disque} {non lié,pas encore lié,en attente}|en attente {du ,de }volume|attendent leur volume',
      ja: 'ボリュームの{バインド,割り当て}待ちの|ボリューム待ちの|pvcがバインドされていない|ボリュームがバインドされていない',
      ko: '볼륨 {바인딩,연결}{을 ,}{대기 중인,기다리는}|pvc가 바인딩되지 않은|볼륨을 기다리는',
      zh: '等待卷绑定的|等待存储绑定的|pvc未绑定的|卷未绑定的|等待存储的',
    },
    status('WaitingForVolumeBinding'),
  ],
  [
    {
      en: '{waiting,wait,waits} {for ,to be ,}{something to be ,}{received,receive}{, from another cluster}|waiting for {,an ,the }{incoming ,}{migration from another cluster,cross-cluster migration,cross cluster migration}|receiving side of a {,cross-cluster ,cross cluster }migration',
      de: '{warten,wartet} auf {den ,einen ,}empfänger',
    },
    status('WaitingForReceiver'),
  ],
  [
    {
      en: "{cannot,can not,can't,couldn't,could not,unable to,not able to,impossible to} {,be }{vmotion,vmotioned,evicted,evacuated,drained,live migrated,live-migrated,live migrate}|{not ,non-}{vmotionable,evictable,movable,moveable,live-migratable,evacuable}|immovable|unmovable|unevictable|{refuse,refuses,refusing} to {migrate,move,live migrate,be migrated}|{pinned,tied,bound,nailed,stuck} to {their,its,one,a,the} {host,node}|{can't,cannot,can not} leave {their,its,the} {host,node}|{not ,no }vmotion{, possible, capable}|no live migration{, possible}|{would,will} never survive {a ,the ,}{drain,eviction,evacuation}|{pinned,fixed} vms that {can't,cannot} move|have to be {shut down,stopped} {for,before,to} {,a ,the ,node }{maintenance,drain,drain the node}|i not {vmotion,migrate,live migrate,move}",
      de: 'nicht {verschiebbar,evakuierbar}{,e,en}|nicht umziehen {können,kann}|{können,kann} nicht umziehen|nicht per live-migration verschoben werden {können,kann}',
      es: 'no {migrables,migrable}{, en vivo, en caliente}|no se pueden {mover,migrar}{, en vivo, en caliente}|que no admiten migración{, en vivo}|{imposibles,imposible} de migrar',
      fr: 'non {migrables,migrable}{, à chaud}|impossibles à migrer{, à chaud}|ne {peuvent,peut} pas {être ,}{migrées,migrée,migrer,déplacées,être déplacées}{, à chaud}',
      ja: '移行できない|ライブ移行できない|移動できない|マイグレーション不可の|別ホストへ移せない',
      ko: '마이그레이션{할 수 없는,이 안 되는,이 불가능한, 불가능한}|옮길 수 없는|이동할 수 없는|라이브 마이그레이션이 안 되는',
      zh: '{无法,不能,不可,不支持}{,实时,热,在线,动态}迁移{的,}|迁不走的|迁移不了的',
    },
    fact('migratable', false),
  ],
  [
    {
      en: '{migratable,movable,moveable} live|vmotionable|vmotion capable|{can,could} be {vmotioned,evacuated,evicted,moved live}|evictable|live-migratable|capable of live migration|{ready,fit} {for,to be} {live migration,vmotion,live migrated}',
      zh: '{可以,能,可,支持}{,实时,热,在线,动态}迁移{的,}',
    },
    fact('migratable', true),
  ],
  [
    {
      en: '{due for,ripe for,overdue for,wait for,waits for,await,awaits,want,wants} {a ,}{restart,reboot,power cycle}|{need,needs} to {restart,reboot,be power cycled}|{needs,need,needing} {another,a power} {restart,reboot,cycle}|still {have,has} to be {restarted,rebooted,power cycled}|{should,ought to} be {restarted,rebooted}|{a ,}{pending,outstanding,unapplied,staged} {restart,reboot,change,changes,config changes,configuration changes}|{config,settings} {changed,edited} {but ,}not {yet ,}{restarted,rebooted,applied}{, yet}|changes {that ,}{only ,}{apply,take effect,become active,kick in} {only ,}after a {restart,reboot}|{change,changes} {waiting,pending} {for ,until }{a ,the next ,}{restart,reboot}|restartrequired|restart-required|reboot-required|not {yet ,}{restarted,rebooted} {after,since} {the ,a ,their ,}{change,changes,config change}|{changes,settings} not {yet ,}{active,in effect,applied}|have a change waiting for {a ,the ,}{reboot,restart}',
      de: '{muss,müssen,sollte,sollten} {noch ,mal ,}{neu gestartet,durchgestartet,rebootet,neugestartet} werden|{die ,}{noch ,}neu gestartet gehören|{mit ,}ausstehende{n,r,} {änderung,änderungen,konfigurationsänderungen}|reboot {nötig,erforderlich,notwendig,fällig}|{brauchen,braucht,benötigen} {einen ,nen ,}reboot|neustart-bedarf|neustartbedürftig{,e,en}',
      es: '{necesitan,necesita,requieren,requiere,piden,precisan,pendiente de,pendientes de,a falta de} {un ,ser ,}{reinicio,reiniciarse,reiniciadas,reiniciada,reiniciar}|hay que reiniciar{,las,la}|{deben,debe,tienen que,tiene que} {ser ,}{reiniciadas,reiniciarse,reiniciada}|con {reinicio,cambios} pendiente{,s}|pendientes de {reinicio,reiniciar}',
      fr: "{ont ,a ,}besoin {de ,d’être ,d'être ,d’un ,d'un ,}{redémarrer,redémarrées,redémarrée,redémarrage,reboot}|{à ,qu’il faut ,qu'il faut ,doivent ,doit ,nécessitent un ,nécessite un ,exigent un ,attendent un ,requièrent un }{redémarrer,redémarrage,être redémarrées,être redémarrée,reboot}|redémarrage {requis,nécessaire,en attente,obligatoire}|en attente {de ,d’un ,d'un }redémarrage|avec des {changements,modifications} en attente",
      ja: '再起動しないといけない|再起動が要る|再起動の必要な|再起動を待っている|再起動待ちの|再起動しなければならない|要再起動の|要再起動',
      ko: '재시작해야 하는|재부팅해야 하는|재부팅이 필요한|재시작 대기 중인|다시 시작해야 하는|재시작을 기다리는',
      zh: '需要重启的|要重启的|待重启的|必须重启的|等待重启的|需重启|重启后生效的|需要重新启动的',
    },
    fact('restartRequired', true),
  ],
  [
    {
      en: "{protected,locked,secured,safeguarded} {against,from} {accidental ,being ,}{deletion,delete,deleting,removal,deleted}|{delete,deletion,del,removal}{ ,-}{protected,lock,locked,guard}|del{ ,-}protection{, on, enabled, active, set}|undeletable|non-deletable|nondeletable|{cannot,can't,can not,must not,may not,mustn't} {,easily ,accidentally }be {deleted,removed}{, by accident, by mistake, accidentally}",
      de: 'mit {aktivem ,aktivierter ,}{löschschutz,löschsperre,löschverhinderung}|unlöschbar{,e,en}|nicht löschbar{,e,en}|{vor ,gegen }{versehentlichem ,versehentliches ,}löschen {geschützt,gesichert}{,e,en}',
      es: 'protegida{,s} {contra,frente a,ante} {el ,la ,}{borrado,eliminación,borrados}{, accidental}|con protección {contra ,de ,ante ,frente a }{el ,la ,}{borrado,eliminación}|no se pueden {borrar,eliminar}',
      fr: 'protégée{,s} {contre ,de ,face à }{la ,une ,}suppression{, accidentelle}|avec {la ,une ,}protection {contre ,de }{la ,}suppression|non supprimables|verrouillée{,s} contre la suppression',
      ja: '削除保護が{オン,有効}の|削除保護付きの|削除ロックされた|消せない|削除禁止の',
      ko: '삭제 보호{가 ,}{설정된,켜진,적용된,활성화된}|삭제할 수 없는|삭제 방지|삭제 방지된|삭제가 금지된',
      zh: '{开启,启用,打开,有,受,设置了,开了}{了,}删除保护{的,}|防删除的|防误删的|禁止删除的|不能删除的|不可删除的',
    },
    fact('deletionProtection', true),
  ],
  [
    {
      en: '{delete,deletion}{ ,-}{protection,lock} {off,disabled,missing,not set,not enabled,not on}|{no ,without ,without any }{delete,deletion} {lock,guard}|{not ,un}protected {from,against} {,accidental }{deletion,removal,deleting,being deleted}|deletable by accident|{can,could} be {deleted,removed} by {accident,mistake}',
    },
    fact('deletionProtection', false),
  ],
  [
    {
      en: "{,guest ,qemu ,qemu guest }agent {is ,}{missing,absent,dead,gone,silent,unresponsive,not there,not installed,not running,not reporting in,not responding,unreachable,isn't running,isn't connected,isn't installed,isn't responding}|{no,without} {a ,any ,}{working ,running ,}{guest tools,qemu-guest-agent,qemu guest agent,qemu agent}|{,guest }tools {,are }{not installed,missing,not running,down,absent}|{don't,do not,doesn't,does not,not} report {through ,via ,to ,in through ,in via }{the ,their ,}{guest ,}agent|agentless|without an agent|{guest ,}agent does{n't, not} {respond,answer,report,run,reply}",
      de: 'gast-agent {fehlt,nicht installiert,läuft nicht,nicht verbunden,antwortet nicht}|{gastagent,agent} {fehlt,fehlen,nicht installiert,antwortet nicht}|ohne {laufenden ,verbundenen ,}{gast-agenten,gastagenten,qemu-agent}',
      es: 'sin {el ,}{agente,agente invitado,agente de invitado,agente huésped,agente guest,qemu-guest-agent}|agente {invitado ,}{desconectado,no instalado,caído,ausente,sin conectar}',
      fr: "sans {l'agent,agent}{, invité, qemu}|sans qemu-guest-agent|agent {invité ,}{absent,déconnecté,non installé,non connecté,hs}",
      ja: 'ゲストエージェント{が,の}{ない,入っていない,動いていない,未接続の,未インストールの}|エージェントが{未接続の,応答しない,動いていない,ない}|ゲストエージェント未接続の',
      ko: '게스트 에이전트{가 ,}{없는,미설치,연결되지 않은,설치되지 않은,응답하지 않는,꺼진}|에이전트{가 ,}{없는,연결되지 않은,응답 없는}',
      zh: '{未安装,没有安装,没安装,没装,未装,缺少,没有}{guest agent,客户机代理,代理,来宾代理}{的,}|{未安装,没有安装,没装} {guest agent} 的|{guest agent,客户机代理,代理,来宾代理}{ ,}{未连接,没有连接,未运行,没运行,离线,不在线,断开}{的,}',
    },
    { is: 'value', field: 'guestAgent', op: 'not', value: true },
  ],
  [
    {
      en: '{with ,have ,having ,has ,}{a ,the ,}{,guest }tools {installed,running,present,active}|{guest ,}agent {works,working,is working,is up,up,alive,is alive,responds,responding,is responding,active}',
    },
    agent(true),
  ],
  [
    {
      en: 'looked after by|taken care of by|cared for by|administered by|administrated by|supported by|in the hands of|{under the ,the }responsibility of|property of|in {the ,}possession of|responsible is|contact is|registered to|registered on|under the name of|credited to',
      de: 'betreut von|verwaltet von|gepflegt von|verantwortet von|unter der verantwortung von|in der hand von',
      es: '{a cargo,responsabilidad,en manos} de|gestionada{,s} por|administrada{,s} por|mantenida{,s} por|asignada{,s} a',
      fr: "gérée{,s} par|administrée{,s} par|maintenue{,s} par|sous la responsabilité {de ,d’,d'}|confiée{,s} à|suivie{,s} par",
      zh: '归属于|归',
    },
    owner,
  ],
  [
    {
      en: '{is,are} {responsible,accountable} for|{responsible,accountable} for|{is ,are ,}in charge of|{look,looks,looking} after|{take,takes,taking} care of|{is,are} {the ,}owner{,s} of|manages|maintains|administers|operates|left behind|{is,are} listed as owner of',
    },
    owns,
  ],
  [
    {
      de: '{ist ,sind ,}{verantwortlich,zuständig}{, ist, sind}|betreut|verwaltet|sich kümmert{, um}|besitzt',
      es: 'tiene a su cargo|gestiona|administra|mantiene',
      fr: "est responsable{, de}|gère|administre|s’occupe{, de}|s'occupe{, de}|possède",
      ja: 'が所有していて|が所有し|の持ち物の|が管理する|が管理している|が担当する|が担当している|が持つ|名義の',
      ko: '{이,가,의,} {소유한,소유하고,소유하는,소유하고 있는,관리하는,담당하는,보유한,갖고 있는,가진}|소유의|소유하고 있는|담당의|담당인|명의의',
      zh: '拥有|管理的|管的|维护的|手下的|持有|所拥有的',
    },
    { is: 'moves', to: 'front', over: 'owner', as: [owner] },
    owns,
  ],
  [
    {
      en: '{nobody,no one,no-one} {in charge,responsible}{, for them, for it}|{with ,have ,has ,}no {known ,registered ,assigned ,named ,}{owner on record,owner on file,contact person}|ownerless|owner-less|{abandoned,forgotten} by {their ,its ,}owner{,s}|{belong,belongs} to none|herrenlos',
      de: '{niemandem,keinem,keinem menschen} {gehören,gehört}|{die ,}niemandem zugeordnet{,e,en}{, sind}|herrenlos{,e,en}|verwaist{,e,en}|besitzerlos{,e,en}|für die niemand {verantwortlich,zuständig} ist',
      es: '{no ,}{son ,}de nadie|huérfana{,s}|{que ,}no {pertenecen,pertenece} a nadie|sin {dueño,propietario,responsable} {asignado,conocido}',
      fr: "n'appartiennent à personne|n’appartiennent à personne|n'appartenant à personne|orpheline{,s}|{qui ,}{ne sont,n'est,ne sont} à personne|dont personne n'est {responsable,propriétaire}",
      ja: '{誰,だれ}のものでもない|{誰,だれ}も所有していない|所有者不明の|持ち主のいない|所有者未設定の|所有者不在の',
      ko: '{주인이,소유자가} 없는|{아무도,누구도} 소유하지 않은|{아무도,누구도} 소유하지 않는|주인 없는|소유자 미지정|소유자 없는',
      zh: '无主的|没人{管,负责,认领}的|没有{主人,归属,负责人,人认领}的|无人{认领,负责,管理}的|不属于任何人的',
    },
    { is: 'nobody', whole: true },
  ],
  [
    {
      es: 'almacenamiento|clase de almacenamiento',
      fr: 'stockage|classe de stockage',
      de: 'speicher-klasse|storage',
      ja: 'ストレージ',
      ko: '스토리지|저장소',
      zh: '存储|存储类|存储上',
    },
    { is: 'field', field: 'storageClass' },
  ],
  [
    {
      es: 'suman|suma|en suma|sumadas',
      fr: 'totalisent|cumulent|cumulée{,s}',
      de: 'summiert|aufsummiert|zusammengerechnet',
      zh: '加起来|合起来|总和',
      ja: '合わせて|合算で',
      ko: '합치면|합해서|합산하면',
    },
    { is: 'total' },
  ],
  [
    {
      zh: '上线的|新上线的|新建的|部署的',
      ja: '立てた|作られた|構築した|デプロイした',
      ko: '배포된|만든|구축한',
    },
    { is: 'moves', to: 'front', over: 'time', as: [{ is: 'anchor', field: 'created' }] },
    { is: 'anchor', field: 'created' },
  ],
  [
    { ja: '以内に|以内の', ko: '이내에|이내|안에', zh: '以内|之内' },
    { is: 'moves', to: 'front', over: 'span', as: [{ is: 'within' }] },
    { is: 'filler' },
  ],
  [
    {
      ko: '씩|이나|인가요|입니까|대입니까|있습니까|있나요|주세요|보여줘|알려줘|뽑아줘|찾아줘|궁금해|싶어',
      ja: 'でしょうか|はありますか|を教えて|教えてほしい|お願いします|確認したい|把握したい',
      zh: '请问|请帮我|帮我|一下|给我看|看看|有哪些|都有哪些|想看|想知道|想要|需要知道',
      es: 'quién tiene|por favor|necesito saber|quisiera|quiero ver|enséñame|dime|me puedes decir|de antigüedad',
      fr: 's’il te plaît|s’il vous plaît|j’aimerais|je voudrais|il me faut|peux-tu|pouvez-vous|montre-moi|donne-moi|dis-moi',
      de: 'für welche|bitte mal|mal eben|ich bräuchte|ich möchte|gib mir|kannst du|könnt ihr|sag mir|zeig mal|wer hat',
    },
    { is: 'filler' },
  ],
  [
    {
      de: 'verbunden|angebunden|angeschlossen',
      ko: '붙어 있는|연결되어 있는|연결된',
      zh: '上的网卡',
    },
    { is: 'moves', to: 'front', over: 'name', as: [{ is: 'place', prefers: 'network' }] },
    { is: 'there' },
  ],
  [
    { zh: '不可调度的|不可调度|被隔离的|已隔离的|被封锁的|封锁的|维护中的|维护模式的' },
    { is: 'hostState', field: 'nodeCordoned', value: true },
  ],
  [
    { fr: '{migrée,migrées,migré,migrés,déplacée,déplacées,déplacé,déplacés} depuis' },
    { is: 'field', field: 'migrationFrom' },
  ],
  [{ zh: '各|各个' }, { is: 'group' }],
  [
    { ja: '付き|付きの|が付いている|の付いている|の付いた|を備えた|を積んだ|搭載の' },
    { is: 'there' },
  ],
  [
    { ja: 'さんの|さんが持つ|さんが管理する' },
    { is: 'moves', to: 'front', over: 'owner', as: [owner] },
    { is: 'filler' },
  ],
  [
    { ko: '{이 ,가 ,}{빠진,빠져 있는,누락된}' },
    { is: 'moves', to: 'front', over: 'constraint', as: [{ is: 'not', how: 'open' }] },
    { is: 'there', not: true },
  ],
  [{ en: '{given,handed,entrusted,assigned} to' }, { is: 'owned', loose: true }],
];

const entriesOf = (language: Language): Lexicon['entries'] =>
  MEANINGS.flatMap(([words, ...senses]) => {
    const said = words[language];
    return said === undefined ? [] : [[said, ...senses] as const];
  });

/** Words that few sentences have, of every language. */
export const rareWords: Words = {
  en: { entries: [entriesOf('en'), rareEnglish, rareTalk].flat() },
  de: { entries: entriesOf('de') },
  es: { entries: entriesOf('es') },
  fr: { entries: entriesOf('fr') },
  ja: { entries: entriesOf('ja') },
  ko: { entries: entriesOf('ko') },
  zh: { entries: entriesOf('zh') },
};
