import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { KUBEVIRT_DYNAMIC } from '../../../flags/names';
import { makeDiagnosis, makeRow, makeSearchResult } from '../../../testing/factories';
import { withFlags } from '../../../testing/render';
import { DiagnosisToolUI } from './DiagnosisToolUI';
import { SearchToolUI } from './SearchToolUI';
import type { ToolUIProps } from './tool';

const tool = (structuredContent: unknown): ToolUIProps['tool'] => ({
  args: {},
  content: 'words',
  name: 'a tool',
  status: 'success',
  structuredContent,
});

const show = (component: React.ReactNode) => render(<MemoryRouter>{component}</MemoryRouter>);

describe('SearchToolUI', () => {
  it('shows what was searched for, the rows, and where the others are', () => {
    const found = tool(makeSearchResult({ total: 70, vms: [makeRow()] }));
    show(withFlags(<SearchToolUI tool={found} />, KUBEVIRT_DYNAMIC));
    expect(screen.getByText('Status is Running')).toBeVisible();
    expect(screen.getAllByTestId('ai-search-row')).toHaveLength(1);
    expect(screen.getByRole('link', { name: /70/ })).toHaveAttribute(
      'href',
      makeSearchResult().listUrl,
    );
  });

  it.each([
    ['no problem', undefined, ['Name', 'Namespace', 'Status', 'Actions']],
    ['a problem', 'No node', ['Name', 'Namespace', 'Status', 'Problem', 'Actions']],
  ])('takes few columns where a row has %s', (_case, problem, titles) => {
    show(<SearchToolUI tool={tool(makeSearchResult({ vms: [makeRow({ problem })] }))} />);
    expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual(
      titles,
    );
  });

  it('shows the question back', () => {
    const clarification = 'Which one?';
    show(<SearchToolUI tool={tool(makeSearchResult({ outcome: 'ambiguous', clarification }))} />);
    expect(screen.getByText(clarification)).toBeVisible();
    expect(screen.queryByTestId('ai-search-row')).not.toBeInTheDocument();
  });
});

describe('DiagnosisToolUI', () => {
  it('shows the findings', () => {
    show(<DiagnosisToolUI tool={tool(makeDiagnosis())} />);
    expect(screen.getByTestId('ai-diagnosis-summary')).toBeVisible();
    expect(screen.getAllByTestId('ai-diagnosis-root-cause')).toHaveLength(1);
  });
});

describe.each([
  ['SearchToolUI', SearchToolUI],
  ['DiagnosisToolUI', DiagnosisToolUI],
])('%s', (_name, Component) => {
  it.each([
    ['nothing', undefined],
    ['a tool without result', {}],
    ['a placeholder', tool('[offloaded]')],
    ['another tool’s result', tool({ rows: [] })],
  ])('shows nothing for %s', (_case, value) => {
    expect(show(<Component tool={value} />).container).toBeEmptyDOMElement();
  });
});
