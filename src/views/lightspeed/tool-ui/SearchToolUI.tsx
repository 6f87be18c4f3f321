import { isSearchResult } from '../../../answers/search-shape';
import { InChat } from './InChat';
import { SearchFindings } from './SearchFindings';
import type { ToolUIProps } from './tool';
import { useToolResult } from './useToolResult';

/** `cnv-diagnostic/search` in the Lightspeed chat; nothing for a result of another shape. */
export const SearchToolUI = ({ tool }: ToolUIProps) => {
  const result = useToolResult(tool, 'search_vms_semantic', isSearchResult);
  return result === undefined ? null : (
    <InChat>
      <SearchFindings result={result} />
    </InChat>
  );
};
