import { ERROR_GROUP } from '../statuses';
import { agent, env, lateAnchor, os, status } from './makers';
import type { Lexicon, Sense } from './senses';

const isNot = (value: string | readonly string[]): Sense => ({
  is: 'value',
  field: 'status',
  op: 'not',
  value,
});

/** Korean words for values, orders and what cannot be answered. */
export const koreanValues: Lexicon['entries'] = [
  [
    '실행 중|실행 중인|가동 중|가동 중인|켜진|켜져 있는|켜져있는|동작 중인|작동 중인|구동 중인|실행되고 있는|실행되는|돌아가는|돌아가고 있는|돌고 있는|떠 있는|살아 있는|살아있는|올라와 있는',
    status('Running', 'started'),
  ],
  [
    '실행되지 않는|실행되고 있지 않은|실행하지 않는|실행되지 않은|가동되지 않는|켜지지 않은',
    isNot('Running'),
  ],
  [
    '중지된|중지됨|정지된|정지한|꺼진|꺼져 있는|종료된|멈춘|중단된|중지|중지 상태|정지 상태|멈춰 있는|내려간|내려가 있는|죽어 있는|다운된|다운되어 있는|꺼놓은',
    status('Stopped'),
  ],
  ['중지되지 않은|정지되지 않은|꺼지지 않은', isNot('Stopped')],
  ['일시 중지된|일시 정지된|일시 중지|일시 정지|일시중단된', status('Paused')],
  ['시작 중인|시작 중|부팅 중인|부팅 중', status('Starting')],
  ['중지 중인|중지 중|종료 중인|종료 중', status('Stopping')],
  ['프로비저닝 중인|프로비저닝 중|프로비저닝|생성 중인|생성 중', status('Provisioning')],
  ['삭제 중인|삭제 중', status('Terminating')],
  ['마이그레이션 중인|마이그레이션 중|이전 중인', status('Migrating')],
  ['크래시 루프|재시작을 반복하는|크래시루프', status('CrashLoopBackOff')],
  [
    '스케줄할 수 없는|스케줄링 불가|예약할 수 없는|보류 중인|보류 중|스케줄링 실패',
    status('ErrorUnschedulable'),
  ],
  ['이미지 오류|이미지를 가져올 수 없는', status(['ErrImagePull', 'ImagePullBackOff'])],
  ['볼륨 대기 중인|볼륨 대기 중|스토리지 대기 중인', status('WaitingForVolumeBinding')],
  ['알 수 없음|알 수 없는|연결할 수 없는', status('Unknown')],
  [
    '오류|오류가 있는|오류 있는|오류난|오류가 난|오류가 발생한|오류 상태|오류 상태인|에러|에러난|에러가 난|에러가 있는|에러가 발생한|실패한|실패|문제가 있는|문제 있는|문제가 생긴|고장난|고장 난|장애|장애가 있는|장애가 난|비정상|비정상인|비정상적인|시작하지 못한|시작되지 않은|시작되지 않는|시작에 실패한|시작하는 데 실패한|시작 실패한|시작 실패|부팅에 실패한|부팅 실패|시작할 수 없는|망가진',
    status(ERROR_GROUP),
  ],
  [
    '정상|정상인|정상적인|오류 없는|오류가 없는|문제 없는|문제가 없는|에러 없는|에러가 없는|건강한',
    isNot(ERROR_GROUP),
  ],
  ['윈도우|윈도우즈|윈도', os('Windows')],
  ['리눅스', os('Linux')],
  ['우분투', os('Ubuntu')],
  ['데비안', os('Debian')],
  ['페도라', os('Fedora')],
  ['레드햇|레드 햇', os('RHEL')],
  ['센토스', os('CentOS')],
  ['수세', os('SLES')],
  ['에이전트가 연결된|게스트 에이전트가 연결된', agent(true)],
  ['에이전트가 연결되지 않은|게스트 에이전트가 연결되지 않은', agent(false)],
  ['운영|프로덕션|운영 환경|프로덕션 환경', env('prod', 'production', 'prd')],
  ['개발|개발 환경', env('dev', 'development', 'devel')],
  ['테스트|테스트 환경', env('test', 'testing', 'tst')],
  ['스테이징|스테이징 환경', env('stage', 'staging', 'stg')],
  ['생성된|생성한|만들어진|만든|생성', ...lateAnchor('created')],
  ['시작된|시작한|재시작된|재시작한|부팅된|부팅한|재부팅된', ...lateAnchor('started')],
  ['가동 시간|업타임|실행 시간', { is: 'anchor', field: 'started' }],
  ['상태가 변경된|상태가 바뀐|변경된', ...lateAnchor('changed')],
  ['새로운|오래된|오랫동안|새|오래', { is: 'vague', about: 'time' }],
  ['큰|작은|많은|적은|거대한', { is: 'vague', about: 'size' }],
  [
    '백업해|백업해 줘|백업해줘|백업해 주세요|스냅샷을 찍어|스냅샷을 찍어 줘|활성화해|활성화해 줘|비활성화해|연결해|연결해 줘|삭제|삭제해|삭제해줘|삭제해 주세요|지워|지워줘|중지해|중지해줘|중지해 주세요|중지시켜|정지해|정지시켜|시작해|시작해줘|시작해 주세요|시작시켜|재시작|재시작해|재시작해줘|재부팅|재부팅해|꺼줘|켜줘|마이그레이션|마이그레이션해|이동해|옮겨|만들어|만들어줘|생성해|생성해줘|변경해|변경|수정해|종료해|종료해줘|복제|복제해|일시 중지해|재개|재개해|업데이트해|추가해|제거해|제거|고쳐|고쳐줘|늘려|늘려줘',
    { is: 'order' },
  ],
  ['왜|이유|원인|이유가|설명해|진단해|진단|어떻게|무슨 일', { is: 'beyond', topic: 'why' }],
  [
    '사용률|사용량|부하|느린|느려|지연|지연 시간|처리량|성능|트래픽|대역폭|비용|소비|과부하|퍼센트',
    { is: 'beyond', topic: 'metrics' },
  ],
  [
    '무시|무시하고|지시|지시사항|명령|비밀번호|암호|자격 증명|프롬프트|시스템 프롬프트|어시스턴트|너는|당신은|잊어',
    { is: 'beyond', topic: 'instruction' },
  ],
];
