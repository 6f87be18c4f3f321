import { isSearchResult } from '../../../answers/search-shape';
import { SearchFindings } from './SearchFindings';
import type { ToolUIProps } from './tool';

/** `cnv-diagnostic/search` in the Lightspeed chat; nothing for a result of another shape. */
export const SearchToolUI = ({ tool }: ToolUIProps) => {
  const result = tool?.structuredContent;
  return isSearchResult(result) ? <SearchFindings result={result} /> : null;
};
