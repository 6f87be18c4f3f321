import { HOUR, MINUTE } from '@cnv-ai/engine/kubernetes';
import { createAnswerCache } from './answer-cache';
import { IDLE, type AnswerState } from './answer-state';

const answer = (text: string, status: AnswerState['status'] = 'done'): AnswerState => ({
  ...IDLE,
  status,
  text,
});

const cacheAt = () => {
  const clock = { now: 0 };
  return { clock, cache: createAnswerCache(() => clock.now) };
};

describe('createAnswerCache', () => {
  it.each([
    ['an hour', undefined, HOUR],
    ['as long as it is told', 5 * MINUTE, 5 * MINUTE],
  ])('keeps an answer %s', (_, lasts, end) => {
    const { cache, clock } = cacheAt();
    cache.keep('question', answer('text'), lasts);
    clock.now = end - 1;
    expect(cache.get('question')?.text).toBe('text');
    clock.now = end;
    expect(cache.get('question')).toBeUndefined();
  });

  it.each<[AnswerState['status'], string]>([
    ['failed', 'text'],
    ['stopped', 'text'],
    ['streaming', 'text'],
    ['done', ''],
  ])('does not keep what is %s with "%s"', (status, text) => {
    const { cache } = cacheAt();
    cache.keep('question', answer(text, status));
    expect(cache.get('question')).toBeUndefined();
  });

  it('forgets the oldest when there are too many', () => {
    const { cache } = cacheAt();
    for (let index = 0; index <= 50; index += 1) cache.keep(`q${index}`, answer('text'));
    expect([cache.get('q0'), cache.get('q50')?.text]).toEqual([undefined, 'text']);
  });
});
