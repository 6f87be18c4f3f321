import { english, say } from './messages';

describe('english', () => {
  it.each([
    [say('{{a}} of {{b}}', { a: 1, b: 'x' }), '1 of x'],
    [say('{{a}} stays'), '{{a}} stays'],
    [say('{{a}}', { a: '{{b}}', b: 'no' }), '{{b}}'],
    [say('{{toString}}'), '{{toString}}'],
  ])('%j', (message, text) => expect(english(message)).toBe(text));
});
