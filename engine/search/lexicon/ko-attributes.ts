import { attributes, lateField, type FieldWords } from './attributes';
import type { Lexicon } from './senses';

/** Korean words for what the objects beside the machine tell. */
export const koreanAttributes: Lexicon['entries'] = [
  ...attributes(
    {
      snapshotFailed:
        '실패한 스냅샷|스냅샷이 실패한|스냅샷 실패|스냅샷에 실패한|스냅샷이 실패|스냅샷 오류',
      snapshotSucceeded: '성공한 스냅샷|스냅샷이 성공한|유효한 스냅샷',
      migrationFailed:
        '실패한 {라이브 ,}마이그레이션|{라이브 ,}마이그레이션이 실패한|{라이브 ,}마이그레이션에 실패한|{라이브 ,}마이그레이션 실패',
      migrated:
        '{라이브 ,}마이그레이션된|{라이브 ,}마이그레이션 된|{라이브 ,}마이그레이션한|다른 노드로 이동한|{라이브 ,}마이그레이션이 성공한',
      migratable: '{라이브 ,}마이그레이션{ 가능한,이 가능한,할 수 있는, 가능,될 수 있는}',
      notMigratable:
        '다른 노드로 {옮길 수 없는,이동할 수 없는,못 옮기는,옮기지 못하는}|{라이브 ,}마이그레이션{할 수 없는, 할 수 없는, 안 되는, 안 됨,이 불가능한, 불가능한, 불가,될 수 없는,이 안 되는,되지 않는,이 불가한}',
      restartRequired:
        '{재시작,재부팅,다시 시작}해야 {,설정이 ,변경이 ,변경 사항이 }{적용되는,반영되는}|다시 켜야 {하는,설정이 적용되는,변경 사항이 적용되는,적용되는,반영되는}|재기동{이 필요한,해야 하는}|{재시작,재부팅}{이 필요한, 필요한, 필요,이 필요, 대기 중인, 대기 중,을 기다리는,해야 하는}',
      deletionProtected:
        '삭제 보호된|삭제 보호{가 설정된,가 있는,가 활성화된,가 켜진}|삭제로부터 보호된|삭제할 수 없는|삭제 방지된',
      deletionUnprotected: '삭제 보호{가 없는,되지 않은,가 설정되지 않은,가 꺼진}|보호되지 않은',
      cordoned:
        '유지보수 중인|점검 중인|차단된|격리된|cordon된|cordoned|스케줄링이 비활성화된|스케줄 불가능한',
      uncordoned: '스케줄 가능한',
      unready: '준비되지 않은|준비가 안 된|notready|notready 상태의|응답하지 않는|다운된',
      ready: '준비된|정상인',
      bridge: '브리지|브릿지|브리지 연결',
      podNetwork: '파드 네트워크|pod 네트워크|포드 네트워크|기본 네트워크',
      claimMissing: 'pvc를 찾을 수 없는|pvc 누락',
      importFailed: '데이터 볼륨 오류|가져오기에 실패한|가져오기 실패',
      backupFailed: '실패한 백업|백업이 실패한|백업에 실패한|백업 실패',
      switchedOn: '켜진|켜져 있는|켜둔',
      switchedOff: '꺼진|꺼져 있는|끈|꺼둔',
      inAll: '전부 합쳐서|통틀어',
      with: '있는|가진',
      size: '스펙|사양',
      same: '{이랑,하고} 같은|{와,과,랑,이랑} 똑같은|와 같은|과 같은|랑 같은|와 동일한|과 동일한',
      there:
        '{이,가} {켜진,켜져 있는}|응답하는|설치된|걸린|걸려 있는|설정되어 있는|활성화되어 있는|활성화된|연결되어 있는|설치되어 있는|설정된|마운트된',
      gone: '없는|이 없는|가 없는|없음|없이|{이,가} {꺼진,꺼져 있는}|{하지,되지,찍지,만들지,받지,걸리지,설치되지,설정되지,연결되지,활성화되지,응답하지,하고 있지,되어 있지} {않은,않는}|{설치되어,설정되어,걸려,연결되어} 있지 않은|{,설치 ,설정 ,연결 ,응답 }안 {된,되는,돼 있는,되어 있는,하는,한}|안 {걸린,찍은,만든}|응답{이 없는, 없는}|연결이 {끊긴,끊어진,안 되는}|끊긴|끊어진|비활성화{된,되어 있는}|{,이 ,가 }{하나도,한 개도,한 번도} 없는|{한,된,찍은,받은} 적{이 ,}없는',
      toNetwork: '에 연결된|에 연결되어 있는|에 접속된',
      weekend: '주말',
    },
    true,
  ),
  lateField('snapshot', '스냅샷|스냅샷{,을,이} {찍은,찍힌,뜬,만든,생성한}'),
  lateField('backup', '백업'),
  ['백업{,을} {한,된} 지|백업{한,된} 지', { is: 'field', field: 'backup' }],
  ['스냅샷{,을} {찍은,뜬,만든} 지', { is: 'field', field: 'snapshot' }],
];

/** Korean words for fields. */
export const koreanFields: FieldWords = {
  name: '이름|명칭',
  namespace: '네임스페이스|프로젝트',
  status: '상태',
  label: '레이블|라벨|태그',
  node: '노드|호스트',
  os: '운영체제|운영 체제|게스트 os',
  vcpu: '코어|cpu 코어|코어 수',
  memory: '메모리|램|메모리 크기',
  ip: 'ip 주소|주소|서브넷',
  guestAgent: '게스트 에이전트|에이전트',
  runStrategy: '실행 전략',
  instancetype: '타입|인스턴스 유형|인스턴스 타입',
  preference: '기본 설정|환경 설정',
  snapshot: '스냅샷|스냅샷{,을,이} {찍은,찍힌,뜬,만든,생성한}',
  snapshotCount: '스냅샷|스냅샷 수|스냅샷 개수',
  lastSnapshot: '마지막 스냅샷|최신 스냅샷|최근 스냅샷',
  migration: '마이그레이션 기록|마이그레이션 이력',
  migrationFrom: '소스 노드|원본 노드',
  disk: '디스크|볼륨',
  diskCount: '디스크|디스크 수|디스크 개수|볼륨 수',
  diskSize: '총 디스크 크기|전체 디스크 크기|총 디스크 용량|디스크 총 용량',
  storageClass: '스토리지 클래스',
  accessMode: '액세스 모드|접근 모드',
  gpu: '그래픽 카드',
  hostDevice: '호스트 장치|호스트 디바이스',
  secureBoot: '보안 부팅|시큐어 부트',
  dedicatedCpu: '전용 cpu|cpu 고정',
  hugepages: '대용량 페이지|휴즈 페이지',
  cdrom: 'cd 드라이브|dvd 드라이브',
  network: '네트워크',
  mac: 'mac 주소|맥 주소',
  zone: '영역|가용 영역|존',
  warning: '경고|경고 이벤트|이벤트',
  description: '설명란|설명 항목',
  architecture: '아키텍처',
  deletionProtection: '삭제 보호|삭제 방지',
  template: '템플릿',
  bootSource: '부팅 소스|부트 소스',
  nicCount: '네트워크 인터페이스|인터페이스|nic|네트워크 카드|네트워크 어댑터',
  backup: '백업',
  lastBackup: '마지막 백업|최근 백업|최신 백업',
  affinity: '어피니티 규칙|어피니티|안티 어피니티|선호도 규칙',
};
