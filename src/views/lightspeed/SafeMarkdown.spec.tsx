import { render, screen } from '@testing-library/react';
import { SafeMarkdown } from './SafeMarkdown';

describe('SafeMarkdown', () => {
  it('shows structure', () => {
    render(<SafeMarkdown text={'# Cause\n\n1. **One** `oc get`\n\n```sh\noc start\n```'} />);
    expect(screen.getByRole('heading', { level: 4, name: 'Cause' })).toBeVisible();
    expect(screen.getByRole('listitem')).toHaveTextContent('One oc get');
    expect(screen.getByText('oc start')).toBeVisible();
  });

  it.each([
    ['a link', '[docs](https://example.com/?q=data)', 'docs'],
    ['a link that runs a script', '[go](javascript:alert(1))', 'go'],
    ['a bare address', '<https://example.com/>', 'https://example.com/'],
    ['an image', '![a chart](https://example.com/x.png)', 'a chart'],
    ['an image in a link', '[![x](https://example.com/x.png)](https://example.com)', 'x'],
    ['a reference', '[docs][1]\n\n[1]: https://example.com', 'docs'],
    ['HTML', 'before <img src=x onerror=alert(1)> <b>after</b>', 'before after'],
    ['a script', 'text\n\n<script>alert(1)</script>', 'text'],
    ['a frame', 'text\n\n<iframe src="https://example.com"></iframe>', 'text'],
  ])('makes %s harmless', (_name, text, shown) => {
    const { container } = render(<SafeMarkdown text={text} />);
    expect(container.querySelector('a, img, script, iframe, [src], [href], [onerror]')).toBeNull();
    expect(container.textContent.replace(/\s+/g, ' ').trim()).toBe(shown);
  });
});
