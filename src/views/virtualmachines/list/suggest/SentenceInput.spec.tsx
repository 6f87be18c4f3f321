import { useState } from 'react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderAt, violations } from '../../../../testing/render';
import type { Entry } from './entries';
import { SentenceInput } from './SentenceInput';

const entryOf = (kind: Entry['kind'], text: string, count?: number): Entry => ({
  kind,
  text,
  folded: text.toLowerCase(),
  count,
});
const ENTRIES = [
  entryOf('status', 'Running', 12),
  entryOf('namespace', 'prod-web', 1),
  entryOf('namespace', 'prod-db'),
];

const Bar = ({ onSubmit }: { onSubmit: (sentence: string) => void }) => {
  const [value, setValue] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(value);
      }}
    >
      <span id="help">Help</span>
      <SentenceInput
        describedBy="help"
        entries={ENTRIES}
        isInvalid={false}
        onChange={setValue}
        value={value}
      />
      <button type="submit">Search</button>
    </form>
  );
};

const start = () => {
  const submitted: string[] = [];
  renderAt(<Bar onSubmit={(sentence) => submitted.push(sentence)} />);
  return submitted;
};
const input = () => screen.getByRole<HTMLInputElement>('combobox');
const options = () => screen.findAllByRole('option');
const closed = () => waitFor(() => expect(screen.queryByRole('option')).not.toBeInTheDocument());

describe('SentenceInput', () => {
  it('lists what the word could become, with its kind and number', async () => {
    start();
    await userEvent.type(input(), 'prod');
    expect((await options()).map(({ textContent }) => textContent)).toEqual([
      'prod-webProject, 1 VM',
      'prod-dbProject',
    ]);
    expect(input()).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByRole('listbox', { name: 'Suggestions' })).toHaveAttribute(
      'id',
      input().getAttribute('aria-controls'),
    );
  });

  it('is chosen from with the arrows and Enter, and does not search by that', async () => {
    const submitted = start();
    await userEvent.type(input(), 'prod');
    const [first, second] = await options();
    await userEvent.keyboard('{ArrowDown}');
    expect(input()).toHaveAttribute('aria-activedescendant', first!.id);
    await userEvent.keyboard('{ArrowDown}');
    expect(input()).toHaveAttribute('aria-activedescendant', second!.id);
    await userEvent.keyboard('{ArrowDown}{ArrowUp}{Enter}');
    expect(input()).toHaveValue('in prod-db ');
    expect(submitted).toEqual([]);
    await closed();
    expect(input()).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(submitted).toEqual(['in prod-db ']);
  });

  it('lets Enter search while nothing in it is chosen', async () => {
    const submitted = start();
    await userEvent.type(input(), 'prod');
    await options();
    await userEvent.keyboard('{Enter}');
    expect(submitted).toEqual(['prod']);
    await closed();
  });

  it('closes on Escape, keeps the words, and opens again on the arrow', async () => {
    start();
    await userEvent.type(input(), 'runn');
    await options();
    await userEvent.keyboard('{Escape}');
    await closed();
    expect(input()).toHaveValue('runn');
    expect(input()).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    expect(await options()).toHaveLength(1);
  });

  it('lets Tab leave', async () => {
    start();
    await userEvent.type(input(), 'runn');
    await options();
    await userEvent.tab();
    expect(input()).not.toHaveFocus();
    await closed();
    expect(input()).toHaveValue('runn');
  });

  it('puts a choice in the middle of the sentence and the caret behind it', async () => {
    start();
    await userEvent.type(input(), 'runn VMs');
    await userEvent.type(input(), 'i', { initialSelectionStart: 4, initialSelectionEnd: 4 });
    await userEvent.click((await options())[0]!);
    expect(input()).toHaveValue('Running VMs');
    expect(input().selectionStart).toBe('Running '.length);
    expect(input()).toHaveFocus();
  });

  it('does not stand in the way of typing', async () => {
    start();
    await userEvent.type(input(), 'running VMs in prod-web that are old');
    expect(input()).toHaveValue('running VMs in prod-web that are old');
    await closed();
  });

  it('has no accessibility violation while it is open', async () => {
    start();
    await userEvent.type(input(), 'prod');
    await options();
    await userEvent.keyboard('{ArrowDown}');
    expect(await violations()).toHaveNoViolations();
  });
});
