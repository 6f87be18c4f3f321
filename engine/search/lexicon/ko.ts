import { koreanGrammar } from './ko-grammar';
import { koreanValues } from './ko-values';
import type { Lexicon } from './senses';

export const korean: Lexicon = {
  language: 'ko',
  entries: [...koreanValues, ...koreanGrammar],
  ordinary: [],
  fields: {
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
    instancetype: '인스턴스 유형|인스턴스 타입',
    preference: '기본 설정|환경 설정',
  },
};
